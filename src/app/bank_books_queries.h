#pragma once
// What stands in the books and on statements, as matching and reconciling read it.

#include <functional>

#include "app/work.h"
#include "domain/banking/match_lines.h"

namespace ayni {

/// What the bank's legs of an entry come to; zero for most.
[[nodiscard]] Money bank_amount(const Entry& entry, Currency currency);
/// Entries of some days that moved the bank, and stand on no statement that counts; an entry and
/// its reversal are left out together.
[[nodiscard]] std::vector<Entry> unstated_entries(const View& view, Period days);
/// What lines from that day on may tell of.
[[nodiscard]] BankBooks load_bank_books(const View& view, Date first);

/// Whether an entry stands on a line of a statement.
[[nodiscard]] bool is_stated(const View& view, EntryNumber entry);
/// Refused: `not_found` at /statement, also for one that was undone.
[[nodiscard]] Result<KeptStatement> standing_statement(const View& view, StatementNumber number);
/// The statements that count, by number.
[[nodiscard]] std::vector<KeptStatement> standing_statements(const View& view);
/// The lines of a statement, in order; `line_of` refuses `not_found` at /line.
[[nodiscard]] std::vector<KeptLine> lines_of(const View& view, StatementNumber statement);
[[nodiscard]] Result<KeptLine> line_of(const View& view, StatementNumber statement,
                                       std::int64_t line);
/// The matches that count: of a statement, or of one line.
[[nodiscard]] std::vector<BankMatch> matches_of(const View& view, StatementNumber statement);
[[nodiscard]] std::vector<BankMatch> matches_of(const View& view, const KeptLine& line);
/// The line as it was read, with its personal part.
[[nodiscard]] BankLine as_read(const View& view, const KeptLine& line);

}  // namespace ayni
