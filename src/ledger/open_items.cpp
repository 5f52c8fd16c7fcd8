#include <map>
#include <tuple>

#include "ledger/entry.h"

namespace ayni {

std::vector<OpenItem> open_items(const std::vector<Entry>& entries) {
    std::map<std::tuple<AccountRole, PartyId, std::int64_t, Currency>, Money> sums;
    for (const auto& entry : entries)
        for (const auto& leg : entry.legs) {
            if (leg.item == 0) continue;
            const auto currency = leg.amount.currency;
            sums.try_emplace({leg.role, leg.party, leg.item, currency}, 0, currency)
                .first->second += leg.amount;
        }
    std::vector<OpenItem> open;
    for (const auto& [key, amount] : sums)
        if (!amount.is_zero())
            open.push_back({std::get<0>(key), std::get<1>(key), std::get<2>(key), amount});
    return open;
}

}  // namespace ayni
