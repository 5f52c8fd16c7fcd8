#include "domain/settlement/quality_of_period.h"

#include <gtest/gtest.h>

#include "domain/settlement/testing.h"

namespace ayni {
namespace {

using namespace testing;

constexpr NeededStatistics means{
    .sample = false, .period_mean = true, .geometric_mean = true, .last_three = false};

std::size_t cell(std::size_t place, Date on) {
    return place * static_cast<std::size_t>(fortnight.days()) +
           static_cast<std::size_t>(on - fortnight.first);
}

// Two producers, 4 and 7, with what is given.
struct Given {
    SettlementInputs inputs;
    ProducerPlaces places;
    std::vector<PlacedAnalysis> analyses;

    Given(std::vector<Delivery> deliveries, std::vector<Analysis> found)
        : inputs(with(std::move(deliveries), std::move(found))),
          places(inputs.producers),
          analyses(place_analyses(inputs, places, {1})) {}

    static SettlementInputs with(std::vector<Delivery> deliveries, std::vector<Analysis> found) {
        auto made = testing::inputs(terms_of({base("1")}), {}, {member(7), member(4)},
                                    std::move(deliveries));
        made.analyses = std::move(found);
        return made;
    }
};

Readings sample(const Given& given, const Delivery& of) {
    const DaySamples samples(given.analyses, given.places, fortnight);
    Readings room;
    return samples.of(of, cell(given.places.find(of.producer), of.day), room);
}

TEST(DaySamples, AreTheDeliverysOwnReadingsFirst) {
    const auto can = delivery(4, day(2), "10", readings({{fat, 350}}));
    const Given given({can}, {analysis(4, day(2), readings({{fat, 310}, {solids, 1200}}))});
    EXPECT_EQ(sample(given, can), readings({{fat, 350}, {solids, 1200}}));
}

TEST(DaySamples, PreferTheShiftAndFallBackOnTheDay) {
    const Given given(
        {}, {analysis(4, day(2), readings({{fat, 310}})),
             analysis(4, day(2), readings({{fat, 390}, {solids, 1250}}), Shift::evening)});
    EXPECT_EQ(sample(given, delivery(4, day(2), "10")), readings({{fat, 310}, {solids, 1250}}));
    EXPECT_EQ(sample(given, delivery(4, day(2), "10", {}, Shift::evening)),
              readings({{fat, 390}, {solids, 1250}}));
}

TEST(DaySamples, AreOfTheSameProducerDayAndProduct) {
    auto cheese = analysis(4, day(3), readings({{fat, 310}}));
    cheese.product = {2};
    const Given given({}, {analysis(7, day(2), readings({{fat, 310}})),
                           analysis(4, day(1), readings({{fat, 310}})), cheese});
    EXPECT_TRUE(sample(given, delivery(4, day(2), "10")).empty());
    EXPECT_TRUE(sample(given, delivery(4, day(3), "10")).empty());
}

TEST(DaySamples, TakeTheLaterOfTwoAnalysesOfOneShift) {
    auto first = analysis(4, day(2), readings({{fat, 310}, {solids, 1200}}));
    auto second = analysis(4, day(2), readings({{fat, 320}}));
    const Given given({}, {second, first});
    EXPECT_EQ(sample(given, delivery(4, day(2), "10")), readings({{fat, 320}, {solids, 1200}}));
}

TEST(PeriodStatistics, WeighReadingsByQuantityAndAnalysesByTheDay) {
    const Given given(
        {delivery(4, day(2), "10", readings({{fat, 300}})), delivery(4, day(3), "20"),
         delivery(4, day(3), "10"), rejected(delivery(4, day(4), "99", readings({{fat, 900}})))},
        {analysis(4, day(3), readings({{fat, 400}})),
         analysis(4, day(1) - 1, readings({{fat, 900}})),
         analysis(4, day(16), readings({{fat, 900}}))});
    const auto statistics = period_statistics(given.inputs, given.places, given.analyses, means);
    // (10 x 300 + 30 x 400) / 40
    EXPECT_EQ(statistics.at(0).period_mean[fat - 1], Mean{375'000'000});
    EXPECT_FALSE(statistics.at(0).period_mean[solids - 1]);
    EXPECT_FALSE(statistics.at(1).period_mean[fat - 1]);
}

TEST(PeriodStatistics, CountAnAnalysisOfADayWithoutMilkAsAThousandth) {
    const Given given({}, {analysis(4, day(3), readings({{fat, 400}}))});
    const auto statistics = period_statistics(given.inputs, given.places, given.analyses, means);
    EXPECT_EQ(statistics.at(0).period_mean[fat - 1], Mean{400'000'000});
}

// Vector M14: bacteria of 80, 120, 60 and 150 thousand.
TEST(PeriodStatistics, HaveTheGeometricMeanOfAnalysesAndReadings) {
    const Given given({delivery(4, day(2), "10", readings({{hygiene, 80'000}}))},
                      {analysis(4, day(3), readings({{hygiene, 120'000}})),
                       analysis(4, day(5), readings({{hygiene, 60'000}})),
                       analysis(4, day(5), readings({{hygiene, 150'000}}), Shift::evening)});
    const auto statistics = period_statistics(given.inputs, given.places, given.analyses, means);
    const auto mean = statistics.at(0).geometric_mean[hygiene - 1];
    ASSERT_TRUE(mean);
    EXPECT_EQ(divide(mean->millionths, 100, Rounding::half_up), 964'114'103);
}

TEST(PeriodStatistics, WeighEachAnalysisOfADayWithTheMilkOfItsShift) {
    const Given given({delivery(4, day(2), "30"), delivery(4, day(2), "10", {}, Shift::evening)},
                      {analysis(4, day(2), readings({{fat, 350}})),
                       analysis(4, day(2), readings({{fat, 390}}), Shift::evening)});
    const auto statistics = period_statistics(given.inputs, given.places, given.analyses, means);
    EXPECT_EQ(statistics.at(0).period_mean[fat - 1], Mean{360'000'000});
}

TEST(PeriodStatistics, CountWhatWasReadAtDeliveryAndNotItsAnalysis) {
    const Given given({delivery(4, day(2), "10", readings({{fat, 360}}))},
                      {analysis(4, day(2), readings({{fat, 400}, {solids, 1200}}))});
    const auto statistics = period_statistics(given.inputs, given.places, given.analyses, means);
    EXPECT_EQ(statistics.at(0).period_mean[fat - 1], Mean{360'000'000});
    EXPECT_EQ(statistics.at(0).geometric_mean[fat - 1], Mean{360'000'000});
    EXPECT_EQ(statistics.at(0).period_mean[solids - 1], Mean{1'200'000'000});
}

TEST(PeriodStatistics, ForgetAnAnalysisThatALaterOneReplaced) {
    auto wrong = analysis(4, day(2), readings({{fat, 900}}));
    auto right = analysis(4, day(2), readings({{fat, 400}}));
    const Given given({delivery(4, day(2), "10")}, {wrong, right});
    const auto statistics = period_statistics(given.inputs, given.places, given.analyses, means);
    EXPECT_EQ(statistics.at(0).period_mean[fat - 1], Mean{400'000'000});
    EXPECT_EQ(statistics.at(0).geometric_mean[fat - 1], Mean{400'000'000});
}

TEST(PeriodStatistics, AreNotComputedInVain) {
    const Given given({delivery(4, day(2), "10", readings({{fat, 300}}))}, {});
    EXPECT_TRUE(period_statistics(given.inputs, given.places, given.analyses, {}).empty());
}

TEST(LastThree, AreTheNewestUpToTheDayAlsoFromBeforeThePeriod) {
    const Given given({}, {analysis(4, day(1) - 40, readings({{fat, 100}})),
                           analysis(4, day(1) - 10, readings({{fat, 300}})),
                           analysis(4, day(3), readings({{fat, 320}})),
                           analysis(4, day(5), readings({{fat, 340}, {solids, 1200}})),
                           analysis(7, day(4), readings({{fat, 900}}))});
    const LastThree last(given.analyses, given.places, fortnight);
    EXPECT_EQ(last.on(cell(0, day(2)))[fat - 1], Mean{200'000'000});
    EXPECT_EQ(last.on(cell(0, day(3)))[fat - 1], Mean{240'000'000});
    EXPECT_EQ(last.on(cell(0, day(15)))[fat - 1], Mean{320'000'000});
    EXPECT_EQ(last.on(cell(0, day(5)))[solids - 1], Mean{1'200'000'000});
    EXPECT_FALSE(last.on(cell(1, day(3)))[fat - 1]);
    EXPECT_EQ(last.on(cell(1, day(4)))[fat - 1], Mean{900'000'000});
}

TEST(LastThree, SkipAnalysesThatSayNothingOfTheAttribute) {
    const Given given({}, {analysis(4, day(1), readings({{fat, 310}})),
                           analysis(4, day(2), readings({{solids, 1200}})),
                           analysis(4, day(3), readings({{solids, 1210}})),
                           analysis(4, day(4), readings({{solids, 1220}})),
                           analysis(4, day(5), readings({{fat, 330}}))});
    const LastThree last(given.analyses, given.places, fortnight);
    EXPECT_EQ(last.on(cell(0, day(6)))[fat - 1], Mean{320'000'000});
}

TEST(LastThree, OfOneDayPreferTheEveningThenTheLaterRecord) {
    std::vector found{analysis(4, day(2), readings({{fat, 400}}), Shift::evening),
                      analysis(4, day(2), readings({{fat, 100}})),
                      analysis(4, day(2), readings({{fat, 200}})),
                      analysis(4, day(2), readings({{fat, 300}}))};
    const Given given({}, found);
    EXPECT_EQ(LastThree(given.analyses, given.places, fortnight).on(cell(0, day(2)))[fat - 1],
              Mean{350'000'000});
}

TEST(ProducerPlaces, FindPartiesNearAndFarApart) {
    const std::vector far{member(5'000'000'000), member(3), member(1'000'000)};
    const ProducerPlaces places(far);
    EXPECT_EQ(places.find({3}), 0U);
    EXPECT_EQ(places.find({5'000'000'000}), 2U);
    EXPECT_EQ(places.find({4}), places.size());
    const std::vector near{member(12), member(10)};
    const ProducerPlaces dense(near);
    EXPECT_EQ(dense.find({12}), 1U);
    EXPECT_EQ(dense.find({11}), dense.size());
    EXPECT_EQ(dense.find({9}), dense.size());
    EXPECT_EQ(dense.find({-1}), dense.size());
}

}  // namespace
}  // namespace ayni
