#include "domain/settlement/claims.h"

#include <algorithm>
#include <array>
#include <utility>

namespace ayni {
namespace {

constexpr std::size_t deduction_kinds = 10;

// The instalment and what was overdue.
Money due_now(const DueObligation& due) {
    const Money wanted = due.overdue.is_zero() ? due.instalment : due.instalment + due.overdue;
    return least(due.remaining, wanted);
}

// Gathers the claims of one producer, rule by rule.
class Asking {
public:
    Asking(const RankedRules& rules, const Asked& asked)
        : rules_(rules.terms().rules), order_(rules.order()), asked_(asked) {}

    Result<void> ask(std::int32_t place, Rounding rounding) {
        const auto& rule = rules_[static_cast<std::size_t>(place)];
        if (rule.basis == DeductionBasis::obligation) {
            if (applies(rule, asked_.member)) ask_obligations(place, rule.kind);
        } else {
            const auto amount = charge_of(rule, rounding);
            if (!amount) return std::unexpected(amount.error());
            add(place, *amount);
        }
        ask_carried_over(place);
        return {};
    }
    Claims take() { return std::move(claims_); }

private:
    const std::vector<DeductionRule>& rules_;
    const std::vector<std::int32_t>& order_;
    const Asked& asked_;
    Claims claims_;
    std::array<bool, deduction_kinds> served_{};

    // Milk that came late, or never was, at the tariff of its own time; what is the same is rounded
    // together.
    [[nodiscard]] Result<Money> charge_of(const DeductionRule& rule, Rounding rounding) const {
        const Money nothing{0, asked_.milk[0].gross.currency};
        Charged all{nothing, {}};
        Money apart = nothing;
        for (const bool member : {false, true})
            if (applies(rule, member)) all = sum(all, asked_.milk[member ? 1 : 0]);
        for (std::size_t i = 0; i < asked_.differences.size(); ++i) {
            const auto& difference = asked_.differences[i];
            const auto* then = rule_then(rule, i);
            if (then == nullptr || !applies(*then, difference.member)) continue;
            const Charged of{difference.amount, difference.quantity};
            if (then->basis == rule.basis && then->price == rule.price && then->rate == rule.rate) {
                all = sum(all, of);
                continue;
            }
            const auto charge = charge_for(*then, of, rounding);
            if (!charge) return charge;
            apart += *charge;
        }
        const auto charge = charge_for(rule, all, rounding);
        if (!charge) return charge;
        return (*charge + apart).is_negative() ? nothing : *charge + apart;
    }

    [[nodiscard]] static Charged sum(const Charged& a, const Charged& b) {
        return {a.gross + b.gross, a.quantity + b.quantity};
    }
    [[nodiscard]] static Result<Money> charge_for(const DeductionRule& rule, const Charged& of,
                                                  Rounding rounding) {
        if (rule.basis == DeductionBasis::per_unit)
            return value_of(of.quantity, *rule.price, of.gross.currency, rounding);
        if (rule.basis == DeductionBasis::of_gross) return share_of(of.gross, *rule.rate, rounding);
        return Money{0, of.gross.currency};
    }
    // The rule of that code in the waterfall of a difference's own period.
    [[nodiscard]] const DeductionRule* rule_then(const DeductionRule& rule,
                                                 std::size_t difference) const {
        if (difference >= asked_.terms_then.size()) return nullptr;
        const auto* then = asked_.terms_then[difference];
        if (then == nullptr) return nullptr;
        const auto found = std::ranges::find(then->rules, rule.code, &DeductionRule::code);
        return found == then->rules.end() ? nullptr : &*found;
    }

    void ask_obligations(std::int32_t place, DeductionKind kind) {
        if (std::exchange(served_[static_cast<std::size_t>(kind)], true)) return;
        for (const auto& due : asked_.producer->obligations)
            if (due.kind == kind && due.rule.empty()) ask_obligation(place, due);
        if (kind == DeductionKind::correction) take_back_differences(place);
    }

    void ask_obligation(std::int32_t place, const DueObligation& due) {
        if (asked_.last_day < due.first_due) return;
        auto* line = add(place, due_now(due));
        if (line == nullptr) return;
        auto& claim = claims_.claims.back();
        line->reference = claim.obligation = due.number.number;
        if (!due.creditor.is_none()) line->creditor = due.creditor;
        if (!due.interest.is_zero()) claim.interest = least(due.interest, claim.amount);
    }

