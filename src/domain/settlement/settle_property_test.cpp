// What holds for every settlement, whoever brought what under whatever terms.

#include <algorithm>
#include <map>
#include <random>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/settlement/benchmark_job.h"
#include "domain/settlement/post_settlement.h"

namespace ayni {
namespace {

using namespace testing;

Term statistical(Term term, Dice& dice) {
    term.statistic = static_cast<Statistic>(dice.below(4));
    term.missing = std::array{WhenMissing::nothing, WhenMissing::standard,
                              WhenMissing::last_three}[static_cast<std::size_t>(dice.below(3))];
    return term;
}

PriceTerms any_price(Dice& dice, RoundingPoint point) {
    auto terms = benchmark_terms();
    terms.rounding_point = point;
    terms.rounding = static_cast<Rounding>(dice.below(3));
    terms.terms[1] = statistical(terms.terms[1], dice);
    terms.terms[2] = statistical(terms.terms[2], dice);
    terms.terms[4].volume = static_cast<VolumeOf>(dice.below(2));
    terms.terms.push_back(premium("tb_free", "0.0333"));
    return terms;
}

WaterfallTerms any_waterfall(Dice& dice) {
    auto terms = benchmark_waterfall();
    terms.rounding = static_cast<Rounding>(dice.below(3));
    terms.cap = Rate{dice.below(1'000'001)};
    terms.floor = Price{dice.below(2'000'000)};
    auto shop = obligation_rule("shop", DeductionKind::third_party,
                                static_cast<std::int32_t>(3 + dice.below(3)));
    if (dice.below(2) == 0) terms.rules.push_back(shop);
    if (dice.below(3) == 0)
        terms.rules.push_back(obligation_rule("correction", DeductionKind::correction, 4));
    return terms;
}

ProducerFacts any_producer(std::int64_t party, Dice& dice) {
    auto producer = member(party);
    if (dice.below(3) == 0) producer.member_in.clear();
    if (dice.below(3) == 0)
        producer.member_in = {{day(3), day(1) + static_cast<int>(dice.below(20))}};
    if (dice.below(2) == 0) producer.certificates = {{"tb_free", {day(2), day(9)}}};
    const auto debts = dice.below(4);
    for (std::int64_t i = 0; i < debts; ++i) {
        const auto kind = std::array{
            DeductionKind::input, DeductionKind::loan, DeductionKind::third_party,
            DeductionKind::correction}[static_cast<std::size_t>(dice.below(4))];
        producer.obligations.push_back({.number = {10 * party + i},
                                        .kind = kind,
                                        .creditor = {},
                                        .remaining = {1 + dice.below(9000), pen},
                                        .instalment = {1 + dice.below(9000), pen},
                                        .first_due = day(static_cast<int>(1 + dice.below(20)))});
    }
    return producer;
}

Readings any_readings(Dice& dice) {
    Readings found;
    if (dice.below(3) == 0) found.set({fat, static_cast<std::int32_t>(300 + dice.below(150))});
    if (dice.below(3) == 0) found.set({solids, static_cast<std::int32_t>(1100 + dice.below(250))});
    if (dice.below(3) == 0) found.set({hygiene, static_cast<std::int32_t>(dice.below(4))});
    return found;
}

SettlementInputs any_inputs(Dice& dice, RoundingPoint point) {
    auto made = inputs(any_price(dice, point), any_waterfall(dice), {}, {});
    made.member_terms.push_back(version(3, day(6), any_price(dice, point), any_waterfall(dice)));
    const auto producers = 1 + dice.below(8);
    const auto anyone = [&] { return 3 * (1 + dice.below(static_cast<std::uint64_t>(producers))); };
    const auto some_day = [&] { return day(static_cast<int>(1 + dice.below(15))); };
    const auto some_shift = [&] { return static_cast<Shift>(dice.below(2)); };
    for (std::int64_t i = 1; i <= producers; ++i)
        made.producers.push_back(any_producer(3 * i, dice));
    for (auto left = dice.below(60); left > 0; --left) {
        auto can = delivery(anyone(), some_day(), "0", any_readings(dice), some_shift());
        can.quantity = {1 + dice.below(60'000)};
        made.deliveries.push_back(dice.below(20) == 0 ? rejected(can) : can);
    }
    for (auto left = dice.below(20); left > 0; --left) {
        auto found = any_readings(dice);
        if (!found.empty())
            made.analyses.push_back(analysis(anyone(), some_day() - static_cast<int>(dice.below(9)),
                                             found, some_shift()));
    }
    for (auto left = dice.below(4); left > 0; --left)
        made.late.push_back({.settlement = {1 + dice.below(5)},
                             .producer = {anyone()},
                             .amount = {dice.below(4001) - 2000, pen},
                             .member = dice.below(2) == 0,
                             .quantity = {},
                             .terms = {1 + dice.below(2)}});
    return made;
}

SettlementInputs any_inputs(RoundingPoint point) {
    Dice dice(*rc::gen::arbitrary<std::uint64_t>());
    auto made = any_inputs(dice, point);
    RC_PRE(!made.deliveries.empty() || !made.late.empty());
    return made;
}
SettlementInputs any_inputs() {
    return any_inputs(static_cast<RoundingPoint>(*rc::gen::inRange(0, 3)));
}

std::vector<StatementFigures> settled(const SettlementInputs& period) {
    return value_of_result(settle(period));
}

const TermsVersion& version_of(const SettlementInputs& period, PartyId party) {
    const auto producer = std::ranges::find(period.producers, party, &ProducerFacts::party);
    return is_member_on(*producer, period.period.last) ? period.member_terms.back()
                                                       : period.other_terms.back();
}

// Corrections need no rule; then they come first, within the limits.
bool is_of_rule(const StatementLine& line, const WaterfallTerms& terms) {
    return 0 <= line.place && line.place < std::ssize(terms.rules);
}
const DeductionRule& rule_of(const StatementLine& line, const WaterfallTerms& terms) {
    return terms.rules[static_cast<std::size_t>(line.place)];
}

Money sum(const std::vector<StatementLine>& lines) {
    Money total{0, pen};
    for (const auto& line : lines) total += line.amount;
    return total;
}

RC_GTEST_PROP(Settlement, LinesSumToWhatIsPaid, ()) {
    for (const auto& statement : settled(any_inputs())) {
        RC_ASSERT(sum(lines_of(statement, LineKind::milk)) == statement.milk);
        RC_ASSERT(statement.milk + sum(lines_of(statement, LineKind::late)) == statement.gross);
        RC_ASSERT(sum(lines_of(statement, LineKind::deduction)) == statement.deducted);
        RC_ASSERT(statement.gross - statement.deducted == statement.net);
        RC_ASSERT(!statement.net.is_negative());
    }
}

RC_GTEST_PROP(Settlement, KeepsCapAndFloor, ()) {
    const auto period = any_inputs();
    for (const auto& statement : settled(period)) {
        const auto& terms = version_of(period, statement.producer).waterfall;
        const auto cap = value_of_result(share_of(statement.gross, *terms.cap, Rounding::down));
        const auto floor = least(
            statement.gross,
            value_of_result(value_of(statement.quantity, *terms.floor, pen, Rounding::half_up)));
        Money limited{0, pen};  // in these terms a rule has both limits or none
        for (const auto& line : lines_of(statement, LineKind::deduction))
            if (!is_of_rule(line, terms) || rule_of(line, terms).under_cap) limited += line.amount;
        RC_ASSERT(!(cap < limited));
        RC_ASSERT(!(statement.gross - floor < limited));
    }
}

RC_GTEST_PROP(Settlement, ServesLaterRanksOnlyWhenEarlierOnesAreServed, ()) {
    const auto period = any_inputs();
    for (const auto& statement : settled(period)) {
        const auto& terms = version_of(period, statement.producer).waterfall;
        bool waiting = false;  // someone under the limits
        std::int32_t rank_waiting = 0;
        for (const auto& line : lines_of(statement, LineKind::deduction)) {
            if (!is_of_rule(line, terms) || !rule_of(line, terms).under_cap) continue;
            const auto& rule = rule_of(line, terms);
            if (waiting && rule.rank > rank_waiting) RC_ASSERT(line.amount.is_zero());
            if (!waiting && !line.carried.is_zero()) rank_waiting = rule.rank;
            waiting |= !line.carried.is_zero();
        }
    }
}

RC_GTEST_PROP(Settlement, AsksForEachDueInstalmentAndCarriesOverWhatItDoesNotGet, ()) {
    const auto period = any_inputs();
    for (const auto& statement : settled(period)) {
        std::map<std::int64_t, Money> asked;
        Money found_now{0, pen};
        for (const auto& line : lines_of(statement, LineKind::deduction)) {
            RC_ASSERT(!line.amount.is_negative() && !line.carried.is_negative());
            if (line.place == taken_back)
                found_now += line.amount + line.carried;
            else if (line.reference != 0)
                RC_ASSERT(asked.emplace(line.reference, line.amount + line.carried).second);
        }
        RC_ASSERT(found_now == statement.receivable);
        const auto& rules = version_of(period, statement.producer).waterfall.rules;
        for (const auto& due :
             std::ranges::find(period.producers, statement.producer, &ProducerFacts::party)
                 ->obligations)
            if (due.first_due <= period.period.last &&
                (due.kind == DeductionKind::correction ||
                 std::ranges::find(rules, due.kind, &DeductionRule::kind) != rules.end()))
                RC_ASSERT(asked.at(due.number.number) == least(due.remaining, due.instalment));
    }
}

RC_GTEST_PROP(Settlement, PostsBalancedEntriesThatPayTheNet, ()) {
    for (const auto& statement : settled(any_inputs())) {
        const auto legs = settlement_legs(statement);
        RC_ASSERT(legs.empty() || check_balanced(legs).has_value());
        Money payable{0, pen};
        for (const auto& leg : legs)
            if (leg.role == AccountRole::producer_payable) payable -= leg.amount;
        RC_ASSERT(payable == statement.net);
    }
}

RC_GTEST_PROP(Settlement, IsTheSameInWhateverOrderThingsArrive, (std::uint32_t seed)) {
    auto period = any_inputs();
    const auto first = settled(period);
    std::mt19937 random(seed);
    std::ranges::shuffle(period.deliveries, random);
    std::ranges::shuffle(period.analyses, random);
    std::ranges::shuffle(period.producers, random);
    std::ranges::shuffle(period.late, random);
    RC_ASSERT(settled(period) == first);
}

RC_GTEST_PROP(Settlement, PaysWhatItsExplanationsSay, ()) {
    const auto period = any_inputs(RoundingPoint::delivery);
    for (const auto& statement : settled(period)) {
        Money explained{0, pen};
        const auto deliveries = value_of_result(explain_deliveries(period, statement.producer));
        for (const auto& each : deliveries) {
            explained += each.value;
            const auto of_others = std::ranges::find(period.other_terms, each.terms,
                                                     &TermsVersion::number);
            const auto& version = of_others != period.other_terms.end()
                                      ? *of_others
                                      : *std::ranges::find(period.member_terms, each.terms,
                                                           &TermsVersion::number);
            RC_ASSERT(each.price == each.lines.back().price);
            const auto multiplied = value_of(each.delivery.quantity, each.price, pen,
                                             version.price.terms().rounding);
            RC_ASSERT(each.value == value_of_result(multiplied));
        }
        RC_ASSERT(explained == statement.milk);
        RC_ASSERT(std::ssize(deliveries) == statement.deliveries);
    }
}

RC_GTEST_PROP(Settlement, ValuesMilkAsItSettlesIt, ()) {
    const auto period = any_inputs();
    std::map<PartyId, Money> values;
    for (const auto& value : value_of_result(value_milk(period)))
        values.try_emplace(value.producer, Money{0, pen}).first->second += value.milk;
    for (const auto& statement : settled(period))
        if (statement.deliveries > 0) RC_ASSERT(values.at(statement.producer) == statement.milk);
}

RC_GTEST_PROP(Settlement, PaysEachProducerAsIfAloneUnlessTheVolumeOfAllCounts, ()) {
    auto period = any_inputs();
    const auto needs_all = [](const TermsVersion& each) {
        return each.price.needs_volume(VolumeOf::organisation);
    };
    RC_PRE(std::ranges::none_of(period.member_terms, needs_all) &&
           std::ranges::none_of(period.other_terms, needs_all));
    for (const auto& statement : settled(period)) {
        auto alone = period;
        std::erase_if(alone.deliveries,
                      [&](const Delivery& each) { return each.producer != statement.producer; });
        std::erase_if(alone.late, [&](const LateDifference& each) {
            return each.producer != statement.producer;
        });
        RC_ASSERT(settled(alone) == std::vector{statement});
    }
}

}  // namespace
}  // namespace ayni
