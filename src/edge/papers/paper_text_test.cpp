#include "edge/papers/paper_text.h"

#include <limits>
#include <type_traits>

#include <gtest/gtest.h>

namespace ayni {
namespace {

Money money(std::int64_t minor, std::string_view code = "PEN") {
    return {minor, Currency::known(code)};
}

Date day(std::string_view text) { return parse_date(text).value(); }

template <class Words>
void expect_complete(const Words& words) {
    boost::mp11::mp_for_each<boost::describe::describe_members<Words, boost::describe::mod_public>>(
        [&](auto member) { EXPECT_FALSE((words.*member.pointer).empty()) << member.name; });
}

TEST(PaperText, HasEveryWordInBothLanguages) {
    for (const auto language : {Language::es, Language::en}) {
        const auto& words = paper_words(language);
        expect_complete(words.statement);
        expect_complete(words.payments);
        for (const auto month : words.months) EXPECT_FALSE(month.empty());
        for (const auto word : {words.made_at, words.sheet, words.of}) EXPECT_FALSE(word.empty());
    }
}

TEST(PaperText, WritesMoneyInThePeruvianForm) {
    EXPECT_EQ(money_text(money(123'456)), "S/ 1,234.56");
    EXPECT_EQ(money_text(money(0)), "S/ 0.00");
    EXPECT_EQ(money_text(money(99'999)), "S/ 999.99");
    EXPECT_EQ(money_text(money(10'000'000'000'000)), "S/ 100,000,000,000.00");
    EXPECT_EQ(money_text(money(-1'208)), "− S/ 12.08");
    EXPECT_EQ(money_text(money(1'000'000, "CLP")), "$ 1,000,000");
    EXPECT_EQ(money_text(money(1'234'567, "KWD")), "KWD 1,234.567");
    EXPECT_EQ(amount_text(money(std::numeric_limits<std::int64_t>::min())),
              "−92,233,720,368,547,758.08");
    EXPECT_EQ(money_text({}), "0");
}

TEST(PaperText, KnowsTheSymbolsOfTheRegion) {
    EXPECT_EQ(money_text(money(100, "USD")), "$ 1.00");
    EXPECT_EQ(money_text(money(100, "BOB")), "Bs 1.00");
    EXPECT_EQ(money_text(money(100, "HNL")), "L 1.00");
    EXPECT_EQ(money_text(money(100, "GTQ")), "Q 1.00");
    EXPECT_EQ(money_text(money(100, "COP")), "$ 1.00");
    EXPECT_EQ(money_text(money(100, "CHF")), "CHF 1.00");
}

TEST(PaperText, SignsWhatIsAddedAndTaken) {
    EXPECT_EQ(signed_text(money(1'449)), "+ 14.49");
    EXPECT_EQ(signed_text(money(-123'456)), "− 1,234.56");
    EXPECT_EQ(signed_text(money(0)), "0.00");
}

TEST(PaperText, KeepsEveryDecimalThatCounts) {
    EXPECT_EQ(quantity_text(Quantity{402'600}, "kg"), "402.6 kg");
    EXPECT_EQ(quantity_text(Quantity{1'234'567'000}, "l"), "1,234,567.0 l");
    EXPECT_EQ(quantity_text(Quantity{10'305}, "kg"), "10.305 kg");
    EXPECT_EQ(quantity_text(Quantity{10'300}, 3), "10.300");
    EXPECT_EQ(quantity_text(Quantity{10'305}, 1), "10.305");
    EXPECT_EQ(price_text(Price{1'450'000}, 2), "1.45");
    EXPECT_EQ(price_text(Price{-1'450'001}, 2), "−1.450001");
    EXPECT_EQ(decimals_of(Price{1'451'200}, 2), 4);
    EXPECT_EQ(decimals_of(Quantity{0}, 1), 1);
}

TEST(PaperText, SaysAPeriodWithoutRepeating) {
    const auto period = [](std::string_view first, std::string_view last, Language language) {
        return period_text({day(first), day(last)}, language);
    };
    constexpr auto es = Language::es, en = Language::en;
    EXPECT_EQ(period("2025-07-01", "2025-07-15", es), "1 al 15 de julio de 2025");
    EXPECT_EQ(period("2025-07-01", "2025-07-15", en), "1–15 July 2025");
    EXPECT_EQ(period("2025-06-16", "2025-07-15", es), "16 de junio al 15 de julio de 2025");
    EXPECT_EQ(period("2025-06-16", "2025-07-15", en), "16 June – 15 July 2025");
    EXPECT_EQ(period("2024-12-16", "2025-01-15", es),
              "16 de diciembre de 2024 al 15 de enero de 2025");
    EXPECT_EQ(period("2024-12-16", "2025-01-15", en), "16 December 2024 – 15 January 2025");
    EXPECT_EQ(period("2025-07-01", "2025-07-01", es), "1 de julio de 2025");
    EXPECT_EQ(period("2025-07-01", "2025-07-01", en), "1 July 2025");
}

TEST(PaperText, TellsSheetsAndInstants) {
    EXPECT_EQ(sheet_text(1, 12, Language::es), "Hoja 1 de 12");
    EXPECT_EQ(sheet_text(1, 12, Language::en), "Sheet 1 of 12");
    EXPECT_EQ(instant_text(parse_instant("2025-07-16T15:04:05.678Z").value()),
              "2025-07-16 15:04 UTC");
}

TEST(PaperText, TellsTheTimeOfTheOrganisation) {
    const auto made = parse_instant("2025-07-16T02:04:05.678Z").value();
    EXPECT_EQ(instant_text({made, "America/Lima"}), "2025-07-15 21:04");
    EXPECT_EQ(instant_text({made, "nowhere"}), "2025-07-16 02:04");
}

}  // namespace
}  // namespace ayni
