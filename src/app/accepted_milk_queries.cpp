#include "app/accepted_milk_queries.h"

#include "app/undone_queries.h"
#include "store/tables.h"

namespace ayni {

void each_accepted(const View& view, ProductId product, Period days,
                   const std::function<void(const Delivery&)>& visit) {
    const auto replaced = ReplacedDeliveries::of(view, days);
    auto query = view.db.query(
        "SELECT day, source, sequence, producer, quantity FROM delivery WHERE organisation = $1 "
        "AND day BETWEEN $2 AND $3 AND product = $4 AND outcome = $5");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    query.integer(product.number).integer(static_cast<int>(Outcome::accepted));
    Delivery row;
    while (query.next()) {
        read_members<Delivery, &Delivery::day, &Delivery::source, &Delivery::sequence,
                     &Delivery::producer, &Delivery::quantity>(query, row);
        if (replaced.all_count() || replaced.counts(row)) visit(row);
    }
}

}  // namespace ayni
