#include <algorithm>

#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {

namespace {

// Under which code it was granted: that of one of those who are one by now.
std::optional<PartyId> holder_of(const View& view, PartyId kept_one,
                                 const WithdrawCertificate& command) {
    auto query = view.db.query(
        "SELECT party FROM certificate WHERE organisation = $1 AND kind = $2 AND first = $3 AND "
        "withdrawn = 0 ORDER BY party");
    query.integer(view.organisation.number).text(command.kind).integer(command.first.days);
    const auto kept = kept_parties(view);
    while (query.next())
        if (const PartyId party{query.integer_at(0)}; kept.of(party) == kept_one) return party;
    return std::nullopt;
}

}  // namespace

Result<void> withdraw_certificate(Work& work, const WithdrawCertificate& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto holder = holder_of(work, party->party, command);
    if (!holder) return refuse(Refusal::not_found, "/first", print(command.first));
    auto query = work.db.query(
        "UPDATE certificate SET withdrawn = $5 WHERE organisation = $1 AND party = $2 AND kind = "
        "$3 AND first = $4 AND withdrawn = 0");
    query.integer(work.organisation.number).integer(holder->number).text(command.kind);
    query.integer(command.first.days).integer(work.position()).run();
    if (*holder != party->party) work.made("holder", holder->number);
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
