#pragma once
// What is delivered, in which unit, and what is measured of it.

#include <string>
#include <vector>

#include "kernel/describe.h"
#include "kernel/measure.h"
#include "kernel/quality.h"
#include "ledger/party.h"

namespace ayni {

/// Raw milk by the kilogram, coffee by the quintal of 46 kg…
struct Product;
using ProductId = Id<Product>;

/// How several analyses become one value.
enum class Statistic {
    sample,          ///< this delivery's own reading
    period_mean,     ///< mean of the period's readings of the supplier, weighted by quantity
    geometric_mean,  ///< geometric mean of the period's analyses of the supplier
    last_three,      ///< mean of the supplier's last three analyses up to that day
};
BOOST_DESCRIBE_ENUM(Statistic, sample, period_mean, geometric_mean, last_three)

/// One quality attribute: fat in % at 2 places, somatic cells in thousands/ml at 0 places.
struct Attribute {
    AttributeNumber number = 0;  ///< 1..8, given once
    std::string code;            ///< "fat"
    std::string name;            ///< "Grasa"
    std::string unit;            ///< "%"
    int decimals = 0;            ///< 0..4
    std::int32_t least = 0;      ///< smallest plausible value, in its decimals
    std::int32_t most = 0;       ///< largest plausible value
    bool operator==(const Attribute&) const = default;
};
BOOST_DESCRIBE_STRUCT(Attribute, (), (number, code, name, unit, decimals, least, most))

/// The quality attributes of one product, found by code or number.
[[nodiscard]] const Attribute* find_attribute(const std::vector<Attribute>& attributes,
                                              std::string_view code);
[[nodiscard]] const Attribute* find_attribute(const std::vector<Attribute>& attributes,
                                              AttributeNumber number);

}  // namespace ayni
