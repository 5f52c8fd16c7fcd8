#include "domain/settlement/settle.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "domain/settlement/claims.h"
#include "domain/settlement/milk_of_period.h"
#include "kernel/check.h"

namespace ayni {
namespace {

using Differences = std::span<const LateDifference>;

std::vector<LateDifference> by_producer(std::vector<LateDifference> late,
                                        const ProducerPlaces& places) {
    std::ranges::sort(late, {}, [](const LateDifference& each) {
        return std::tuple(each.producer, each.settlement, each.member, each.amount.minor);
    });
    for (const auto& each : late) CHECK(places.find(each.producer) < places.size());
    return late;
}

Result<void> check_currencies(const SettlementInputs& inputs) {
    const auto differ = [&](PartyId party) {
        return refuse(Refusal::currencies_differ, "/producers/" + std::to_string(party.number));
    };
    for (const auto& producer : inputs.producers)
        for (const auto& due : producer.obligations)
            if (due.remaining.currency != inputs.currency ||
                due.instalment.currency != inputs.currency)
                return differ(producer.party);
    for (const auto& each : inputs.late)
        if (each.amount.currency != inputs.currency) return differ(each.producer);
    return {};
}

void add_late_lines(StatementFigures& statement, Differences differences) {
    const Money nothing{0, statement.milk.currency};
    for (const auto& difference : differences) {
        if (difference.amount.is_negative()) {
            statement.receivable -= difference.amount;
            continue;
        }
        if (difference.amount.is_zero() && difference.quantity == Quantity{}) continue;
        statement.gross += difference.amount;
        statement.lines.push_back({.kind = LineKind::late,
                                   .terms = {},
                                   .place = 0,
                                   .reference = difference.settlement.number,
                                   .creditor = {},
                                   .deduction = {},
                                   .amount = difference.amount,
                                   .carried = nothing,
                                   .member = difference.member,
                                   .quantity = difference.quantity});
    }
}

// What one claim got. Of a loan with interest the interest stands apart, and was served first.
void add_taken(StatementFigures& statement, const Claim& claim, StatementLine line, Money taken) {
    statement.deducted += taken;
    if (!claim.interest.is_zero()) {
        auto interest = line;
        interest.deduction = DeductionKind::interest;
        interest.amount = least(claim.interest, taken);
        interest.carried = claim.interest - interest.amount;
        statement.lines.push_back(interest);
        taken -= interest.amount;
        line.carried -= claim.interest;
        if (line.carried.is_zero()) return;
    }
    line.amount = taken;
    line.carried -= taken;
    statement.lines.push_back(line);
}

// Makes the statements one by one, over facts and milk that are the same for all.
class Settling {
public:
    Settling(const SettlementInputs& inputs, const PeriodFacts& facts, const MilkOfPeriod& milk)
        : inputs_(inputs), facts_(facts), milk_(milk) {}

    Result<StatementFigures> statement_of(std::size_t place, Differences differences) {
        auto statement = before_deductions(place, differences);
        const auto* version = facts_.version_on_last_day(place);
        const auto& party = facts_.places()[place].party;
        if (version == nullptr) return refused(Refusal::no_terms_on_day, party);
        if (auto done = deduct(statement, *version, place, differences); !done)
            return refused(done.error().reason(), party);
        return statement;
    }

private:
    const SettlementInputs& inputs_;
    const PeriodFacts& facts_;
    const MilkOfPeriod& milk_;
    std::map<const VersionInForce*, RankedRules> rules_;  // of the last day: at most two

    std::unexpected<Refused> refused(Refusal reason, PartyId party) const {
        return refuse(reason, "/producers/" + std::to_string(party.number),
                      print(inputs_.period.last));
    }

    StatementFigures before_deductions(std::size_t place, Differences differences) const {
        const auto& handed = facts_.handed(place);
        const Money nothing{0, inputs_.currency};
        const auto milk = milk_.milk(place);
        StatementFigures statement{.producer = facts_.places()[place].party,
                                   .deliveries = handed.deliveries,
                                   .quantity = handed.accepted,
                                   .rejected = handed.rejected,
                                   .milk = milk,
                                   .gross = milk,
                                   .deducted = nothing,
                                   .net = nothing,
                                   .receivable = nothing,
                                   .lines = milk_.lines(facts_, place)};
        add_late_lines(statement, differences);
        return statement;
    }

    [[nodiscard]] Charged charged(std::size_t place, bool member) const {
        return {milk_.milk(place, member), milk_.quantity(place, member)};
    }

