#include "app/lookup_queries.h"
#include "app/sale_queries.h"
#include "domain/sale/usual_arrivals.h"

namespace ayni {

Result<ArrivalsView> arrivals(const View& view, const ArrivalsQuery& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const auto buyer = asked_buyer(view, query.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    if (buyer->is_none()) return refuse(Refusal::field_missing, "/buyer");
    ArrivalsView all{.today = view.today, .on_the_way = {}, .days = {}};
    std::vector<DayQuantity> left;
    for (const auto& lot : lots_where(view, *buyer)) {
        if (lot.product != product->product || lot.state == LotState::cancelled) continue;
        if (lot.state == LotState::dispatched) all.on_the_way += lot.weight;
        left.push_back({lot.day, lot.weight});
    }
    for (const auto& each : usual_arrivals(left, view.today, 7))
        all.days.push_back({each.day, each.quantity});
    return all;
}

}  // namespace ayni
