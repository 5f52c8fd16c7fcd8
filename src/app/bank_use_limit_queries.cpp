#include "app/bank_use_limit_queries.h"

#include "domain/pricing/price.h"
#include "store/tables.h"

namespace ayni {

bool reaches_bank_use_limit(const View& view, Date day, Money amount) {
    auto query = select<IndexValue>(
        view.db,
        "WHERE organisation = $1 AND series = 'bank_use_limit' AND day <= $2 ORDER BY day DESC, "
        "revision DESC LIMIT 1");
    query.integer(view.organisation.number).integer(day.days);
    const auto found = first_row<IndexValue>(query);
    if (!found) return false;
    const auto limit = value_of(Quantity{1000}, found->value, amount.currency, Rounding::half_even);
    return limit && !(amount < *limit);
}

}  // namespace ayni
