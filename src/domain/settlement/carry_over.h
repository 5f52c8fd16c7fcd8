#pragma once
// What a posted settlement leaves behind for the next ones: how much of each obligation was asked
// and taken, and the charges that did not fit and so become obligations of their own.

#include <vector>

#include "domain/settlement/settle.h"

namespace ayni {

/// What a statement asked and took for one obligation; it may have taken nothing.
struct AskedAndTaken {
    ObligationNumber obligation;
    Money asked, taken;
    bool operator==(const AskedAndTaken&) const = default;
};

/// What did not fit of a rule's own charge. What did not fit of an obligation stays with it.
struct CarriedCharge {
    TermsNumber terms;
    std::int32_t rule = 0;  ///< its place in them
    DeductionKind kind = DeductionKind::own_service;
    Money amount;  ///< above zero
};

struct CarriedOver {
    std::vector<AskedAndTaken> obligations;  ///< in the order of the statement's lines
    std::vector<CarriedCharge> charges;
    Money taken_back;  ///< of the differences against him that were found now
};

[[nodiscard]] CarriedOver carry_over(const StatementFigures& statement);

}  // namespace ayni
