#pragma once

#include <optional>
#include <span>

#include "app/work.h"
#include "ledger/entry.h"

namespace ayni {

/// An account, of a party or of nobody, that has less than is to be taken from it.
struct Overdraft {
    AccountRole role{};
    Money left;
};

/// The first account from which these legs take more than is on it: petty cash, advances, claims
/// and the compensations behind them, what a buyer owes, what suppliers, producers and third
/// parties are owed, shares. The other accounts may have any balance.
[[nodiscard]] std::optional<Overdraft> overdraft_of(const View& view, std::span<const Leg> legs);

/// Whether what an entry brought is still there, so that it can be undone.
/// Refused: `entry_not_by_hand` at `where`, with what is left of it.
[[nodiscard]] Result<void> check_still_there(const View& view, const Entry& entry,
                                             const std::string& where);

}  // namespace ayni
