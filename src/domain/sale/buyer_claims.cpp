#include "domain/sale/buyer_claims.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace ayni {
namespace {

class Claims {
public:
    explicit Claims(PartyId buyer) : buyer_(buyer) {}

    void add(const Entry& entry) {
        for (const auto& leg : entry.legs) {
            if (leg.role != AccountRole::buyer_receivable || leg.party != buyer_) continue;
            if (leg.item != 0)
                add_to(lots_[leg.item], entry, leg);
            else if (leg.amount.is_negative())
                add_to(paid_, entry, leg);
            else
                add_to(others_[{entry.kind, entry.subject, entry.reverses, entry.event_date}],
                       entry, leg);
        }
    }
    std::vector<BuyerClaim> open() && {
        std::vector<BuyerClaim> open;
        for (auto& [key, claim] : others_) open.push_back(claim);
        std::ranges::sort(open, {}, by_age);
        close_oldest(open);
        for (auto& [lot, claim] : lots_) {
            claim.lot = lot;
            open.push_back(claim);
        }
        std::erase_if(open, [](const BuyerClaim& each) { return each.amount.is_zero(); });
        std::ranges::sort(open, {}, by_age);
        return open;
    }

private:
    // Milk bought for him: one claim of a settlement, whose entries are one for each producer.
    using Origin = std::tuple<EntryKind, std::int64_t, EntryNumber, Date>;
    PartyId buyer_;
    std::map<std::int64_t, BuyerClaim> lots_;
    std::map<Origin, BuyerClaim> others_;
    BuyerClaim paid_;

    static std::tuple<Date, EntryNumber, std::int64_t> by_age(const BuyerClaim& each) {
        return {each.day, each.entry, each.lot};
    }
    static void add_to(BuyerClaim& claim, const Entry& entry, const Leg& leg) {
        if (claim.entry.is_none())
            claim = {0, entry.number, entry.kind, entry.event_date, Money{0, leg.amount.currency}};
        claim.amount += leg.amount;
    }
    void close_oldest(std::vector<BuyerClaim>& open) {
        for (auto& claim : open) {
            if (paid_.amount.is_zero()) return;
            const auto closed = least(claim.amount, -paid_.amount);
            claim.amount -= closed;
            paid_.amount += closed;
        }
        if (!paid_.amount.is_zero()) open.push_back(paid_);
    }
};

}  // namespace

std::vector<Entry> standing(std::vector<Entry> entries) {
    std::set<EntryNumber> known, undone;
    for (const auto& entry : entries) known.insert(entry.number);
    for (const auto& entry : entries)
        if (!entry.reverses.is_none() && known.contains(entry.reverses))
            undone.insert({entry.number, entry.reverses});
    std::erase_if(entries, [&](const Entry& each) { return undone.contains(each.number); });
    return entries;
}

std::vector<BuyerClaim> buyer_claims(const std::vector<Entry>& entries, PartyId buyer) {
    Claims claims(buyer);
    for (const auto& entry : standing(entries)) claims.add(entry);
    return std::move(claims).open();
}

}  // namespace ayni
