#include <chrono>

#include <date/tz.h>

#include "app/backup_rule.h"
#include "app/local_time.h"
#include "app/service.h"

namespace ayni {

bool is_time_zone(const std::string& name) {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

namespace {

date::local_time<std::chrono::milliseconds> local_in(const std::string& time_zone,
                                                     Instant instant) {
    const date::sys_time<std::chrono::milliseconds> time{
        std::chrono::milliseconds{instant.milliseconds}};
    if (is_time_zone(time_zone)) return date::locate_zone(time_zone)->to_local(time);
    return date::local_time<std::chrono::milliseconds>{time.time_since_epoch()};
}

}  // namespace

Date day_in(const std::string& time_zone, Instant instant) {
    const auto local = local_in(time_zone, instant);
    return {static_cast<std::int32_t>(date::floor<date::days>(local).time_since_epoch().count())};
}

// On the day on which the clocks are moved, an hour that is shown twice is the first of both, and
// one that is left out is when they are moved.
Instant last_time_at(const std::string& time_zone, int minutes, Instant now) {
    const auto day = date::floor<date::days>(local_in(time_zone, now));
    for (const auto back : {date::days{0}, date::days{1}}) {
        const auto shown = day - back + std::chrono::minutes{minutes};
        const auto time = is_time_zone(time_zone)
                              ? date::locate_zone(time_zone)->to_sys(shown, date::choose::earliest)
                              : date::sys_seconds{shown.time_since_epoch()};
        const Instant at{
            std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count()};
        if (at <= now) return at;
    }
    return now;
}

std::string local_time(const std::string& time_zone, Instant instant) {
    const auto shown = local_in(time_zone, instant).time_since_epoch();
    const auto text = print(Instant{shown.count()});
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

}  // namespace ayni
