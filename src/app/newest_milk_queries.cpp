#include "app/newest_milk_queries.h"

#include "app/lookup_queries.h"
#include "app/undone_queries.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr int usual_days = 15;

// With the producer as the last value where one is meant.
Query about(const View& view, const std::string& sql, Date day, ProductId product,
            std::optional<PartyId> producer) {
    auto query = view.db.query(sql + (producer ? " AND producer = $4" : ""));
    query.integer(view.organisation.number).integer(day.days).integer(product.number);
    if (producer) query.integer(producer->number);
    return query;
}

bool has_milk(const View& view, ProductId product, std::optional<PartyId> producer, Date day) {
    const auto replaced = ReplacedDeliveries::of(view, {day, day});
    auto query = about(view,
                       "SELECT day, source, sequence FROM delivery WHERE organisation = $1 AND "
                       "day = $2 AND product = $3",
                       day, product, producer);
    Delivery row;
    while (query.next()) {
        read_members<Delivery, &Delivery::day, &Delivery::source, &Delivery::sequence>(query, row);
        if (replaced.counts(row)) return true;
    }
    return false;
}

}  // namespace

std::optional<Date> newest_milk_day(const View& view, ProductId product,
                                    std::optional<PartyId> producer) {
    for (Date day = latest_day;;) {
        auto query = about(view,
                           "SELECT max(day) FROM delivery WHERE organisation = $1 AND day < $2 AND "
                           "product = $3",
                           day, product, producer);
        if (!query.next() || query.is_null(0)) return std::nullopt;
        day = {static_cast<std::int32_t>(query.integer_at(0))};
        if (has_milk(view, product, producer, day)) return day;
    }
}

Period asked_days(const View& view, ProductId product, std::optional<PartyId> producer,
                  std::optional<Date> first, std::optional<Date> last) {
    const auto until = last ? *last : newest_milk_day(view, product, producer).value_or(view.today);
    return {first.value_or(until - (usual_days - 1)), until};
}

}  // namespace ayni
