#pragma once
// Whose the legs are that were posted while two codes were one.

#include <map>
#include <optional>

#include "app/work.h"
#include "domain/people/merged_party.h"
#include "ledger/entry.h"

namespace ayni {

/// Whatever is posted while one code leads to another stands under the kept one. Three things are
/// nevertheless of him whose code leads there: what undoes an entry that was his, what moves a debt
/// of his or owed to him, and what follows of a payment or a voucher that names him.
class WhoseLegs {
public:
    explicit WhoseLegs(const View& view);
    /// The entry's legs, of those whose they are; for a merger there are none.
    [[nodiscard]] std::vector<Leg> of(const Entry& entry);

private:
    struct Debt {
        PartyId party, creditor;
    };
    const View& view_;
    std::vector<MergedParty> mergers_;
    std::map<std::int64_t, std::optional<Debt>> debts_;  ///< those that were asked for

    const std::optional<Debt>& debt(std::int64_t number);
    PartyId named_by(const Entry& entry, const Leg& leg);
};

}  // namespace ayni
