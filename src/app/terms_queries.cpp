#include <algorithm>

#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/input_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/sale_queries.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "domain/people/check_agreed_day.h"
#include "domain/people/check_begun_day.h"
#include "domain/pricing/check_terms.h"
#include "kernel/check.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {
namespace {

void put_below(Refused& refused, std::string_view where, const Refused& inner) {
    for (auto problem : inner.problems) {
        problem.where = std::string(where) + problem.where;
        refused.problems.push_back(std::move(problem));
    }
}

// Whom tax is withheld for is one of our parties.
void check_creditors(Refused& refused, const View& view, const WaterfallTerms& waterfall) {
    for (std::size_t rule = 0; rule < waterfall.rules.size(); ++rule)
        if (const auto& code = waterfall.rules[rule].creditor)
            if (auto party = find_party(view, *code,
                                        "/waterfall/rules/" + std::to_string(rule) + "/creditor");
                !party)
                put_below(refused, {}, party.error());
}

// Everything that is wrong with the price and the waterfall, at once.
Result<void> check(const View& view, const Product& product, const PriceTerms& price,
                   const WaterfallTerms* waterfall) {
    const auto currency = own_organisation(view).currency;
    Refused refused;
    if (auto compiled = CompiledTerms::compile(price, product.attributes); !compiled)
        put_below(refused, "/price", compiled.error());
    else if (never_pays(price))
        refused.problems.push_back({Refusal::price_not_positive, "/price/terms/0/price", {}});
    if (price.currency != currency)
        refused.problems.push_back(
            {Refusal::currencies_differ, "/price/currency", std::string(price.currency.code())});
    if (waterfall) {
        if (auto sound = check_waterfall(*waterfall); !sound)
            put_below(refused, "/waterfall", sound.error());
        check_creditors(refused, view, *waterfall);
    }
    if (!refused.problems.empty()) return std::unexpected(std::move(refused));
    return {};
}

template <class T>
T stored(const std::string& document) {
    auto value = from_json_text<T>(document, Limits::none);
    CHECK(value.has_value());  // It was valid when it was signed, and nobody may change it.
    return *std::move(value);
}

Signature signature_at(const View& view, std::int64_t position) {
    const auto body = body_at(view.db, view.organisation, position);
    CHECK(body.has_value());
    return {login_of(view, body->actor), body->at};
}

SaleTermsView shown(const SaleTerms& terms) {
    SaleTermsView view{.number = terms.number,
                       .payment_days = terms.payment_days,
                       .weight_tolerance = terms.weight_tolerance,
                       .value_tolerance = terms.value_tolerance,
                       .expected = {},
                       .per = {},
                       .expected_tolerance = {}};
    if (terms.expected <= Quantity{}) return view;
    view.expected = terms.expected;
    view.per = terms.per;
    view.expected_tolerance = terms.expected_tolerance;
    return view;
}

}  // namespace

