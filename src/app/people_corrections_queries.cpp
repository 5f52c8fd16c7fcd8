#include "app/people_corrections_queries.h"

#include <algorithm>

#include "app/free_dni_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "domain/people/check_begun_day.h"
#include "store/tables.h"

namespace ayni {
namespace {

void bind_if(Query& query, const std::optional<std::string>& value) {
    if (value)
        query.text(*value);
    else
        query.null();
}

}  // namespace

Result<void> correct_person(Work& work, const CorrectPerson& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto dni = free_dni(work, command.dni, party->party);
    if (!dni) return std::unexpected(dni.error());
    auto query = work.db.query(
        "UPDATE person SET given_names = $3, family_names = $4, sex = $5, dni = $6, phone = $7, "
        "hamlet = $8 WHERE organisation = $1 AND party = $2");
    query.integer(work.organisation.number).integer(party->party.number);
    query.text(command.given_names).text(command.family_names);
    query.integer(static_cast<int>(command.sex));
    bind_if(query, *dni);
    bind_if(query, command.phone);
    bind_if(query, command.hamlet);
    query.run();
    return {};
}

Result<void> correct_membership(Work& work, const CorrectMembership& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    if (auto plausible = check_begun_day(command.began, work.today, "/began"); !plausible)
        return plausible;
    const auto known = memberships(work, party->party);
    const auto found = std::ranges::find(known, command.first, &Membership::first);
    if (found == known.end()) return refuse(Refusal::not_found, "/first", print(command.first));
    const bool overlaps = command.began == command.first ||
                          (found->last && *found->last < command.began) ||
                          (found != known.begin() && command.began <= std::prev(found)->first);
    if (overlaps) return refuse(Refusal::membership_overlaps, "/began");
    const auto change = [&](std::string_view column, std::int64_t value, Date first) {
        auto query = work.db.query("UPDATE membership SET " + std::string(column) +
                                   " = $4 WHERE organisation = $1 AND party = $2 AND first = $3 "
                                   "AND withdrawn = 0");
        query.integer(work.organisation.number).integer(party->party.number).integer(first.days);
        query.integer(value).run();
    };
    change("withdrawn", work.position(), command.first);
    if (found != known.begin()) change("last", (command.began - 1).days, std::prev(found)->first);
    insert(work.db, Membership{.organisation = work.organisation,
                               .party = party->party,
                               .first = command.began,
                               .kind = found->kind,
                               .last = found->last,
                               .position = work.position(),
                               .withdrawn = 0});
    outdate_computed(work);
    return {};
}

}  // namespace ayni
