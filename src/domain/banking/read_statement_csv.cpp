#include "domain/banking/read_statement_csv.h"

#include <algorithm>

#include "domain/banking/csv_columns.h"
#include "kernel/text.h"

namespace ayni {
namespace {

struct Row {
    BankLine line;
    std::optional<Money> balance;  ///< after it
    std::string where;
};

Result<Money> signed_amount(const CsvColumns& columns, Currency currency) {
    if (columns.has(BankValue::amount)) return columns.amount(BankValue::amount, currency);
    const auto in = columns.amount(BankValue::credit, currency);
    if (!in) return in;
    const auto out = columns.amount(BankValue::debit, currency);
    if (!out) return out;
    // Some banks write what went out with a sign, too.
    return *in + (out->is_negative() ? *out : -*out);
}

std::string cell(const CsvColumns& columns, BankValue value, std::size_t longest) {
    return std::string(start_of(columns.text(value), longest));
}

Result<Row> read_row(const CsvColumns& columns, Currency currency) {
    Row row;
    row.where = columns.where();
    const auto booked = columns.day(BankValue::day);
    if (!booked) return std::unexpected(booked.error());
    row.line.booked = row.line.valued = *booked;
    if (!columns.text(BankValue::value_day).empty()) {
        const auto valued = columns.day(BankValue::value_day);
        if (!valued) return std::unexpected(valued.error());
        row.line.valued = *valued;
    }
    const auto amount = signed_amount(columns, currency);
    if (!amount) return std::unexpected(amount.error());
    row.line.amount = *amount;
    if (!columns.text(BankValue::balance).empty()) {
        const auto balance = columns.amount(BankValue::balance, currency);
        if (!balance) return std::unexpected(balance.error());
        row.balance = *balance;
    }
    row.line.reference = cell(columns, BankValue::reference, longest_line_name);
    row.line.bank_reference = cell(columns, BankValue::bank_reference, longest_line_name);
    row.line.party = cell(columns, BankValue::name, longest_line_name);
    row.line.party_account = cell(columns, BankValue::account, longest_line_name);
    row.line.text = cell(columns, BankValue::text, longest_line_text);
    return row;
}

Result<std::vector<Row>> read_rows(const FormatDescription& format, const CsvText& text,
                                   Currency currency) {
    auto columns = CsvColumns::open(text, format);
    if (!columns) return std::unexpected(columns.error());
    std::vector<Row> rows;
    while (true) {
        const auto more = columns->next();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        auto row = read_row(*columns, currency);
        if (!row) return std::unexpected(row.error());
        rows.push_back(*std::move(row));
    }
    if (rows.empty()) return refuse(Refusal::csv_no_rows, "/content");
    if (format.newest_first.value_or(false)) std::ranges::reverse(rows);
    return rows;
}

}  // namespace

Result<BankStatement> read_statement_csv(const FormatDescription& format, const CsvText& text,
                                         const CsvStatement& about) {
    auto rows = read_rows(format, text, about.currency);
    if (!rows) return std::unexpected(rows.error());
    const auto& first = rows->front();
    BankStatement statement;
    statement.account = about.account;
    statement.id = about.id;
    if (!first.balance && !about.opening) return refuse(Refusal::field_missing, "/opening");
    if (about.opening && about.opening->currency != about.currency)
        return refuse(Refusal::currencies_differ, "/opening");
    auto balance = about.opening ? *about.opening : *first.balance - first.line.amount;
    statement.opening = StatedBalance{first.line.booked, balance};
    auto last = first.line.booked;
    for (auto& row : *rows) {
        balance += row.line.amount;
        if (row.balance && *row.balance != balance)
            return refuse(Refusal::totals_differ, row.where + "/balance", print_amount(balance));
        last = std::max(last, row.line.booked);
        if (!row.line.amount.is_zero()) statement.lines.push_back(std::move(row.line));
    }
    statement.closing = StatedBalance{last, balance};
    return statement;
}

}  // namespace ayni
