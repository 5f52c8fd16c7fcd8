#include "ledger/chart.h"

#include <gtest/gtest.h>

#include "kernel/described_json.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

const Currency pen = Currency::of("PEN").value();

TrialLine line(AccountRole role, std::int64_t opening, std::int64_t debit, std::int64_t credit) {
    return {role, {opening, pen}, {debit, pen}, {credit, pen}, {opening + debit - credit, pen}};
}

TEST(Chart, AddsUpTheRolesThatShareAnAccount) {
    const Chart chart{{},
                      1,
                      "PCGE",
                      {{AccountRole::bank, "104", "Bancos"},
                       {AccountRole::in_transit, "104", "Bancos"},
                       {AccountRole::cash, "101", "Caja"}}};
    const std::vector<TrialLine> lines{
        line(AccountRole::bank, 100, 50, 20), line(AccountRole::cash, 0, 7, 0),
        line(AccountRole::in_transit, 0, 20, 20), line(AccountRole::surplus, 0, 0, 0)};
    const auto all = lines_by_chart(lines, chart);
    ASSERT_TRUE(all.has_value());
    ASSERT_EQ(all->size(), 2U);
    EXPECT_EQ(all->front().code, "101");
    EXPECT_EQ(all->back(),
              (ChartLine{"104", "Bancos", {100, pen}, {70, pen}, {40, pen}, {130, pen}}));
}

TEST(Chart, NamesTheRoleThatHasNoAccount) {
    const Chart chart{{}, 1, "PCGE", {}};
    const auto refused = lines_by_chart(std::vector{line(AccountRole::bank, 1, 0, 0)}, chart);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().reason(), Refusal::account_not_mapped);
    EXPECT_EQ(refused.error().problems.front().detail, "bank");
}

TEST(Chart, HasEachRoleOnceAndPlainCodes) {
    const std::vector<ChartAccount> twice{{AccountRole::bank, "104", "a"},
                                          {AccountRole::bank, "101", "b"}};
    EXPECT_EQ(check_chart(twice).error().reason(), Refusal::duplicate_row);
    const std::vector<ChartAccount> blank{{AccountRole::bank, "10 4", "a"}};
    EXPECT_EQ(check_chart(blank).error().reason(), Refusal::code_not_usable);
}

struct ChartFile {
    std::string name;
    std::vector<ChartAccount> accounts;
};
BOOST_DESCRIBE_STRUCT(ChartFile, (), (name, accounts))

TEST(Chart, OfPeruShipsWithAnAccountForEveryRole) {
    const auto file = from_json_text<ChartFile>(
        bytes_of_file(repository() / "docs/charts/pcge.json"), Limits::none);
    ASSERT_TRUE(file.has_value());
    EXPECT_TRUE(check_chart(file->accounts).has_value());
    const Chart chart{{}, 1, file->name, file->accounts};
    for (std::size_t role = 0; role < describing::choices<AccountRole>.size(); ++role)
        EXPECT_NE(account_in(chart, static_cast<AccountRole>(role)), nullptr)
            << describing::choices<AccountRole>[role];
}

}  // namespace
}  // namespace ayni
