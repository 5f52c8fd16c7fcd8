#pragma once

#include "kernel/date.h"
#include "kernel/result.h"

namespace ayni {

/// No certificate of a herd or a field is given for longer: ten years.
inline constexpr int longest_validity_days = 3'653;

/// The days on which a certificate is valid. Refused: `dates_reversed` (at /last),
/// `day_not_plausible` (at /first: as in `check_agreed_day`; at /last: longer than that).
[[nodiscard]] Result<void> check_validity(Period validity, Date today);

}  // namespace ayni
