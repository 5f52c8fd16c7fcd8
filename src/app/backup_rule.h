#pragma once
// When the server makes a copy, which copies it keeps, and when the newest is too old.

#include <optional>
#include <string>
#include <vector>

#include "app/health_contract.h"
#include "app/machine.h"
#include "kernel/date.h"

namespace ayni {

/// A day, and two hours for a machine that was switched off at night.
inline constexpr std::int64_t backup_overdue_hours = 26;
/// The newest copy of each of so many days is kept; days without a copy do not count.
inline constexpr int backup_days_kept = 14;

/// How it stands with the copies of a server that makes them.
[[nodiscard]] BackupState backup_state(const CopyFacts& copies, Instant now);
/// Whole days from one to the other.
[[nodiscard]] std::int64_t days_between(Instant first, Instant last) noexcept;

/// Whether a copy is to be made: the newest is from before `hour`, the last time the clock showed
/// the hour of copies, and no try since then failed less than an hour ago.
[[nodiscard]] bool is_copy_due(std::optional<Instant> newest, std::optional<Instant> failed,
                               Instant hour, Instant now) noexcept;
/// The last time, until `now`, that the clocks of the zone showed so many minutes after midnight.
[[nodiscard]] Instant last_time_at(const std::string& time_zone, int minutes, Instant now);

/// Which copies are no longer needed, of those kept (newest first), by the days of the zone. A copy
/// that claims to be from later than `now` neither counts nor goes.
[[nodiscard]] std::vector<KeptCopy> copies_to_remove(const std::vector<KeptCopy>& kept,
                                                     const std::string& time_zone, Instant now);
/// The newest copy that is not from later than `now`.
[[nodiscard]] std::optional<Instant> newest_copy(const std::vector<KeptCopy>& kept, Instant now);

/// "coop-20250831T070003Z.ayni": its order by name is the order in which they were made.
[[nodiscard]] std::string copy_name(const std::string& stem, Instant made);
/// When a file of that name was made; none for a file that is no copy of ours.
[[nodiscard]] std::optional<Instant> made_of_name(const std::string& stem, std::string_view name);

}  // namespace ayni
