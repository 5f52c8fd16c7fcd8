#pragma once
// What a command asks of its organisation's log before it does anything: one question.

#include "store/log.h"

namespace ayni {

struct LogStart {
    LogHead head;
    std::optional<LogRecord> before;  ///< of the same key
};

[[nodiscard]] LogStart log_start(Connection& db, OrganisationId organisation, std::string_view key);

}  // namespace ayni
