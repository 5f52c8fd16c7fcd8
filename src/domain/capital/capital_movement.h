#pragma once
// What a member pays in by hand, and what one who left is given back (posting table rows 3, 23).

#include <string>
#include <vector>

#include "ledger/voucher.h"

namespace ayni {

struct CapitalMovement;
using CapitalNumber = Id<CapitalMovement>;

/// Appended, never reordered: stored.
enum class CapitalKind { contribution, refund };
BOOST_DESCRIBE_ENUM(CapitalKind, contribution, refund)

/// Capital that moved outside settlements. A contribution is posted at once; a refund is proposed
/// by one person and posted or rejected by another.
struct CapitalMovement {
    OrganisationId organisation;
    CapitalNumber number;
    CapitalKind kind = CapitalKind::contribution;
    PartyId member;
    Date day;
    Money amount;                             ///< above zero
    AccountRole account = AccountRole::bank;  ///< where it went, or what gives it back
    std::string document;
    UserId proposed_by;
    VoucherState state = VoucherState::proposed;
    UserId decided_by;
    std::string reason;  ///< why it was rejected or reversed
    EntryNumber entry;
    std::int64_t position = 0;  ///< of the log, when it was recorded
};
BOOST_DESCRIBE_STRUCT(CapitalMovement, (),
                      (organisation, number, kind, member, day, amount, account, document,
                       proposed_by, state, decided_by, reason, entry, position))

/// The legs: money against the member's share; what is given back by `producer_payable` is owed to
/// him and paid with other payments. Refused: `amount_not_positive` and `currencies_differ` at
/// /amount; `not_a_choice` at /account but for bank and cash, and, of a refund, producer_payable.
[[nodiscard]] Result<std::vector<Leg>> capital_legs(const CapitalMovement& movement,
                                                    Currency currency);

}  // namespace ayni
