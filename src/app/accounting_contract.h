#pragma once
// Inputs and outputs of the month: vouchers, reports, closing.

#include "ledger/chart.h"
#include "ledger/closing.h"
#include "ledger/voucher.h"
#include "store/tables.h"

namespace ayni {

/// One thing that a voucher was for.
struct VoucherLineInput {
    AccountRole account;
    std::optional<std::string> party;  ///< code, for an account that is kept by party
    Money amount;
};
BOOST_DESCRIBE_STRUCT(VoucherLineInput, (), (account, party, amount))
template <>
inline constexpr std::string_view note<VoucherLineInput> = "One thing that a voucher was for.";

/// An ordinary expense with its document, for somebody else to approve.
struct ProposeVoucher {
    OrganisationId organisation;
    Date day;
    std::string document;
    std::string purpose;
    std::optional<std::string> payee;
    std::vector<VoucherLineInput> lines;
    /// bank, cash, petty_cash; or his: trade_payable, staff_advance, claim_receivable; or, of milk
    /// that spoiled for want of somebody to fetch it: producer_payable (it is owed to him),
    /// compensation (it is claimed of another)
    AccountRole paid_from;
};
BOOST_DESCRIBE_STRUCT(ProposeVoucher, (),
                      (organisation, day, document, purpose, payee, lines, paid_from))
template <>
inline constexpr std::string_view note<ProposeVoucher> =
    "An ordinary expense (salary, fuel, electricity) with its document; another person approves "
    "it, and then it is in the books. A supplier is paid no more than he is owed. Milk that "
    "spoiled because nobody came for it is a compensation that its producer is owed (paid from "
    "producer_payable), and then perhaps a claim on who was responsible (paid from compensation). "
    "A claim that is answered in cash, or given up, is paid from claim_receivable.";
template <>
inline constexpr auto field_notes<ProposeVoucher> =
    std::to_array<FieldNote>({{.field = "document", .longest = longest_term_text}});

/// Puts a proposed voucher into the books.
struct ApproveVoucher {
    OrganisationId organisation;
    VoucherNumber voucher;
};
BOOST_DESCRIBE_STRUCT(ApproveVoucher, (), (organisation, voucher))
template <>
inline constexpr std::string_view note<ApproveVoucher> =
    "Puts a voucher into the books that somebody else proposed.";

/// Sends a proposed voucher back.
struct RejectVoucher {
    OrganisationId organisation;
    VoucherNumber voucher;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(RejectVoucher, (), (organisation, voucher, reason))
template <>
inline constexpr std::string_view note<RejectVoucher> =
    "Sends a proposed voucher back, with the reason.";

/// Which vouchers.
struct VouchersQuery {
    OrganisationId organisation;
    std::optional<VoucherState> state;
    std::optional<Date> first;
    std::optional<Date> last;
};
BOOST_DESCRIBE_STRUCT(VouchersQuery, (), (organisation, state, first, last))
template <>
inline constexpr std::string_view note<VouchersQuery> = "Which vouchers.";

/// One line of a voucher.
struct VoucherLineView {
    AccountRole account;
    std::optional<std::string> party;
    Money amount;
};
BOOST_DESCRIBE_STRUCT(VoucherLineView, (), (account, party, amount))
template <>
inline constexpr std::string_view note<VoucherLineView> = "One line of a voucher.";

/// A voucher and what became of it.
struct VoucherView {
    VoucherNumber number;
    Date day;
    std::string document;
    std::string purpose;
    std::optional<std::string> payee;
    std::optional<std::string> payee_name;
    std::vector<VoucherLineView> lines;
    AccountRole paid_from;
    Money total;
    VoucherState state;
    std::string proposed_by;
    std::optional<std::string> decided_by;
    std::optional<std::string> reason;
    std::optional<EntryNumber> entry;
    bool cash_above_limit = false;  ///< the law wants so much to go through a bank
};
BOOST_DESCRIBE_STRUCT(VoucherView, (),
                      (number, day, document, purpose, payee, payee_name, lines, paid_from, total,
                       state, proposed_by, decided_by, reason, entry, cash_above_limit))
template <>
inline constexpr std::string_view note<VoucherView> = "A voucher and what became of it.";

/// Newest first.
struct VouchersView {
    std::vector<VoucherView> vouchers;
};
BOOST_DESCRIBE_STRUCT(VouchersView, (), (vouchers))
template <>
inline constexpr std::string_view note<VouchersView> = "Vouchers, the newest first.";

/// Closes every day up to the end of a month.
struct CloseMonth {
    OrganisationId organisation;
    Date month_end;
    std::optional<bool> year_end;  ///< also takes income and expenses to the surplus
};
BOOST_DESCRIBE_STRUCT(CloseMonth, (), (organisation, month_end, year_end))
template <>
inline constexpr std::string_view note<CloseMonth> =
    "Closes every day up to the end of a month: nothing more is dated in it. At the end of a year "
    "its result goes to the surplus.";

/// Opens the last closed month again.
struct ReopenMonth {
    OrganisationId organisation;
    Date month_end;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReopenMonth, (), (organisation, month_end, reason))
template <>
inline constexpr std::string_view note<ReopenMonth> =
    "Opens the last closed month again, with the reason.";

/// A month that was closed.
struct ClosingView {
    ClosingNumber number;
    Date month_end;
    bool year_end = false;
    bool reopened = false;
    std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ClosingView, (), (number, month_end, year_end, reopened, reason))
template <>
inline constexpr std::string_view note<ClosingView> = "A month that was closed.";

/// Newest first.
struct ClosingsView {
    std::optional<Date> open_from;  ///< none: no month is closed
    std::vector<ClosingView> closings;
};
BOOST_DESCRIBE_STRUCT(ClosingsView, (), (open_from, closings))
template <>
inline constexpr std::string_view note<ClosingsView> =
    "Which months were closed, the newest first, and from which day on the books are open.";

/// Which days a report is of, and what was known of them when.
struct ReportQuery {
    OrganisationId organisation;
    Date first;
    Date last;
    std::optional<Date> known_on;  ///< as the books were at the end of that day; none: as now
};
BOOST_DESCRIBE_STRUCT(ReportQuery, (), (organisation, first, last, known_on))
template <>
inline constexpr std::string_view note<ReportQuery> =
    "Which days a report is of, and, if it is to be as it was on a day, which.";

/// Which days a report is of, and by the accounts of which chart.
struct ChartReportQuery {
    OrganisationId organisation;
    Date first;
    Date last;
    std::optional<Date> known_on;      ///< as the books were at the end of that day; none: as now
    std::optional<std::string> chart;  ///< name; none: by roles alone
};
BOOST_DESCRIBE_STRUCT(ChartReportQuery, (), (organisation, first, last, known_on, chart))
template <>
inline constexpr std::string_view note<ChartReportQuery> =
    "Which days a report is of, if it is to be as it was on a day, which, and by the accounts of "
    "which chart.";

template <>
inline constexpr std::string_view note<ChartLine> =
    "An account of a country's chart: what it had, what was debited and credited, what it has.";

/// The trial balance.
struct TrialBalanceView {
    std::vector<TrialLine> lines;
    Money debit;                                     ///< of the organisation's currency
    Money credit;                                    ///< the same
    std::optional<std::vector<ChartLine>> accounts;  ///< by the chart that was asked for
};
BOOST_DESCRIBE_STRUCT(TrialBalanceView, (), (lines, debit, credit, accounts))
template <>
inline constexpr std::string_view note<TrialBalanceView> =
    "The trial balance: of every account what it had, what was debited and credited, and what it "
    "has.";

/// An account and its amount, in the sense of the report.
struct ReportLine {
    AccountRole account;
    Money amount;
    bool operator==(const ReportLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(ReportLine, (), (account, amount))
template <>
inline constexpr std::string_view note<ReportLine> =
    "An account and its amount, in the sense of the report.";

/// Income less expenses.
struct IncomeView {
    std::vector<ReportLine> income;
    std::vector<ReportLine> expenses;
    Money result;  ///< of the organisation's currency; below zero: a loss
};
BOOST_DESCRIBE_STRUCT(IncomeView, (), (income, expenses, result))
template <>
inline constexpr std::string_view note<IncomeView> =
    "Income less expenses of some days; the closing of a year is left out.";

/// What there is, what is owed, and what is left.
struct PositionView {
    std::vector<ReportLine> assets;
    std::vector<ReportLine> liabilities;
    std::vector<ReportLine> equity;
    Money result;  ///< income less expenses that no year's end took to the surplus yet
    Money total_assets;
    Money total_liabilities_and_equity;
};
BOOST_DESCRIBE_STRUCT(PositionView, (),
                      (assets, liabilities, equity, result, total_assets,
                       total_liabilities_and_equity))
template <>
inline constexpr std::string_view note<PositionView> =
    "What there is, what is owed, and what is left, at the end of a day.";

/// As of a day, and what was known of it when.
struct PositionQuery {
    OrganisationId organisation;
    Date as_of;
    std::optional<Date> known_on;  ///< as the books were at the end of that day; none: as now
};
BOOST_DESCRIBE_STRUCT(PositionQuery, (), (organisation, as_of, known_on))
template <>
inline constexpr std::string_view note<PositionQuery> =
    "As of which day, and, if it is to be as it was on a day, which.";

/// The books as text.
struct JournalFileView {
    std::string file_name;
    std::string content;
};
BOOST_DESCRIBE_STRUCT(JournalFileView, (), (file_name, content))
template <>
inline constexpr std::string_view note<JournalFileView> =
    "The entries of some days as a plain journal, which `hledger` and `ledger` read.";

/// Where money came from and went.
struct CashFlowView {
    Money opening;
    std::vector<ReportLine> flows;  ///< above zero: it came in
    Money closing;
};
BOOST_DESCRIBE_STRUCT(CashFlowView, (), (opening, flows, closing))
template <>
inline constexpr std::string_view note<CashFlowView> =
    "Where money came from and went, by the accounts that were moved beside it.";

}  // namespace ayni
