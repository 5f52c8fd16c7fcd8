#include "domain/settlement/produce_stock.h"

namespace ayni {
namespace {

AccountRole purchases_of(const ProduceStock& stock) noexcept {
    return stock.bought_from == MembershipKind::member ? AccountRole::purchases_member
                                                       : AccountRole::purchases_third;
}

}  // namespace

std::vector<Leg> stock_legs(const ProduceStock& stock) {
    const auto item = stock.number.number;
    std::vector<Leg> legs{{AccountRole::stock_produce, {}, {}, item, stock.cost}};
    if (!stock.shrink.is_zero())
        legs.push_back({AccountRole::shrinkage, {}, {}, item, stock.shrink});
    legs.push_back({purchases_of(stock), {}, {}, 0, -(stock.cost + stock.shrink)});
    return legs;
}

std::vector<Leg> release_legs(const ProduceStock& stock) {
    return {{purchases_of(stock), {}, {}, 0, stock.cost},
            {AccountRole::stock_produce, {}, {}, stock.number.number, -stock.cost}};
}

}  // namespace ayni
