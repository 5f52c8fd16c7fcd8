#include "domain/settlement/producer_places.h"

#include <algorithm>

#include "kernel/check.h"

namespace ayni {
namespace {

// Numbers of one organisation are dense; beyond this many per producer a table would waste memory.
constexpr std::uint64_t widest_table = 64;

const PartyId& party_of(const ProducerFacts* producer) noexcept { return producer->party; }

}  // namespace

ProducerPlaces::ProducerPlaces(std::span<const ProducerFacts> producers) {
    producers_.reserve(producers.size());
    for (const auto& producer : producers) producers_.push_back(&producer);
    std::ranges::sort(producers_, {}, party_of);
    CHECK(std::ranges::adjacent_find(producers_, {}, party_of) == producers_.end());
    if (producers_.empty()) return;
    first_ = producers_.front()->party.number;
    const auto span = static_cast<std::uint64_t>(producers_.back()->party.number) -
                      static_cast<std::uint64_t>(first_);
    if (span / widest_table >= producers_.size()) return;
    table_.assign(span + 1, static_cast<std::uint32_t>(size()));
    for (std::size_t place = 0; place < size(); ++place)
        table_[static_cast<std::size_t>(producers_[place]->party.number - first_)] =
            static_cast<std::uint32_t>(place);
}

std::size_t ProducerPlaces::search(PartyId party) const noexcept {
    const auto found = std::ranges::lower_bound(producers_, party, {}, party_of);
    const bool here = found != producers_.end() && (*found)->party == party;
    return here ? static_cast<std::size_t>(found - producers_.begin()) : size();
}

}  // namespace ayni
