#pragma once
// What a bank says became of payments: ISO 20022 pain.002, or a CSV of its own.

#include "domain/banking/bank_format.h"
#include "kernel/csv_encoding.h"
#include "kernel/xml.h"

namespace ayni {

/// Of one payment.
struct PaymentResult {
    std::string reference;
    std::optional<PaymentState> state;  ///< none: accepted, and nothing is settled yet
    std::optional<Date> day;
    std::string reason;  ///< as the bank codes it
    std::optional<Money> fee;
    std::string where;  ///< in the file
};

/// Of a whole message or batch; holds for each payment of it that is not named.
struct BatchResult {
    std::string message;
    std::optional<PaymentState> state;
    std::string reason;
    std::string where;
};

/// A file of results.
struct PaymentResults {
    std::vector<BatchResult> batches;
    std::vector<PaymentResult> payments;
    std::optional<Date> day;  ///< of the file
};

/// A pain.002, by local names. Refused: `file_kind_unknown`, `not_a_choice` for a status that is
/// not in the standard, `not_a_date`, `reference_repeated`, `field_missing`.
[[nodiscard]] Result<PaymentResults> read_pain002(const Xml& document);
/// A CSV of a format. Refused: as `CsvColumns`; `not_a_choice` for a word that the format does not
/// explain, `reference_repeated`, `field_missing`.
[[nodiscard]] Result<PaymentResults> read_results_csv(const FormatDescription& format,
                                                      const CsvText& text, Currency currency);

}  // namespace ayni
