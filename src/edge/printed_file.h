#pragma once
// The answer of a query as a file to keep: XLSX, PDF or CSV.

#include <functional>
#include <string>

#include "app/service.h"

namespace ayni {

/// What is asked of the register, with somebody's rights.
using AskRegister = std::function<Answer(const std::string& use_case, const Json& input)>;

struct TableWish {
    std::string use_case;
    Json input;
    std::string format;  ///< xlsx, pdf or csv
    Language language = Language::es;
    Instant now;
};

struct PrintedFile {
    std::string type, name, bytes;
};

/// The whole answer, however many pages the query cuts it into, unless the input names one. The
/// same books give the same bytes: the file is dated by the last day it tells of, or else by today.
/// Refused: `unknown_use_case` (or one that is no table), `format_unknown`, at /format; as the
/// query; `csv_too_large`; `busy` when the rows changed meanwhile.
[[nodiscard]] Result<PrintedFile> printed_file(const AskRegister& ask, const TableWish& wish);

}  // namespace ayni
