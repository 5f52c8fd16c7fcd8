#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/use_cases.h"
#include "domain/alliance/certificate_premium.h"

namespace ayni {
Result<void> record_premium(Work& work, const RecordPremium& command) {
    const auto buyer = find_buyer(work, command.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    if (auto open = check_entry_day(work, command.day); !open) return open;
    const auto currency = own_organisation(work).currency;
    const auto premium = certificate_premium(command.quantity, command.premium, currency);
    if (!premium) return std::unexpected(premium.error());
    if (premium->is_zero()) return refuse(Refusal::amount_not_positive, "/premium");
    auto entry = new_entry(work, EntryKind::premium, command.day,
                           premium_legs(buyer->party, *premium), 0, buyer->party);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return {};
}

}  // namespace ayni