    void ask_carried_over(std::int32_t place) {
        for (const auto& due : asked_.producer->obligations)
            if (!due.rule.empty() && rule_asking(due) == place) ask_obligation(place, due);
    }

    // The place of the rule whose charge it is, else of the first of its kind; -1: none applies.
    [[nodiscard]] std::int32_t rule_asking(const DueObligation& due) const {
        std::int32_t first = -1;
        for (const auto place : order_) {
            const auto& rule = rules_[static_cast<std::size_t>(place)];
            if (rule.kind != due.kind || !applies(rule, asked_.member)) continue;
            if (rule.code == due.rule) return place;
            if (first < 0) first = place;
        }
        return first;
    }

    void take_back_differences(std::int32_t place) {
        for (const auto& difference : asked_.differences)
            if (difference.amount.is_negative()) {
                auto* line = add(place, -difference.amount);
                line->place = taken_back;
                line->reference = difference.settlement.number;
                line->member = difference.member;
                line->quantity = difference.quantity;
            }
    }

    PartyId creditor_of(std::int32_t place) const {
        const auto rule = static_cast<std::size_t>(place);
        return rule < asked_.creditors.size() ? asked_.creditors[rule] : PartyId{};
    }

    StatementLine* add(std::int32_t place, Money amount) {
        if (amount.is_zero()) return nullptr;
        claims_.claims.push_back({.rule = place, .obligation = 0, .amount = amount});
        claims_.lines.push_back({.kind = LineKind::deduction,
                                 .terms = asked_.terms,
                                 .place = place,
                                 .reference = 0,
                                 .creditor = creditor_of(place),
                                 .deduction = rules_[static_cast<std::size_t>(place)].kind,
                                 .amount = Money{0, amount.currency},
                                 .carried = amount,
                                 .member = false});
        return &claims_.lines.back();
    }
};

DeductionRule rule_for_corrections() {
    return {.code = {},
            .name = {},
            .kind = DeductionKind::correction,
            .basis = DeductionBasis::obligation,
            .price = {},
            .rate = {},
            .applies_to = AppliesTo::everyone,
            .rank = -1,
            .under_cap = true,
            .above_floor = true};
}

}  // namespace

bool applies(const DeductionRule& rule, bool member) noexcept {
    if (rule.kind == DeductionKind::capital && !member) return false;
    return rule.applies_to == AppliesTo::everyone ||
           (rule.applies_to == AppliesTo::members) == member;
}

RankedRules::RankedRules(const WaterfallTerms& terms) : terms_(terms) {
    for (std::int32_t place = 0; place < std::ssize(terms_.rules); ++place) order_.push_back(place);
    std::ranges::sort(order_, {}, [&](auto place) {
        return std::pair(terms_.rules[static_cast<std::size_t>(place)].rank, place);
    });
    terms_.rules.push_back(rule_for_corrections());
}

Result<Claims> claims_of(const RankedRules& rules, const Asked& asked) {
    Asking asking(rules, asked);
    const auto& terms = rules.terms();
    const bool ruled = std::ranges::any_of(rules.order(), [&](auto place) {
        const auto& rule = terms.rules[static_cast<std::size_t>(place)];
        return rule.kind == DeductionKind::correction && applies(rule, asked.member);
    });
    if (!ruled)
        if (auto done = asking.ask(static_cast<std::int32_t>(terms.rules.size()) - 1,
                                   terms.rounding);
            !done)
            return std::unexpected(std::move(done.error()));
    for (const auto place : rules.order())
        if (auto done = asking.ask(place, terms.rounding); !done)
            return std::unexpected(std::move(done.error()));
    return asking.take();
}

Result<WaterfallLimits> limits_of(const WaterfallTerms& terms, Money gross, Quantity quantity) {
    WaterfallLimits limits{.gross = gross, .cap = gross, .floor = {0, gross.currency}};
    if (terms.cap) {
        const auto cap = share_of(gross, *terms.cap, Rounding::down);
        if (!cap) return std::unexpected(cap.error());
        limits.cap = *cap;
    }
    if (terms.floor) {
        const auto floor = value_of(quantity, *terms.floor, gross.currency, Rounding::half_up);
        if (!floor) return std::unexpected(floor.error());
        limits.floor = least(*floor, gross);
    }
    return limits;
}

}  // namespace ayni
