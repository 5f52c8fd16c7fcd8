#pragma once
// Identities that cannot be mixed up: the id of a person is no id of a route.

#include <compare>
#include <cstdint>

namespace ayni {

/// The number of a `Thing`; 0 names nothing. Numbers are given out in order, one by one.
template <class Thing>
struct Id {
    std::int64_t number = 0;
    [[nodiscard]] constexpr bool is_none() const noexcept { return number == 0; }
    auto operator<=>(const Id&) const = default;
};

}  // namespace ayni
