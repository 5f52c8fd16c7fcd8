#include "domain/settlement/unasked_obligations.h"

#include <algorithm>

#include "domain/settlement/claims.h"

namespace ayni {
namespace {

const TermsVersion* in_force(const std::vector<TermsVersion>& versions, Date day) {
    const TermsVersion* newest = nullptr;
    for (const auto& version : versions)
        if (version.effective <= day) newest = &version;
    return newest;
}

bool asks_for(const WaterfallTerms& terms, DeductionKind kind, bool member) {
    return kind == DeductionKind::correction ||
           std::ranges::any_of(terms.rules, [&](const DeductionRule& rule) {
               return rule.kind == kind && rule.basis == DeductionBasis::obligation &&
                      applies(rule, member);
           });
}

}  // namespace

std::vector<UnaskedObligation> unasked_obligations(const SettlementInputs& inputs) {
    const auto last = inputs.period.last;
    std::vector<UnaskedObligation> unasked;
    for (const auto& producer : inputs.producers) {
        const bool member = is_member_on(producer, last);
        const auto* terms = in_force(member ? inputs.member_terms : inputs.other_terms, last);
        if (!terms) continue;
        for (const auto& due : producer.obligations)
            if (due.first_due <= last && !asks_for(terms->waterfall, due.kind, member))
                unasked.push_back({producer.party, due});
    }
    return unasked;
}

}  // namespace ayni
