#include "domain/collection/check_delivery.h"

namespace ayni {

Result<void> check_day(Date day, Date today) {
    if (day > today || day < today - oldest_delivery_days)
        return refuse(Refusal::day_not_plausible, "/day", print(day));
    return {};
}

Result<void> check_delivery(Date day, Quantity quantity, Date today) {
    if (quantity <= Quantity{})
        return refuse(Refusal::quantity_not_positive, "/quantity", print(quantity));
    if (quantity > largest_delivery)
        return refuse(Refusal::quantity_absurd, "/quantity", print(quantity));
    return check_day(day, today);
}

}  // namespace ayni
