#include <algorithm>
#include <map>
#include <string>

#include "edge/papers/statement_pieces.h"

namespace ayni {
namespace {

constexpr double axis_size = 6.2;
constexpr double axis_height = 8;
constexpr double widest_step = 26;

// Every day of the period, also those that brought nothing.
std::vector<StatementDay> all_days(const StatementView& statement) {
    constexpr int most_bars = 400;
    std::map<Date, StatementDay> by_day;
    const int days = std::min(statement.last - statement.first + 1, most_bars);
    for (int i = 0; i < days; ++i) by_day[statement.first + i].day = statement.first + i;
    for (const auto& day : statement.days) by_day[day.day] = day;
    std::vector<StatementDay> result;
    for (const auto& [date, day] : by_day) result.push_back(day);
    return result;
}

double amount_of(Quantity quantity) { return static_cast<double>(quantity.thousandths); }

}  // namespace

void draw_day_bars(const StatementPaper& paper, const Area& area) {
    const auto days = all_days(*paper.statement);
    auto& pen = *paper.pen;
    double most = 1;
    for (const auto& day : days) most = std::max(most, amount_of(day.quantity + day.rejected));
    const double step = std::min(area.width / static_cast<double>(days.size()), widest_step);
    const double bar = step * 0.8, base = area.y + area.height - axis_height;
    const double unit = (area.height - axis_height) / most;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const double x = area.x + step * static_cast<double>(i) + step * 0.1;
        const double accepted = amount_of(days[i].quantity) * unit;
        const double rejected = amount_of(days[i].rejected) * unit;
        pen.fill({x, base - accepted, bar, accepted}, Ink::green);
        if (rejected > 0)
            pen.outline({x + 0.3, base - accepted - rejected + 0.3, bar - 0.6, rejected - 0.3},
                        Ink::carmine, 0.6);
        if (accepted + rejected <= 0) pen.fill({x, base - 1.6, bar, 1.6}, Ink::carmine);
        if (i == 0 || i + 1 == days.size() || (days.size() > 4 && i == days.size() / 2))
            pen.text({x + bar / 2, area.y + area.height - 1},
                     std::to_string(civil(days[i].day).day), {.size = axis_size, .ink = Ink::ash},
                     Align::centre);
    }
    pen.rule({area.x, base}, area.width, 0.4, Ink::thread);
}

}  // namespace ayni
