#pragma once
// Each producer of a settlement has a dense place, so that sums by producer are plain arrays.

#include <cstdint>
#include <span>
#include <vector>

#include "domain/settlement/settle.h"

namespace ayni {

/// The producers by rising party, whatever the order they came in; none may stand twice.
class ProducerPlaces {
public:
    explicit ProducerPlaces(std::span<const ProducerFacts> producers);

    [[nodiscard]] std::size_t size() const noexcept { return producers_.size(); }
    [[nodiscard]] const ProducerFacts& operator[](std::size_t place) const noexcept {
        return *producers_[place];
    }
    /// The place of a party, or `size()` for one that is not among the producers.
    [[nodiscard]] std::size_t find(PartyId party) const noexcept {
        if (table_.empty()) return search(party);
        const auto offset = static_cast<std::uint64_t>(party.number) -
                            static_cast<std::uint64_t>(first_);
        return offset < table_.size() ? table_[offset] : size();
    }

private:
    std::vector<const ProducerFacts*> producers_;
    std::int64_t first_ = 0;            // the smallest party
    std::vector<std::uint32_t> table_;  // by party - first; empty when parties lie far apart
    [[nodiscard]] std::size_t search(PartyId party) const noexcept;
};

}  // namespace ayni
