#include "domain/banking/iso20022.h"

#include "kernel/text.h"

namespace ayni {

Result<Xml> read_message(std::string_view bytes) {
    auto xml = parse_xml(bytes);
    if (xml) return xml;
    const auto& problem = xml.error().problems.front();
    return refuse(problem.reason, "/content", problem.detail);
}

Result<const Xml*> message_of(const Xml& document, std::string_view name) {
    const auto* message = document.name == "Document" ? document.find(name) : nullptr;
    if (message) return message;
    const auto& there = document.children.empty() ? document : document.children.front();
    return refuse(Refusal::file_kind_unknown, "/content", std::string(start_of(there.name, 40)));
}

Result<Money> iso_amount(const Xml* amount, const std::string& where) {
    if (!amount) return refuse(Refusal::field_missing, where);
    const auto currency = Currency::of(amount->attribute("Ccy"));
    if (!currency)
        return refuse(Refusal::unknown_currency, where,
                      std::string(start_of(amount->attribute("Ccy"), 40)));
    const auto money = parse_money(amount->text, *currency);
    if (!money)
        return refuse(money.error().reason(), where, std::string(start_of(amount->text, 40)));
    if (money->is_negative()) return refuse(Refusal::amount_not_positive, where);
    return money;
}

Result<Money> iso_signed_amount(const Xml& element, const std::string& where) {
    const auto amount = iso_amount(element.find("Amt"), where + "/amount");
    if (!amount) return amount;
    const auto sense = element.text_at("CdtDbtInd");
    if (sense != "CRDT" && sense != "DBIT")
        return refuse(Refusal::not_a_choice, where + "/amount", std::string(start_of(sense, 40)));
    return sense == "CRDT" ? *amount : -*amount;
}

Result<Date> iso_day(const Xml* day, const std::string& where) {
    if (!day) return refuse(Refusal::field_missing, where);
    std::string_view text = day->text;
    if (const auto* plain = day->find("Dt")) text = plain->text;
    if (const auto* timed = day->find("DtTm")) text = timed->text;
    constexpr std::size_t letters_of_day = 10;
    const auto read = parse_date(text.substr(0, letters_of_day));
    if (!read) return refuse(Refusal::not_a_date, where, std::string(start_of(text, 40)));
    return read;
}

std::string iso_account(const Xml* account) {
    if (!account) return {};
    const auto iban = account->text_at("Id/IBAN");
    return std::string(start_of(iban.empty() ? account->text_at("Id/Othr/Id") : iban, 40));
}

std::string iso_reference(std::string_view reference) {
    if (reference == "NOTPROVIDED") return {};
    return std::string(start_of(reference, 140));
}

std::string iso_reason(const Xml* information) {
    if (!information) return {};
    const auto code = information->text_at("Rsn/Cd");
    return std::string(start_of(code.empty() ? information->text_at("Rsn/Prtry") : code, 40));
}

}  // namespace ayni
