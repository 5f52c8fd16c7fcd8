#pragma once
// What a buyer owes and since when: the open items of his account, one for each lot, and one for
// each other claim (an opening balance, a premium, milk bought for him).

#include <vector>

#include "ledger/entry.h"

namespace ayni {

/// One open claim. Below zero: what he has paid too much for it.
struct BuyerClaim {
    std::int64_t lot = 0;  ///< 0: a claim that is about no lot
    EntryNumber entry;     ///< the first that made it
    EntryKind kind = EntryKind::sale;
    Date day;  ///< on which it arose
    Money amount;
    bool operator==(const BuyerClaim&) const = default;
};

/// The entries without those that a later one reversed, and without the reversals.
[[nodiscard]] std::vector<Entry> standing(std::vector<Entry> entries);

/// The claims that these entries leave open, by day, entry and lot; they sum to the balance of
/// the buyer's receivable. Only those that are `standing` count. What was paid without a lot
/// closes the oldest claim that is about none; what is left of it stands as a claim below zero.
[[nodiscard]] std::vector<BuyerClaim> buyer_claims(const std::vector<Entry>& entries,
                                                   PartyId buyer);

}  // namespace ayni
