#include "domain/payment/pain001.h"

#include <filesystem>
#include <fstream>

#include <gtest/gtest.h>

#include "domain/payment/pay_account.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");

TransferOrder order() {
    return {.message = "AYNI-1-7",
            .payer = "Coop. Manantial de Vida",
            .tax_number = "20512333797",
            .account = "00219100123456789051",
            .day = date_of({2025, 7, 16}),
            .made = {1'752'600'000'000},
            .purpose = "Leche 2025-07-01 a 2025-07-15"};
}

std::vector<Transfer> transfers() {
    return {{"S1-M-001", "Rosa Huamán Ñaupari", "00219100123456789152", {31'245, pen}},
            {"S1-M-002", "Q’ellu <& Sons>", "00219100123456789153", {100, pen}}};
}

TEST(Pain001, SaysEveryTransferAndTheirSum) {
    const auto xml = pain001(order(), transfers());
    ASSERT_TRUE(xml);
    EXPECT_TRUE(xml->contains("<NbOfTxs>2</NbOfTxs><CtrlSum>313.45</CtrlSum>"));
    EXPECT_TRUE(xml->contains("<InstdAmt Ccy=\"PEN\">312.45</InstdAmt>"));
    EXPECT_TRUE(xml->contains("<Nm>Rosa Huaman Naupari</Nm>"));
    EXPECT_TRUE(xml->contains("<Nm>Q'ellu    Sons </Nm>"));
    EXPECT_EQ(*xml, *pain001(order(), transfers())) << "the same bytes";
}

TEST(Pain001, RefusesWhatTheSchemaWouldAccept) {
    const auto refused = [](auto change) {
        auto wrong = transfers();
        change(wrong);
        const auto xml = pain001(order(), wrong);
        return xml ? Refusal{} : xml.error().reason();
    };
    EXPECT_EQ(refused([](auto& all) { all[0].amount = {0, pen}; }), Refusal::amount_not_positive);
    EXPECT_EQ(refused([](auto& all) { all[1].amount.currency = Currency::known("USD"); }),
              Refusal::currencies_differ);
    EXPECT_EQ(refused([](auto& all) { all[1].reference = "S1-M-001"; }), Refusal::already_exists);
    EXPECT_EQ(refused([](auto& all) { all[1].account = "12"; }), Refusal::account_not_plausible);
    EXPECT_EQ(refused([](auto& all) { all.clear(); }), Refusal::nothing_to_pay);
}

TEST(Pain001, IsValidByTheSchema) {
    const auto schema = shared_data("data/iso20022/schema/pain.001.001.03.xsd");
    if (!schema) return;
    const auto file = std::filesystem::temp_directory_path() / "ayni_pain001.xml";
    const auto is_valid = [&](std::string_view xml) {
        std::ofstream(file) << xml;
        const auto command = "xmllint --noout --nonet --schema " + schema->string() + " " +
                             file.string() + " 2>/dev/null";
        return std::system(command.c_str()) == 0;
    };
    EXPECT_TRUE(is_valid(*pain001(order(), transfers())));
    EXPECT_FALSE(is_valid("<Document/>")) << "the schema finds nothing";
    std::filesystem::remove(file);
}

TEST(PayAccount, IsTwentyDigits) {
    EXPECT_EQ(*read_account("002-191 00123456789051"), "00219100123456789051");
    for (const auto* wrong : {"", "0021910012345678905", "002191001234567890511",
                              "0021910012345678905x", "00000000000000000000"})
        EXPECT_EQ(read_account(wrong).error().reason(), Refusal::account_not_plausible) << wrong;
}

}  // namespace
}  // namespace ayni
