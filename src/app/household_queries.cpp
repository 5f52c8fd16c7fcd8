#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {

Result<void> add_household(Work& work, const AddHousehold& command) {
    if (auto usable = check_code(command.code); !usable) return usable;
    if (find_household(work, command.code))
        return refuse(Refusal::code_taken, "/code", command.code);
    const HouseholdId made{next_number(work.db, "household", "household", work.organisation)};
    insert(work.db, Household{work.organisation, made, command.code, command.name, command.hamlet});
    work.made("household", made.number);
    return {};
}

Result<void> change_household(Work& work, const ChangeHousehold& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    auto query = work.db.query(
        "UPDATE person SET household = $3 WHERE organisation = $1 AND party = $2");
    query.integer(work.organisation.number).integer(party->party.number);
    if (command.household) {
        const auto household = find_household(work, *command.household);
        if (!household) return std::unexpected(household.error());
        query.integer(household->number);
    } else {
        query.null();
    }
    query.run();
    return {};
}

Result<HouseholdsView> households(const View& view, const OrganisationQuery&) {
    HouseholdsView found;
    auto query = view.db.query(
        "SELECT h.code, h.name, h.hamlet, count(p.party) FROM household h "
        "LEFT JOIN person p ON p.organisation = h.organisation AND p.household = h.household "
        "WHERE h.organisation = $1 GROUP BY h.organisation, h.household ORDER BY h.code");
    query.integer(view.organisation.number);
    while (query.next()) {
        auto& one = found.households.emplace_back();
        one.code = query.text_at(0);
        one.name = query.text_at(1);
        if (!query.is_null(2)) one.hamlet = query.text_at(2);
        one.suppliers = query.integer_at(3);
    }
    return found;
}

}  // namespace ayni