Result<void> sign_agreement(Work& work, const SignAgreement& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto buyer = find_buyer(work, command.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    if (auto plausible = check_agreed_day(command.effective, work.today, "/effective"); !plausible)
        return plausible;
    if (auto plausible = check_begun_day(command.signed_on, work.today, "/signed_on"); !plausible)
        return plausible;
    if (auto sound = check(work, *product, command.price, nullptr); !sound) return sound;
    auto taken = work.db.query(
        "SELECT 1 FROM agreement WHERE organisation = $1 AND product = $2 AND buyer = $3 AND "
        "effective = $4 AND withdrawn = 0");
    taken.integer(work.organisation.number).integer(product->product.number);
    taken.integer(buyer->party.number).integer(command.effective.days);
    if (taken.next())
        return refuse(Refusal::effective_day_taken, "/effective", print(command.effective));
    const Agreement made{
        work.organisation, {next_number(work.db, "agreement", "number", work.organisation)},
        buyer->party,      product->product,
        command.effective, to_json_text(command.price),
        command.signed_on};
    insert(work.db, made);
    work.made("agreement", made.number.number);
    return {};
}

Result<void> set_purchase_terms(Work& work, const SetPurchaseTerms& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    if (auto plausible = check_agreed_day(command.effective, work.today, "/effective"); !plausible)
        return plausible;
    if (auto sound = check(work, *product, command.price, &command.waterfall); !sound) return sound;
    auto taken = work.db.query(
        "SELECT 1 FROM purchase_terms WHERE organisation = $1 AND product = $2 AND applies_to = $3 "
        "AND effective = $4 AND withdrawn = 0");
    taken.integer(work.organisation.number).integer(product->product.number);
    taken.integer(static_cast<int>(command.applies_to)).integer(command.effective.days);
    if (taken.next())
        return refuse(Refusal::effective_day_taken, "/effective", print(command.effective));
    const PurchaseTerms made{work.organisation,
                             {next_number(work.db, "purchase_terms", "number", work.organisation)},
                             product->product,
                             command.applies_to,
                             command.effective,
                             to_json_text(command.price),
                             to_json_text(command.waterfall),
                             work.position()};
    insert(work.db, made);
    outdate_computed(work);
    work.made("terms", made.number.number);
    return {};
}

Result<CheckedTerms> check_terms(const View& view, const CheckTerms& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const auto* waterfall = query.waterfall ? &*query.waterfall : nullptr;
    if (auto sound = check(view, *product, query.price, waterfall); !sound)
        return std::unexpected(sound.error());
    return CheckedTerms{true};
}

Result<TermsListView> terms(const View& view, const TermsQuery& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    TermsListView all;
    auto rows = select<PurchaseTerms>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND withdrawn = 0 ORDER BY effective DESC, "
        "number DESC");
    rows.integer(view.organisation.number).integer(product->product.number);
    for (const auto& row : all_rows<PurchaseTerms>(rows))
        all.terms.push_back({row.number, row.applies_to, row.effective,
                             stored<PriceTerms>(row.price), stored<WaterfallTerms>(row.waterfall),
                             signature_at(view, row.position)});
    const auto names = party_names(view);
    auto agreements = select<Agreement>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND withdrawn = 0 ORDER BY effective DESC, "
        "number DESC");
    agreements.integer(view.organisation.number).integer(product->product.number);
    for (const auto& row : all_rows<Agreement>(agreements))
        all.agreements.push_back({row.number, names.of(row.buyer).code, names.of(row.buyer).name,
                                  row.effective, row.signed_on, stored<PriceTerms>(row.price),
                                  sale_terms_of(view, row.number).transform(shown)});
    return all;
}

namespace {

Result<void> check_amounts(const AddObligation& command, Currency currency) {
    if (command.amount.currency != currency)
        return refuse(Refusal::currencies_differ, "/amount/currency");
    if (command.instalment.currency != currency)
        return refuse(Refusal::currencies_differ, "/instalment/currency");
    if (command.amount.minor <= 0) return refuse(Refusal::amount_not_positive, "/amount");
    if (command.instalment.minor <= 0) return refuse(Refusal::amount_not_positive, "/instalment");
    if (command.amount < command.instalment)
        return refuse(Refusal::instalment_above_amount, "/instalment");
    if (!command.interest) return {};
    if (command.interest->currency != currency)
        return refuse(Refusal::currencies_differ, "/interest/currency");
    if (command.kind != DeductionKind::loan)
        return refuse(Refusal::interest_without_loan, "/interest");
    if (command.interest->minor <= 0) return refuse(Refusal::amount_not_positive, "/interest");
    if (!(*command.interest < command.amount))
        return refuse(Refusal::interest_not_below_amount, "/interest");
    return {};
}

Result<void> check_posting(const View& view, const AddObligation& command) {
    if (!is_own_credit(command.kind)) {
        if (command.against) return refuse(Refusal::debt_not_posted, "/against");
        if (command.date) return refuse(Refusal::debt_not_posted, "/date");
        return {};
    }
    // An advance is money.
    if (command.kind == DeductionKind::advance && command.against == DebtAgainst::sales_inputs)
        return refuse(Refusal::not_a_choice, "/against");
    return command.date ? check_entry_day(view, *command.date, "/date") : Result<void>{};
}

EntryNumber post_debt(Work& work, const Obligation& debt, const AddObligation& command) {
    const auto date = command.date.value_or(
        std::clamp(debt.first_due, work.today - oldest_delivery_days, work.today));
    auto entry = new_entry(work, EntryKind::obligation, date,
                           debt_legs(debt, command.against.value_or(DebtAgainst::opening)),
                           debt.number.number, debt.party);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return entry.number;
}

}  // namespace

