#include <algorithm>
#include <tuple>

#include "domain/settlement/period_facts.h"

namespace ayni {
namespace {

// In the order in which they were handed over.
std::vector<const Delivery*> accepted_of(const SettlementInputs& inputs, PartyId producer) {
    std::vector<const Delivery*> deliveries;
    for (const auto& delivery : inputs.deliveries)
        if (delivery.producer == producer && delivery.outcome == Outcome::accepted)
            deliveries.push_back(&delivery);
    std::ranges::sort(deliveries, {}, [](const Delivery* each) {
        return std::tuple(each->day, each->shift, each->source, each->sequence);
    });
    return deliveries;
}

Result<ExplainedDelivery> explained(const Delivery& delivery, const PeriodFacts& facts) {
    const auto cell = facts.cell_of(delivery);
    const auto place = facts.terms().version_at(cell.number);
    if (!place) return refuse(Refusal::no_terms_on_day);
    const auto& version = facts.terms().versions()[*place];
    const auto& compiled = version.version->price;
    Readings room;
    const auto known = facts.pricing_facts(delivery, cell, version, room);
    const auto priced = price(compiled, known);
    if (!priced) return std::unexpected(priced.error());
    auto lines = explain(compiled, known);
    if (!lines) return std::unexpected(std::move(lines.error()));
    const auto value = value_of(delivery.quantity, *priced, compiled.terms().currency,
                                compiled.terms().rounding);
    if (!value) return std::unexpected(value.error());
    return ExplainedDelivery{delivery, version.version->number, std::move(*lines), *priced, *value};
}

Result<std::vector<ExplainedDelivery>> explained_of(const SettlementInputs& inputs,
                                                    const PeriodFacts& facts, PartyId producer) {
    std::vector<ExplainedDelivery> all;
    for (const auto* delivery : accepted_of(inputs, producer)) {
        auto one = explained(*delivery, facts);
        if (!one)
            return refuse(one.error().reason(), "/producers/" + std::to_string(producer.number),
                          print(delivery->day));
        all.push_back(std::move(*one));
    }
    return all;
}

}  // namespace

Result<std::vector<ExplainedDelivery>> explain_deliveries(const SettlementInputs& inputs,
                                                          PartyId producer) {
    const auto facts = PeriodFacts::of(inputs);
    if (!facts) return std::unexpected(facts.error());
    return explained_of(inputs, *facts, producer);
}

Result<std::vector<std::vector<ExplainedDelivery>>> explain_deliveries(
    const SettlementInputs& inputs, std::span<const PartyId> producers) {
    const auto facts = PeriodFacts::of(inputs);
    if (!facts) return std::unexpected(facts.error());
    std::vector<std::vector<ExplainedDelivery>> all;
    for (const auto producer : producers) {
        auto one = explained_of(inputs, *facts, producer);
        if (!one) return std::unexpected(one.error());
        all.push_back(*std::move(one));
    }
    return all;
}

}  // namespace ayni
