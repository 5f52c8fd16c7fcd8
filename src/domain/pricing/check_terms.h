#pragma once
// What is refused when price terms are saved: everything wrong at once, each with its path.

#include <vector>

#include "domain/pricing/price_terms.h"

namespace ayni {

/// Terms in one version, rows in one table.
inline constexpr std::size_t most_terms = 60;
inline constexpr std::size_t most_rows = 100;

/// A unit of a product weighs at most so many kg (millionths), so that no product leaves 128 bits.
inline constexpr std::int64_t largest_density = 10'000'000'000;

/// Every problem of the terms over these attributes; none when they are total functions.
[[nodiscard]] std::vector<Problem> check_terms(const PriceTerms& terms,
                                               const std::vector<Attribute>& attributes);

/// Whether these sound terms price nothing at all: fixed prices alone that come to zero or less.
[[nodiscard]] bool never_pays(const PriceTerms& terms);

}  // namespace ayni
