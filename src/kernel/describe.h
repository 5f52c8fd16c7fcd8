#pragma once
// Describe once: a struct named in BOOST_DESCRIBE_STRUCT becomes one constant table, and its JSON,
// its database row, its OpenAPI schema and its command-line flags are ordinary functions over it.

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include <boost/describe.hpp>
#include <boost/mp11.hpp>

#include "kernel/date.h"
#include "kernel/id.h"
#include "kernel/measure.h"
#include "kernel/money.h"
#include "kernel/quality.h"
#include "kernel/result.h"

namespace ayni {

struct Description;

/// Bytes that are no text: digests, packed values. Hexadecimal on the wire.
struct Bytes {
    std::string value;
    bool operator==(const Bytes&) const = default;
};

/// What a value looks like on the wire.
enum class Kind { boolean, integer, text, scalar, choice, money, optional, list, structure };

/// How one column (money: two) holds a value; lists and structures are packed bytes.
enum class Stored { integer, text, bytes, money, packed };

/// A type, as data. Which functions are set depends on `kind` and `stored`.
struct Shape {
    Kind kind = Kind::structure;
    Stored stored = Stored::packed;
    std::string_view name = {};     ///< "Quantity", "string", "Shift"
    std::string_view pattern = {};  ///< of a scalar's text, as a regular expression
    std::string_view example = {};  ///< of a scalar's text

    Result<void> (*read_text)(std::string_view, void*) = nullptr;  // scalar
    std::string (*write_text)(const void*) = nullptr;              // scalar
    Result<void> (*from_integer)(std::int64_t, void*) = nullptr;   // stored as integer
    std::int64_t (*to_integer)(const void*) = nullptr;
    Result<void> (*from_bytes)(std::string_view, void*) = nullptr;  // stored as bytes
    std::string (*to_bytes)(const void*) = nullptr;

