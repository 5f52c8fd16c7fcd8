#include <chrono>

#include <date/tz.h>

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

std::string local_time(const std::string& time_zone, Instant instant) {
    const auto shown = local_in(time_zone, instant).time_since_epoch();
    const auto text = print(Instant{shown.count()});
    return text.substr(0, 10) + " " + text.substr(11, 5);
}

}  // namespace ayni
