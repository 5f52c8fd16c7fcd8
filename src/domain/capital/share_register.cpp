#include "domain/capital/share_register.h"

namespace ayni {
namespace {

// A refund debits the share; what reverses one credits it, and takes it off the refunds.
void add_to(ShareLine& line, EntryKind kind, bool is_reversal, Money moved) {
    if (kind == EntryKind::settlement) {
        line.settled -= moved;
    } else if (kind == EntryKind::capital) {
        const bool is_refund = moved.is_negative() == is_reversal;
        if (is_refund)
            line.refunded += moved;
        else
            line.contributed -= moved;
    } else {
        line.other -= moved;
    }
}

}  // namespace

void ShareRegister::add(const Entry& entry) {
    const bool is_reversal = !entry.reverses.is_none();
    for (const auto& leg : entry.legs) {
        if (leg.role != AccountRole::share_capital) continue;
        if (leg.amount.currency != zero_.currency) continue;
        const auto reversed = kinds_.find(entry.reverses);
        const auto kind = reversed == kinds_.end() ? entry.kind : reversed->second;
        kinds_.insert_or_assign(entry.number, kind);
        add_to(lines_.try_emplace(leg.party, ShareLine{zero_, zero_, zero_, zero_}).first->second,
               kind, is_reversal, leg.amount);
    }
}

Money ShareRegister::of(PartyId member) const {
    const auto found = lines_.find(member);
    return found == lines_.end() ? zero_ : found->second.balance();
}

}  // namespace ayni