    std::span<const std::string_view> choices = {};  // choice
    const Shape* element = nullptr;                  // optional, list
    void* (*engage)(void*) = nullptr;                // optional: makes a value
    void (*clear)(void*) = nullptr;                  // optional, list
    const void* (*value)(const void*) = nullptr;     // optional: or null
    void* (*append)(void*) = nullptr;                // list
    std::size_t (*size)(const void*) = nullptr;
    const void* (*at)(const void*, std::size_t) = nullptr;
    const Description* (*structure)() = nullptr;  // structure
};

/// What a description cannot say about a field: limits and whether it names a person.
struct FieldNote {
    std::string_view field;
    std::string_view text = {};  ///< for the reader of the API
    bool personal = false;       ///< enters the log only as a salted digest
    bool bulky = false;          ///< enters the log only as a digest: the content of a file
    bool may_be_empty = false;   ///< of a text; any other holds more than blanks
    std::size_t longest = 200;   ///< of a text, in letters
    std::int64_t least = std::numeric_limits<std::int64_t>::min();  ///< of an integer
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
};

/// Notes of a struct's fields: specialise with `std::to_array<FieldNote>({...})`.
template <class T>
inline constexpr auto field_notes = std::array<FieldNote, 0>{};

/// What an entity is, in words a user would recognise: specialise beside the struct.
template <class T>
inline constexpr std::string_view note{};

/// One member of a described struct.
struct Field {
    std::string_view name;
    const Shape* shape = nullptr;
    void* (*in)(void*) = nullptr;  ///< the member inside the struct
    FieldNote note;
};

/// A described struct.
struct Description {
    std::string_view name;  ///< "Delivery"
    std::string_view note;
    std::span<const Field> fields;
};

[[nodiscard]] inline const void* member(const Field& field, const void* object) noexcept {
    return field.in(const_cast<void*>(object));
}

/// The description of a struct, the shape of any type in one.
template <class T>
[[nodiscard]] const Description& describe() noexcept;
template <class T>
[[nodiscard]] constexpr const Shape& shape_of() noexcept;

// ---- how the table is made; nothing below is called by name elsewhere ----
namespace describing {

/// "Delivery" out of the compiler's own spelling of the type.
template <class T>
[[nodiscard]] consteval std::string_view type_name() {
    const std::string_view spelled = __PRETTY_FUNCTION__;
    const auto start = spelled.find("T = ") + 4;
    const auto name = spelled.substr(start, spelled.find_first_of(";]", start) - start);
    const auto colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

template <class T>
consteval FieldNote note_of(std::string_view field) {
    for (const auto& each : field_notes<T>)
        if (each.field == field) return each;
    return FieldNote{.field = field};
}

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public>;

template <class T>
constexpr auto make_fields() {
    return []<template <class...> class L, class... M>(L<M...>) {
        return std::array<Field, sizeof...(M)>{Field{
            .name = M::name,
            .shape = &shape_of<std::remove_cvref_t<decltype(std::declval<T&>().*M::pointer)>>(),
            .in = [](void* object) -> void* { return &(static_cast<T*>(object)->*M::pointer); },
            .note = note_of<T>(M::name)}...};
    }(Members<T>{});
}

template <class T>
inline constexpr auto fields = make_fields<T>();

template <class T>
inline constexpr Description description{type_name<T>(), note<T>, fields<T>};

template <class T>
inline constexpr auto choices = []<template <class...> class L, class... E>(L<E...>) {
    return std::array<std::string_view, sizeof...(E)>{E::name...};
}(boost::describe::describe_enumerators<T>{});

template <class T>
struct ShapeOf;

/// A scalar that is exact text on the wire and a whole number in a column.
template <class T, auto Parse, auto Member>
constexpr Shape integer_scalar(std::string_view pattern, std::string_view example) {
    return {.kind = Kind::scalar,
            .stored = Stored::integer,
            .name = type_name<T>(),
            .pattern = pattern,
            .example = example,
            .read_text = [](std::string_view text, void* into) -> Result<void> {
                auto parsed = Parse(text);
                if (!parsed) return std::unexpected(std::move(parsed.error()));
                *static_cast<T*>(into) = *parsed;
                return {};
            },
            .write_text = [](const void* from) { return print(*static_cast<const T*>(from)); },
            .from_integer = [](std::int64_t number, void* into) -> Result<void> {
                auto& held = (*static_cast<T*>(into)).*Member;
                using Held = std::remove_reference_t<decltype(held)>;
                if (!std::in_range<Held>(number)) return refuse(Refusal::out_of_range);
                held = static_cast<Held>(number);
                return {};
            },
            .to_integer = [](const void* from) -> std::int64_t {
                return (*static_cast<const T*>(from)).*Member;
            }};
}

template <class T>
constexpr Shape whole_number() {
    return {.kind = Kind::integer,
            .stored = Stored::integer,
            .name = "integer",
            .from_integer = [](std::int64_t number, void* into) -> Result<void> {
                if (!std::in_range<T>(number)) return refuse(Refusal::not_an_integer);
                *static_cast<T*>(into) = static_cast<T>(number);
                return {};
            },
            .to_integer = [](const void* from) -> std::int64_t {
                return static_cast<std::int64_t>(*static_cast<const T*>(from));
            }};
}

template <class T>
    requires std::is_integral_v<T>
struct ShapeOf<T> {
    static constexpr Shape value = whole_number<T>();
};

template <>
struct ShapeOf<bool> {
    static constexpr Shape value{
        .kind = Kind::boolean,
        .stored = Stored::integer,
        .name = "boolean",
        .from_integer = [](std::int64_t number, void* into) -> Result<void> {
            if (number != 0 && number != 1) return refuse(Refusal::wrong_type);
            *static_cast<bool*>(into) = number == 1;
            return {};
        },
        .to_integer = [](const void* from) -> std::int64_t {
            return *static_cast<const bool*>(from);
        }};
};

template <>
struct ShapeOf<std::string> {
    static constexpr Shape value{.kind = Kind::text, .stored = Stored::text, .name = "string"};
};

template <class Thing>
struct ShapeOf<Id<Thing>> {
    static constexpr Shape value = [] {
        Shape shape = whole_number<std::int64_t>();
        shape.name = "Id";
        return shape;
    }();
};

template <>
struct ShapeOf<Quantity> {
    static constexpr Shape value = integer_scalar<Quantity, parse_quantity, &Quantity::thousandths>(
        "^-?[0-9]{1,12}(\\.[0-9]{1,3})?$", "10.300");
};
template <>
struct ShapeOf<Price> {
    static constexpr Shape value = integer_scalar<Price, parse_price, &Price::millionths>(
        "^-?[0-9]{1,12}(\\.[0-9]{1,6})?$", "1.45");
};
template <>
struct ShapeOf<Rate> {
    static constexpr Shape value = integer_scalar<Rate, parse_rate, &Rate::millionths>(
        "^-?[0-9]{1,12}(\\.[0-9]{1,6})?$", "0.40");
};
template <>
struct ShapeOf<Date> {
    static constexpr Shape value = integer_scalar<Date, parse_date, &Date::days>(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "2025-03-01");
};
template <>
struct ShapeOf<Instant> {
    static constexpr Shape value = integer_scalar<Instant, parse_instant, &Instant::milliseconds>(
        "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{12}Z$", "2025-03-01T04:30:00.000Z");
};

template <>
struct ShapeOf<Currency> {
    static constexpr Shape value{
        .kind = Kind::scalar,
        .stored = Stored::integer,
        .name = "Currency",
        .pattern = "^[A-Z]{3}$",
        .example = "PEN",
        .read_text = [](std::string_view text, void* into) -> Result<void> {
            const auto currency = Currency::of(text);
            if (!currency) return std::unexpected(currency.error());
            *static_cast<Currency*>(into) = *currency;
            return {};
        },
        .write_text =
            [](const void* from) {
                return std::string(static_cast<const Currency*>(from)->code());
            },
        .from_integer = [](std::int64_t number, void* into) -> Result<void> {
            if (number < 0 || number > 999) return refuse(Refusal::unknown_currency);
            const auto currency = Currency::numbered(static_cast<int>(number));
            if (currency.is_none() && number != 0) return refuse(Refusal::unknown_currency);
            *static_cast<Currency*>(into) = currency;
            return {};
        },
        .to_integer = [](const void* from) -> std::int64_t {
            return static_cast<const Currency*>(from)->number();
        }};
};

template <>
struct ShapeOf<Money> {
    static constexpr Shape value{.kind = Kind::money, .stored = Stored::money, .name = "Money"};
};

/// Readings travel as "attribute:value" pairs of whole numbers; screens use views with names.
Result<void> read_readings(std::string_view text, void* into);
std::string write_readings(const void* from);
template <>
struct ShapeOf<Readings> {
    static constexpr Shape value{
        .kind = Kind::scalar,
        .stored = Stored::bytes,
        .name = "Readings",
        .pattern = "^([1-8]:-?[0-9]{1,10}( [1-8]:-?[0-9]{1,10})*)?$",
        .example = "1:365 2:1240",
        .read_text = read_readings,
        .write_text = write_readings,
        .from_bytes = [](std::string_view bytes, void* into) -> Result<void> {
            auto readings = Readings::unpack(bytes);
            if (!readings) return std::unexpected(readings.error());
            *static_cast<Readings*>(into) = *std::move(readings);
            return {};
        },
        .to_bytes = [](const void* from) { return static_cast<const Readings*>(from)->pack(); }};
};

Result<void> read_hex(std::string_view text, void* into);
std::string write_hex(const void* from);
template <>
struct ShapeOf<Bytes> {
    static constexpr Shape value{
        .kind = Kind::scalar,
        .stored = Stored::bytes,
        .name = "Bytes",
        .pattern = "^([0-9a-f]{2})*$",
        .example = "00ff",
        .read_text = read_hex,
        .write_text = write_hex,
        .from_bytes = [](std::string_view bytes, void* into) -> Result<void> {
            static_cast<Bytes*>(into)->value = bytes;
            return {};
        },
        .to_bytes = [](const void* from) { return static_cast<const Bytes*>(from)->value; }};
};

template <class T>
    requires std::is_enum_v<T>
struct ShapeOf<T> {
    static constexpr Shape value{
        .kind = Kind::choice,
        .stored = Stored::integer,
        .name = type_name<T>(),
        .from_integer = [](std::int64_t number, void* into) -> Result<void> {
            if (number < 0 || number >= static_cast<std::int64_t>(choices<T>.size()))
                return refuse(Refusal::not_a_choice);
            *static_cast<T*>(into) = static_cast<T>(number);
            return {};
        },
        .to_integer = [](const void* from) -> std::int64_t {
            return static_cast<std::int64_t>(*static_cast<const T*>(from));
        },
        .choices = choices<T>};
};

template <class T>
struct ShapeOf<std::optional<T>> {
    static constexpr Shape value{
        .kind = Kind::optional,
        .stored = ShapeOf<T>::value.stored,
        .name = ShapeOf<T>::value.name,
        .element = &ShapeOf<T>::value,
        .engage = [](void* into) -> void* {
            return std::addressof(static_cast<std::optional<T>*>(into)->emplace());
        },
        .clear = [](void* into) { static_cast<std::optional<T>*>(into)->reset(); },
        .value = [](const void* from) -> const void* {
            const auto& held = *static_cast<const std::optional<T>*>(from);
            return held ? std::addressof(*held) : nullptr;
        }};
};

template <class T>
struct ShapeOf<std::vector<T>> {
    static constexpr Shape value{
        .kind = Kind::list,
        .stored = Stored::packed,
        .name = "list",
        .element = &ShapeOf<T>::value,
        .clear = [](void* into) { static_cast<std::vector<T>*>(into)->clear(); },
        .append = [](void* into) -> void* {
            return &static_cast<std::vector<T>*>(into)->emplace_back();
        },
        .size = [](const void* from) { return static_cast<const std::vector<T>*>(from)->size(); },
        .at = [](const void* from, std::size_t i) -> const void* {
            return &(*static_cast<const std::vector<T>*>(from))[i];
        }};
};

template <class T>
    requires boost::describe::has_describe_members<T>::value && std::is_class_v<T>
struct ShapeOf<T> {
    static constexpr Shape value{
        .kind = Kind::structure, .stored = Stored::packed, .name = type_name<T>(), .structure = [] {
            return &describe<T>();
        }};
};

}  // namespace describing

template <class T>
const Description& describe() noexcept {
    return describing::description<T>;
}

template <class T>
constexpr const Shape& shape_of() noexcept {
    return describing::ShapeOf<T>::value;
}

/// The name of an enumerator: `name_of(Shift::morning)` is "morning".
template <class T>
    requires std::is_enum_v<T>
[[nodiscard]] constexpr std::string_view name_of(T value) noexcept {
    return describing::choices<T>[static_cast<std::size_t>(value)];
}

/// The enumerator of that name, if there is one.
template <class T>
    requires std::is_enum_v<T>
[[nodiscard]] constexpr std::optional<T> choice_of(std::string_view name) noexcept {
    for (std::size_t i = 0; i < describing::choices<T>.size(); ++i)
        if (describing::choices<T>[i] == name) return static_cast<T>(i);
    return std::nullopt;
}

}  // namespace ayni
