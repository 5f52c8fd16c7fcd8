#pragma once
// A struct with a member of every kind that can be described, for the tests and the fuzzers.

#include <optional>
#include <string>
#include <vector>

#include "kernel/describe.h"

namespace ayni {

enum class Colour { white, yellow };
BOOST_DESCRIBE_ENUM(Colour, white, yellow)

struct Can {
    Id<Can> id;
    Quantity quantity;
    std::optional<Colour> colour;
    bool operator==(const Can&) const = default;
};
BOOST_DESCRIBE_STRUCT(Can, (), (id, quantity, colour))

struct EveryKind {
    bool truth = false;
    std::int32_t count = 0;
    std::int64_t number = 0;
    std::uint8_t small = 0;
    std::string text;
    std::string name;
    Colour colour = Colour::white;
    Quantity quantity;
    Price price;
    Rate rate;
    Date date;
    Instant instant;
    Currency currency;
    Readings readings;
    Bytes bytes;
    Money money;
    Can can;
    std::vector<Can> cans;
    std::vector<std::string> texts;
    std::optional<std::string> secret;
    std::optional<Money> advance;
    std::optional<std::vector<std::int64_t>> numbers;
    std::optional<Can> spare;
    bool operator==(const EveryKind&) const = default;
};
BOOST_DESCRIBE_STRUCT(EveryKind, (),
                      (truth, count, number, small, text, name, colour, quantity, price, rate, date,
                       instant, currency, readings, bytes, money, can, cans, texts, secret, advance,
                       numbers, spare))
template <>
inline constexpr std::string_view note<EveryKind> = "One member of every kind.";
template <>
inline constexpr auto field_notes<EveryKind> = std::to_array<FieldNote>({
    {.field = "count", .least = -5, .most = 1'000},
    {.field = "text", .text = "Any text.", .may_be_empty = true, .longest = 1'000},
    {.field = "name", .personal = true, .longest = 10},
    {.field = "texts", .bulky = true, .may_be_empty = true, .longest = 1'000},
    {.field = "secret", .personal = true},
});

}  // namespace ayni
