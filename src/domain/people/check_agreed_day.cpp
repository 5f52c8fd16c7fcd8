#include "domain/people/check_agreed_day.h"

namespace ayni {

Result<void> check_agreed_day(Date day, Date today, std::string where) {
    if (day < oldest_agreed_day || day > today + agreed_days_ahead)
        return refuse(Refusal::day_not_plausible, std::move(where), print(day));
    return {};
}

}  // namespace ayni
