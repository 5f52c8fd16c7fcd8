#include "domain/sale/price_lot.h"

#include <gtest/gtest.h>

#include "domain/sale/testing.h"

namespace ayni {
namespace {

using namespace testing;

const std::vector<Attribute> fat{{.number = 1,
                                  .code = "fat",
                                  .name = "fat",
                                  .unit = "%",
                                  .decimals = 2,
                                  .least = 0,
                                  .most = 2000}};

Term base() {
    Term term;
    term.price = Price{1'500'000};
    return term;
}
Term point_of_fat(Statistic statistic) {
    Term term;
    term.kind = TermKind::per_point;
    term.attribute = "fat";
    term.standard = "3.50";
    term.point = "0.10";
    term.rate = Price{20'000};
    term.statistic = statistic;
    return term;
}
Term volume() {
    Term term;
    term.kind = TermKind::band;
    term.volume = VolumeOf::organisation;
    term.bands = {Band{.from = {}, .to = "1500", .rate = {}},
                  Band{.from = "1500", .to = {}, .rate = Price{100'000}}};
    return term;
}
Lot lot(int day, std::int64_t kilograms, std::int32_t reading) {
    Lot made;
    made.number = {day};
    made.day = Date{20'000 + day};
    made.weight = {kilograms * 1000};
    made.readings.set({1, reading});
    return made;
}
Price price_of(const Term& term, const Lot& priced, const std::vector<Lot>& period) {
    PriceTerms terms;
    terms.currency = Currency::known("PEN");
    terms.terms = {base(), term};
    return price_lot(CompiledTerms::compile(terms, fat).value(), priced, period, {}).value().price;
}

TEST(PriceLot, GoesByOurWeightAndAnalysis) {
    const auto one = lot(1, 1000, 360);
    PriceTerms terms;
    terms.currency = Currency::known("PEN");
    terms.terms = {base(), point_of_fat(Statistic::sample)};
    const auto priced = price_lot(CompiledTerms::compile(terms, fat).value(), one, {&one, 1}, {});
    EXPECT_EQ(priced.value().price, (Price{1'520'000}));
    EXPECT_EQ(priced.value().value, soles("1520"));
}

TEST(PriceLot, TakesThePeriodForTheLotsThatWereSoldInIt) {
    const std::vector lots{lot(2, 1000, 370), lot(1, 1000, 350), lot(3, 2000, 380)};
    EXPECT_EQ(price_of(volume(), lots[1], {lots[1]}), (Price{1'500'000}));
    EXPECT_EQ(price_of(volume(), lots[1], lots), (Price{1'600'000}));
    EXPECT_EQ(price_of(point_of_fat(Statistic::period_mean), lots[1], lots), (Price{1'540'000}));
    EXPECT_EQ(price_of(point_of_fat(Statistic::last_three), lots[0], lots), (Price{1'520'000}))
        << "only those up to its own day";
}

}  // namespace
}  // namespace ayni
