#include "domain/people/merged_party.h"

namespace ayni {

KeptParties::KeptParties(const std::vector<MergedParty>& rows, std::int64_t position) {
    for (const auto& row : rows)
        if (row.position < position && (row.parted == 0 || row.parted >= position))
            kept_.insert_or_assign(row.other, row.kept);
}

PartyId KeptParties::of(PartyId party) const {
    // Nobody is merged into one who leads back to him; rows of a damaged file may say so.
    for (std::size_t step = 0; step < kept_.size(); ++step) {
        const auto next = kept_.find(party);
        if (next == kept_.end()) break;
        party = next->second;
    }
    return party;
}

std::vector<PartyId> KeptParties::into(PartyId party) const {
    std::vector<PartyId> others;
    for (const auto& [other, kept] : kept_)
        if (of(other) == party) others.push_back(other);
    return others;
}

void PartyBalances::add(const Entry& entry) {
    for (const auto& leg : entry.legs)
        if (leg.party == party_)
            sums_
                .try_emplace({leg.role, leg.item, leg.amount.currency},
                             Money{0, leg.amount.currency})
                .first->second += leg.amount;
}

std::vector<OpenItem> PartyBalances::all() const {
    std::vector<OpenItem> found;
    for (const auto& [key, amount] : sums_)
        if (!amount.is_zero())
            found.push_back({std::get<0>(key), party_, std::get<1>(key), amount});
    return found;
}

std::vector<Leg> moving_legs(const std::vector<OpenItem>& balances, PartyId to) {
    std::vector<Leg> legs;
    for (const auto& each : balances) {
        legs.push_back({each.role, each.party, {}, each.item, -each.amount});
        legs.push_back({each.role, to, {}, each.item, each.amount});
    }
    return legs;
}

}  // namespace ayni
