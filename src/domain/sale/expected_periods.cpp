#include "domain/sale/expected_periods.h"

namespace ayni {
namespace {

// 1970-01-01 was a Thursday: days since the last Monday.
int since_monday(Date day) { return static_cast<int>(((day.days + 3) % 7 + 7) % 7); }

Period period_of(CalendarPeriod per, Date day) {
    if (per == CalendarPeriod::week) {
        const auto first = day - since_monday(day);
        return {first, first + 6};
    }
    return month_of(day);
}

}  // namespace

std::vector<Period> expected_periods(CalendarPeriod per, Period days) {
    std::vector<Period> periods;
    for (auto period = period_of(per, days.first); period.last <= days.last;
         period = period_of(per, period.last + 1))
        periods.push_back(period);
    return periods;
}

Shortfall shortfall(Quantity expected, Rate tolerance, Quantity left, Quantity collected) {
    const auto missing = expected - left;
    if (static_cast<Wide>(missing.thousandths) * 1'000'000 <=
        static_cast<Wide>(expected.thousandths) * tolerance.millionths)
        return Shortfall::none;
    return collected < expected ? Shortfall::ours : Shortfall::buyers;
}

}  // namespace ayni
