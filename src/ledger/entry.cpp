#include "ledger/entry.h"

#include <string>

#include "kernel/wide.h"

namespace ayni {
namespace {

Wide sum_in(const std::vector<Leg>& legs, Currency currency) {
    Wide sum = 0;
    for (const auto& leg : legs)
        if (leg.amount.currency == currency) sum += leg.amount.minor;
    return sum;
}

}  // namespace

Result<void> check_balanced(const std::vector<Leg>& legs) {
    if (legs.empty()) return refuse(Refusal::entry_not_balanced, "/legs");
    for (std::size_t place = 0; place < legs.size(); ++place) {
        const auto& amount = legs[place].amount;
        if (amount.is_zero())
            return refuse(Refusal::entry_not_balanced, "/legs/" + std::to_string(place));
        const bool summed = place > 0 && legs[place - 1].amount.currency == amount.currency;
        if (!summed && sum_in(legs, amount.currency) != 0)
            return refuse(Refusal::entry_not_balanced, "/legs",
                          std::string(amount.currency.code()));
    }
    return {};
}

Entry reversal_of(const Entry& entry, Date date) {
    Entry reversal = entry;
    reversal.number = {};
    reversal.date = date;
    reversal.event_date = date;
    reversal.kind = EntryKind::reversal;
    reversal.reverses = entry.number;
    for (auto& leg : reversal.legs) leg.amount = -leg.amount;
    return reversal;
}

}  // namespace ayni
