#include "random_terms.h"

#include <set>

#include "kernel/decimal.h"

namespace ayni::core_test {
namespace {

// Places of an attribute as text: 365 at 2 places is "3.65".
std::string text_of(int value, int places) { return print_decimal(value, places); }

// A few limits of a table, rising.
std::vector<std::string> limits(Dice& dice, int least, int most, int places) {
    std::set<int> chosen;
    for (int left = dice.between(0, 4); left > 0; --left)
        chosen.insert(dice.between(least + 1, most - 1));
    std::vector<std::string> texts;
    for (const auto each : chosen) texts.push_back(text_of(each, places));
    return texts;
}

Price rate(Dice& dice, int most) { return {dice.between(-most / 3, most)}; }

std::vector<Band> any_bands(Dice& dice, const std::vector<std::string>& limits) {
    std::vector<Band> bands(limits.size() + 1);
    for (std::size_t i = 0; i < bands.size(); ++i) {
        if (i > 0) bands[i].from = limits[i - 1];
        if (i < limits.size()) bands[i].to = limits[i];
        bands[i].rate = rate(dice, 90'000);
    }
    if (dice.one_in(60) && bands.size() > 1) bands.pop_back();  // a gap: nobody may sign it
    return bands;
}

// What every term over an attribute may say.
void add_source(Dice& dice, const Attribute& attribute, Term& term) {
    term.attribute = attribute.code;
    if (!dice.one_in(3)) term.statistic = dice.choice<Statistic>();
    // Few refuse, for then the whole period is refused.
    if (!dice.one_in(3))
        term.missing = static_cast<WhenMissing>(dice.below(dice.one_in(9) ? 4 : 3));
    if (term.missing == WhenMissing::standard)
        term.standard = text_of(dice.between(attribute.least, attribute.most), attribute.decimals);
}

Term base(Dice& dice) {
    Term term;
    if (dice.one_in(3)) {
        term.index = dice.one_in(9) ? "nobody" : "butter";
        if (dice.one_in(2)) term.factor = Rate{dice.between(1, 1'300'000)};
        if (dice.one_in(2)) term.differential = rate(dice, 400'000);
    } else {
        term.price = Price{dice.between(dice.one_in(20) ? -500'000 : 700'000, 2'900'000)};
    }
    return term;
}

Term per_point(Dice& dice, const Attribute& attribute) {
    Term term;
    term.kind = TermKind::per_point;
    add_source(dice, attribute, term);
    term.standard = text_of(dice.between(attribute.least, attribute.most), attribute.decimals);
    term.point = text_of(dice.between(1, 30), attribute.decimals);
    if (dice.one_in(2)) term.whole_points = dice.one_in(2);
    term.rate = rate(dice, 9'000);
    return term;
}

Term band(Dice& dice, const Attribute& attribute) {
    Term term;
    term.kind = TermKind::band;
    if (dice.one_in(3)) {
        term.volume = dice.choice<VolumeOf>();
        term.bands = any_bands(dice, limits(dice, 1, 900'000, 3));
    } else {
        add_source(dice, attribute, term);
        term.bands = any_bands(dice,
                               limits(dice, attribute.least, attribute.most, attribute.decimals));
    }
    return term;
}

Term component(Dice& dice, const Attribute& attribute) {
    Term term;
    term.kind = TermKind::component;
    add_source(dice, attribute, term);
    term.rate = rate(dice, 9'000'000);
    if (dice.one_in(2)) term.density = Rate{dice.between(900'000, 1'100'000)};
    return term;
}

Term grade(Dice& dice, const Attribute& attribute) {
    Term term;
    term.kind = TermKind::grade;
    add_source(dice, attribute, term);
    term.grades.emplace();
    for (int each = attribute.least; each <= attribute.most; ++each)
        term.grades->push_back({each, rate(dice, 100'000)});
    return term;
}

Term premium(Dice& dice) {
    Term term;
    term.kind = TermKind::premium;
    term.certificate = dice.one_in(2) ? "tb_free" : "organic";
    term.rate = Price{dice.between(0, 200'000)};
    return term;
}

Term limit(TermKind kind, Price price) {
    Term term;
    term.kind = kind;
    term.price = price;
    return term;
}

Term any_term(Dice& dice) {
    const auto all = attributes();
    const auto& any = all[static_cast<std::size_t>(dice.below(4))];
    switch (dice.below(5)) {
        case 0: return per_point(dice, any);
        case 1: return band(dice, any);
        case 2: return component(dice, all[static_cast<std::size_t>(dice.below(2))]);
        case 3: return grade(dice, all.back());
        default: return premium(dice);
    }
}

DeductionRule any_rule(Dice& dice, int place) {
    DeductionRule rule;
    rule.code = "rule" + std::to_string(place);
    rule.name = "Descuento " + std::to_string(place);
    rule.basis = dice.choice<DeductionBasis>();
    const bool own = rule.basis != DeductionBasis::obligation;
    rule.kind = own ? static_cast<DeductionKind>(dice.below(4))
                    : static_cast<DeductionKind>(dice.between(4, 8));
    if (rule.basis == DeductionBasis::per_unit) rule.price = Price{dice.between(0, 300'000)};
    if (rule.basis == DeductionBasis::of_gross) rule.rate = Rate{dice.between(0, 300'000)};
    rule.applies_to = rule.kind == DeductionKind::capital ? AppliesTo::members
                                                          : dice.choice<AppliesTo>();
    // Of one rank all have the same limits, as far as they can be signed.
    rule.rank = dice.between(1, 4);
    rule.under_cap = rule.rank % 2 == 0;
    rule.above_floor = rule.rank < 4;
    return rule;
}

Readings any_readings(Dice& dice) {
    Readings found;
    for (const auto& attribute : attributes())
        if (!dice.one_in(3))
            found.set({attribute.number, dice.between(attribute.least, attribute.most)});
    return found;
}

Date any_day(Dice& dice, const PastMilk& milk, int before = 0) {
    const Date first = milk.first - before;
    return first + dice.below(milk.last - first + 1);
}

PastDebt any_debt(Dice& dice, const PastMilk& milk, std::int64_t number) {
    const auto money = [&](int most) { return Money{dice.between(0, most), milk.currency}; };
    PastDebt debt;
    const bool first = dice.one_in(2);
    const auto second = fortnight_of(milk.first).last + 1;
    debt.since = first || second > milk.last ? milk.first : second;
    debt.number = {number};
    debt.kind = static_cast<DeductionKind>(dice.between(4, 8));
    debt.remaining = money(30'000) + Money{1, milk.currency};
    debt.instalment = money(12'000);
    debt.overdue = dice.one_in(3) ? least(money(3'000), debt.remaining) : Money{0, milk.currency};
    debt.interest = debt.kind == DeductionKind::loan && dice.one_in(2)
                        ? least(money(2'000), debt.remaining)
                        : Money{0, milk.currency};
    if (dice.one_in(6)) debt.rule = "rule0";
    return debt;
}

PastSupplier any_supplier(Dice& dice, const PastMilk& milk, std::int64_t party) {
    PastSupplier made{.party = {party},
                      .supplier = "P" + std::to_string(97 * party % 89),
                      .name = dice.one_in(9) ? "Ñahui \"Q\" \\ 😀\n" : "Rosa Quispe",
                      .member_in = {},
                      .certificates = {},
                      .debts = {},
                      .cans = {},
                      .samples = {}};
    made.supplier += '-' + std::to_string(party);
    if (!dice.one_in(3)) {
        const auto joined = dice.one_in(3) ? any_day(dice, milk) : milk.first - 400;
        made.member_in.push_back({joined, dice.one_in(4) ? joined + 9 : milk.last + 400});
    }
    for (const auto* kind : {"organic", "tb_free"})
        if (dice.one_in(2)) {
            const auto since = any_day(dice, milk, 5);
            made.certificates.push_back({kind, since, since + dice.below(20)});
        }
    for (int i = dice.below(4); i > 0; --i)
        made.debts.push_back(any_debt(dice, milk, 10 * party + 4 - i));
    for (int left = dice.between(1, 16); left > 0; --left)
        made.cans.push_back({any_day(dice, milk), dice.choice<Shift>(),
                             Quantity{dice.between(1, 60'000)},
                             dice.one_in(2) ? any_readings(dice) : Readings{}});
    for (int left = dice.below(9); left > 0; --left)
        made.samples.push_back(
            {any_day(dice, milk, 100), dice.choice<Shift>(), any_readings(dice)});
    return made;
}

}  // namespace

std::vector<Attribute> attributes() {
    const auto of = [](AttributeNumber number, const char* code, const char* unit, int decimals,
                       std::int32_t most) {
        return Attribute{.number = number,
                         .code = code,
                         .name = code,
                         .unit = unit,
                         .decimals = decimals,
                         .least = 0,
                         .most = most};
    };
    return {of(1, "fat", "%", 2, 800), of(2, "protein", "%", 2, 600),
            of(4, "temperature", "°C", 1, 400), of(5, "cells", "mil/ml", 0, 3000),
            of(8, "hygiene", "", 0, 3)};
}

PriceTerms any_price(Dice& dice, Currency currency) {
    PriceTerms made{.currency = currency,
                    .rounding = dice.choice<Rounding>(),
                    .rounding_point = dice.choice<RoundingPoint>(),
                    .terms = {base(dice)}};
    for (int left = dice.below(6); left > 0; --left) made.terms.push_back(any_term(dice));
    const Price floor{dice.between(0, 900'000)};
    if (dice.one_in(3)) made.terms.push_back(limit(TermKind::floor, floor));
    if (dice.one_in(3))
        made.terms.push_back(
            limit(TermKind::ceiling, {floor.millionths + dice.between(0, 1'500'000)}));
    return made;
}

WaterfallTerms any_waterfall(Dice& dice) {
    WaterfallTerms made;
    made.rounding = dice.choice<Rounding>();
    if (dice.one_in(2)) made.cap = Rate{dice.between(0, 1'000'000)};
    if (dice.one_in(2)) made.floor = Price{dice.between(0, 1'200'000)};
    const int rules = dice.below(7);
    for (int i = 0; i < rules; ++i) made.rules.push_back(any_rule(dice, i));
    return made;
}

PastMilk any_milk(Dice& dice) {
    PastMilk milk;
    milk.first = Date{20'148 + dice.below(365)};
    milk.last = milk.first + dice.below(dice.one_in(2) ? 15 : 40);
    constexpr std::array<std::string_view, 4> currencies{"PEN", "PEN", "CLP", "TND"};
    milk.currency = Currency::known(currencies[static_cast<std::size_t>(dice.below(4))]);
    milk.attributes = attributes();
    for (int left = dice.below(4); left > 0; --left) {
        const auto column = dice.one_in(3) ? OfferColumn::agreement : OfferColumn::signed_terms;
        // What was signed could be signed.
        auto price = any_price(dice, milk.currency);
        auto waterfall = any_waterfall(dice);
        if (!CompiledTerms::compile(price, milk.attributes) || !check_waterfall(waterfall))
            continue;
        milk.terms.push_back({column, dice.choice<MembershipKind>(),
                              milk.first - 20 + 12 * (4 - left), std::move(price),
                              std::move(waterfall)});
    }
    PastIndex butter{"butter", {}};
    for (Date day = milk.first - dice.below(6); day <= milk.last; day = day + dice.between(1, 6))
        butter.values.push_back({day, Price{dice.between(600'000, 2'000'000)}});
    if (!dice.one_in(9)) milk.indices.push_back(std::move(butter));
    const int suppliers = dice.between(1, 7);
    for (int i = 1; i <= suppliers; ++i)
        milk.suppliers.push_back(any_supplier(dice, milk, 3 * i + (i > 4 ? 5000 : 0)));
    return milk;
}

}  // namespace ayni::core_test
