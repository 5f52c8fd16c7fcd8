#pragma once
// Inputs and outputs of charts of accounts.

#include "app/people_contract.h"
#include "ledger/chart.h"

namespace ayni {

template <>
inline constexpr std::string_view note<ChartAccount> =
    "The account of the chart that a role of ours stands for.";

/// Gives a chart: which of its accounts each role stands for.
struct SetChart {
    OrganisationId organisation;
    std::string name;
    std::vector<ChartAccount> accounts;
};
BOOST_DESCRIBE_STRUCT(SetChart, (), (organisation, name, accounts))
template <>
inline constexpr std::string_view note<SetChart> =
    "Gives a chart of accounts (the PCGE, or another): which of its accounts each role of ours "
    "stands for. It takes the place of the one of the same name.";

/// A chart and its accounts.
struct ChartView {
    std::string name;
    std::vector<ChartAccount> accounts;
};
BOOST_DESCRIBE_STRUCT(ChartView, (), (name, accounts))
template <>
inline constexpr std::string_view note<ChartView> = "A chart and its accounts.";

/// By name.
struct ChartsView {
    std::vector<ChartView> charts;
};
BOOST_DESCRIBE_STRUCT(ChartsView, (), (charts))
template <>
inline constexpr std::string_view note<ChartsView> =
    "The charts of accounts that the organisation has, as they count now.";

}  // namespace ayni
