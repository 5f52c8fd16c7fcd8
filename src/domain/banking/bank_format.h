#pragma once
// How a bank wants its files, described in data: every bank differs, and none of it is code.

#include <optional>
#include <string>
#include <vector>

#include "domain/banking/bank_statement.h"

namespace ayni {

/// What a format is for. Appended, never reordered: stored.
enum class FormatKind { payments_csv, payments_fixed, result_csv, statement_csv };
BOOST_DESCRIBE_ENUM(FormatKind, payments_csv, payments_fixed, result_csv, statement_csv)

/// What stands in a field. Of payments: reference to purpose; anywhere in them: payer to total and
/// literal, blank. Of results: reference, status, reason, fee, day. Of statements: day to balance.
/// Appended, never reordered: stored.
enum class BankValue {
    reference,
    name,
    account,
    bank,
    amount,
    currency,
    day,
    purpose,
    payer,
    payer_account,
    tax_number,
    message,
    count,
    total,
    sequence,
    literal,
    blank,
    status,
    reason,
    fee,
    value_day,
    bank_reference,
    text,
    debit,
    credit,
    balance,
};
BOOST_DESCRIBE_ENUM(BankValue, reference, name, account, bank, amount, currency, day, purpose,
                    payer, payer_account, tax_number, message, count, total, sequence, literal,
                    blank, status, reason, fee, value_day, bank_reference, text, debit, credit,
                    balance)

/// Appended, never reordered: stored.
enum class Alignment { left, right };
BOOST_DESCRIBE_ENUM(Alignment, left, right)

/// How a day is written. Appended, never reordered: stored.
enum class DayStyle { year_first, year_first_plain, day_first_slashed, day_first_plain };
BOOST_DESCRIBE_ENUM(DayStyle, year_first, year_first_plain, day_first_slashed, day_first_plain)

/// One field of a record, or one column.
struct FormatField {
    BankValue value = BankValue::blank;
    std::optional<std::string> title = {};   ///< of a CSV column
    std::optional<std::int32_t> width = {};  ///< of a fixed field, in letters: 1 to 500
    std::optional<Alignment> align = {};     ///< none: numbers right, others left
    std::optional<std::string> fill = {};    ///< one letter; none: 0 before numbers, else a blank
    std::optional<std::int32_t> decimals = {};  ///< of an amount, 0 to 6; none: the currency's own
    std::optional<bool> implied = {};           ///< an amount has no decimal mark
    std::optional<bool> may_be_cut = {};        ///< a text that is too long loses its end
    std::optional<std::string> literal = {};    ///< what stands there always
    bool operator==(const FormatField&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormatField, (),
                      (value, title, width, align, fill, decimals, implied, may_be_cut, literal))

/// What a bank's own word for the outcome of a payment means.
struct FormatStatus {
    std::string word;
    PaymentState state = PaymentState::paid;  ///< unknown, paid, refused or returned
    bool operator==(const FormatStatus&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormatStatus, (), (word, state))

/// A format.
struct FormatDescription {
    std::vector<FormatField> fields = {};                    ///< of each payment, result or line
    std::optional<std::vector<FormatField>> header = {};     ///< one record before them
    std::optional<std::vector<FormatField>> trailer = {};    ///< one record after them
    std::optional<std::string> delimiter = {};               ///< of CSV; none: a comma
    std::optional<bool> titles = {};                         ///< payments_csv begins with them
    std::optional<std::string> decimal_mark = {};            ///< none: a point
    std::optional<DayStyle> day_style = {};                  ///< none: 2025-03-01
    std::optional<bool> line_feed_only = {};                 ///< none: lines end in CR LF
    std::optional<bool> newest_first = {};                   ///< of a statement
    std::optional<std::vector<FormatStatus>> statuses = {};  ///< of results
    bool operator==(const FormatDescription&) const = default;
};
BOOST_DESCRIBE_STRUCT(FormatDescription, (),
                      (fields, header, trailer, delimiter, titles, decimal_mark, day_style,
                       line_feed_only, newest_first, statuses))

/// A format as an organisation keeps it under its name; the newest counts.
struct BankFormat {
    OrganisationId organisation;
    std::string name;
    std::int64_t position = 0;  ///< of the log, when it was told
    FormatKind kind = FormatKind::payments_csv;
    FormatDescription description;
};
BOOST_DESCRIBE_STRUCT(BankFormat, (), (organisation, name, position, kind, description))

/// Whether a description says all that its kind needs. Refused: `format_incomplete` at the field
/// that lacks something, `not_a_choice` for a value that has no place there, `reference_repeated`
/// for one that stands twice where it is read, `out_of_range`, and `value_does_not_fit` for a
/// literal that is too long.
[[nodiscard]] Result<void> check_format(FormatKind kind, const FormatDescription& description);

/// Whether the value is a number, which is aligned to the right and filled with 0.
[[nodiscard]] bool is_number(BankValue value) noexcept;
/// A day in a style; and back. Refused: `not_a_date`.
[[nodiscard]] std::string print_day(Date day, DayStyle style);
[[nodiscard]] Result<Date> read_day(std::string_view text, DayStyle style);

}  // namespace ayni
