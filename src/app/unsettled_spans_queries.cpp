#include "app/unsettled_spans_queries.h"

#include <algorithm>
#include <ranges>

#include "app/settlement_inputs_queries.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::vector<Period> covered_days(const View& view, ProductId product, Covers covers) {
    std::vector<Period> covered;
    for (const auto& row : settlements_of(view, product)) {
        const bool counts = row.state == SettlementState::posted ||
                            (covers == Covers::all && row.state != SettlementState::withdrawn);
        if (counts) covered.push_back({row.first, row.last});
    }
    std::ranges::sort(covered);
    return covered;
}

// That of a row which does not count only makes the days without milk more.
std::optional<Date> first_milk(const View& view, ProductId product, Period days) {
    auto query = view.db.query(
        "SELECT min(day) FROM delivery WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND "
        "product = $4");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    query.integer(product.number);
    if (!query.next() || query.is_null(0)) return std::nullopt;
    return Date{static_cast<std::int32_t>(query.integer_at(0))};
}

}  // namespace

std::vector<Period> unsettled_spans(const View& view, ProductId product, Date until,
                                    Covers covers) {
    std::vector<Period> spans;
    Date from{INT32_MIN};
    const auto add = [&](Date last) {
        if (last < from) return;
        if (const auto first = first_milk(view, product, {from, last}))
            spans.push_back({*first, last});
    };
    for (const auto& covered : covered_days(view, product, covers)) {
        if (covered.first > until) break;
        add(covered.first - 1);
        from = std::max(from, covered.last + 1);
    }
    add(until);
    return spans;
}

}  // namespace ayni
