#pragma once
// Inputs and outputs of the files that go to banks and come from them, besides statements.

#include "app/people_contract.h"
#include "domain/banking/bank_format.h"
#include "domain/banking/bank_statement.h"

namespace ayni {

/// How a bank's file looks.
struct SetBankFormat {
    OrganisationId organisation;
    std::string name;
    FormatKind kind;
    FormatDescription description;
};
BOOST_DESCRIBE_STRUCT(SetBankFormat, (), (organisation, name, kind, description))
template <>
inline constexpr std::string_view note<SetBankFormat> =
    "How a bank's file looks, under a name; told again, the newer description counts.";
template <>
inline constexpr auto field_notes<FormatField> =
    std::to_array<FieldNote>({{.field = "fill", .may_be_empty = true, .longest = 1},
                              {.field = "literal", .may_be_empty = true}});
template <>
inline constexpr auto field_notes<FormatDescription> =
    std::to_array<FieldNote>({{.field = "delimiter", .may_be_empty = true, .longest = 1},
                              {.field = "decimal_mark", .longest = 1}});
template <>
inline constexpr std::string_view note<FormatField> = "One field of a record, or one column.";
template <>
inline constexpr std::string_view note<FormatStatus> =
    "What a bank's own word for the outcome of a payment means.";
template <>
inline constexpr std::string_view note<FormatDescription> =
    "How a bank's file looks: the fields of each line, and of a header and a trailer.";

/// A format of the organisation.
struct BankFormatView {
    std::string name;
    FormatKind kind;
    FormatDescription description;
};
BOOST_DESCRIBE_STRUCT(BankFormatView, (), (name, kind, description))
template <>
inline constexpr std::string_view note<BankFormatView> = "A format of a bank's files.";

/// By name.
struct BankFormatsView {
    std::vector<BankFormatView> formats;
};
BOOST_DESCRIBE_STRUCT(BankFormatsView, (), (formats))
template <>
inline constexpr std::string_view note<BankFormatsView> =
    "The formats of banks' files, as they count now.";

/// Names an order, and how its file is to look.
struct PaymentFileQuery {
    OrganisationId organisation;
    PaymentOrderNumber order;
    std::optional<std::string> format;  ///< none: ISO 20022 pain.001.001.03
};
BOOST_DESCRIBE_STRUCT(PaymentFileQuery, (), (organisation, order, format))
template <>
inline constexpr std::string_view note<PaymentFileQuery> =
    "The file of a sent order for the bank: ISO 20022 pain.001.001.03, or a format of the "
    "organisation; the same bytes for the same order and description.";

/// What a bank says became of payments.
struct ImportPaymentResults {
    OrganisationId organisation;
    std::string file_name;
    std::string content;                ///< base64 of the bytes of the file
    std::optional<std::string> format;  ///< of the organisation; none: ISO 20022 pain.002
    std::optional<Date> day;            ///< of what the file does not date
};
BOOST_DESCRIBE_STRUCT(ImportPaymentResults, (), (organisation, file_name, content, format, day))
template <>
inline constexpr std::string_view note<ImportPaymentResults> =
    "Takes in a file that says what became of payments, once: all of it or nothing.";
template <>
inline constexpr auto field_notes<ImportPaymentResults> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// Takes a file of results back as a whole.
struct UndoPaymentResults {
    OrganisationId organisation;
    ResultFileNumber file;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(UndoPaymentResults, (), (organisation, file, reason))
template <>
inline constexpr std::string_view note<UndoPaymentResults> =
    "Takes back all that a file of results said of payments, or nothing; what was taken back since "
    "stays so. Then the file may come again.";

/// A file of results that was taken in.
struct ResultFileView {
    ResultFileNumber file;
    std::string file_name;
    std::int64_t payments = 0;  ///< whose state it changed
    bool undone = false;
};
BOOST_DESCRIBE_STRUCT(ResultFileView, (), (file, file_name, payments, undone))
template <>
inline constexpr std::string_view note<ResultFileView> = "A file of results that was taken in.";

/// The newest first.
struct ResultFilesView {
    std::vector<ResultFileView> files;
};
BOOST_DESCRIBE_STRUCT(ResultFilesView, (), (files))
template <>
inline constexpr std::string_view note<ResultFilesView> =
    "The files of results that were taken in, the newest first.";

/// The same, but nothing is kept.
struct CheckPaymentResults {
    OrganisationId organisation;
    std::string file_name;
    std::string content;  ///< base64 of the bytes of the file
    std::optional<std::string> format;
    std::optional<Date> day;
};
BOOST_DESCRIBE_STRUCT(CheckPaymentResults, (), (organisation, file_name, content, format, day))
template <>
inline constexpr std::string_view note<CheckPaymentResults> =
    "What a file of results would do; nothing is kept.";
template <>
inline constexpr auto field_notes<CheckPaymentResults> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// A step that a file of results tells.
struct PaymentResultView {
    std::string reference;
    Money amount;
    PaymentState was, becomes;
    Date day;
    std::optional<std::string> reason;
    std::optional<Money> fee;
};
BOOST_DESCRIBE_STRUCT(PaymentResultView, (), (reference, amount, was, becomes, day, reason, fee))
template <>
inline constexpr std::string_view note<PaymentResultView> =
    "A step of a payment that a file of results tells.";

/// What a file of results would do.
struct PaymentResultsView {
    std::vector<PaymentResultView> results;
    std::int64_t unchanged = 0;  ///< payments of which it says what is known, or nothing yet
};
BOOST_DESCRIBE_STRUCT(PaymentResultsView, (), (results, unchanged))
template <>
inline constexpr std::string_view note<PaymentResultsView> = "What a file of results would do.";

/// A payment file from elsewhere.
struct CheckPaymentFile {
    OrganisationId organisation;
    std::string content;  ///< base64 of the bytes of the file
};
BOOST_DESCRIBE_STRUCT(CheckPaymentFile, (), (organisation, content))
template <>
inline constexpr std::string_view note<CheckPaymentFile> =
    "Checks of a payment file (ISO 20022 pain.001) what its schema does not: counts, sums, "
    "decimals, references.";
template <>
inline constexpr auto field_notes<CheckPaymentFile> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// What a payment file comes to.
struct PaymentFileCheckView {
    std::string message;
    std::int64_t payments = 0;
    Money total;
};
BOOST_DESCRIBE_STRUCT(PaymentFileCheckView, (), (message, payments, total))
template <>
inline constexpr std::string_view note<PaymentFileCheckView> = "What a payment file comes to.";

}  // namespace ayni
