#include "app/told_rows.h"

#include <algorithm>

#include "app/register.h"
#include "domain/collection/product.h"
#include "domain/people/identity_numbers.h"
#include "domain/people/merged_party.h"
#include "kernel/decimal.h"
#include "store/tables.h"

namespace ayni {
namespace {

/// Where the value of a column comes from; `what` names it there.
enum class From {
    member,      // of the payload
    required,    // likewise; a record without it does not tell
    nothing,     // there is nothing in it
    zero,        // 0, in a key
    word,        // `what` itself
    made,        // the number of the thing made, nothing when there was none
    at,          // when it was recorded
    day,         // the day of that
    actor,       // who did it
    position,    // of the record
    party,       // whose code the member is
    product,     // likewise
    household,   // likewise
    payee,       // a party; 0, in a key, for none
    creditor,    // likewise, of what is owed to a third party
    lot,         // whose code the member is; 0 for none
    dni,         // the member without what is printed behind the digits
    attributes,  // of a new product
    lines,       // of a voucher
    price,       // as made, in millionths; older records do not tell
    unknown,     // records do not tell
};

struct Column {
    std::string_view name;
    From from = From::member;
    std::string_view what = {};
};

// The row that a command makes. What is not named is the member of the same name; a column
// `position` is that of the record.
struct Making {
    std::string_view command, table;
    std::vector<Column> columns;
    std::string_view only_with = {};  // a member without which there is no row
};

// What a command changes in the row that it names.
struct Changing {
    std::string_view command, table;
    std::vector<Column> key, columns;
};

const std::vector<Making>& makings() {
    using enum From;
    static const std::vector<Making> all{
        {"register_organisation", "organisation", {{"id", made, "organisation"}}},
        {"register_organisation",
         "registration",
         {{"organisation", made, "organisation"}, {"first", day}},
         "ruc"},
        {"register_organisation",
         "role_grant",
         {{"organisation", made, "organisation"},
          {"user", actor},
          {"role", word, "administrator"},
          {"first", at},
          {"last", nothing},
          {"party", nothing}}},
        {"register_tax_number", "registration", {}},
        {"add_user",
         "role_grant",
         {{"user", made, "user"}, {"first", at}, {"last", nothing}, {"party", party, "supplier"}}},
        {"add_user",
         "user_account",
         {{"id", made, "user"}, {"name", unknown}, {"language", unknown}}},
        {"require_second_factor", "second_factor_rule", {{"since", at}}},
        {"add_product",
         "product",
         {{"product", made, "product"}, {"attributes", attributes, "attributes"}}},
        {"add_household", "household", {{"household", made, "household"}}},
        {"add_supplier",
         "party",
         {{"party", made, "party"}, {"kind", word, "person"}, {"name", nothing}}},
        {"add_supplier",
         "person",
         {{"party", made, "party"}, {"dni", dni, "dni"}, {"household", household, "household"}}},
        {"add_supplier",
         "membership",
         {{"party", made, "party"},
          {"first", member, "joined"},
          {"last", nothing},
          {"withdrawn", zero}}},
        {"add_party", "party", {{"party", made, "party"}, {"kind", word, "organisation"}}},
        {"change_membership",
         "membership",
         {{"party", party, "supplier"}, {"last", nothing}, {"withdrawn", zero}}},
        {"add_certificate", "certificate", {{"party", party, "supplier"}, {"withdrawn", zero}}},
        {"add_index_value", "index_value", {}},
        {"register_source", "source", {{"source", made, "source"}, {"kind", word, "device"}}},
        {"import_file",
         "import",
         {{"number", made, "import"},
          {"product", product, "product"},
          {"at", at},
          {"undone", nothing},
          {"undone_position", nothing}}},
        {"record_delivery",
         "delivery_note",
         {{"source", made, "source"}, {"sequence", made, "delivery"}, {"text", member, "reason"}},
         "reason"},
        {"correct_delivery",
         "delivery_note",
         {{"source", made, "source"}, {"sequence", made, "delivery"}, {"text", member, "reason"}},
         "reason"},
        {"correct_delivery",
         "correction",
         {{"by_source", made, "source"}, {"by_sequence", made, "delivery"}}},
        {"withdraw_delivery", "correction", {{"by_source", nothing}, {"by_sequence", nothing}}},
        {"withdraw_analysis",
         "correction",
         {{"source", made, "source"},
          {"sequence", made, "analysis"},
          {"by_source", nothing},
          {"by_sequence", nothing}}},
        {"sign_agreement",
         "agreement",
         {{"number", made, "agreement"},
          {"withdrawn", nothing},
          {"buyer", party, "buyer"},
          {"product", product, "product"}}},
        {"set_buying_policy",
         "buying_policy",
         {{"product", product, "product"}, {"buyer", party, "buyer"}}},
        {"set_sale_terms",
         "sale_terms",
         {{"number", made, "sale_terms"}, {"per", required, "per"}, {"withdrawn", nothing}}},
        {"dispatch_lot",
         "lot",
         {{"number", made, "lot"},
          {"product", product, "product"},
          {"buyer", party, "buyer"},
          {"collected_from", required, "collected_from"},
          {"readings", unknown},
          {"state", word, "dispatched"},
          {"decided_on", nothing},
          {"reason", nothing},
          {"price", nothing},
          {"value", nothing},
          {"due", nothing},
          {"entry", nothing}}},
        {"import_liquidation",
         "liquidation",
         {{"number", made, "liquidation"},
          {"buyer", party, "buyer"},
          {"product", product, "product"},
          {"entry", made, "entry"},
          {"imported_by", actor},
          {"undone", nothing}}},
        {"settle_dispute",
         "dispute_decision",
         {{"number", made, "decision"},
          {"lot", lot, "lot"},
          {"worth", unknown},
          {"entry", made, "entry"},
          {"decided_by", actor},
          {"reopened", nothing}}},
        {"record_receipt",
         "buyer_receipt",
         {{"number", made, "receipt"},
          {"buyer", party, "buyer"},
          {"kept_in", member, "into"},
          {"taken_off", unknown},
          {"entry", made, "entry"},
          {"reversed", nothing}}},
        {"set_purchase_terms",
         "purchase_terms",
         {{"number", made, "terms"}, {"product", product, "product"}, {"withdrawn", nothing}}},
        {"add_obligation",
         "obligation",
         {{"number", made, "obligation"},
          {"party", party, "supplier"},
          {"creditor", creditor, "creditor"},
          {"settlement", nothing},
          {"cancelled", nothing},
          {"rule", nothing},
          {"entry", made, "entry"}}},
        {"compute_settlement",
         "settlement",
         {{"number", made, "settlement"},
          {"product", product, "product"},
          {"state", word, "computed"},
          {"computed_by", actor},
          {"computed_at", at},
          {"approved_by", nothing},
          {"approved_at", nothing},
          {"rejection", nothing},
          {"first_entry", nothing},
          {"last_entry", nothing}}},
        {"accrue_milk",
         "accrual",
         {{"number", made, "accrual"},
          {"product", product, "product"},
          {"last", member, "month_end"}}},
        {"record_stock",
         "produce_stock",
         {{"number", made, "stock"},
          {"product", product, "product"},
          {"entry", made, "entry"},
          {"released_by", nothing}}},
        {"place_hold",
         "hold",
         {{"number", made, "hold"},
          {"role", member, "account"},
          {"party", party, "party"},
          {"released", nothing}}},
        {"propose_voucher",
         "voucher",
         {{"number", made, "voucher"},
          {"payee", party, "payee"},
          {"lines", lines, "lines"},
          {"proposed_by", actor},
          {"state", word, "proposed"},
          {"decided_by", nothing},
          {"reason", nothing},
          {"entry", nothing}}},
        {"set_pay_account",
         "pay_account",
         {{"party", payee, "supplier"}, {"account", unknown}}},  // written in another way
        {"order_payments",
         "payment_order",
         {{"number", made, "payment_order"},
          {"account", unknown},
          {"state", word, "proposed"},
          {"ordered_by", actor},
          {"decided_by", nothing},
          {"sent", nothing}}},
        {"set_bank_format", "bank_format", {}},
        {"import_payment_results",
         "payment_result_file",
         {{"number", made, "result_file"}, {"payments", made, "payments"}, {"undone", nothing}}},
        {"contribute_capital",
         "capital_movement",
         {{"number", made, "capital"},
          {"kind", word, "contribution"},
          {"member", party, "member"},
          {"proposed_by", actor},
          {"state", word, "posted"},
          {"decided_by", nothing},
          {"reason", nothing},
          {"entry", made, "entry"}}},
        {"refund_capital",
         "capital_movement",
         {{"number", made, "capital"},
          {"kind", word, "refund"},
          {"member", party, "member"},
          {"proposed_by", actor},
          {"state", word, "proposed"},
          {"decided_by", nothing},
          {"reason", nothing},
          {"entry", nothing}}},
        {"propose_surplus",
         "surplus_share",
         {{"number", made, "surplus_share"},
          {"proposed_by", actor},
          {"state", word, "proposed"},
          {"decided_by", nothing},
          {"reason", nothing},
          {"entry", nothing}}},
        {"set_chart", "chart", {}},
        {"merge_parties",
         "merged_party",
         {{"number", made, "merge"},
          {"other", party, "other"},
          {"kept", party, "keep"},
          {"entry", made, "entry"},
          {"parted", nothing}}},
        {"acquire_asset",
         "asset",
         {{"number", made, "asset"},
          {"bought_by", member, "entry"},
          {"disposed_by", nothing},
          {"withdrawn", nothing}}},
        {"receive_inputs",
         "input_movement",
         {{"number", made, "input_movement"},
          {"kind", word, "received"},
          {"party", party, "supplier"},
          {"price", nothing},
          {"obligation", nothing},
          {"entry", made, "entry"},
          {"undone", nothing}}},
        {"sell_inputs",
         "input_movement",
         {{"number", made, "input_movement"},
          {"kind", word, "sold"},
          {"party", party, "supplier"},
          {"cost", unknown},  // what the store was worth
          {"vat", nothing},
          {"obligation", made, "obligation"},
          {"entry", made, "entry"},
          {"undone", nothing}}},
        {"sell_inputs",
         "obligation",
         {{"number", made, "obligation"},
          {"party", party, "supplier"},
          {"kind", word, "input"},
          {"creditor", nothing},
          {"amount", member, "price"},
          {"settlement", nothing},
          {"cancelled", nothing},
          {"rule", nothing},
          {"interest", nothing},
          {"entry", made, "entry"}}},
        {"count_inputs",
         "input_movement",
         {{"number", made, "input_movement"},
          {"kind", word, "counted"},
          {"party", nothing},
          {"quantity", unknown},  // what was missing
          {"cost", unknown},
          {"price", nothing},
          {"vat", nothing},
          {"obligation", nothing},
          {"entry", made, "entry"},
          {"undone", nothing}}},
        {"close_month",
         "closing",
         {{"number", made, "closing"},
          {"last", member, "month_end"},
          {"reopened", nothing},
          {"reason", nothing},
          {"year_entry", made, "entry"}}},
    };
    return all;
}

const std::vector<Changing>& changings() {
    using enum From;
    static const std::vector<Changing> all{
        {"change_household",
         "person",
         {{"party", party, "supplier"}},
         {{"household", household, "household"}}},
        {"correct_person",
         "person",
         {{"party", party, "supplier"}},
         {{"given_names"}, {"family_names"}, {"sex"}, {"dni", dni, "dni"}, {"phone"}, {"hamlet"}}},
        {"undo_import", "import", {{"number"}}, {{"undone", at}, {"undone_position", position}}},
        {"cancel_obligation", "obligation", {{"number"}}, {{"cancelled", position}}},
        {"release_hold", "hold", {{"number", member, "hold"}}, {{"released", position}}},
        {"approve_settlement",
         "settlement",
         {{"number", member, "settlement"}},
         {{"state", word, "approved"}, {"approved_by", actor}, {"approved_at", at}}},
        {"reject_settlement",
         "settlement",
         {{"number", member, "settlement"}},
         {{"state", word, "computed"},
          {"approved_by", nothing},
          {"approved_at", nothing},
          {"rejection", member, "reason"}}},
        {"discard_settlement",
         "settlement",
         {{"number", member, "settlement"}},
         {{"state", word, "withdrawn"}, {"rejection", member, "reason"}}},
        {"post_settlement",
         "settlement",
         {{"number", member, "settlement"}},
         {{"state", word, "posted"}, {"first_entry", unknown}, {"last_entry", unknown}}},
        {"withdraw_settlement",
         "settlement",
         {{"number", member, "settlement"}},
         {{"state", word, "withdrawn"}}},
        {"withdraw_terms", "purchase_terms", {{"number"}}, {{"withdrawn", position}}},
        {"withdraw_agreement", "agreement", {{"number"}}, {{"withdrawn", position}}},
        {"withdraw_sale_terms", "sale_terms", {{"number"}}, {{"withdrawn", position}}},
        {"accept_lot",
         "lot",
         {{"number", lot, "lot"}},
         {{"state", word, "accepted"},
          {"decided_on", member, "day"},
          {"price", price, "price"},
          {"value", unknown},
          {"due", unknown},
          {"entry", made, "entry"}}},
        {"reject_lot",
         "lot",
         {{"number", lot, "lot"}},
         {{"state", word, "rejected"},
          {"decided_on", member, "day"},
          {"reason", member, "reason"},
          {"entry", made, "entry"}}},
        {"cancel_lot",
         "lot",
         {{"number", lot, "lot"}},
         {{"state", word, "cancelled"}, {"reason", member, "reason"}}},
        {"reopen_lot",
         "lot",
         {{"number", lot, "lot"}},
         {{"state", word, "dispatched"},
          {"decided_on", nothing},
          {"reason", nothing},
          {"price", nothing},
          {"value", nothing},
          {"due", nothing},
          {"entry", nothing}}},
        {"set_invoice",
         "liquidation",
         {{"number", member, "liquidation"}},
         {{"invoice", member, "invoice"}}},
        {"undo_liquidation",
         "liquidation",
         {{"number", member, "liquidation"}},
         {{"undone", position}}},
        {"reopen_dispute",
         "dispute_decision",
         {{"number", member, "decision"}},
         {{"reopened", position}}},
        {"reverse_receipt",
         "buyer_receipt",
         {{"number", member, "receipt"}},
         {{"reversed", position}}},
        {"send_payments",
         "payment_order",
         {{"number", member, "order"}},
         {{"state", word, "sent"}, {"decided_by", actor}, {"sent", at}}},
        {"cancel_payments",
         "payment_order",
         {{"number", member, "order"}},
         {{"state", word, "cancelled"}, {"decided_by", actor}, {"sent", at}}},
        {"approve_voucher",
         "voucher",
         {{"number", member, "voucher"}},
         {{"state", word, "posted"}, {"decided_by", actor}, {"entry", made, "entry"}}},
        {"reject_voucher",
         "voucher",
         {{"number", member, "voucher"}},
         {{"state", word, "rejected"}, {"decided_by", actor}, {"reason", member, "reason"}}},
        {"part_parties", "merged_party", {{"number", made, "merge"}}, {{"parted", position}}},
        {"withdraw_asset", "asset", {{"number", member, "asset"}}, {{"withdrawn", position}}},
        {"dispose_asset", "asset", {{"number", member, "asset"}}, {{"disposed_by", made, "entry"}}},
        {"undo_inputs", "input_movement", {{"number", member, "movement"}}, {{"undone", position}}},
        {"undo_payment_results",
         "payment_result_file",
         {{"number", member, "file"}},
         {{"undone", position}}},
        {"approve_refund",
         "capital_movement",
         {{"number", member, "refund"}},
         {{"state", word, "posted"}, {"decided_by", actor}, {"entry", made, "entry"}}},
        {"reject_refund",
         "capital_movement",
         {{"number", member, "refund"}},
         {{"state", word, "rejected"}, {"decided_by", actor}, {"reason", member, "reason"}}},
        {"approve_surplus",
         "surplus_share",
         {{"number", member, "share"}},
         {{"state", word, "posted"}, {"decided_by", actor}, {"entry", made, "entry"}}},
        {"reject_surplus",
         "surplus_share",
         {{"number", member, "share"}},
         {{"state", word, "rejected"}, {"decided_by", actor}, {"reason", member, "reason"}}},
        {"reopen_month",
         "closing",
         {{"number", made, "closing"}},
         {{"reopened", position}, {"reason", member, "reason"}}},
    };
    return all;
}

const Table* table_named(std::string_view name) {
    const auto found = std::ranges::find(all_tables(), name, &Table::name);
    return found == all_tables().end() ? nullptr : *found;
}

// The columns of the same name as a member of the command, as well as those that are named.
std::vector<Column> columns_of(const Making& making) {
    auto columns = making.columns;
    const auto known = [&](std::string_view name) {
        return std::ranges::find(columns, name, &Column::name) != columns.end();
    };
    const auto* use_case = the_register().find(making.command);
    const auto inputs = use_case->input->structure()->fields;
    for (const auto& field : table_named(making.table)->description->fields) {
        if (known(field.name)) continue;
        if (field.name == "position") columns.push_back({field.name, From::position});
        const auto input = std::ranges::find(inputs, field.name, &Field::name);
        if (input == inputs.end()) continue;
        const bool optional = input->shape->kind == Kind::optional;
        columns.push_back({field.name, optional ? From::member : From::required, field.name});
    }
    return columns;
}

// The rules of each command, completed once.
const std::map<std::string_view, std::vector<Making>>& makings_by_command() {
    static const auto all = [] {
        std::map<std::string_view, std::vector<Making>> by_command;
        for (auto making : makings()) {
            making.columns = columns_of(making);
            by_command[making.command].push_back(std::move(making));
        }
        return by_command;
    }();
    return all;
}

// Limits are decimals in a command and whole numbers in a product.
Json attributes_of(const Json& told) {
    std::vector<Attribute> attributes;
    const auto text = [](const Json& item, std::string_view name) {
        const auto* found = item.find(name);
        return found ? found->text : std::string();
    };
    for (const auto& item : told.items) {
        const auto decimals = parse_decimal(text(item, "decimals"), 0).value_or(0);
        const auto limit = [&](std::string_view name) {
            return static_cast<std::int32_t>(
                parse_decimal(text(item, name), static_cast<int>(decimals)).value_or(0));
        };
        attributes.push_back({static_cast<AttributeNumber>(attributes.size() + 1),
                              text(item, "code"), text(item, "name"), text(item, "unit"),
                              static_cast<int>(decimals), limit("least"), limit("most")});
    }
    return parse_json(to_json_text(attributes)).value_or(Json{});
}

const Json& told(const ToldRow& row, std::string_view column) {
    static const Json nothing;
    const auto found = row.find(column);
    return found == row.end() ? nothing : found->second;
}
bool tells_nothing(const ToldRow& row, std::string_view column) {
    return told(row, column).is == Json::Is::null;
}

}  // namespace

std::int64_t made_number(const LogBody& body, std::string_view kind) {
    for (const auto& made : body.made)
        if (made.kind == kind) return made.number;
    return 0;
}

const std::vector<std::string_view>& key_columns(std::string_view table) {
    static const std::map<std::string_view, std::vector<std::string_view>> all{
        {"organisation", {"id"}},
        {"user_account", {"id"}},
        {"registration", {"first"}},
        {"role_grant", {"user", "role", "first"}},
        {"second_factor_rule", {"position"}},
        {"party", {"party"}},
        {"person", {"party"}},
        {"household", {"household"}},
        {"membership", {"party", "first", "withdrawn"}},
        {"certificate", {"party", "kind", "first", "withdrawn"}},
        {"product", {"product"}},
        {"source", {"source"}},
        {"delivery_note", {"source", "sequence"}},
        {"correction", {"day", "source", "sequence"}},
        {"import", {"number"}},
        {"index_value", {"series", "day", "revision"}},
        {"agreement", {"number"}},
        {"purchase_terms", {"number"}},
        {"obligation", {"number"}},
        {"settlement", {"number"}},
        {"hold", {"number"}},
        {"closing", {"number"}},
        {"voucher", {"number"}},
        {"capital_movement", {"number"}},
        {"surplus_share", {"number"}},
        {"chart", {"position"}},
        {"asset", {"number"}},
        {"merged_party", {"number"}},
        {"input_movement", {"number"}},
        {"pay_account", {"party", "position"}},
        {"payment_order", {"number"}},
        {"bank_format", {"name", "position"}},
        {"payment_result_file", {"number"}},
        {"accrual", {"number"}},
        {"produce_stock", {"number"}},
        {"buying_policy", {"product", "first", "position"}},
        {"sale_terms", {"number"}},
        {"lot", {"number"}},
        {"liquidation", {"number"}},
        {"dispute_decision", {"number"}},
        {"buyer_receipt", {"number"}},
    };
    static const std::vector<std::string_view> none;
    const auto found = all.find(table);
    return found == all.end() ? none : found->second;
}

std::string key_of(std::string_view table,
                   const std::function<const Json*(std::string_view)>& column) {
    std::string key;
    for (const auto name : key_columns(table)) {
        if (!key.empty()) key += '/';
        if (const auto* value = column(name)) key += value->text;
    }
    return key;
}

struct ToldRows::Record {
    OrganisationId organisation;
    std::int64_t position = 0;
    const LogBody& body;
    const Json& payload;
};

// A personal value is the text behind its digest; one that was erased is nothing.
Json ToldRows::member(const Record& record, std::string_view name) const {
    const auto* found = record.payload.find(name);
    if (!found) return {};
    if (found->members.size() != 1 || found->members.front().first != "sha256") return *found;
    auto text = personal_(record.position, "/" + std::string(name));
    return text ? Json::of_text(*std::move(text)) : Json{};
}

// None: nobody has the code by what records say, as households of before they had one.
std::optional<Json> ToldRows::number_of(const Record& record, std::string_view kind,
                                        const Json& code) {
    if (code.is == Json::Is::null) return Json{};
    const auto& numbers = books_[record.organisation].numbers;
    const auto found = numbers.find(std::string(kind) + "/" + code.text);
    if (found == numbers.end()) return std::nullopt;
    return Json::of_number(kind == "party" ? kept_party(record, found->second) : found->second);
}

// To whom a party leads by the mergers that were told so far.
std::int64_t ToldRows::kept_party(const Record& record, std::int64_t party) {
    std::vector<MergedParty> mergers;
    for (const auto& [key, row] : books_[record.organisation].tables["merged_party"]) {
        const auto other = parse_decimal(told(row, "other").text, 0);
        const auto kept = parse_decimal(told(row, "kept").text, 0);
        if (told(row, "parted").is != Json::Is::null || !other || !kept) continue;
        auto& merger = mergers.emplace_back();
        merger.other = {*other};
        merger.kept = {*kept};
    }
    return KeptParties(mergers, INT64_MAX).of({party}).number;
}

Json ToldRows::voucher_lines(const Record& record) {
    auto told = member(record, "lines");
    for (auto& item : told.items) {
        const auto* account = item.find("account");
        const auto* amount = item.find("amount");
        const auto* code = item.find("party");
        const auto party = number_of(record, "party", code ? *code : Json{});
        if (!account || !amount || !party) return {};
        item = Json::object()
                   .with("account", *account)
                   .with("party", party->is == Json::Is::null ? Json::of_number(0) : *party)
                   .with("amount", *amount);
    }
    return told;
}

template <class Where>
std::optional<Json> ToldRows::value(const Record& record, const Where& column) {
    const auto& what = column.what;
    switch (column.from) {
        case From::member: return member(record, what.empty() ? column.name : what);
        case From::required:
            if (!record.payload.find(what)) return std::nullopt;
            return member(record, what);
        case From::nothing: return Json{};
        case From::zero: return Json::of_number(0);
        case From::word: return Json::of_text(std::string(what));
        case From::made: return Json::of_number(made_number(record.body, what));
        case From::at: return Json::of_text(print(record.body.at));
        case From::day: {
            if (auto told = member(record, "registered_on"); told.is != Json::Is::null) return told;
            const auto day = record.body.at.milliseconds / 86'400'000;
            return Json::of_text(print(Date{static_cast<std::int32_t>(day)}));
        }
        case From::actor: return Json::of_number(record.body.actor.number);
        case From::position: return Json::of_number(record.position);
        case From::party: return number_of(record, "party", member(record, what));
        case From::product: return number_of(record, "product", member(record, what));
        case From::household: return number_of(record, "household", member(record, what));
        case From::payee: {
            const auto party = number_of(record, "party", member(record, what));
            return party && party->is == Json::Is::null ? Json::of_number(0) : party;
        }
        case From::creditor: {
            if (member(record, "kind").text != "third_party") return Json{};
            return number_of(record, "party", member(record, what));
        }
        case From::lot: {
            const auto lot = number_of(record, "lot", member(record, what));
            return lot && lot->is == Json::Is::null ? Json::of_number(0) : lot;
        }
        case From::dni: {
            auto told = member(record, what);
            if (told.is == Json::Is::text) told.text = read_dni(told.text).value_or(told.text);
            return told;
        }
        case From::attributes: return attributes_of(member(record, what));
        case From::lines: return voucher_lines(record);
        case From::price: {
            const auto millionths = made_number(record.body, what);
            if (millionths == 0) return std::nullopt;
            return Json::of_text(print(Price{millionths}));
        }
        case From::unknown: break;
    }
    return std::nullopt;
}

template <class Rule>
void ToldRows::make(const Record& record, const Rule& making) {
    if (!making.only_with.empty() && !record.payload.find(making.only_with)) return;
    ToldRow row;
    for (const auto& column : making.columns)
        if (auto told = value(record, column))
            row.insert_or_assign(std::string(column.name), *std::move(told));
    auto owner = record.organisation;
    // Of a new organisation, only its own row belongs to the installation.
    if (making.command == "register_organisation" && making.table != "organisation")
        owner = {made_number(record.body, "organisation")};
    auto key = key_of(making.table, [&](std::string_view name) -> const Json* {
        const auto found = row.find(name);
        return found == row.end() ? nullptr : &found->second;
    });
    books_[owner].tables[std::string(making.table)].insert_or_assign(std::move(key),
                                                                     std::move(row));
}

template <class Rule>
void ToldRows::change(const Record& record, const Rule& changing) {
    std::map<std::string, Json, std::less<>> named;
    for (const auto& column : changing.key)
        if (auto told = value(record, column)) named.emplace(column.name, *std::move(told));
    const auto key = key_of(changing.table, [&](std::string_view name) -> const Json* {
        const auto found = named.find(name);
        return found == named.end() ? nullptr : &found->second;
    });
    auto& table = books_[record.organisation].tables[std::string(changing.table)];
    const auto row = table.find(key);
    if (row == table.end()) return;
    for (const auto& column : changing.columns) {
        if (auto told = value(record, column))
            row->second.insert_or_assign(std::string(column.name), *std::move(told));
        else
            row->second.erase(std::string(column.name));
    }
}

// A membership ends on the day before the next one begins.
void ToldRows::end_memberships(const Record& record) {
    const auto party = number_of(record, "party", member(record, "supplier"));
    const auto first = parse_date(member(record, "first").text);
    if (!party || !first) return;
    const auto last = Json::of_text(print(*first - 1));
    for (auto& [key, row] : books_[record.organisation].tables["membership"])
        if (told(row, "party") == *party && told(row, "withdrawn").text == "0" &&
            (tells_nothing(row, "last") || told(row, "last").text > last.text))
            row["last"] = last;
}

// The row stays, under a key that says when it was withdrawn.
void ToldRows::withdraw_row(const Record& record, const std::string& table,
                            const std::string& key) {
    auto& rows = books_[record.organisation].tables[table];
    auto row = rows.extract(key + "/0");
    if (row.empty()) return;
    row.key() = key + "/" + std::to_string(record.position);
    row.mapped()["withdrawn"] = Json::of_number(record.position);
    rows.insert(std::move(row));
}

void ToldRows::withdraw_certificate(const Record& record) {
    auto party = number_of(record, "party", member(record, "supplier"));
    // Of another one who had become the same.
    if (const auto holder = made_number(record.body, "holder"); holder != 0)
        party = Json::of_number(holder);
    if (!party) return;
    withdraw_row(
        record, "certificate",
        party->text + "/" + member(record, "kind").text + "/" + member(record, "first").text);
}

// The one before it, of those that stand; none for the first.
ToldRow* ToldRows::membership_before(const Record& record, const Json& party,
                                     const std::string& first) {
    ToldRow* before = nullptr;
    for (auto& [key, row] : books_[record.organisation].tables["membership"])
        if (told(row, "party") == party && told(row, "withdrawn").text == "0" &&
            told(row, "first").text < first &&
            (!before || told(*before, "first").text < told(row, "first").text))
            before = &row;
    return before;
}

// The one before is in force again.
void ToldRows::withdraw_membership(const Record& record) {
    const auto party = number_of(record, "party", member(record, "supplier"));
    if (!party) return;
    const auto first = member(record, "first").text;
    withdraw_row(record, "membership", party->text + "/" + first);
    if (auto* before = membership_before(record, *party, first)) (*before)["last"] = Json{};
}

void ToldRows::correct_membership(const Record& record) {
    const auto party = number_of(record, "party", member(record, "supplier"));
    const auto began = parse_date(member(record, "began").text);
    if (!party || !began) return;
    const auto first = member(record, "first").text;
    auto& rows = books_[record.organisation].tables["membership"];
    const auto known = rows.find(party->text + "/" + first + "/0");
    if (known == rows.end()) return;
    auto corrected = known->second;
    withdraw_row(record, "membership", party->text + "/" + first);
    if (auto* before = membership_before(record, *party, first))
        (*before)["last"] = Json::of_text(print(*began - 1));
    corrected["first"] = Json::of_text(print(*began));
    if (corrected.contains("position")) corrected["position"] = Json::of_number(record.position);
    rows.insert_or_assign(party->text + "/" + print(*began) + "/0", std::move(corrected));
}

void ToldRows::end_role(const Record& record) {
    const auto user = Json::of_number(user_named_(member(record, "login").text).number);
    for (auto& [key, row] : books_[record.organisation].tables["role_grant"])
        if (told(row, "user") == user && told(row, "role") == member(record, "role") &&
            tells_nothing(row, "last"))
            row["last"] = Json::of_text(print(record.body.at));
}

void ToldRows::release_lot(const Record& record) {
    for (auto& [key, row] : books_[record.organisation].tables["produce_stock"])
        if (told(row, "lot") == member(record, "lot") && tells_nothing(row, "released_by"))
            row["released_by"] = Json::of_number(made_number(record.body, "entry"));
}

// The ends of its disputes go with it.
void ToldRows::undo_liquidation(const Record& record) {
    for (auto& [key, row] : books_[record.organisation].tables["dispute_decision"])
        if (told(row, "liquidation") == member(record, "liquidation") &&
            tells_nothing(row, "reopened"))
            row["reopened"] = Json::of_number(record.position);
}

// Money out for which a voucher was made; its day and amount are those of the line.
void ToldRows::explain_line(const Record& record) {
    const auto number = made_number(record.body, "voucher");
    if (number == 0) return;
    ToldRow row{{"number", Json::of_number(number)},
                {"document", member(record, "document")},
                {"purpose", member(record, "document")},
                {"paid_from", Json::of_text("bank")},
                {"proposed_by", Json::of_number(record.body.actor.number)},
                {"state", Json::of_text("proposed")},
                {"decided_by", Json{}},
                {"reason", Json{}},
                {"entry", Json{}},
                {"position", Json::of_number(record.position)}};
    if (auto party = number_of(record, "party", member(record, "party")))
        row.emplace("payee", *std::move(party));
    books_[record.organisation].tables["voucher"].insert_or_assign(std::to_string(number),
                                                                   std::move(row));
}

// An entry of what was decided, of a receipt or of a lot takes what it did there back.
void ToldRows::reverse_entry(const Record& record) {
    const auto entry = member(record, "entry");
    for (const auto* decided : {"voucher", "capital_movement", "surplus_share"})
        for (auto& [key, row] : books_[record.organisation].tables[decided]) {
            if (told(row, "entry") != entry) continue;
            row["state"] = Json::of_text("reversed");
            row["decided_by"] = Json::of_number(record.body.actor.number);
            row["reason"] = member(record, "reason");
        }
    for (auto& [key, row] : books_[record.organisation].tables["buyer_receipt"])
        if (told(row, "entry") == entry) row["reversed"] = Json::of_number(record.position);
    for (auto& [key, row] : books_[record.organisation].tables["asset"])
        if (told(row, "disposed_by") == entry) row["disposed_by"] = Json{};
    for (auto& [key, row] : books_[record.organisation].tables["produce_stock"]) {
        if (told(row, "released_by") == entry)
            row["released_by"] = Json{};
        else if (told(row, "entry") == entry && tells_nothing(row, "released_by"))
            row["released_by"] = Json::of_number(made_number(record.body, "entry"));
    }
}

// With the goods goes what was owed for them.
void ToldRows::undo_inputs(const Record& record) {
    auto& tables = books_[record.organisation].tables;
    const auto sold = tables["input_movement"].find(member(record, "movement").text);
    if (sold == tables["input_movement"].end()) return;
    const auto debt = tables["obligation"].find(told(sold->second, "obligation").text);
    if (debt != tables["obligation"].end())
        debt->second["cancelled"] = Json::of_number(record.position);
}

void ToldRows::tell(OrganisationId organisation, std::int64_t position, const LogBody& body,
                    const Json& payload) {
    const Record record{organisation, position, body, payload};
    const std::string_view command = body.command;
    if (command == "change_membership") end_memberships(record);
    if (command == "withdraw_membership") withdraw_membership(record);
    if (command == "correct_membership") correct_membership(record);
    if (command == "withdraw_certificate") withdraw_certificate(record);
    if (command == "end_role") end_role(record);
    if (command == "release_stock") release_lot(record);
    if (command == "undo_liquidation") undo_liquidation(record);
    if (command == "reverse_entry") reverse_entry(record);
    if (command == "explain_line") explain_line(record);
    if (command == "undo_inputs") undo_inputs(record);
    // A telephone sent a record again: nothing was done.
    if (command == "record_delivery" && body.effects_digest.value.empty()) return;
    if (const auto found = makings_by_command().find(command); found != makings_by_command().end())
        for (const auto& making : found->second) make(record, making);
    for (const auto& changing : changings())
        if (changing.command == command) change(record, changing);
    for (const auto* kind : {"party", "product", "household", "lot"})
        if (const auto number = made_number(body, kind); number != 0)
            books_[organisation].numbers[std::string(kind) + "/" + member(record, "code").text] =
                number;
}

const ToldTable& ToldRows::of(OrganisationId organisation, std::string_view table) const {
    static const ToldTable none;
    const auto book = books_.find(organisation);
    if (book == books_.end()) return none;
    const auto found = book->second.tables.find(table);
    return found == book->second.tables.end() ? none : found->second;
}

}  // namespace ayni
