#pragma once
// A currency owns its decimals (ISO 4217).

#include <compare>
#include <cstdint>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// An ISO 4217 currency, kept as its place in our table; a default one is no currency at all.
class Currency {
public:
    constexpr Currency() = default;
    /// Refused: `unknown_currency`.
    [[nodiscard]] static Result<Currency> of(std::string_view code);
    /// For code that names a currency itself; stops on one that does not exist.
    [[nodiscard]] static Currency known(std::string_view code);
    /// "PEN"; empty for no currency.
    [[nodiscard]] std::string_view code() const noexcept;
    /// Decimal places of the minor unit: PEN 2, CLP 0.
    [[nodiscard]] int decimals() const noexcept;
    /// The ISO number (PEN 604), which is what is stored; 0 for no currency.
    [[nodiscard]] int number() const noexcept;
    /// The currency with this ISO number, or none.
    [[nodiscard]] static Currency numbered(int number) noexcept;
    [[nodiscard]] constexpr bool is_none() const noexcept { return place_ == 0; }
    auto operator<=>(const Currency&) const = default;

private:
    std::uint8_t place_ = 0;
};

}  // namespace ayni
