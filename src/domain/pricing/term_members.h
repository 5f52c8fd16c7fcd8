#pragma once
// Which members each kind of term needs, and which it may have.

#include <string_view>
#include <vector>

#include "domain/pricing/price_terms.h"

namespace ayni {

/// Members by the names they have in JSON; all others are surplus.
struct TermMembers {
    std::vector<std::string_view> needed, allowed;
};

/// What a term of this kind consists of: a base on an index has a factor, a band over a volume has
/// no attribute, and a standard stands in for a missing analysis only where the term says so.
[[nodiscard]] TermMembers members_of(const Term& term);

/// Adds `term_incomplete` for each member that is needed and absent, `term_surplus` for each that
/// does not belong to the term; `where` is the path of the term.
void check_members(const Term& term, const std::string& where, std::vector<Problem>& problems);

}  // namespace ayni
