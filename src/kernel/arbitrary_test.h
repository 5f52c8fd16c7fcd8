#pragma once
// What RapidCheck draws values from: all of a type, and its edges more often than chance would.

#include <limits>
#include <string>

#include <rapidcheck.h>

#include "kernel/every_kind_test.h"
#include "kernel/text.h"

namespace ayni {

/// Any whole number of the type, often an edge.
template <class T>
rc::Gen<T> any_number() {
    using Numbers = std::numeric_limits<T>;
    return rc::gen::weightedOneOf<T>(
        {{9, rc::gen::arbitrary<T>()},
         {1, rc::gen::element<T>(Numbers::min(), Numbers::min() + 1, Numbers::max() - 1,
                                 Numbers::max(), T{0}, T{1})}});
}

/// A whole number from -`largest` to `largest`, often an edge.
inline rc::Gen<std::int64_t> number_within(std::int64_t largest) {
    return rc::gen::weightedOneOf<std::int64_t>(
        {{9, rc::gen::map(rc::gen::arbitrary<std::int64_t>(),
                          [=](std::int64_t number) { return number % (largest + 1); })},
         {1, rc::gen::element<std::int64_t>(-largest, largest, 0)}});
}

/// A currency of every number of decimals that ISO 4217 has.
inline rc::Gen<Currency> any_currency() {
    return rc::gen::map(rc::gen::element<std::string>("PEN", "USD", "CLP", "PYG", "KWD", "CLF"),
                        [](const std::string& code) { return Currency::known(code); });
}

/// A day that can be written.
inline rc::Gen<Date> any_day() {
    return rc::gen::map(rc::gen::inRange<std::int32_t>(-25'567, 84'006),
                        [](std::int32_t days) { return Date{days}; });
}

inline rc::Gen<Readings> any_readings() {
    const auto reading = rc::gen::pair(rc::gen::inRange(1, most_attributes + 1),
                                       any_number<std::int32_t>());
    return rc::gen::map(rc::gen::container<std::vector<std::pair<int, std::int32_t>>>(reading),
                        [](const auto& pairs) {
                            Readings readings;
                            for (const auto& [attribute, value] : pairs)
                                readings.set({static_cast<AttributeNumber>(attribute), value});
                            return readings;
                        });
}

/// A letter of any length in UTF-8, none of them NUL.
inline rc::Gen<std::string> any_letter() {
    return rc::gen::oneOf(
        rc::gen::map(rc::gen::inRange(1, 128),
                     [](int c) { return std::string(1, static_cast<char>(c)); }),
        rc::gen::element<std::string>("ñ", "É", "ß", "€", "ꝑ", "\xEF\xBB\xBF", "\xED\x9F\xBF",
                                      "\xEE\x80\x80", "\xF0\x9F\x90\x84", "\xF4\x8F\xBF\xBF", "/",
                                      "~", "\"", "\\", "\n", "\r", ",", ";", "\t", "'", "="));
}

/// One letter that is no blank: a text that must hold something.
inline rc::Gen<std::string> any_full_letter() {
    return rc::gen::suchThat(any_letter(),
                             [](const std::string& letter) { return !trimmed(letter).empty(); });
}

/// Any text of UTF-8 letters, without NUL.
inline rc::Gen<std::string> any_text() {
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(any_letter()),
                        [](const std::vector<std::string>& letters) {
                            std::string text;
                            for (const auto& letter : letters) text += letter;
                            return text;
                        });
}

/// A value of every kind, all of it within what may come in from outside.
inline EveryKind any_of_every_kind() {
    const auto amount = [] { return Money{*number_within(largest_amount), *any_currency()}; };
    const auto can = [] {
        Can made{{*any_number<std::int64_t>()}, {*number_within(largest_quantity)}, {}};
        if (*rc::gen::arbitrary<bool>()) made.colour = Colour::yellow;
        return made;
    };
    EveryKind value;
    value.truth = *rc::gen::arbitrary<bool>();
    value.count = *rc::gen::inRange(-5, 1'001);
    value.number = *any_number<std::int64_t>();
    value.small = *rc::gen::arbitrary<std::uint8_t>();
    value.text = *any_text();
    value.name = *any_full_letter();
    value.colour = *rc::gen::element(Colour::white, Colour::yellow);
    value.quantity = {*number_within(largest_quantity)};
    value.price = {*number_within(largest_price)};
    value.rate = {*number_within(largest_rate)};
    value.date = *any_day();
    value.instant = {value.date.days * INT64_C(86'400'000) + *rc::gen::inRange(0, 86'400'000)};
    value.currency = *any_currency();
    value.readings = *any_readings();
    value.bytes = {*rc::gen::arbitrary<std::string>()};
    value.money = amount();
    value.can = can();
    for (auto i = *rc::gen::inRange(0, 4); i > 0; --i) value.cans.push_back(can());
    value.texts = *rc::gen::container<std::vector<std::string>>(any_text());
    if (*rc::gen::arbitrary<bool>()) value.secret = *any_full_letter();
    if (*rc::gen::arbitrary<bool>()) value.advance = amount();
    if (*rc::gen::arbitrary<bool>())
        value.numbers = *rc::gen::container<std::vector<std::int64_t>>(any_number<std::int64_t>());
    if (*rc::gen::arbitrary<bool>()) value.spare = can();
    return value;
}

}  // namespace ayni
