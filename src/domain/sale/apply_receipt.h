#pragma once

#include <span>
#include <vector>

#include "kernel/money.h"

namespace ayni {

/// A claim that money may be for; the caller's order is the order in which it is paid.
struct PayableClaim {
    std::int64_t item = 0;
    Money amount;     ///< open; below zero: he has paid too much for it
    Money contested;  ///< of it, what is in dispute
};
/// What of it goes where.
struct ReceiptShare {
    std::int64_t item = 0;
    Money amount;  ///< below zero: what he had paid too much is used
    bool operator==(const ReceiptShare&) const = default;
};
struct AppliedReceipt {
    std::vector<ReceiptShare> shares;  ///< one for each item, none of zero
    Money rest;                        ///< above what he owes
};

/// Puts what a buyer paid (and what he had paid too much) to what he owes, in order: first to what
/// nobody disputes, then to the rest. Shares and rest sum to `paid`.
[[nodiscard]] AppliedReceipt apply_receipt(Money paid, std::span<const PayableClaim> claims);

}  // namespace ayni
