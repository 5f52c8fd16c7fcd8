#pragma once

#include "domain/banking/bank_format.h"
#include "domain/banking/bank_statement.h"
#include "kernel/csv_encoding.h"

namespace ayni {

/// What a bank's CSV does not say of its statement.
struct CsvStatement {
    std::string account;
    std::string id;  ///< once for each account; a CSV has none
    Currency currency;
    std::optional<Money> opening;  ///< where the file has no balances
};

/// A statement from a bank's CSV. Its balances are those beside the first and the last line, or the
/// opening that is told and what the lines make of it. Refused: as `CsvColumns`; `totals_differ` at
/// a row whose balance is not what the lines make; `csv_no_rows`; `field_missing` at /opening.
[[nodiscard]] Result<BankStatement> read_statement_csv(const FormatDescription& format,
                                                       const CsvText& text,
                                                       const CsvStatement& about);

}  // namespace ayni
