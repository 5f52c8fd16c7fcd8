#include "domain/sale/usual_arrivals.h"

#include <algorithm>
#include <map>

#include "kernel/wide.h"

namespace ayni {

std::vector<DayQuantity> usual_arrivals(std::span<const DayQuantity> left, Date today, int days) {
    std::map<Date, Quantity> by_day;
    for (const auto& each : left)
        if (each.day <= today) by_day[each.day] += each.quantity;
    if (by_day.empty() || by_day.rbegin()->first <= today - 7 * usual_weeks) return {};
    const auto begin = by_day.begin()->first;
    std::vector<DayQuantity> usual;
    for (int ahead = 1; ahead <= days; ++ahead) {
        const auto day = today + ahead;
        Wide sum = 0;
        int counted = 0;
        // The newest same day that is over, and those of the weeks before it.
        auto same = day - 7 * ((ahead + 6) / 7);
        for (int week = 0; week < usual_weeks && begin <= same; ++week, same = same - 7) {
            if (const auto found = by_day.find(same); found != by_day.end())
                sum += found->second.thousandths;
            ++counted;
        }
        const auto mean = counted == 0 ? Wide{0} : divide(sum, counted, Rounding::half_even);
        usual.push_back({day, {static_cast<std::int64_t>(mean)}});
    }
    return usual;
}

}  // namespace ayni
