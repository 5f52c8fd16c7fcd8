#include <algorithm>

#include "app/lookup_queries.h"
#include "app/use_cases.h"
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
    auto value = from_json_text<T>(document);
    CHECK(value.has_value());  // It was valid when it was signed, and nobody may change it.
    return *std::move(value);
}

}  // namespace

Result<void> sign_agreement(Work& work, const SignAgreement& command) {
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto buyer = find_party(work, command.buyer, "/buyer");
    if (!buyer) return std::unexpected(buyer.error());
    if (auto sound = check(work, *product, command.price, nullptr); !sound) return sound;
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
    if (auto sound = check(work, *product, command.price, &command.waterfall); !sound) return sound;
    auto taken = work.db.query(
        "SELECT 1 FROM purchase_terms WHERE organisation = $1 AND product = $2 AND applies_to = $3 "
        "AND effective = $4");
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
        view.db, "WHERE organisation = $1 AND product = $2 ORDER BY effective DESC, number DESC");
    rows.integer(view.organisation.number).integer(product->product.number);
    for (const auto& row : all_rows<PurchaseTerms>(rows))
        all.terms.push_back({row.number, row.applies_to, row.effective,
                             stored<PriceTerms>(row.price), stored<WaterfallTerms>(row.waterfall)});
    const auto names = party_names(view);
    auto agreements = select<Agreement>(
        view.db, "WHERE organisation = $1 AND product = $2 ORDER BY effective DESC, number DESC");
    agreements.integer(view.organisation.number).integer(product->product.number);
    for (const auto& row : all_rows<Agreement>(agreements))
        all.agreements.push_back({row.number, names.of(row.buyer).code, names.of(row.buyer).name,
                                  row.effective, row.signed_on, stored<PriceTerms>(row.price)});
    return all;
}

Result<void> add_obligation(Work& work, const AddObligation& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto currency = own_organisation(work).currency;
    if (command.amount.currency != currency)
        return refuse(Refusal::currencies_differ, "/amount/currency");
    if (command.instalment.currency != currency)
        return refuse(Refusal::currencies_differ, "/instalment/currency");
    if (command.amount.minor <= 0) return refuse(Refusal::amount_not_positive, "/amount");
    if (command.instalment.minor <= 0 || command.amount < command.instalment)
        return refuse(Refusal::amount_not_positive, "/instalment");
    // A correction is what a settlement found; nobody claims one by hand.
    if (command.kind == DeductionKind::correction) return refuse(Refusal::not_a_choice, "/kind");
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
        creditor = found->party;
    }
    const Obligation made{
        work.organisation,  {next_number(work.db, "obligation", "number", work.organisation)},
        party->party,       command.kind,
        creditor,           command.amount,
        command.instalment, command.first_due,
        command.document,   0,
        work.position(),    0};
    insert(work.db, made);
    outdate_computed(work);
    work.made("obligation", made.number.number);
    return {};
}

namespace {

std::int64_t taken_of(const View& view, ObligationNumber number) {
    auto query = view.db.query(
        "SELECT coalesce(sum(amount), 0) FROM application WHERE organisation = $1 AND obligation = "
        "$2 AND cancelled = 0");
    query.integer(view.organisation.number).integer(number.number);
    return query.next() ? query.integer_at(0) : 0;
}

}  // namespace

Result<void> cancel_obligation(Work& work, const CancelObligation& command) {
    auto query = select<Obligation>(work.db, "WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number).integer(command.number.number);
    const auto known = first_row<Obligation>(query);
    if (!known || known->cancelled != 0) return refuse(Refusal::not_found, "/number");
    if (taken_of(work, known->number) != 0 || known->settlement != 0)
        return refuse(Refusal::obligation_settled, "/number");
    work.db.query("UPDATE obligation SET cancelled = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    outdate_computed(work);
    return {};
}

Result<ObligationsView> obligations(const View& view, const ObligationsQuery& query) {
    auto wanted = view.own_party;
    if (query.supplier) {
        const auto party = find_party(view, *query.supplier);
        if (!party) return std::unexpected(party.error());
        wanted = party->party;
    }
    const auto names = party_names(view);
    ObligationsView all;
    auto rows = select<Obligation>(view.db, "WHERE organisation = $1 ORDER BY number");
    rows.integer(view.organisation.number);
    for (const auto& row : all_rows<Obligation>(rows)) {
        if (wanted && row.party != *wanted) continue;
        const Money taken{taken_of(view, row.number), row.amount.currency};
        const auto remaining = row.cancelled != 0 ? Money{0, row.amount.currency}
                                                  : row.amount - taken;
        if (query.open_only.value_or(false) && remaining.is_zero()) continue;
        all.obligations.push_back({row.number, names.of(row.party).code, names.of(row.party).name,
                                   row.kind, names.code(row.creditor), row.amount, row.instalment,
                                   taken, remaining, row.first_due, row.document,
                                   row.cancelled != 0});
    }
    return all;
}

}  // namespace ayni
