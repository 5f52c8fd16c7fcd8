#include "domain/payment/pain001.h"

#include <algorithm>
#include <set>

#include "domain/payment/pay_account.h"

namespace ayni {
namespace {

constexpr std::size_t longest_reference = 35, longest_name = 70, longest_purpose = 140;

void add(std::string& xml, std::string_view tag, std::string_view text) {
    xml.append("<").append(tag).append(">").append(text).append("</").append(tag).append(">");
}

std::string wrapped(std::string_view tag, std::string_view inside) {
    std::string xml;
    add(xml, tag, inside);
    return xml;
}

std::string account_of(std::string_view cci) {
    return wrapped(
        "Id", wrapped("Othr", wrapped("Id", cci) + wrapped("SchmeNm", wrapped("Prtry", "CCI"))));
}

// A CCI begins with the bank's own three digits.
std::string bank_of(std::string_view cci) {
    return wrapped("FinInstnId", wrapped("Othr", wrapped("Id", cci.substr(0, 3))));
}

std::string sums_of(const std::vector<Transfer>& transfers) {
    Money sum{0, transfers.front().amount.currency};
    for (const auto& each : transfers) sum += each.amount;
    return wrapped("NbOfTxs", std::to_string(transfers.size())) +
           wrapped("CtrlSum", print_amount(sum));
}

std::string transfer_of(const Transfer& each, const std::string& purpose) {
    std::string amount = "<InstdAmt Ccy=\"" + std::string(each.amount.currency.code()) + "\">" +
                         print_amount(each.amount) + "</InstdAmt>";
    return wrapped(
        "CdtTrfTxInf",
        wrapped("PmtId", wrapped("EndToEndId", bank_text(each.reference, longest_reference))) +
            wrapped("Amt", amount) + wrapped("CdtrAgt", bank_of(each.account)) +
            wrapped("Cdtr", wrapped("Nm", bank_text(each.name, longest_name))) +
            wrapped("CdtrAcct", account_of(each.account)) +
            (purpose.empty() ? "" : wrapped("RmtInf", wrapped("Ustrd", purpose))));
}

}  // namespace

Result<void> check_transfers(const std::vector<Transfer>& transfers) {
    if (transfers.empty()) return refuse(Refusal::nothing_to_pay, "/transfers");
    std::set<std::string_view> references;
    for (std::size_t i = 0; i < transfers.size(); ++i) {
        const auto& each = transfers[i];
        const auto where = "/transfers/" + std::to_string(i);
        if (each.amount.is_zero() || each.amount.is_negative())
            return refuse(Refusal::amount_not_positive, where, each.reference);
        if (each.amount.currency != transfers.front().amount.currency)
            return refuse(Refusal::currencies_differ, where, each.reference);
        if (!read_account(each.account))
            return refuse(Refusal::account_not_plausible, where, each.reference);
        if (!references.insert(each.reference).second)
            return refuse(Refusal::already_exists, where, each.reference);
    }
    return {};
}

Result<std::string> pain001(const TransferOrder& order, const std::vector<Transfer>& transfers) {
    if (auto sound = check_transfers(transfers); !sound) return std::unexpected(sound.error());
    const auto payer = wrapped("Nm", bank_text(order.payer, longest_name));
    const auto sums = sums_of(transfers);
    const auto initiator =
        payer +
        (order.tax_number.empty()
             ? ""
             : wrapped("Id",
                       wrapped("OrgId",
                               wrapped("Othr", wrapped("Id", order.tax_number) +
                                                   wrapped("SchmeNm", wrapped("Cd", "TXID"))))));
    std::string payment = wrapped("PmtInfId", bank_text(order.message, longest_reference)) +
                          wrapped("PmtMtd", "TRF") + wrapped("BtchBookg", "true") + sums +
                          wrapped("ReqdExctnDt", print(order.day)) + wrapped("Dbtr", payer) +
                          wrapped("DbtrAcct",
                                  account_of(order.account) +
                                      wrapped("Ccy", transfers.front().amount.currency.code())) +
                          wrapped("DbtrAgt", bank_of(order.account));
    const auto purpose = bank_text(order.purpose, longest_purpose);
    for (const auto& each : transfers) payment += "\n" + transfer_of(each, purpose);
    const auto header = wrapped("GrpHdr",
                                wrapped("MsgId", bank_text(order.message, longest_reference)) +
                                    wrapped("CreDtTm", print(order.made)) + sums +
                                    wrapped("InitgPty", initiator));
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.03\">" +
           wrapped("CstmrCdtTrfInitn", header + "\n" + wrapped("PmtInf", payment)) +
           "</Document>\n";
}

}  // namespace ayni
