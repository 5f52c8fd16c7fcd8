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
    std::int64_t settlements_not_repriced = 0;  ///< changed later: the recorded result stands
    std::int64_t records_missing =
        0;  ///< gaps in the numbers of sources: reported, no fault of ours
    std::vector<Finding> findings;
};
BOOST_DESCRIBE_STRUCT(Verification, (),
                      (organisations, records, entries, legs, deliveries, settlements,
                       settlements_not_repriced, records_missing, findings))

enum class VerifyPart { everything, books };

/// Chains, entries, what records say they did, personal values, sources, settlements re-priced from
/// their deliveries (`books`: without the last two). `progress` is told organisations done and all.
[[nodiscard]] Verification verify(
    Connection& db, VerifyPart part,
    const std::function<void(std::int64_t, std::int64_t)>& progress = {});

}  // namespace ayni
