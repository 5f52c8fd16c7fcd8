#include "domain/banking/payment_results.h"

#include <gtest/gtest.h>

#include "domain/banking/check_pain001.h"
#include "domain/banking/iso20022.h"
#include "domain/payment/pain001.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

std::optional<PaymentResults> sample(const std::string& name) {
    const auto file = shared_data("data/iso20022/samples/" + name);
    if (!file) return std::nullopt;
    const auto xml = read_message(bytes_of_file(*file));
    EXPECT_TRUE(xml) << name;
    auto results = read_pain002(*xml);
    EXPECT_TRUE(results) << name;
    return results ? std::optional(*results) : std::nullopt;
}

TEST(ReadPain002, KnowsThatAWholeMessageWasRefused) {
    const auto results = sample("pain002-epo_p_0_0_0_2018032614401842.xml");
    if (!results) return;
    ASSERT_EQ(results->batches.size(), 1U);
    EXPECT_EQ(results->batches[0].message, "MsgId-005");
    EXPECT_EQ(results->batches[0].state, PaymentState::refused);
    EXPECT_EQ(results->batches[0].reason, "AM10");
    EXPECT_EQ(print(*results->day), "2018-03-26");
}

TEST(ReadPain002, KnowsTheOnePaymentOfABatchThatWasRefused) {
    const auto results = sample(
        "pain002-epo_p_ch5109000000250092291_1110097605_0_2018031511252307.xml");
    if (!results) return;
    ASSERT_EQ(results->payments.size(), 1U);
    EXPECT_EQ(results->payments[0].reference, "EndToEndId-001-03-04");
    EXPECT_EQ(results->payments[0].state, PaymentState::refused);
    EXPECT_EQ(results->payments[0].reason, "AC01");
    ASSERT_EQ(results->batches.size(), 1U) << "the group says nothing of its own";
    EXPECT_EQ(results->batches[0].state, std::nullopt) << "in part: said of each";
}

TEST(ReadPain002, HoldsNothingForPaidThatIsOnlyAccepted) {
    const auto results = sample(
        "pain002-chdd-cor1_p_ch2909000000250094239_1110097483_0_2018031317221082.xml");
    if (!results) return;
    ASSERT_EQ(results->batches.size(), 1U);
    EXPECT_EQ(results->batches[0].state, std::nullopt);
}

Refusal refused_by(const std::string& xml) {
    const auto parsed = read_message(xml);
    EXPECT_TRUE(parsed);
    const auto totals = check_pain001(*parsed);
    return totals ? Refusal::not_found : totals.error().reason();
}

TEST(CheckPain001, TakesOurOwnFiles) {
    const TransferOrder order{.message = "M",
                              .payer = "P",
                              .tax_number = {},
                              .account = "00219100123456789051",
                              .day = date_of({2025, 7, 16}),
                              .made = {1'752'600'000'000},
                              .purpose = {}};
    const auto pen = Currency::known("PEN");
    const auto file = pain001(order, {{"A", "Rosa", "00219100123456789152", {100, pen}},
                                      {"B", "Luz", "00219100123456789153", {250, pen}}});
    ASSERT_TRUE(file);
    const auto totals = check_pain001(*read_message(*file));
    ASSERT_TRUE(totals);
    EXPECT_EQ(totals->payments, 2);
    EXPECT_EQ(print_amount(totals->total), "3.50");
    EXPECT_EQ(totals->message, "M");
    auto wrong = *file;
    wrong.replace(wrong.find("<NbOfTxs>2"), 10, "<NbOfTxs>7");
    EXPECT_EQ(refused_by(wrong), Refusal::totals_differ);
    wrong = *file;
    wrong.replace(wrong.find(">2.50<"), 6, ">2.501<");
    EXPECT_EQ(refused_by(wrong), Refusal::too_many_decimals);
}

TEST(CheckPain001, ReadsTheSamplesOfOthers) {
    for (const std::string name : {"pain.001.001.03_abn.xml", "pain.001.001.03_sepaking.xml"}) {
        const auto file = shared_data("data/iso20022/samples/" + name);
        if (!file) return;
        const auto totals = check_pain001(*read_message(bytes_of_file(*file)));
        EXPECT_TRUE(totals) << name << code_of(totals.error().reason());
    }
    const auto file = shared_data("data/iso20022/samples/pain.001.001.09_pain001py.xml");
    EXPECT_EQ(refused_by(bytes_of_file(*file)), Refusal::totals_differ)
        << "it says two payments, and there are five";
}

}  // namespace
}  // namespace ayni
