#pragma once
// Charts of accounts, as data of the organisation.

#include "app/chart_contract.h"
#include "app/work.h"

namespace ayni {

/// The chart of that name as the log stood at `position`, if one is asked for. Refused: `not_found`
/// at /chart.
[[nodiscard]] Result<std::optional<Chart>> find_chart(const View& view,
                                                      const std::optional<std::string>& name,
                                                      std::int64_t position);

/// Refused: as `check_chart`.
Result<void> set_chart(Work& work, const SetChart& command);
Result<ChartsView> charts(const View& view, const OrganisationQuery& query);

}  // namespace ayni
