#pragma once
// Months that are closed: nothing more is dated in them.

#include <cstdint>
#include <string>

#include "ledger/entry.h"

namespace ayni {

struct Closing;
using ClosingNumber = Id<Closing>;

/// Every day up to the end of a month was closed, until it was reopened.
struct Closing {
    OrganisationId organisation;
    ClosingNumber number;
    Date last;                  ///< the end of the month
    std::int64_t position = 0;  ///< of the log, when it was closed
    std::int64_t reopened = 0;  ///< of the log, when it was reopened; 0: it is closed
    std::string reason;         ///< why it was reopened
    EntryNumber year_entry;     ///< that took the year's result to the surplus; none: not
};
BOOST_DESCRIBE_STRUCT(Closing, (),
                      (organisation, number, last, position, reopened, reason, year_entry))

/// What happened in a closed month is dated on the first day that is open (postings, rule 1).
[[nodiscard]] constexpr Date posting_date(Date event, Date open_from) noexcept {
    return event < open_from ? open_from : event;
}

/// Whether the day is the last of its month.
[[nodiscard]] inline bool ends_month(Date day) { return civil(day).month != civil(day + 1).month; }

}  // namespace ayni
