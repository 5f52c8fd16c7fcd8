#include "app/lookup_queries.h"
#include "app/sale_queries.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr Rate all_of_it{1'000'000};

Result<void> check_share(Rate share, std::string where) {
    if (share < Rate{} || share > all_of_it)
        return refuse(Refusal::out_of_range, std::move(where), print(share));
    return {};
}

// A calendar is told as a whole, or not at all.
Result<void> check_calendar(const SetSaleTerms& command) {
    if (!command.expected) {
        if (command.per) return refuse(Refusal::field_missing, "/expected");
        if (command.expected_tolerance) return refuse(Refusal::field_missing, "/expected");
        return {};
    }
    if (!command.per) return refuse(Refusal::field_missing, "/per");
    if (*command.expected <= Quantity{}) return refuse(Refusal::quantity_not_positive, "/expected");
    return check_share(command.expected_tolerance.value_or(Rate{}), "/expected_tolerance");
}

}  // namespace

std::optional<SaleTerms> sale_terms_of(const View& view, AgreementNumber agreement) {
    auto query = select<SaleTerms>(view.db,
                                   "WHERE organisation = $1 AND agreement = $2 AND withdrawn = 0");
    query.integer(view.organisation.number).integer(agreement.number);
    return first_row<SaleTerms>(query);
}

Result<SaleAgreement> sale_agreement_on(const View& view, ProductId product, PartyId buyer,
                                        Date day) {
    auto query = select<Agreement>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND buyer = $3 AND effective <= $4 AND withdrawn "
        "= 0 ORDER BY effective DESC LIMIT 1");
    query.integer(view.organisation.number).integer(product.number);
    query.integer(buyer.number).integer(day.days);
    auto found = first_row<Agreement>(query);
    if (!found) return refuse(Refusal::no_agreement_on_day, "/day", print(day));
    auto terms = sale_terms_of(view, found->number).value_or(SaleTerms{});
    return SaleAgreement{*std::move(found), terms};
}

SaleTerms sale_terms_numbered(const View& view, SaleTermsNumber number) {
    auto query = select<SaleTerms>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    return first_row<SaleTerms>(query).value_or(SaleTerms{});
}

std::vector<SaleAgreement> sale_agreements(const View& view) {
    auto query = select<Agreement>(view.db,
                                   "WHERE organisation = $1 AND withdrawn = 0 ORDER BY number");
    query.integer(view.organisation.number);
    std::vector<SaleAgreement> all;
    for (auto& row : all_rows<Agreement>(query))
        if (auto terms = sale_terms_of(view, row.number)) all.push_back({std::move(row), *terms});
    return all;
}

Result<void> set_sale_terms(Work& work, const SetSaleTerms& command) {
    auto known = work.db.query(
        "SELECT 1 FROM agreement WHERE organisation = $1 AND number = $2 AND withdrawn = 0");
    known.integer(work.organisation.number).integer(command.agreement.number);
    if (!known.next()) return refuse(Refusal::not_found, "/agreement");
    if (auto sound = check_share(command.weight_tolerance, "/weight_tolerance"); !sound)
        return sound;
    if (auto sound = check_share(command.value_tolerance, "/value_tolerance"); !sound) return sound;
    if (auto sound = check_calendar(command); !sound) return sound;
    if (sale_terms_of(work, command.agreement))
        return refuse(Refusal::effective_day_taken, "/agreement",
                      std::to_string(command.agreement.number));
    const SaleTerms made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "sale_terms", "number", work.organisation)},
        .agreement = command.agreement,
        .payment_days = command.payment_days,
        .weight_tolerance = command.weight_tolerance,
        .value_tolerance = command.value_tolerance,
        .expected = command.expected.value_or(Quantity{}),
        .per = command.per.value_or(CalendarPeriod::week),
        .expected_tolerance = command.expected_tolerance.value_or(Rate{}),
        .position = work.position(),
        .withdrawn = 0};
    insert(work.db, made);
    work.made("sale_terms", made.number.number);
    return {};
}

}  // namespace ayni
