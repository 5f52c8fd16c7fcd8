#include "kernel/packed.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/packed_members.h"
#include "kernel/varint.h"

namespace ayni {
namespace {

RC_GTEST_PROP(Packed, UnpacksWhatItPacks, ()) {
    const auto value = any_of_every_kind();
    const auto bytes = pack(value);
    RC_ASSERT((unpack<EveryKind>(bytes).value() == value));
    RC_ASSERT(pack(unpack<EveryKind>(bytes).value()) == bytes);
}

RC_GTEST_PROP(Packed, RefusesOrReadsSpoiltBytesAndNeverStops, ()) {
    auto bytes = pack(any_of_every_kind());
    for (int i = *rc::gen::inRange(1, 4); i > 0; --i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
        bytes[at] = *rc::gen::arbitrary<char>();
    }
    bytes.resize(*rc::gen::inRange<std::size_t>(0, bytes.size() + 1));
    const auto value = unpack<EveryKind>(bytes);
    EveryKind taken{};
    std::string_view rest = bytes;
    const bool is_taken = take_members(rest, taken) && rest.empty();
    RC_ASSERT(is_taken == value.has_value());
    if (value) RC_ASSERT(taken == *value);
    if (value) RC_ASSERT((unpack<EveryKind>(pack(*value)).value() == *value));
}

TEST(Packed, IsSmall) {
    Can can{{7}, {10'300}, Colour::yellow};
    EXPECT_EQ(pack(can), std::string("\x06\x0e\xf8\xa0\x01\x01\x02", 7));
}

TEST(Packed, BytesLeftOverAreRefused) {
    EXPECT_EQ(unpack<Can>(pack(Can{}) + '\0').error().reason(), Refusal::wrong_type);
    EXPECT_EQ(unpack<Can>("").error().reason(), Refusal::wrong_type);
    EXPECT_EQ(unpack<EveryKind>(std::string(40, '\xFF')).error().reason(), Refusal::wrong_type);
}

struct OldCan {
    Id<Can> id;
    bool operator==(const OldCan&) const = default;
};
BOOST_DESCRIBE_STRUCT(OldCan, (), (id))

TEST(Packed, AFieldThatWasAddedLaterReadsAsItsDefault) {
    EXPECT_EQ(unpack<Can>(pack(OldCan{{7}})).value(), (Can{{7}, {}, {}}));
    EXPECT_EQ(unpack<OldCan>(pack(Can{{7}, {}, {}})).error().reason(), Refusal::wrong_type);
}

struct Held {
    bool truth = false;
    std::optional<bool> maybe;
    Currency currency;
    Date date;
    Colour colour = Colour::white;
    Money money;
    bool operator==(const Held&) const = default;
};
BOOST_DESCRIBE_STRUCT(Held, (), (truth, maybe, currency, date, colour, money))

// Each of these bytes is one that `pack` never writes at that place.
TEST(Packed, HasOneFormForEachValue) {
    const auto pen = Currency::known("PEN");
    const auto good = pack(Held{true, true, pen, {5}, Colour::yellow, {5, pen}});
    ASSERT_EQ(good, std::string("\x0a\x02\x01\x02\xb8\x09\x0a\x02\xdc\x04\x0a", 11));
    ASSERT_TRUE(unpack<Held>(good));
    const auto spoilt = [&](std::size_t at, char byte) {
        auto bytes = good;
        bytes[at] = byte;
        return unpack<Held>(bytes);
    };
    EXPECT_FALSE(spoilt(1, 4)) << "a truth of 2";
    EXPECT_FALSE(spoilt(2, 2)) << "an optional that is 2";
    EXPECT_FALSE(spoilt(5, 8)) << "no such currency";
    EXPECT_FALSE(spoilt(7, 4)) << "no such colour";
    EXPECT_FALSE(spoilt(9, 1)) << "money in no such currency";
    auto absent = pack(Held{});
    ASSERT_EQ(absent[2], 0);
    absent[2] = '\x80';
    EXPECT_FALSE(unpack<Held>(absent)) << "an optional below 0";
    EXPECT_TRUE(unpack<Held>(pack(Held{}))) << "no currency is not an unknown one";
}

TEST(Packed, ANumberTooLargeForItsMemberIsRefused) {
    Date date;
    EXPECT_EQ(shape_of<Date>().from_integer(INT64_C(1) << 32, &date).error().reason(),
              Refusal::out_of_range);
    Currency currency;
    EXPECT_EQ(
        shape_of<Currency>().from_integer((INT64_C(1) << 32) + 604, &currency).error().reason(),
        Refusal::unknown_currency);
}

// A count larger than the bytes that follow must not make the program reserve them.
TEST(Packed, AListLongerThanItsBytesIsRefused) {
    std::string bytes;
    put_unsigned(bytes, UINT64_MAX / 2);
    std::vector<std::string> texts;
    std::string_view rest = bytes;
    EXPECT_FALSE(take_packed(rest, shape_of<std::vector<std::string>>(), &texts));
    EXPECT_TRUE(texts.empty());
}

}  // namespace
}  // namespace ayni
