#include "app/decision_queries.h"

#include <fmt/format.h>

namespace ayni {

void keep_decision(Work& work, std::string_view table, std::int64_t number,
                   const Decision& decision) {
    work.db
        .query(
            fmt::format("UPDATE {} SET state = $3, decided_by = $4, reason = $5, entry = $6 WHERE "
                        "organisation = $1 AND number = $2",
                        table))
        .integer(work.organisation.number)
        .integer(number)
        .integer(static_cast<int>(decision.state))
        .integer(work.caller.user.number)
        .text(decision.reason)
        .integer(decision.entry.number)
        .run();
}

}  // namespace ayni
