#include "store/tables.h"

#include <array>

#include "store/asset_tables.h"
#include "store/bank_tables.h"
#include "store/capital_tables.h"
#include "store/chart_tables.h"
#include "store/merge_tables.h"
#include "store/sale_tables.h"

namespace ayni {
namespace {

template <class T>
Table table(std::string_view name, std::string_view key, std::vector<std::string_view> indices = {},
            std::vector<std::string_view> unique = {}) {
    return {&describe<T>(), name, key, std::move(indices), std::move(unique)};
}

}  // namespace

template <>
const Table& table_of<Organisation>() {
    static const Table made = table<Organisation>("organisation", "id");
    return made;
}
template <>
const Table& table_of<Registration>() {
    static const Table made = table<Registration>("registration", "organisation, first");
    return made;
}
template <>
const Table& table_of<User>() {
    static const Table made = table<User>("user_account", "id", {}, {"login"});
    return made;
}
template <>
const Table& table_of<Grant>() {
    static const Table made = table<Grant>("role_grant", "organisation, user, role, first",
                                           {"user"});
    return made;
}
template <>
const Table& table_of<Session>() {
    static const Table made = table<Session>("session", "token", {"user"});
    return made;
}
template <>
const Table& table_of<SecondFactor>() {
    static const Table made = table<SecondFactor>("second_factor", "user");
    return made;
}
template <>
const Table& table_of<RecoveryCode>() {
    static const Table made = table<RecoveryCode>("recovery_code", "user, code");
    return made;
}
template <>
const Table& table_of<SecondFactorRule>() {
    static const Table made = table<SecondFactorRule>("second_factor_rule",
                                                      "organisation, position");
    return made;
}
template <>
const Table& table_of<SignInLink>() {
    static const Table made = table<SignInLink>("sign_in_link", "token");
    return made;
}
template <>
const Table& table_of<Denial>() {
    static const Table made = table<Denial>("denial", "organisation, number");
    return made;
}
template <>
const Table& table_of<LogRecord>() {
    static const Table made = table<LogRecord>("log", "organisation, position", {},
                                               {"organisation, key"});
    return made;
}
template <>
const Table& table_of<PersonalValue>() {
    static const Table made = table<PersonalValue>("personal_value",
                                                   "organisation, position, path");
    return made;
}
template <>
const Table& table_of<Party>() {
    static const Table made = table<Party>("party", "organisation, party", {},
                                           {"organisation, code"});
    return made;
}
template <>
const Table& table_of<Household>() {
    static const Table made = table<Household>("household", "organisation, household", {},
                                               {"organisation, code"});
    return made;
}
template <>
const Table& table_of<Person>() {
    static const Table made = table<Person>("person", "organisation, party");
    return made;
}
template <>
const Table& table_of<Membership>() {
    static const Table made = table<Membership>("membership",
                                                "organisation, party, first, withdrawn");
    return made;
}
template <>
const Table& table_of<Certificate>() {
    static const Table made = table<Certificate>("certificate",
                                                 "organisation, party, kind, first, withdrawn");
    return made;
}
template <>
const Table& table_of<Product>() {
    static const Table made = table<Product>("product", "organisation, product", {},
                                             {"organisation, code"});
    return made;
}
template <>
const Table& table_of<Source>() {
    static const Table made = table<Source>("source", "organisation, source");
    return made;
}
template <>
const Table& table_of<Delivery>() {
    static const Table made = table<Delivery>("delivery", "organisation, day, source, sequence",
                                              {"organisation, producer, day"},
                                              {"organisation, source, sequence"});
    return made;
}
template <>
const Table& table_of<DeliveryNote>() {
    static const Table made = table<DeliveryNote>("delivery_note",
                                                  "organisation, source, sequence");
    return made;
}
template <>
const Table& table_of<Correction>() {
    static const Table made = table<Correction>("correction",
                                                "organisation, day, source, sequence");
    return made;
}
template <>
const Table& table_of<Analysis>() {
    static const Table made = table<Analysis>("analysis", "organisation, day, source, sequence",
                                              {"organisation, producer, day"},
                                              {"organisation, source, sequence"});
    return made;
}
template <>
const Table& table_of<Import>() {
    static const Table made = table<Import>("import", "organisation, number",
                                            {"organisation, file_digest"});
    return made;
}
template <>
const Table& table_of<IndexValue>() {
    static const Table made = table<IndexValue>("index_value",
                                                "organisation, series, day, revision");
    return made;
}
template <>
const Table& table_of<Agreement>() {
    static const Table made = table<Agreement>("agreement", "organisation, number");
    return made;
}
template <>
const Table& table_of<PurchaseTerms>() {
    static const Table made = table<PurchaseTerms>("purchase_terms", "organisation, number");
    return made;
}
template <>
const Table& table_of<Obligation>() {
    static const Table made = table<Obligation>("obligation", "organisation, number",
                                                {"organisation, party"});
    return made;
}
template <>
const Table& table_of<Application>() {
    static const Table made = table<Application>(
        "application", "organisation, obligation, settlement", {"organisation, settlement"});
    return made;
}
template <>
const Table& table_of<Settlement>() {
    static const Table made = table<Settlement>("settlement", "organisation, number");
    return made;
}
template <>
const Table& table_of<Statement>() {
    static const Table made = table<Statement>("statement", "organisation, settlement, producer");
    return made;
}
template <>
const Table& table_of<LateChange>() {
    static const Table made = table<LateChange>("late_change",
                                                "organisation, settlement, position");
    return made;
}
template <>
const Table& table_of<SettledDifference>() {
    static const Table made = table<SettledDifference>(
        "settled_difference", "organisation, settlement, in_settlement, producer, member");
    return made;
}
template <>
const Table& table_of<Entry>() {
    static const Table made = table<Entry>("entry", "organisation, number");
    return made;
}
template <>
const Table& table_of<KeptHold>() {
    static const Table made = table<KeptHold>("hold", "organisation, number");
    return made;
}

template <>
const Table& table_of<PayAccount>() {
    static const Table made = table<PayAccount>("pay_account", "organisation, party, position");
    return made;
}
template <>
const Table& table_of<PaymentOrder>() {
    static const Table made = table<PaymentOrder>("payment_order", "organisation, number");
    return made;
}
template <>
const Table& table_of<Payment>() {
    static const Table made = table<Payment>(
        "payment", "organisation, number",
        {"organisation, settlement", "organisation, payment_order"}, {"organisation, reference"});
    return made;
}
template <>
const Table& table_of<PaymentPayee>() {
    static const Table made = table<PaymentPayee>("payment_payee", "organisation, payment");
    return made;
}
template <>
const Table& table_of<PaymentEvent>() {
    static const Table made = table<PaymentEvent>("payment_event",
                                                  "organisation, payment, sequence");
    return made;
}
template <>
const Table& table_of<Closing>() {
    static const Table made = table<Closing>("closing", "organisation, number");
    return made;
}
template <>
const Table& table_of<Voucher>() {
    static const Table made = table<Voucher>("voucher", "organisation, number",
                                             {"organisation, document"});
    return made;
}
template <>
const Table& table_of<Accrual>() {
    static const Table made = table<Accrual>("accrual", "organisation, number");
    return made;
}
template <>
const Table& table_of<ProduceStock>() {
    static const Table made = table<ProduceStock>("produce_stock", "organisation, number",
                                                  {"organisation, lot"});
    return made;
}

template <>
const Table& table_of<BuyingPolicy>() {
    static const Table made = table<BuyingPolicy>("buying_policy",
                                                  "organisation, product, first, position");
    return made;
}

template <>
const Table& table_of<SaleTerms>() {
    static const Table made = table<SaleTerms>("sale_terms", "organisation, number");
    return made;
}
template <>
const Table& table_of<Lot>() {
    static const Table made = table<Lot>("lot", "organisation, number", {}, {"organisation, code"});
    return made;
}
template <>
const Table& table_of<Liquidation>() {
    static const Table made = table<Liquidation>("liquidation", "organisation, number");
    return made;
}
template <>
const Table& table_of<LiquidationLine>() {
    static const Table made = table<LiquidationLine>(
        "liquidation_line", "organisation, liquidation, lot", {"organisation, lot"});
    return made;
}
template <>
const Table& table_of<DisputeDecision>() {
    static const Table made = table<DisputeDecision>("dispute_decision", "organisation, number",
                                                     {"organisation, liquidation"});
    return made;
}
template <>
const Table& table_of<BuyerReceipt>() {
    static const Table made = table<BuyerReceipt>("buyer_receipt", "organisation, number");
    return made;
}
template <>
const Table& table_of<KeptStatement>() {
    static const Table made = table<KeptStatement>("bank_statement", "organisation, number");
    return made;
}
template <>
const Table& table_of<KeptLine>() {
    static const Table made = table<KeptLine>("bank_line", "organisation, statement, line");
    return made;
}
template <>
const Table& table_of<KeptLineParty>() {
    static const Table made = table<KeptLineParty>("bank_line_party",
                                                   "organisation, statement, line");
    return made;
}
template <>
const Table& table_of<BankMatch>() {
    static const Table made = table<BankMatch>("bank_match", "organisation, entry, position",
                                               {"organisation, statement, line"});
    return made;
}
template <>
const Table& table_of<BankExplanation>() {
    static const Table made = table<BankExplanation>("bank_explanation", "organisation, number");
    return made;
}
template <>
const Table& table_of<ResultFile>() {
    static const Table made = table<ResultFile>("payment_result_file", "organisation, number");
    return made;
}
template <>
const Table& table_of<BankFormat>() {
    static const Table made = table<BankFormat>("bank_format", "organisation, name, position");
    return made;
}
template <>
const Table& table_of<CapitalMovement>() {
    static const Table made = table<CapitalMovement>("capital_movement", "organisation, number");
    return made;
}
template <>
const Table& table_of<SurplusShare>() {
    static const Table made = table<SurplusShare>("surplus_share", "organisation, number");
    return made;
}
template <>
const Table& table_of<Chart>() {
    static const Table made = table<Chart>("chart", "organisation, position");
    return made;
}

template <>
const Table& table_of<Asset>() {
    static const Table made = table<Asset>("asset", "organisation, number");
    return made;
}
template <>
const Table& table_of<InputMovement>() {
    static const Table made = table<InputMovement>("input_movement", "organisation, number",
                                                   {"organisation, item"});
    return made;
}

template <>
const Table& table_of<MergedParty>() {
    static const Table made = table<MergedParty>("merged_party", "organisation, number");
    return made;
}

std::span<const Table* const> all_tables() {
    static const std::array tables{
        &table_of<Organisation>(),
        &table_of<Registration>(),
        &table_of<User>(),
        &table_of<Grant>(),
        &table_of<Session>(),
        &table_of<SecondFactor>(),
        &table_of<RecoveryCode>(),
        &table_of<SecondFactorRule>(),
        &table_of<SignInLink>(),
        &table_of<Denial>(),
        &table_of<LogRecord>(),
        &table_of<PersonalValue>(),
        &table_of<Party>(),
        &table_of<Household>(),
        &table_of<Person>(),
        &table_of<Membership>(),
        &table_of<Certificate>(),
        &table_of<Product>(),
        &table_of<Source>(),
        &table_of<Delivery>(),
        &table_of<DeliveryNote>(),
        &table_of<Correction>(),
        &table_of<Analysis>(),
        &table_of<Import>(),
        &table_of<IndexValue>(),
        &table_of<Agreement>(),
        &table_of<PurchaseTerms>(),
        &table_of<Obligation>(),
        &table_of<Application>(),
        &table_of<Settlement>(),
        &table_of<Statement>(),
        &table_of<LateChange>(),
        &table_of<SettledDifference>(),
        &table_of<Entry>(),
        &table_of<KeptHold>(),
        &table_of<Accrual>(),
        &table_of<ProduceStock>(),
        &table_of<Closing>(),
        &table_of<Voucher>(),
        &table_of<PayAccount>(),
        &table_of<PaymentOrder>(),
        &table_of<Payment>(),
        &table_of<PaymentPayee>(),
        &table_of<PaymentEvent>(),
        &table_of<BuyingPolicy>(),
        &table_of<SaleTerms>(),
        &table_of<Lot>(),
        &table_of<Liquidation>(),
        &table_of<LiquidationLine>(),
        &table_of<DisputeDecision>(),
        &table_of<BuyerReceipt>(),
        &table_of<KeptStatement>(),
        &table_of<KeptLine>(),
        &table_of<KeptLineParty>(),
        &table_of<BankMatch>(),
        &table_of<BankExplanation>(),
        &table_of<ResultFile>(),
        &table_of<BankFormat>(),
        &table_of<CapitalMovement>(),
        &table_of<SurplusShare>(),
        &table_of<Chart>(),
        &table_of<Asset>(),
        &table_of<InputMovement>(),
        &table_of<MergedParty>(),
    };
    return tables;
}

}  // namespace ayni
