#include <algorithm>
#include <bit>
#include <cstddef>

#include "domain/pricing/big_natural.h"
#include "domain/pricing/statistics.h"

namespace ayni {
namespace {

// A number by its first 64 binary digits and its size: enough to guess a root, not to prove one.
struct Rough {
    std::uint64_t digits;  // the top bit is set
    std::int64_t size;     // x 2^size

    explicit Rough(std::uint64_t value)
        : digits(value << std::countl_zero(value)), size(-std::countl_zero(value)) {}

    Rough& operator*=(Rough other) {
        const UnsignedWide product = static_cast<UnsignedWide>(digits) * other.digits;
        const int shift = (product >> 127) != 0 ? 64 : 63;
        digits = static_cast<std::uint64_t>(product >> shift);
        size += other.size + shift;
        return *this;
    }
    auto operator<=>(const Rough& other) const {
        return size != other.size ? size <=> other.size : digits <=> other.digits;
    }
};

Rough power(Rough base, std::size_t exponent) {
    Rough result{1};
    for (; exponent != 0; exponent /= 2) {
        if (exponent % 2 != 0) result *= base;
        base *= base;
    }
    return result;
}

// The largest number whose n-th power is not above the product, give or take one.
std::uint64_t guess_root(Rough product, std::size_t n) {
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 52; bit != 0; bit /= 2)
        if (power(Rough{root | bit}, n) <= product) root |= bit;
    return root;
}

BigNatural exact_power(std::uint64_t base, std::size_t exponent) {
    BigNatural result{1};
    for (std::size_t i = 0; i < exponent; ++i) result *= base;
    return result;
}

}  // namespace

std::optional<Mean> geometric_mean(std::span<const std::int32_t> values) {
    if (values.empty() || std::ranges::min(values) < 0) return std::nullopt;
    if (std::ranges::min(values) == 0) return Mean{0};
    Rough product{1};
    BigNatural doubled{1};  // of twice each reading, in millionths
    for (const auto value : values) {
        const auto millionths = static_cast<std::uint64_t>(value) * 1'000'000;
        product *= Rough{millionths};
        doubled *= 2 * millionths;
    }
    // However well it was guessed, `mean` is right when the root lies within half a millionth of
    // it. There is no tie: a power of an odd number never equals a product of even ones.
    const auto n = values.size();
    auto mean = std::max<std::uint64_t>(guess_root(product, n), 1);
    while (doubled < exact_power(2 * mean - 1, n)) --mean;
    while (exact_power(2 * mean + 1, n) < doubled) ++mean;
    return Mean{static_cast<std::int64_t>(mean)};
}

}  // namespace ayni
