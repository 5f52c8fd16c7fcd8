#include "domain/people/check_begun_day.h"

namespace ayni {

Result<void> check_begun_day(Date day, Date today, std::string where) {
    if (day < oldest_begun_day || day > today + begun_days_ahead)
        return refuse(Refusal::day_not_plausible, std::move(where), print(day));
    return {};
}

}  // namespace ayni
