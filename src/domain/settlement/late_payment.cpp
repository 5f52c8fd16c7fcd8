#include "domain/settlement/late_payment.h"

#include <algorithm>

#include "domain/settlement/claims.h"
#include "kernel/allocate.h"
#include "kernel/check.h"

namespace ayni {
namespace {

const TermsVersion* find(const std::vector<TermsVersion>& terms, TermsNumber number) {
    const auto found = std::ranges::find(terms, number, &TermsVersion::number);
    return found == terms.end() ? nullptr : &*found;
}

// What he keeps by the terms under which was deducted. Without deductions no floor is at stake.
Result<Money> floor_of(const StatementFigures& statement,
                       const std::vector<TermsVersion>& member_terms,
                       const std::vector<TermsVersion>& other_terms) {
    const auto deduction = std::ranges::find(statement.lines, LineKind::deduction,
                                             &StatementLine::kind);
    if (deduction == statement.lines.end()) return Money{0, statement.gross.currency};
    const auto* version = find(member_terms, deduction->terms);
    if (version == nullptr) version = find(other_terms, deduction->terms);
    CHECK(version != nullptr);
    const auto limits = limits_of(version->waterfall, statement.gross, floor_quantity(statement));
    if (!limits) return std::unexpected(limits.error());
    return limits->floor;
}

// All but tax can wait. Own deductions give way before third parties', but what the producer gets
// does not depend on whose they are, only on how much gives way.
Money can_wait(const StatementFigures& statement) {
    Money sum{0, statement.gross.currency};
    for (const auto& line : statement.lines)
        if (line.kind == LineKind::deduction && line.deduction != DeductionKind::tax)
            sum += line.amount;
    return sum;
}

PayDay pay_day_of(const StatementFigures& statement, Money there, Money floor, bool late) {
    const Money nothing{0, there.currency};
    const Money after_deductions = there - statement.deducted;
    const Money wanted = least(floor, statement.net);
    const Money lacking = wanted - after_deductions;
    const Money postponed = lacking.is_negative() ? nothing : least(lacking, can_wait(statement));
    Money paid = after_deductions + postponed;
    if (paid.is_negative()) paid = nothing;  // the tax alone is more than there is
    return {.producer = statement.producer,
            .agreed = statement.net,
            .on_pay_day = late ? nothing : paid,
            .later = late ? paid : nothing,
            .postponed_deductions = postponed,
            .still_owed = statement.net - paid};
}

Result<std::vector<Money>> there_for_each(const std::vector<StatementFigures>& statements,
                                          Rate share) {
    std::vector<std::int64_t> weights;
    Money gross{0, statements.front().gross.currency};
    for (const auto& statement : statements) {
        weights.push_back(statement.gross.minor);
        gross += statement.gross;
    }
    const auto there = share_of(gross, share, Rounding::down);
    if (!there) return std::unexpected(there.error());
    return allocate(*there, weights);
}

}  // namespace

Result<std::vector<PayDay>> pay_day_if(const std::vector<StatementFigures>& statements,
                                       const std::vector<TermsVersion>& member_terms,
                                       const std::vector<TermsVersion>& other_terms,
                                       BuyerPays assumed) {
    if (assumed.share < Rate{0} || Rate{1'000'000} < assumed.share)
        return refuse(Refusal::out_of_range, "/share", print(assumed.share));
    if (assumed.days_late < 0)
        return refuse(Refusal::out_of_range, "/days_late", std::to_string(assumed.days_late));
    if (statements.empty()) return std::vector<PayDay>{};
    const auto there = there_for_each(statements, assumed.share);
    if (!there) return std::unexpected(there.error());
    std::vector<PayDay> days;
    days.reserve(statements.size());
    for (std::size_t place = 0; place < statements.size(); ++place) {
        const auto floor = floor_of(statements[place], member_terms, other_terms);
        if (!floor) return std::unexpected(floor.error());
        days.push_back(
            pay_day_of(statements[place], (*there)[place], *floor, assumed.days_late > 0));
    }
    return days;
}

}  // namespace ayni
