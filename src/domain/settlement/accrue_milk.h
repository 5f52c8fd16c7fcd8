#pragma once
// At the end of a month, the milk that no settlement has taken in yet (posting table row 10).

#include "domain/settlement/settle.h"
#include "ledger/entry.h"

namespace ayni {

struct Accrual;
using AccrualNumber = Id<Accrual>;

/// The milk of a month's end that was not settled: one entry, and the one that takes it back on the
/// next day.
struct Accrual {
    OrganisationId organisation;
    AccrualNumber number;
    ProductId product;
    Date first, last;  ///< the days it covers; `last` ends a month
    EntryNumber entry, taken_back_by;
    std::int64_t position = 0;  ///< of the log, when it was made
    std::int64_t cancelled =
        0;  ///< of the log, when a settlement replaced it; below zero: undone by hand; 0: not
};
BOOST_DESCRIBE_STRUCT(Accrual, (),
                      (organisation, number, product, first, last, entry, taken_back_by, position,
                       cancelled))

/// The legs of what the milk, by rising producer, is worth by now: purchases from members and from
/// others (where it was bought for a buyer, a claim of him), and what each producer would get for
/// it. None for no milk.
[[nodiscard]] std::vector<Leg> accrual_legs(const std::vector<MilkValue>& milk,
                                            PartyId bought_for = {});

}  // namespace ayni