Result<void> add_obligation(Work& work, const AddObligation& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    if (auto sound = check_amounts(command, own_organisation(work).currency); !sound) return sound;
    if (auto plausible = check_agreed_day(command.first_due, work.today, "/first_due"); !plausible)
        return plausible;
    // A correction is what a settlement found; nobody claims one by hand. Interest has its loan.
    if (command.kind == DeductionKind::correction || command.kind == DeductionKind::interest)
        return refuse(Refusal::not_a_choice, "/kind");
    if (auto sound = check_posting(work, command); !sound) return sound;
    if (command.kind == DeductionKind::capital) {
        const auto known = memberships(work, party->party);
        const auto* now = membership_on(known, std::max(command.first_due, work.today));
        if (!now || now->kind != MembershipKind::member)
            return refuse(Refusal::not_a_member, "/kind");
    }
    PartyId creditor;
    if (command.kind == DeductionKind::third_party) {
        if (!command.creditor) return refuse(Refusal::field_missing, "/creditor");
        const auto found = find_party(work, *command.creditor, "/creditor");
        if (!found) return std::unexpected(found.error());
        if (found->party == party->party)
            return refuse(Refusal::same_party, "/creditor", *command.creditor);
        creditor = found->party;
    } else if (command.creditor) {
        return refuse(Refusal::creditor_not_of_kind, "/creditor", *command.creditor);
    }
    Obligation made{
        work.organisation,  {next_number(work.db, "obligation", "number", work.organisation)},
        party->party,       command.kind,
        creditor,           command.amount,
        command.instalment, command.first_due,
        command.document,   0,
        work.position(),    0};
    made.interest = command.interest.value_or(Money{0, made.amount.currency});
    work.made("obligation", made.number.number);
    if (is_own_credit(made.kind)) made.entry = post_debt(work, made, command);
    insert(work.db, made);
    outdate_computed(work);
    return {};
}

namespace {

// What was taken for an obligation, and what the latest settlement that asked did not get.
struct Standing {
    Money taken, overdue;
};

Standing standing_of(const View& view, const Obligation& row) {
    Standing standing{{0, row.amount.currency}, {0, row.amount.currency}};
    auto query = view.db.query(
        "SELECT amount, asked FROM application WHERE organisation = $1 AND obligation = $2 AND "
        "cancelled = 0 ORDER BY position");
    query.integer(view.organisation.number).integer(row.number.number);
    while (query.next()) {
        const auto amount = query.integer_at(0);
        standing.taken.minor += amount;
        standing.overdue.minor = std::max<std::int64_t>(query.integer_at(1) - amount, 0);
    }
    return standing;
}

std::optional<Money> if_any(Money amount) {
    if (amount.is_zero()) return std::nullopt;
    return amount;
}
std::optional<EntryNumber> if_any(EntryNumber number) {
    if (number.is_none()) return std::nullopt;
    return number;
}

}  // namespace

Result<void> cancel_obligation(Work& work, const CancelObligation& command) {
    auto query = select<Obligation>(work.db, "WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number).integer(command.number.number);
    const auto known = first_row<Obligation>(query);
    if (!known || known->cancelled != 0) return refuse(Refusal::not_found, "/number");
    if (!standing_of(work, *known).taken.is_zero())
        return refuse(Refusal::obligation_settled, "/number");
    // What a settlement found goes with it.
    if (known->settlement != 0)
        return refuse(Refusal::entry_not_by_hand, "/number", std::to_string(known->settlement));
    if (is_of_goods_sold(work, known->number))
        return refuse(Refusal::entry_not_by_hand, "/number", known->document);
    work.db.query("UPDATE obligation SET cancelled = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    if (!known->entry.is_none()) {
        const auto entry = find_entry(work, known->entry);
        CHECK(entry.has_value());
        work.made("entry", keep_reversal(work, *entry, entry->date).number);
    }
    outdate_computed(work);
    return {};
}

Result<ObligationsView> obligations(const View& view, const ObligationsQuery& query) {
    auto wanted = view.own_party;
    if (query.supplier) {
        const auto party = find_party_itself(view, *query.supplier);
        if (!party) return std::unexpected(party.error());
        wanted = party->party;
    }
    const auto names = party_names(view);
    const auto kept = kept_parties(view);
    ObligationsView all;
    auto rows = select<Obligation>(view.db, "WHERE organisation = $1 ORDER BY number");
    rows.integer(view.organisation.number);
    for (const auto& row : all_rows<Obligation>(rows)) {
        if (wanted && row.party != *wanted && kept.of(row.party) != *wanted) continue;
        const auto [taken, overdue] = standing_of(view, row);
        const Money nothing{0, row.amount.currency};
        const auto remaining = row.cancelled != 0 ? nothing : row.amount - taken;
        if (query.open_only.value_or(false) && remaining.is_zero()) continue;
        all.obligations.push_back(
            {row.number, names.of(row.party).code, names.of(row.party).name, row.kind,
             names.code(row.creditor), row.amount, row.instalment, taken, remaining, row.first_due,
             row.document, row.cancelled != 0, if_any(row.rule),
             row.cancelled != 0 ? nothing : overdue, if_any(row.interest), if_any(row.entry)});
    }
    return all;
}

}  // namespace ayni
