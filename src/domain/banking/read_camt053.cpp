#include "domain/banking/read_camt053.h"

#include "domain/banking/camt053_totals.h"
#include "domain/banking/iso20022.h"
#include "kernel/text.h"

namespace ayni {
namespace {

// The names of a party stand one deeper since version 04.
std::string_view name_of_party(const Xml& parties, std::string_view role) {
    const auto* party = parties.find(role);
    if (!party) return {};
    const auto deeper = party->text_at("Pty/Nm");
    return deeper.empty() ? party->text_at("Nm") : deeper;
}

std::string joined(std::string_view a, std::string_view b) {
    if (a.empty() || b.empty()) return std::string(a.empty() ? b : a);
    return std::string(a) + " " + std::string(b);
}

// Whom the money came from, or went to; of what came back, who should have had it.
void read_party(const Xml& details, bool came_in, BankLine& line) {
    const auto* parties = details.find("RltdPties");
    if (!parties) return;
    const std::string_view first = came_in ? "Dbtr" : "Cdtr", second = came_in ? "Cdtr" : "Dbtr";
    const auto other = line.is_reversal || !line.reason.empty() ? second : first;
    auto name = name_of_party(*parties, other);
    if (name.empty()) name = name_of_party(*parties, "Ultmt" + std::string(other));
    line.party = start_of(name, longest_line_name);
    line.party_account = iso_account(parties->find(std::string(other) + "Acct"));
}

std::string text_of(const Xml& details) {
    std::string text;
    if (const auto* remittance = details.find("RmtInf")) {
        for (const auto* each : remittance->all("Ustrd")) text = joined(text, each->text);
        for (const auto* each : remittance->all("Strd"))
            text = joined(text, each->text_at("CdtrRefInf/Ref"));
    }
    return joined(text, details.text_at("AddtlTxInf"));
}

void read_one(const Xml& details, BankLine& line) {
    if (const auto* references = details.find("Refs")) {
        line.reference = iso_reference(references->text_at("EndToEndId"));
        for (const auto* name : {"PmtInfId", "MsgId", "InstrId"})
            if (line.own_reference.empty())
                line.own_reference = iso_reference(references->text_at(name));
        if (line.bank_reference.empty())
            line.bank_reference = iso_reference(references->text_at("AcctSvcrRef"));
    }
    line.reason = iso_reason(details.find("RtrInf"));
    read_party(details, !line.amount.is_negative(), line);
    line.text = joined(text_of(details), line.text);
}

// Each payment of a sum has its own amount, or none of them is told apart.
Result<void> read_many(const std::vector<const Xml*>& all, const std::string& where,
                       BankLine& line) {
    for (const auto* each : all) {
        const auto place = where + "/details/" + std::to_string(line.details.size());
        const auto read = iso_amount(amount_of_details(*each), place);
        if (!read) return std::unexpected(read.error());
        line.details.push_back({iso_reference(each->text_at("Refs/EndToEndId")),
                                with_sign(*read, *each, line.amount),
                                iso_reason(each->find("RtrInf"))});
    }
    return {};
}

Result<BankLine> read_line(const Xml& entry, const std::string& where) {
    BankLine line;
    const auto amount = iso_signed_amount(entry, where);
    if (!amount) return std::unexpected(amount.error());
    line.amount = *amount;
    const auto *booked = entry.find("BookgDt"), *valued = entry.find("ValDt");
    const auto booked_on = iso_day(booked ? booked : valued, where + "/booked");
    const auto valued_on = iso_day(valued ? valued : booked, where + "/valued");
    if (!booked_on) return std::unexpected(booked_on.error());
    if (!valued_on) return std::unexpected(valued_on.error());
    line.booked = *booked_on;
    line.valued = *valued_on;
    line.is_reversal = entry.text_at("RvslInd") == "true" || entry.text_at("RvslInd") == "1";
    line.bank_reference = iso_reference(entry.text_at("AcctSvcrRef"));
    line.text = entry.text_at("AddtlNtryInf");
    std::vector<const Xml*> details;
    for (const auto* group : entry.all("NtryDtls")) {
        for (const auto* name : {"PmtInfId", "MsgId"})
            if (line.own_reference.empty())
                line.own_reference = iso_reference(group->text_at("Btch/" + std::string(name)));
        for (const auto* each : group->all("TxDtls")) details.push_back(each);
    }
    if (auto sound = check_details(details, line.amount, where); !sound)
        return std::unexpected(sound.error());
    if (details.size() == 1) read_one(*details.front(), line);
    if (details.size() > 1)
        if (auto done = read_many(details, where, line); !done)
            return std::unexpected(done.error());
    line.text = std::string(start_of(line.text, longest_line_text));
    return line;
}

// PRCD stands in for the opening of banks that call it the last closing.
Result<void> read_balances(const Xml& read, const std::string& where, BankStatement& statement) {
    for (const auto* each : read.all("Bal")) {
        const auto kind = each->text_at("Tp/CdOrPrtry/Cd");
        const bool opens = kind == "OPBD" || (kind == "PRCD" && !statement.opening);
        if (!opens && kind != "CLBD") continue;
        const auto place = where + (opens ? "/opening" : "/closing");
        const auto amount = iso_signed_amount(*each, place);
        if (!amount) return std::unexpected(amount.error());
        const auto day = iso_day(each->find("Dt"), place + "/day");
        if (!day) return std::unexpected(day.error());
        (opens ? statement.opening : statement.closing) = StatedBalance{*day, *amount};
    }
    return {};
}

bool is_booked(const Xml& entry) {
    const auto coded = entry.text_at("Sts/Cd");
    return (coded.empty() ? entry.text_at("Sts") : coded) == "BOOK";
}

Result<BankStatement> read_statement(const Xml& read, const std::string& where) {
    BankStatement statement;
    statement.id = iso_reference(read.text_at("Id"));
    statement.account = iso_account(read.find("Acct"));
    if (statement.id.empty()) return refuse(Refusal::field_missing, where + "/id");
    if (statement.account.empty()) return refuse(Refusal::field_missing, where + "/account");
    if (auto done = read_balances(read, where, statement); !done)
        return std::unexpected(done.error());
    if (auto sound = check_summary(read, where); !sound) return std::unexpected(sound.error());
    for (const auto* entry : read.all("Ntry")) {
        if (!is_booked(*entry)) continue;
        auto line = read_line(*entry, where + "/lines/" + std::to_string(statement.lines.size()));
        if (!line) return std::unexpected(line.error());
        if (!line->amount.is_zero()) statement.lines.push_back(*std::move(line));
    }
    return statement;
}

}  // namespace

Result<std::vector<BankStatement>> read_camt053(const Xml& document) {
    const auto message = message_of(document, "BkToCstmrStmt");
    if (!message) return std::unexpected(message.error());
    std::vector<BankStatement> statements;
    for (const auto* each : (*message)->all("Stmt")) {
        auto statement = read_statement(*each, "/statements/" + std::to_string(statements.size()));
        if (!statement) return std::unexpected(statement.error());
        statements.push_back(*std::move(statement));
    }
    if (statements.empty()) return refuse(Refusal::field_missing, "/statements");
    return statements;
}

}  // namespace ayni
