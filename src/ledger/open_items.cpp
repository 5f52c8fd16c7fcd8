#include "ledger/entry.h"

namespace ayni {

void OpenItems::add(const Entry& entry) {
    for (const auto& leg : entry.legs) {
        if (leg.item == 0) continue;
        const auto currency = leg.amount.currency;
        sums_.try_emplace({leg.role, leg.party, leg.item, currency}, 0, currency).first->second +=
            leg.amount;
    }
}

std::vector<OpenItem> OpenItems::all() const {
    std::vector<OpenItem> open;
    for (const auto& [key, amount] : sums_)
        if (!amount.is_zero())
            open.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), amount});
    return open;
}

Money OpenItems::of(AccountRole role, PartyId party, std::int64_t item, Currency currency) const {
    const auto found = sums_.find({role, party, item, currency});
    return found == sums_.end() ? Money{0, currency} : found->second;
}

std::vector<OpenItem> open_items(const std::vector<Entry>& entries) {
    OpenItems items;
    for (const auto& entry : entries) items.add(entry);
    return items.all();
}

}  // namespace ayni
