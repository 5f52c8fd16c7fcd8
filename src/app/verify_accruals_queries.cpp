#include "app/verify_accruals_queries.h"

#include "ledger/entry.h"

namespace ayni {

void verify_accruals(Connection& db, OrganisationId organisation, const Find& find) {
    constexpr auto kind = static_cast<int>(EntryKind::accrual);
    auto differing = db.query(
        "SELECT a.number FROM accrual a LEFT JOIN entry e ON e.organisation = a.organisation AND "
        "e.number = a.entry LEFT JOIN entry b ON b.organisation = a.organisation AND b.number = "
        "a.taken_back_by WHERE a.organisation = $1 AND NOT (coalesce(e.kind = $2 AND e.subject = "
        "a.product AND e.event_date = a.last AND e.position = a.position AND b.reverses = e.number "
        "AND b.position = a.position, FALSE) AND a.first <= a.last AND abs(a.cancelled) = "
        "coalesce((SELECT max(r.position) FROM entry r WHERE r.organisation = a.organisation AND "
        "r.reverses = a.taken_back_by), 0)) ORDER BY a.number");
    differing.integer(organisation.number).integer(kind);
    while (differing.next()) find("accrual", std::to_string(differing.integer_at(0)));
    auto missing = db.query(
        "SELECT e.number FROM entry e JOIN entry b ON b.organisation = e.organisation AND b.number "
        "= e.number + 1 WHERE e.organisation = $1 AND e.kind = $2 AND b.reverses = e.number AND "
        "b.position = e.position AND NOT EXISTS (SELECT 1 FROM accrual a WHERE a.organisation = $1 "
        "AND a.entry = e.number) ORDER BY e.number");
    missing.integer(organisation.number).integer(kind);
    while (missing.next()) find("accrual", "of entry " + std::to_string(missing.integer_at(0)));
}

}  // namespace ayni
