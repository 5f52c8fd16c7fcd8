#include "store/log_start.h"

namespace ayni {

LogStart log_start(Connection& db, OrganisationId organisation, std::string_view key) {
    auto query = db.query(
        "SELECT l.position, l.hash, k.position, k.body, k.hash FROM log l LEFT JOIN log k ON "
        "k.organisation = l.organisation AND k.key = $2 WHERE l.organisation = $1 ORDER BY "
        "l.position DESC LIMIT 1");
    query.integer(organisation.number).text(key);
    if (!query.next()) return {};
    LogStart start{{query.integer_at(0), digest_of(query.text_at(1))}, std::nullopt};
    if (!query.is_null(2))
        start.before = LogRecord{organisation, query.integer_at(2), std::string(key),
                                 Bytes{std::string(query.text_at(3))},
                                 Bytes{std::string(query.text_at(4))}};
    return start;
}

}  // namespace ayni
