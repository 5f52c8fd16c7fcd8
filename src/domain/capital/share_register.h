#pragma once
// The register of shares: what each member has of the capital, and how it came.

#include <map>

#include "ledger/entry.h"

namespace ayni {

/// A member's capital by how it came. All in the organisation's currency.
struct ShareLine {
    Money settled;      ///< taken by settlements, less what was withdrawn
    Money contributed;  ///< paid in by hand
    Money refunded;     ///< given back
    Money other;        ///< of the opening, and of vouchers
    [[nodiscard]] Money balance() const { return settled + contributed - refunded + other; }
};

/// Sums the legs of `share_capital`; give it entries by their numbers.
class ShareRegister {
public:
    explicit ShareRegister(Currency currency) : zero_{0, currency} {}
    void add(const Entry& entry);
    /// By member, also those whose capital is nothing by now.
    [[nodiscard]] const std::map<PartyId, ShareLine>& lines() const noexcept { return lines_; }
    [[nodiscard]] Money of(PartyId member) const;

private:
    Money zero_;
    std::map<PartyId, ShareLine> lines_;
    std::map<EntryNumber, EntryKind> kinds_;  // of those that moved capital
};

}  // namespace ayni
