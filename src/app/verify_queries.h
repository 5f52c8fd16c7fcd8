#pragma once
// Recomputes everything: the oracle of every crash, fault and upgrade test, and the accountant's.

#include <functional>
#include <string>
#include <vector>

#include "app/work.h"

namespace ayni {

/// Something that is not as it must be.
struct Finding {
    OrganisationId organisation;
    std::string what;   ///< "chain", "entry", "settlement"…
    std::string where;  ///< position, number…
};
BOOST_DESCRIBE_STRUCT(Finding, (), (organisation, what, where))

/// What was looked at, and what was found.
struct Verification {
    std::int64_t organisations = 0, records = 0, entries = 0, legs = 0, deliveries = 0,
                 settlements = 0;
    std::int64_t settlements_not_repriced = 0;  ///< by older rules: the recorded result stands
    std::int64_t records_missing =
        0;  ///< gaps in the numbers of sources: reported, no fault of ours
    /// By commands of another version: where there are any, rows without a record are no finding.
    std::int64_t records_unknown = 0;
    std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Verification, (),
                      (organisations, records, entries, legs, deliveries, settlements,
                       settlements_not_repriced, records_missing, records_unknown, findings))

/// Is told what differs, and where: ("obligation", "7/amount").
using Find = std::function<void(std::string what, std::string where)>;
/// Is told that so many rows more were looked at.
using Looked = std::function<void(std::int64_t rows)>;

enum class VerifyPart { everything, books };

/// Chains, personal values and entries (`books`: these only), the rows that records tell of, the
/// file, imports, sources, the end of the log, accruals, and every settlement: its sums, entries
/// and debts, and its figures priced again from its deliveries as the log stood ("left_out" where
/// the rows under them differ). `progressed` is told records, entries, rows of files and deliveries
/// of settlements.
[[nodiscard]] Verification verify(Connection& db, VerifyPart part,
                                  const Progressed& progressed = {});

}  // namespace ayni
