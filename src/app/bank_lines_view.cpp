#include "app/bank_lines_view.h"

#include "app/lookup_queries.h"

namespace ayni {

BankLineView view_of(StatementNumber statement, std::int64_t number, const BankLine& line) {
    return {.statement = statement,
            .line = number,
            .booked = line.booked,
            .valued = line.valued,
            .amount = line.amount,
            .reference = if_any(line.reference),
            .own_reference = if_any(line.own_reference),
            .bank_reference = if_any(line.bank_reference),
            .party = if_any(line.party),
            .party_account = if_any(line.party_account),
            .text = if_any(line.text),
            .reason = if_any(line.reason),
            .payments = std::ssize(line.details),
            .meaning = {},
            .suggestions = {},
            .voucher = {}};
}

MeaningView view_of(const LineMeaning& meaning, const BankBooks& books) {
    MeaningView view{.what = {}, .reasons = meaning.reasons, .score = meaning.score};
    for (const auto payment : meaning.payments)
        view.what.push_back({books.payments[payment].reference, {}, meaning.becomes});
    for (const auto entry : meaning.entries) view.what.push_back({{}, entry, {}});
    return view;
}

BankStatementView view_of(const KeptStatement& statement, std::int64_t matched) {
    return {.statement = statement.number,
            .account = statement.account,
            .bank_id = statement.bank_id,
            .file_name = statement.file_name,
            .first = statement.first,
            .last = statement.last,
            .opening = statement.opening,
            .closing = statement.closing,
            .lines = statement.lines,
            .matched = matched,
            .undone = statement.undone != 0};
}

}  // namespace ayni