    [[nodiscard]] std::vector<const WaterfallTerms*> terms_then(Differences differences) const {
        std::vector<const WaterfallTerms*> then(differences.size(), nullptr);
        for (std::size_t i = 0; i < then.size(); ++i)
            for (const auto* versions : {&inputs_.member_terms, &inputs_.other_terms})
                for (const auto& version : *versions)
                    if (version.number == differences[i].terms) then[i] = &version.waterfall;
        return then;
    }

    Result<void> deduct(StatementFigures& statement, const VersionInForce& version,
                        std::size_t place, Differences differences) {
        const auto& waterfall = version.version->waterfall;
        const auto& rules = rules_.try_emplace(&version, waterfall).first->second;
        const auto limits = limits_of(waterfall, statement.gross, floor_quantity(statement));
        if (!limits) return std::unexpected(limits.error());
        const auto then = terms_then(differences);
        auto asked = claims_of(rules, {.terms = version.version->number,
                                       .producer = &facts_.places()[place],
                                       .member = version.member,
                                       .last_day = inputs_.period.last,
                                       .milk = {charged(place, false), charged(place, true)},
                                       .differences = differences,
                                       .terms_then = then,
                                       .creditors = version.version->creditors});
        if (!asked) return std::unexpected(std::move(asked.error()));
        const auto taken = apply_waterfall(rules.terms(), *limits, asked->claims);
        for (std::size_t i = 0; i < taken.size(); ++i)
            add_taken(statement, asked->claims[i], asked->lines[i], taken[i]);
        statement.net = statement.gross - statement.deducted;
        CHECK(!statement.net.is_negative());
        return {};
    }
};

}  // namespace

bool is_member_on(const ProducerFacts& producer, Date day) noexcept {
    return std::ranges::any_of(producer.member_in,
                               [&](Period period) { return period.contains(day); });
}

TermsNumber charging_terms(const SettlementInputs& inputs, PartyId producer) {
    const auto facts = std::ranges::find(inputs.producers, producer, &ProducerFacts::party);
    const bool member = facts != inputs.producers.end() && is_member_on(*facts, inputs.period.last);
    const auto& versions = member ? inputs.member_terms : inputs.other_terms;
    const auto after = std::ranges::upper_bound(versions, inputs.period.last, {},
                                                &TermsVersion::effective);
    return after == versions.begin() ? TermsNumber{} : std::prev(after)->number;
}

Quantity floor_quantity(const StatementFigures& statement) noexcept {
    auto quantity = statement.quantity;
    for (const auto& line : statement.lines) quantity += std::max(line.quantity, Quantity{});
    return quantity;
}

Quantity charged_quantity(const StatementFigures& statement) noexcept {
    auto quantity = statement.quantity;
    for (const auto& line : statement.lines) quantity += line.quantity;
    return std::max(quantity, Quantity{});
}

Result<std::vector<StatementFigures>> settle(const SettlementInputs& inputs) {
    if (inputs.deliveries.empty() && inputs.late.empty()) return refuse(Refusal::nothing_to_settle);
    if (auto same = check_currencies(inputs); !same)
        return std::unexpected(std::move(same.error()));
    const auto facts = PeriodFacts::of(inputs);
    if (!facts) return std::unexpected(facts.error());
    const auto milk = MilkOfPeriod::of(inputs, *facts);
    if (!milk) return std::unexpected(milk.error());
    const auto late = by_producer(inputs.late, facts->places());
    Settling settling(inputs, *facts, *milk);
    std::vector<StatementFigures> statements;
    statements.reserve(facts->places().size());
    for (std::size_t place = 0; place < facts->places().size(); ++place) {
        const auto his = std::ranges::equal_range(late, facts->places()[place].party, {},
                                                  &LateDifference::producer);
        if (facts->handed(place).cans == 0 && his.empty()) continue;
        auto statement = settling.statement_of(place, {his.begin(), his.end()});
        if (!statement) return std::unexpected(std::move(statement.error()));
        statements.push_back(std::move(*statement));
    }
    return statements;
}

Result<std::vector<MilkValue>> value_milk(const SettlementInputs& inputs) {
    const auto facts = PeriodFacts::of(inputs);
    if (!facts) return std::unexpected(facts.error());
    const auto milk = MilkOfPeriod::of(inputs, *facts);
    if (!milk) return std::unexpected(milk.error());
    std::vector<MilkValue> values;
    for (std::size_t place = 0; place < facts->places().size(); ++place)
        for (const bool member : {true, false}) {
            const auto quantity = milk->quantity(place, member);
            const auto worth = milk->milk(place, member);
            if (quantity != Quantity{} || !worth.is_zero())
                values.push_back({facts->places()[place].party, worth, member, quantity});
        }
    return values;
}

}  // namespace ayni
