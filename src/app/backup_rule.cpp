#include "app/backup_rule.h"

#include <algorithm>

#include "app/service.h"

namespace ayni {
namespace {

constexpr std::int64_t hour_milliseconds = 3'600'000;
constexpr std::int64_t day_milliseconds = 24 * hour_milliseconds;
constexpr std::string_view copy_end = ".ayni";

}  // namespace

std::optional<Instant> newest_copy(const std::vector<KeptCopy>& kept, Instant now) {
    const auto found = std::ranges::find_if(kept,
                                            [&](const auto& each) { return each.made <= now; });
    return found == kept.end() ? std::nullopt : std::optional(found->made);
}

BackupState backup_state(const CopyFacts& copies, Instant now) {
    if (!copies.on) return BackupState::off;
    const auto newest = newest_copy(copies.kept, now);
    if (!newest) return BackupState::missing;
    const auto age = now.milliseconds - newest->milliseconds;
    if (age > backup_overdue_hours * hour_milliseconds) return BackupState::overdue;
    return copies.failure ? BackupState::failed : BackupState::good;
}

std::int64_t days_between(Instant first, Instant last) noexcept {
    return (last.milliseconds - first.milliseconds) / day_milliseconds;
}

bool is_copy_due(std::optional<Instant> newest, std::optional<Instant> failed, Instant hour,
                 Instant now) noexcept {
    if (newest && *newest >= hour) return false;
    return !failed || now.milliseconds - failed->milliseconds >= hour_milliseconds;
}

std::vector<KeptCopy> copies_to_remove(const std::vector<KeptCopy>& kept,
                                       const std::string& time_zone, Instant now) {
    std::vector<KeptCopy> removed;
    std::optional<Date> day;
    int days = 0;
    for (const auto& each : kept) {
        if (each.made > now) continue;
        const auto its = day_in(time_zone, each.made);
        if (day != its && days < backup_days_kept)
            ++days;
        else
            removed.push_back(each);
        day = its;
    }
    return removed;
}

std::string copy_name(const std::string& stem, Instant made) {
    auto time = print(made).substr(0, 19);
    std::erase_if(time, [](char each) { return each == '-' || each == ':'; });
    return stem + "-" + time + "Z" + std::string(copy_end);
}

std::optional<Instant> made_of_name(const std::string& stem, std::string_view name) {
    if (!name.starts_with(stem + "-") || !name.ends_with(copy_end)) return std::nullopt;
    name.remove_prefix(stem.size() + 1);
    name.remove_suffix(copy_end.size());
    if (name.size() != 16) return std::nullopt;
    const auto part = [&](std::size_t place, std::size_t size) {
        return std::string(name.substr(place, size));
    };
    const auto made = parse_instant(part(0, 4) + "-" + part(4, 2) + "-" + part(6, 5) + ":" +
                                    part(11, 2) + ":" + part(13, 2) + ".000" + part(15, 1));
    return made ? std::optional(*made) : std::nullopt;
}

}  // namespace ayni
