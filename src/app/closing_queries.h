#pragma once

#include "app/work.h"
#include "ledger/closing.h"

namespace ayni {

/// The first day that may still be dated in the books; long ago while no month was closed.
[[nodiscard]] Date open_from(const View& view);
/// For what a person dates himself. Refused, at `where`: `day_not_plausible` (more than three years
/// old, or after today), `month_closed`.
[[nodiscard]] Result<void> check_entry_day(const View& view, Date day, std::string where = "/day");
/// The months that are closed now, by their ends.
[[nodiscard]] std::vector<Closing> closed_months(const View& view);

}  // namespace ayni
