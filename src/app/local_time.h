#pragma once

#include <string>

#include "kernel/date.h"

namespace ayni {

/// "2025-07-16 10:04", as the clocks of a time zone of IANA show it; of an unknown one UTC.
[[nodiscard]] std::string local_time(const std::string& time_zone, Instant instant);

}  // namespace ayni
