#include <chrono>

#include <date/tz.h>

#include "app/service.h"

namespace ayni {

bool is_time_zone(const std::string& name) {
    try {
        return date::locate_zone(name) != nullptr;
    } catch (const std::runtime_error&) {
        return false;
    }
}

Date day_in(const std::string& time_zone, Instant instant) {
    const date::sys_time<std::chrono::milliseconds> time{
        std::chrono::milliseconds{instant.milliseconds}};
    if (!is_time_zone(time_zone))
        return {
            static_cast<std::int32_t>(date::floor<date::days>(time).time_since_epoch().count())};
    const auto local = date::locate_zone(time_zone)->to_local(time);
    return {static_cast<std::int32_t>(date::floor<date::days>(local).time_since_epoch().count())};
}

}  // namespace ayni
