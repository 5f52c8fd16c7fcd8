#include <algorithm>

#include "app/lookup_queries.h"
#include "app/sessions_queries.h"
#include "app/use_cases.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_alive(const Session& session, Instant now) {
    return now.milliseconds - session.created.milliseconds <= session_milliseconds &&
           now.milliseconds - session.seen.milliseconds <= idle_milliseconds;
}

// Of those who have a role here; not those of other organisations.
std::vector<User> users_here(const View& view) {
    auto query = select<User>(
        view.db,
        "WHERE id IN (SELECT user FROM role_grant WHERE organisation = $1 AND (last IS NULL OR "
        "last > $2)) ORDER BY login");
    query.integer(view.organisation.number).integer(view.now.milliseconds);
    return all_rows<User>(query);
}

}  // namespace

Result<SessionsView> sessions(const View& view, const OrganisationQuery&) {
    SessionsView all;
    for (const auto& user : users_here(view)) {
        auto query = select<Session>(view.db, "WHERE user = $1 ORDER BY created DESC");
        query.integer(user.id.number);
        for (const auto& session : all_rows<Session>(query))
            if (is_alive(session, view.now))
                all.sessions.push_back({user.login, user.name, session.created, session.seen,
                                        session.by_link, session.proven.has_value()});
    }
    return all;
}

Result<void> end_sessions(Work& work, const EndSessions& command) {
    const auto users = users_here(work);
    const auto found = std::ranges::find(users, command.login, &User::login);
    if (found == users.end()) return refuse(Refusal::not_found, "/login", command.login);
    work.db.query("DELETE FROM session WHERE user = $1").integer(found->id.number).run();
    work.db.query("UPDATE sign_in_link SET used = $2 WHERE user = $1 AND used IS NULL")
        .integer(found->id.number)
        .integer(work.now.milliseconds)
        .run();
    return {};
}

}  // namespace ayni
