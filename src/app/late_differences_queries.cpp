#include "app/late_differences_queries.h"

#include "app/merge_queries.h"
#include "app/settlement_inputs_queries.h"
#include "domain/settlement/late_differences.h"
#include "store/tables.h"

namespace ayni {
namespace {

// The earlier, posted settlements of the product to which something came late.
std::vector<Settlement> changed_before(const View& view, ProductId product, Date day) {
    auto query = select<Settlement>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND state = $3 AND last < $4 AND number IN "
        "(SELECT settlement FROM late_change WHERE organisation = $1 AND reprices = 1) ORDER BY "
        "first");
    query.integer(view.organisation.number).integer(product.number);
    query.integer(static_cast<int>(SettlementState::posted)).integer(day.days);
    return all_rows<Settlement>(query);
}

// What posted settlements settled of the differences of a changed one.
std::vector<LateDifference> settled_of(const View& view, const Settlement& changed) {
    std::vector<LateDifference> settled;
    auto query = view.db.query(
        "SELECT d.producer, d.amount, d.member, d.quantity FROM settled_difference d JOIN "
        "settlement s ON s.organisation = d.organisation AND s.number = d.in_settlement WHERE "
        "d.organisation = $1 AND d.settlement = $2 AND s.state = $3");
    query.integer(view.organisation.number).integer(changed.number.number);
    query.integer(static_cast<int>(SettlementState::posted));
    while (query.next())
        settled.push_back({changed.number,
                           {query.integer_at(0)},
                           Money{query.integer_at(1), changed.gross.currency},
                           query.integer_at(2) != 0,
                           Quantity{query.integer_at(3)},
                           {}});
    return settled;
}

// An earlier period with its terms as they were agreed, and what its milk is worth by them.
struct Valued {
    SettlementInputs inputs;
    std::vector<MilkValue> milk;
};

Result<Valued> milk_of(const View& view, const Product& product, const Settlement& settlement,
                       std::int64_t position) {
    auto inputs = load_without_late(view, product, {settlement.first, settlement.last},
                                    AsOf{.milk = position, .agreed = settlement.position});
    if (!inputs) return std::unexpected(inputs.error());
    auto milk = value_milk(*inputs);
    if (!milk) return std::unexpected(milk.error());
    return Valued{*std::move(inputs), *std::move(milk)};
}

}  // namespace

Result<std::vector<LateDifference>> load_late_differences(const View& view, const Product& product,
                                                          const SettlementInputs& inputs) {
    std::vector<LateDifference> late;
    const auto kept = kept_parties(view);
    const auto lead = [&](auto& all) {
        for (auto& each : all) each.producer = kept.of(each.producer);
    };
    for (const auto& changed : changed_before(view, product.product, inputs.period.first)) {
        // Both by the rules of today, so that newer rules alone make no difference.
        auto posted = milk_of(view, product, changed, changed.position);
        if (!posted) return std::unexpected(posted.error());
        auto now = milk_of(view, product, changed, INT64_MAX);
        if (!now) return std::unexpected(now.error());
        auto settled = settled_of(view, changed);
        lead(posted->milk);
        lead(now->milk);
        lead(settled);
        auto differences = late_differences({.settlement = changed.number,
                                             .posted = posted->milk,
                                             .now = now->milk,
                                             .settled = settled});
        for (auto& each : differences) each.terms = charging_terms(now->inputs, each.producer);
        late.insert(late.end(), differences.begin(), differences.end());
    }
    keep_within_milk(late, inputs.deliveries);
    return late;
}

}  // namespace ayni
