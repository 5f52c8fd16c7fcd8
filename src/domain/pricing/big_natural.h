#pragma once
// Products of many readings do not fit 128 bits; their roots are still found exactly.

#include <cstdint>
#include <vector>

#include "kernel/wide.h"

namespace ayni {

__extension__ typedef unsigned __int128 UnsignedWide;

/// A whole number of any size, from 0. Knows only what an exact root needs.
class BigNatural {
public:
    explicit BigNatural(std::uint64_t value) : limbs_{value} {}

    BigNatural& operator*=(std::uint64_t factor) {
        std::uint64_t carry = 0;
        for (auto& limb : limbs_) {
            const UnsignedWide product = static_cast<UnsignedWide>(limb) * factor + carry;
            limb = static_cast<std::uint64_t>(product);
            carry = static_cast<std::uint64_t>(product >> 64);
        }
        if (carry != 0) limbs_.push_back(carry);
        return *this;
    }

    /// Both numbers must have come from factors above 0, so that neither has leading zeros.
    [[nodiscard]] bool operator<(const BigNatural& other) const {
        if (limbs_.size() != other.limbs_.size()) return limbs_.size() < other.limbs_.size();
        for (auto i = limbs_.size(); i-- > 0;)
            if (limbs_[i] != other.limbs_[i]) return limbs_[i] < other.limbs_[i];
        return false;
    }

private:
    std::vector<std::uint64_t> limbs_;  // least first
};

}  // namespace ayni
