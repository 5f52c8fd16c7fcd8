#include "app/verify_rows_queries.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/check.h"
#include "kernel/described_json.h"
#include "store/asset_tables.h"
#include "store/bank_tables.h"
#include "store/capital_tables.h"
#include "store/chart_tables.h"
#include "store/merge_tables.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

using Visit = std::function<void(const Json& row)>;
using Damaged = std::function<void(const std::string& key, const std::string& why)>;

// The key of a row that cannot be read, as far as it stands in columns.
std::string raw_key(const Query& query, const Table& table) {
    std::string key;
    for (const auto name : key_columns(table.name)) {
        int column = 0;
        for (const auto& field : table.description->fields) {
            if (field.name == name) break;
            column += field.shape->stored == Stored::money ? 2 : 1;
        }
        if (!key.empty()) key += '/';
        key += query.text_at(column);
    }
    return key;
}

template <class Row>
constexpr std::string_view its_rows = "WHERE organisation = $1";
template <>
constexpr std::string_view its_rows<Organisation> = "WHERE $1 = 0";
// They are everybody's; whoever reads an organisation's records looks at all of them.
template <>
constexpr std::string_view its_rows<User> = "WHERE $1 >= 0";
// Those of rows of files are held with these.
template <>
constexpr std::string_view its_rows<DeliveryNote> =
    "WHERE organisation = $1 AND source NOT IN (SELECT source FROM source WHERE organisation = $1 "
    "AND kind = 1)";

template <class Row>
void walk(Connection& db, OrganisationId organisation, const Visit& visit, const Damaged& damaged) {
    auto query = select<Row>(db, its_rows<Row>);
    query.integer(organisation.number);
    while (query.next()) {
        try {
            const auto row = row_of<Row>(query);
            if (!visit) continue;
            const auto json = parse_json(to_json_text(row));
            CHECK(json.has_value());
            visit(*json);
        } catch (const DatabaseError& failure) {
            if (failure.kind != DatabaseError::Kind::damaged) throw;
            damaged(raw_key(query, table_of<Row>()), failure.what());
        }
    }
}

struct Held {
    const Table* table;
    void (*walk)(Connection&, OrganisationId, const Visit&, const Damaged&);
    /// Rows that something else than a record of their own may have made; null: none.
    bool (*is_made_otherwise)(const Json& row) = nullptr;
};

bool is_zero(const Json& row, std::string_view column) {
    const auto* value = row.find(column);
    return !value || value->text == "0";
}

template <class Row>
Held held(bool (*is_made_otherwise)(const Json&) = nullptr) {
    return {&table_of<Row>(), walk<Row>, is_made_otherwise};
}

const std::vector<Held>& held_tables() {
    static constexpr auto any = [](const Json&) { return true; };
    static const std::vector<Held> all{
        held<Organisation>(),
        held<User>(any),  // the first administrator
        held<Registration>(),
        // Of the installation: its administrators.
        held<Grant>([](const Json& row) { return is_zero(row, "organisation"); }),
        held<SecondFactorRule>(),
        held<Party>(),
        held<Person>(),
        held<Household>(any),  // of files from before they were rows
        held<Membership>(),
        held<Certificate>(),
        held<Product>(),
        held<Source>([](const Json& row) { return row.find("kind")->text != "device"; }),
        held<DeliveryNote>(),
        held<Correction>([](const Json& row) { return is_zero(row, "by_sequence"); }),
        held<Import>(),
        held<IndexValue>(),
        held<Agreement>(),
        held<PurchaseTerms>(),
        held<Obligation>([](const Json& row) { return !is_zero(row, "settlement"); }),
        held<Settlement>(),
        held<KeptHold>(),
        held<Closing>(),
        held<Voucher>(),
        held<PayAccount>(),
        held<PaymentOrder>(),
        held<Accrual>(any),  // of settlements that took in a part of a month
        held<ProduceStock>(),
        held<BuyingPolicy>(),
        held<SaleTerms>(),
        held<Lot>(),
        held<Liquidation>(),
        held<LiquidationLine>(any),  // of rows of files; `verify_sales` holds them
        held<DisputeDecision>(),
        held<BuyerReceipt>(),
        held<BankFormat>(),
        held<ResultFile>(),
        held<CapitalMovement>(),
        held<SurplusShare>(),
        held<Chart>(),
        held<Asset>(),
        held<InputMovement>(),
        held<MergedParty>(),
    };
    return all;
}

bool is_nothing(const Json* value) {
    if (!value) return true;
    if (const auto* amount = value->find("amount")) return is_nothing(amount);
    if (value->is != Json::Is::number && value->is != Json::Is::text)
        return value->is == Json::Is::null;
    return value->text.find_first_not_of("0.") == std::string::npos;
}

// Rows of before these were kept have nothing there.
bool may_lack(std::string_view table, std::string_view column) {
    return (column == "position" &&
            (table == "membership" || table == "index_value" || table == "import")) ||
           (column == "product" && table == "import");
}

// A document is kept as text where the command has an object.
bool stands(const Json& told, const Json* value) {
    if (told.is == Json::Is::null) return is_nothing(value);
    return value &&
           (*value == told || (value->is == Json::Is::text && print_json(told) == value->text));
}

class RowChecker {
public:
    RowChecker(const Held& held, const ToldTable& told, Untold untold, const Find& find)
        : held_(held), told_(told), untold_(untold), find_(find), name_(held.table->name) {}

    void check(const Json& row) {
        auto key = key_of(name_, [&](std::string_view name) { return row.find(name); });
        const auto found = told_.find(key);
        if (found == told_.end()) {
            const bool otherwise = held_.is_made_otherwise && held_.is_made_otherwise(row);
            if (untold_ == Untold::are_found && !otherwise) find_(name_, key);
            return;
        }
        for (const auto& [column, value] : found->second) {
            const auto* there = row.find(column);
            if (!stands(value, there) && !(may_lack(name_, column) && is_nothing(there)))
                find_(name_, fmt::format("{}/{}", key, column));
        }
        seen_.push_back(std::move(key));
    }
    void damaged(const std::string& key, const std::string& why) {
        find_("damaged", fmt::format("{} {}: {}", name_, key, why));
        seen_.push_back(key);
    }
    void find_missing() {
        std::ranges::sort(seen_);
        for (const auto& [key, row] : told_)
            if (!std::ranges::binary_search(seen_, key)) find_(name_, key);
    }

private:
    const Held& held_;
    const ToldTable& told_;
    Untold untold_;
    const Find& find_;
    std::string name_;
    std::vector<std::string> seen_;
};

}  // namespace

void verify_rows(Connection& db, OrganisationId organisation, const ToldRows& told, Untold untold,
                 const Find& find) {
    for (const auto& held : held_tables()) {
        const auto& told_rows = told.of(organisation, held.table->name);
        RowChecker checker(held, told_rows, untold, find);
        // Where there is nothing to compare, a row has only to be one.
        const bool compares = !told_rows.empty() || untold == Untold::are_found;
        held.walk(
            db, organisation,
            compares ? Visit([&](const Json& row) { checker.check(row); }) : Visit{},
            [&](const std::string& key, const std::string& why) { checker.damaged(key, why); });
        checker.find_missing();
    }
}

}  // namespace ayni
