#include "domain/settlement/changed_deliveries.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

ExplainedDelivery worth(std::int64_t sequence, int on, const char* quantity, const char* value,
                        Shift shift = Shift::morning) {
    auto made = delivery(1, day(on), quantity, {}, shift);
    made.sequence = sequence;
    return {made, {1}, {}, {}, soles(value)};
}
WorthOfDelivery was(const char* quantity, const char* value) {
    return {kg(quantity), soles(value)};
}

TEST(ChangedDeliveries, AreNewWithdrawnCorrectedOrPricedAnew) {
    const std::vector before{worth(1, 2, "10", "14"), worth(2, 3, "5", "7"),
                             worth(3, 4, "6", "8.40"), worth(4, 5, "9", "12.60")};
    const std::vector now{worth(1, 2, "10", "14"), worth(2, 3, "5", "7.50"),
                          worth(7, 4, "8", "11.20"), worth(8, 5, "1", "1.40", Shift::evening)};
    const auto changes = changed_deliveries(before, now);
    EXPECT_EQ(changes, (std::vector<ChangedDelivery>{
                           {day(3), Shift::morning, was("5", "7"), was("5", "7.50")},
                           {day(4), Shift::morning, was("6", "8.40"), was("8", "11.20")},
                           {day(5), Shift::morning, was("9", "12.60"), std::nullopt},
                           {day(5), Shift::evening, std::nullopt, was("1", "1.40")}}));
    EXPECT_EQ(quantity_of(changes), Quantity{-6'000});
}

TEST(ChangedDeliveries, AreNoneWhenNothingChanged) {
    const std::vector same{worth(1, 2, "10", "14")};
    EXPECT_TRUE(changed_deliveries(same, same).empty());
    EXPECT_EQ(quantity_of({}), Quantity{});
}

}  // namespace
}  // namespace ayni
