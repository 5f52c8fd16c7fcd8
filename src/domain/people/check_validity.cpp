#include "domain/people/check_validity.h"

#include "domain/people/check_agreed_day.h"

namespace ayni {

Result<void> check_validity(Period validity, Date today) {
    if (validity.last < validity.first) return refuse(Refusal::dates_reversed, "/last");
    if (auto plausible = check_agreed_day(validity.first, today, "/first"); !plausible)
        return plausible;
    if (validity.days() > longest_validity_days)
        return refuse(Refusal::day_not_plausible, "/last", print(validity.last));
    return {};
}

}  // namespace ayni
