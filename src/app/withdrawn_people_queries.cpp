#include <algorithm>

#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {

Result<void> withdraw_certificate(Work& work, const WithdrawCertificate& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    auto query = work.db.query(
        "UPDATE certificate SET withdrawn = $5 WHERE organisation = $1 AND party = $2 AND kind = "
        "$3 AND first = $4 AND withdrawn = 0");
    query.integer(work.organisation.number).integer(party->party.number).text(command.kind);
    query.integer(command.first.days).integer(work.position()).run();
    if (work.db.changes() == 0) return refuse(Refusal::not_found, "/first", print(command.first));
    outdate_computed(work);
    return {};
}

Result<void> withdraw_membership(Work& work, const WithdrawMembership& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto known = memberships(work, party->party);
    if (std::ranges::find(known, command.first, &Membership::first) == known.end())
        return refuse(Refusal::not_found, "/first", print(command.first));
    if (known.back().first != command.first)
        return refuse(Refusal::later_membership, "/first", print(known.back().first));
    if (known.size() == 1) return refuse(Refusal::first_membership, "/first");
    const auto on_day = [&](std::string_view change, Date first) {
        auto query = work.db.query(std::string("UPDATE membership SET ") + std::string(change) +
                                   " WHERE organisation = $1 AND party = $2 AND first = $3 AND "
                                   "withdrawn = 0");
        query.integer(work.organisation.number).integer(party->party.number).integer(first.days);
        return query;
    };
    on_day("last = NULL", known[known.size() - 2].first).run();
    on_day("withdrawn = $4", command.first).integer(work.position()).run();
    outdate_computed(work);
    return {};
}

}  // namespace ayni
