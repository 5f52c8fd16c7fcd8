#pragma once
// What the assembly resolves about the surplus of a year (posting table row 23): a part to the
// reserve, a part to the members by what they delivered in that year.

#include <span>
#include <string>
#include <vector>

#include "ledger/voucher.h"

namespace ayni {

struct SurplusShare;
using SurplusShareNumber = Id<SurplusShare>;

/// How much the members get for a product.
struct SurplusOfProduct {
    std::string product;  ///< code
    Money amount;         ///< above zero
    bool operator==(const SurplusOfProduct&) const = default;
};
BOOST_DESCRIBE_STRUCT(SurplusOfProduct, (), (product, amount))

/// A resolution: proposed by one person, posted or rejected by another.
struct SurplusShare {
    OrganisationId organisation;
    SurplusShareNumber number;
    std::int32_t year = 0;
    Date day;              ///< of the resolution
    std::string document;  ///< the minutes
    Money reserve;
    std::vector<SurplusOfProduct> to_members;
    UserId proposed_by;
    VoucherState state = VoucherState::proposed;
    UserId decided_by;
    std::string reason;  ///< why it was rejected or reversed
    EntryNumber entry;
    std::int64_t position = 0;  ///< of the log, when it was proposed
};
BOOST_DESCRIBE_STRUCT(SurplusShare, (),
                      (organisation, number, year, day, document, reserve, to_members, proposed_by,
                       state, decided_by, reason, entry, position))

/// What one member delivered of a product in the year, as a member.
struct MemberVolume {
    PartyId member;
    Quantity quantity;
};

/// An amount and among whom it is shared, by rising party.
struct SharedByVolume {
    Money amount;
    std::vector<MemberVolume> members;
};

/// What each member gets, by rising party: each amount by volume, to the last céntimo (largest
/// remainder), and the parts of all products added up. Nobody is named who gets nothing.
struct MemberShare {
    PartyId member;
    Money amount;
    bool operator==(const MemberShare&) const = default;
};
[[nodiscard]] std::vector<MemberShare> shares_by_volume(std::span<const SharedByVolume> products);

/// The legs: surplus on debit, reserve and what is owed to the members on credit.
[[nodiscard]] std::vector<Leg> surplus_legs(Money reserve, std::span<const MemberShare> shares);

}  // namespace ayni
