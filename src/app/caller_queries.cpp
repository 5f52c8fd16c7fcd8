#include "app/caller_queries.h"

#include "store/tables.h"

namespace ayni {

namespace {

std::vector<OrganisationId> organisations_that_ask(Connection& db, UserId user) {
    std::vector<OrganisationId> found;
    auto query = db.query(
        "SELECT organisation FROM second_factor_rule r WHERE required = 1 AND organisation IN "
        "(SELECT organisation FROM role_grant WHERE user = $1) AND position = (SELECT "
        "max(position) FROM second_factor_rule WHERE organisation = r.organisation)");
    query.integer(user.number);
    while (query.next()) found.push_back({query.integer_at(0)});
    return found;
}

}  // namespace

Caller load_caller(Connection& db, UserId user, Instant now, FactorState factor) {
    auto query = select<User>(db, "WHERE id = $1");
    query.integer(user.number);
    const auto found = first_row<User>(query);
    if (!found || !found->active) return {};
    auto grants = select<Grant>(db, "WHERE user = $1 ORDER BY organisation, role, first");
    grants.integer(user.number);
    auto all = all_rows<Grant>(grants);
    // A role of one party that names none would open what is everybody's.
    std::erase_if(all, [&](const Grant& grant) {
        return (grant.last && *grant.last <= now) || (is_of_one_party(grant.role) && !grant.party);
    });
    return {found->id,      found->login,
            found->name,    found->language,
            std::move(all), organisations_that_ask(db, user),
            factor,         found->password.has_value()};
}

UserId user_named(Connection& db, std::string_view login) {
    auto query = db.query("SELECT id FROM user_account WHERE login = $1");
    query.text(login);
    return query.next() ? UserId{query.integer_at(0)} : UserId{};
}

std::string time_zone_of(Connection& db, OrganisationId organisation) {
    auto query = db.query("SELECT time_zone FROM organisation WHERE id = $1");
    query.integer(organisation.number);
    return query.next() ? std::string(query.text_at(0)) : std::string("UTC");
}

}  // namespace ayni
