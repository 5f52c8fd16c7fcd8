#include "app/text_message.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "app/sample_statement_test.h"
#include "kernel/arbitrary_test.h"
#include "kernel/sms_text.h"

namespace ayni {
namespace {

TEST(TextMessage, SaysWhatAProducerGetsAndWhy) {
    const auto statement = sample_statement();
    EXPECT_EQ(statement_message(statement, Language::es),
              "Coop. Manantial de Vida: 1-15 jul. 420.1 kg, a favor S/ 629.50, descuentos "
              "S/ 102.75, RECIBE S/ 526.75. Cobre en su organizacion.");
    EXPECT_EQ(statement_message(statement, Language::en),
              "Coop. Manantial de Vida: 1-15 Jul. 420.1 kg, credit S/ 629.50, deducted "
              "S/ 102.75, YOU GET S/ 526.75. Collect it at your organisation.");
}

TEST(TextMessage, SaysWhenThereIsNothingToCollectYet) {
    auto statement = sample_statement();
    statement.state = SettlementState::computed;
    EXPECT_TRUE(statement_message(statement, Language::es).ends_with("526.75. Falta aprobar."));
    statement.state = SettlementState::withdrawn;
    EXPECT_TRUE(statement_message(statement, Language::es).ends_with("526.75. ANULADO."));
}

TEST(TextMessage, TellsNobodyToCollectNothing) {
    auto statement = sample_statement();
    statement.deducted = statement.gross;
    statement.net = soles(0);
    EXPECT_TRUE(statement_message(statement, Language::es).ends_with("RECIBE S/ 0.00."));
}

TEST(TextMessage, ShortensTheOrganisationAtAWord) {
    auto statement = sample_statement();
    statement.organisation_name =
        "Cooperativa de Servicios Lecheros y Agropecuarios Manantial de Vida de Cabeza de Toro";
    const auto message = statement_message(statement, Language::es);
    EXPECT_TRUE(message.starts_with("Coop. de Servicios Lecheros y Agropecuarios.: 1-")) << message;
    EXPECT_TRUE(message.ends_with("RECIBE S/ 526.75. Cobre en su organizacion.")) << message;
    EXPECT_LE(gsm_length(message), longest_sms);
}

TEST(TextMessage, LosesTheNameBeforeAnAmount) {
    auto statement = sample_statement();
    statement.gross = statement.deducted = statement.net = soles(largest_amount);
    statement.quantity = Quantity{largest_quantity};
    statement.organisation_name = std::string(200, 'W');
    const auto message = statement_message(statement, Language::es);
    EXPECT_NE(message.find("a favor S/ 100000000000.00"), message.npos) << message;
    EXPECT_NE(message.find("RECIBE S/ 100000000000.00."), message.npos) << message;
    EXPECT_LE(gsm_length(message), longest_sms);
}

RC_GTEST_PROP(TextMessage, IsOneMessageForAnyStatement, ()) {
    auto statement = sample_statement(1, 1);
    statement.organisation_name = *any_text();
    statement.unit = *any_text();
    statement.quantity = Quantity{*any_number<std::int64_t>()};
    const auto currency = *any_currency();
    for (auto* amount : {&statement.gross, &statement.deducted, &statement.net})
        *amount = Money{*any_number<std::int64_t>(), currency};
    statement.first = *any_day();
    statement.last = *any_day();
    statement.state = *rc::gen::element(SettlementState::computed, SettlementState::approved,
                                        SettlementState::posted, SettlementState::withdrawn);
    for (const auto language : {Language::es, Language::en}) {
        const auto message = statement_message(statement, language);
        RC_ASSERT(gsm_length(message) <= longest_sms);
        RC_ASSERT(gsm_text(message) == message);
        RC_ASSERT(message.find(print_amount(statement.net)) != message.npos);
    }
}

TEST(TextMessage, TakesEveryNaughtyString) {
    auto statement = sample_statement(1, 1);
    for (const auto& string : naughty_strings()) {
        statement.organisation_name = statement.unit = string;
        const auto message = statement_message(statement, Language::es);
        EXPECT_LE(gsm_length(message), longest_sms) << message;
        EXPECT_EQ(message.find('\n'), message.npos) << message;
    }
}

}  // namespace
}  // namespace ayni
