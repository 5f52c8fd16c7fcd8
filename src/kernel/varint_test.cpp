#include "kernel/varint.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"

namespace ayni {
namespace {

RC_GTEST_PROP(Varint, ReadsBackWhatItPuts, ()) {
    const auto size = *any_number<std::uint64_t>();
    const auto number = *any_number<std::int64_t>();
    std::string bytes;
    put_unsigned(bytes, size);
    put_signed(bytes, number);
    std::string_view rest = bytes;
    RC_ASSERT((take_unsigned(rest) == size));
    RC_ASSERT((take_signed(rest) == number));
    RC_ASSERT(rest.empty());
}

// Equal values must have equal bytes, since bytes are hashed.
RC_GTEST_PROP(Varint, HasOneFormForEachNumber, ()) {
    const auto bytes = *rc::gen::oneOf(
        rc::gen::arbitrary<std::string>(),
        rc::gen::container<std::string>(rc::gen::element('\x00', '\x01', '\x7F', '\x80', '\xFF')));
    std::string_view rest = bytes;
    if (const auto number = take_unsigned(rest)) {
        std::string again;
        put_unsigned(again, *number);
        RC_ASSERT(again == bytes.substr(0, bytes.size() - rest.size()));
    }
}

TEST(Varint, KeepsSmallNumbersSmall) {
    const auto length = [](std::int64_t number) {
        std::string bytes;
        put_signed(bytes, number);
        return bytes.size();
    };
    EXPECT_EQ(length(0), 1U);
    EXPECT_EQ(length(-64), 1U);
    EXPECT_EQ(length(63), 1U);
    EXPECT_EQ(length(64), 2U);
    EXPECT_EQ(length(INT64_MIN), 10U);
}

TEST(Varint, RefusesBytesThatEndThatArePaddedOrTooLong) {
    for (std::string_view bytes :
         {std::string_view(""), std::string_view("\x80"), std::string_view("\x80\x00", 2),
          std::string_view("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x02"),
          std::string_view("\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01")}) {
        auto rest = bytes;
        EXPECT_FALSE(take_unsigned(rest));
    }
}

}  // namespace
}  // namespace ayni
