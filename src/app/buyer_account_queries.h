#pragma once
// What a buyer owes, as the books and the lots tell it.

#include <map>
#include <set>

#include "app/work.h"
#include "domain/sale/buyer_claims.h"
#include "domain/sale/sale.h"

namespace ayni {

/// The entries up to a day that may move a buyer's account, in order.
[[nodiscard]] std::vector<Entry> buyer_entries(const View& view, PartyId buyer, Date as_of);
/// What the buyer has paid in advance by these entries, or advanced in inputs: above zero.
[[nodiscard]] Money advanced_by(const std::vector<Entry>& entries, PartyId buyer,
                                Currency currency);

/// One open claim and what is known of it.
struct BuyerItem {
    BuyerClaim claim;
    std::optional<Lot> lot;
    std::optional<Liquidation> liquidation;  ///< in which the lot stands
    Date due;
    Money contested;
};
/// Open claims at the end of a day, the first due first.
[[nodiscard]] std::vector<BuyerItem> buyer_items(const View& view, PartyId buyer, Date as_of);

/// What is in dispute of each lot (none: of what was bought for him), by liquidations up to a day.
[[nodiscard]] std::map<LotNumber, Money> contested_of(const View& view, PartyId buyer, Date as_of);
/// The liquidations of a buyer that stand, up to a day, by the lots in them.
[[nodiscard]] std::map<LotNumber, Liquidation> liquidations_by_lot(const View& view, PartyId buyer,
                                                                   Date as_of);
/// Whether a receipt that stands paid something of one of these lots.
[[nodiscard]] bool is_any_paid(const View& view, PartyId buyer, const std::set<LotNumber>& lots);

}  // namespace ayni
