#include "app/lookup_queries.h"
#include "app/sale_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Whether they were the terms of a day of something posted: signed before it was computed, and not
// replaced by others since before its first day.
bool settled_by(const View& view, const PurchaseTerms& terms) {
    auto query = view.db.query(
        "SELECT 1 FROM settlement s WHERE s.organisation = $1 AND s.product = $2 AND s.state = $3 "
        "AND s.position > $4 AND s.last >= $5 AND NOT EXISTS (SELECT 1 FROM purchase_terms t "
        "WHERE t.organisation = $1 AND t.product = $2 AND t.applies_to = $6 AND t.effective > $5 "
        "AND t.effective <= s.first AND t.position < s.position AND (t.withdrawn = 0 OR "
        "t.withdrawn >= s.position))");
    query.integer(view.organisation.number).integer(terms.product.number);
    query.integer(static_cast<int>(SettlementState::posted)).integer(terms.position);
    query.integer(terms.effective.days).integer(static_cast<int>(terms.applies_to));
    return query.next();
}

Result<void> withdraw_from(std::string_view table, Work& work, std::int64_t number) {
    work.db
        .query("UPDATE " + std::string(table) +
               " SET withdrawn = $3 WHERE organisation = $1 AND number = $2 AND withdrawn = 0")
        .integer(work.organisation.number)
        .integer(number)
        .integer(work.position())
        .run();
    if (work.db.changes() == 0) return refuse(Refusal::not_found, "/number");
    return {};
}

}  // namespace

Result<void> withdraw_terms(Work& work, const WithdrawTerms& command) {
    auto query = select<PurchaseTerms>(work.db,
                                       "WHERE organisation = $1 AND number = $2 AND withdrawn = 0");
    query.integer(work.organisation.number).integer(command.number.number);
    const auto known = first_row<PurchaseTerms>(query);
    if (!known) return refuse(Refusal::not_found, "/number");
    if (settled_by(work, *known)) return refuse(Refusal::terms_settled, "/number");
    if (auto gone = withdraw_from("purchase_terms", work, command.number.number); !gone)
        return gone;
    outdate_computed(work);
    return {};
}

Result<void> withdraw_agreement(Work& work, const WithdrawAgreement& command) {
    return withdraw_from("agreement", work, command.number.number);
}

Result<void> withdraw_sale_terms(Work& work, const WithdrawSaleTerms& command) {
    return withdraw_from("sale_terms", work, command.number.number);
}

}  // namespace ayni
