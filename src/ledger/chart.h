#pragma once
// The chart of accounts of a country, as data: which of its accounts each role stands for.

#include <span>
#include <string>
#include <vector>

#include "ledger/reports.h"

namespace ayni {

/// The account of the chart that a role stands for; several roles may share one.
struct ChartAccount {
    AccountRole role = AccountRole::bank;
    std::string code;   ///< "1041"
    std::string title;  ///< "Cuentas corrientes operativas"
    bool operator==(const ChartAccount&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChartAccount, (), (role, code, title))

/// A chart as it was given; of one name the newest counts.
struct Chart {
    OrganisationId organisation;
    std::int64_t position = 0;  ///< of the log, when it was given
    std::string name;           ///< "PCGE"
    std::vector<ChartAccount> accounts;
};
BOOST_DESCRIBE_STRUCT(Chart, (), (organisation, position, name, accounts))

/// Refused, at /accounts/N: `duplicate_row` for a role that stands there twice, `code_not_usable`
/// for a code that is not of digits, plain letters, points and dashes.
[[nodiscard]] Result<void> check_chart(std::span<const ChartAccount> accounts);

/// The account of a role, or null.
[[nodiscard]] const ChartAccount* account_in(const Chart& chart, AccountRole role);

/// An account of the chart over a span of days.
struct ChartLine {
    std::string code;
    std::string title;
    Money opening;
    Money debit;
    Money credit;
    Money closing;
    bool operator==(const ChartLine&) const = default;
};
BOOST_DESCRIBE_STRUCT(ChartLine, (), (code, title, opening, debit, credit, closing))

/// The trial balance by the accounts of the chart, by code and currency. Refused, at /chart:
/// `account_not_mapped` for a role that was moved and has no account.
[[nodiscard]] Result<std::vector<ChartLine>> lines_by_chart(std::span<const TrialLine> lines,
                                                            const Chart& chart);

}  // namespace ayni
