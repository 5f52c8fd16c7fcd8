#pragma once
// What the rules of signed waterfalls are called, for charges that outlive their terms.

#include <map>
#include <string>

#include "app/work.h"
#include "domain/settlement/settlement.h"

namespace ayni {

/// Reads a version of the terms when it is first asked for.
class RuleCodes {
public:
    explicit RuleCodes(const View& view) : view_(view) {}
    /// The code of the rule at a place of the waterfall.
    [[nodiscard]] const std::string& of(TermsNumber terms, std::int32_t place);

private:
    const View& view_;
    std::map<TermsNumber, WaterfallTerms> known_;
};

}  // namespace ayni
