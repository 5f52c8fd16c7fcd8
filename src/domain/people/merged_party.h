#pragma once
// Two codes that turned out to be one person or organisation.

#include <map>
#include <string>
#include <vector>

#include "ledger/entry.h"

namespace ayni {

struct MergedParty;
using MergedPartyNumber = Id<MergedParty>;

/// From a position of the log on the code of `other` leads to `kept`, until they are parted.
struct MergedParty {
    OrganisationId organisation;
    MergedPartyNumber number;
    PartyId other;
    PartyId kept;
    std::string reason;
    EntryNumber entry;          ///< that moved what stood under the other; none: there was nothing
    std::int64_t parted = 0;    ///< of the log; 0: they are one
    std::int64_t position = 0;  ///< of the log
};
BOOST_DESCRIBE_STRUCT(MergedParty, (),
                      (organisation, number, other, kept, reason, entry, parted, position))

/// Where each code leads, as the log stood before a position.
class KeptParties {
public:
    KeptParties() = default;
    /// Rows by number: of what is merged twice in a row (a into b, b into c) the last counts.
    KeptParties(const std::vector<MergedParty>& rows, std::int64_t position);
    [[nodiscard]] bool empty() const noexcept { return kept_.empty(); }
    /// The party itself, or the one that it was merged into.
    [[nodiscard]] PartyId of(PartyId party) const;
    /// Whoever was merged into it, by number.
    [[nodiscard]] std::vector<PartyId> into(PartyId party) const;

private:
    std::map<PartyId, PartyId> kept_;
};

/// What stands under a party, by account and open item.
class PartyBalances {
public:
    explicit PartyBalances(PartyId party) : party_(party) {}
    void add(const Entry& entry);
    /// What is not zero; item 0: no open item.
    [[nodiscard]] std::vector<OpenItem> all() const;

private:
    PartyId party_;
    std::map<std::tuple<AccountRole, std::int64_t, Currency>, Money> sums_;
};

/// The legs that take these balances from one party to another.
[[nodiscard]] std::vector<Leg> moving_legs(const std::vector<OpenItem>& balances, PartyId to);

}  // namespace ayni
