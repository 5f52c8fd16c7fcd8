#pragma once
// The data of bench/settlement/SPEC.md in the product's own store.

#include <cstdint>
#include <functional>

#include "app/service.h"

namespace ayni {

struct SettleData {
    std::int64_t deliveries = 0;  ///< made: 30 for each producer
    std::int64_t producers = 0;
    std::int64_t organisations = 0;
    UserId computes, approves;

    /// From 0; `organisations` + 1 has the first after the last.
    [[nodiscard]] std::int64_t first_producer_of(OrganisationId organisation) const noexcept;
};

inline constexpr std::string_view bench_product = "milk";

/// Makes organisations, producers, terms, obligations and deliveries, in the order in which the
/// milk arrives. `wanted` deliveries are rounded down to whole producers, who are spread evenly
/// over so many `organisations`; 0: 190 in each, as in SPEC.md. The checksums are the same.
[[nodiscard]] SettleData make_settle_data(
    Service& service, std::int64_t wanted, std::int64_t organisations,
    const std::function<void(std::int64_t, std::int64_t)>& progress);
/// What an earlier run made in this file.
[[nodiscard]] SettleData find_settle_data(Service& service);
/// First and last day of the fortnight.
[[nodiscard]] Period bench_period();

}  // namespace ayni
