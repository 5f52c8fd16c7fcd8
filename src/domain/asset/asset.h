#pragma once
// What lasts for years and loses its value month by month: a tank, a pick-up, a chiller.

#include <span>
#include <string>
#include <vector>

#include "ledger/entry.h"

namespace ayni {

struct Asset;
using AssetNumber = Id<Asset>;

/// A part of an entry that debited `fixed_asset`, and how it loses its value: in equal months from
/// that of `day` on, down to what remains of it.
struct Asset {
    OrganisationId organisation;
    AssetNumber number;
    std::string name;
    EntryNumber bought_by;  ///< the entry that it is a part of
    Date day;               ///< from whose month on it is used
    Money cost;             ///< above zero
    Money residual;         ///< what it is worth in the end
    std::int32_t months = 0;
    Money before;                ///< depreciated before the books began
    EntryNumber disposed_by;     ///< none: it is still there
    std::int64_t withdrawn = 0;  ///< of the log, when it was taken off the register; 0: it was not
    std::int64_t position = 0;   ///< of the log, when it was entered
};
BOOST_DESCRIBE_STRUCT(Asset, (),
                      (organisation, number, name, bought_by, day, cost, residual, months, before,
                       disposed_by, withdrawn, position))

/// No asset of a co-operative lasts longer: 50 years.
inline constexpr std::int32_t longest_life_months = 600;

/// Refused: `amount_not_positive` at /cost, `out_of_range` at /months (1..600), /residual (0 to
/// below the cost) and /before (0 to what may be depreciated).
[[nodiscard]] Result<void> check_asset(const Asset& asset);

/// What is depreciated of it at the end of a month: straight line by month, each céntimo in its
/// month by largest remainder, so that the last month ends exactly at the residual value. What was
/// depreciated before the books began is the least.
[[nodiscard]] Money depreciated_by_plan(const Asset& asset, Date month_end);

/// One asset's part of a month's depreciation.
struct Depreciated {
    AssetNumber asset;
    Money amount;
};
/// The legs, each with its asset as the item (posting table row 49).
[[nodiscard]] std::vector<Leg> depreciation_legs(std::span<const Depreciated> parts);

/// The legs that take an asset out of the books: its cost, what was depreciated of it, what it was
/// sold for into `into`; the rest is a gain (`service_income`) or a loss (`general_cost`).
[[nodiscard]] std::vector<Leg> disposal_legs(const Asset& asset, Money depreciated, Money proceeds,
                                             AccountRole into);

}  // namespace ayni
