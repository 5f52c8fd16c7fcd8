#include "domain/settlement/try_terms.h"

#include <algorithm>
#include <map>
#include <utility>

#include "domain/collection/check_delivery.h"

namespace ayni {
namespace {

// Before any day of milk: an offer is priced as if it had always been in force.
constexpr Date always{INT32_MIN};

// The versions of one column, for members and for others.
struct Column {
    std::vector<TermsVersion> members, others;
    bool takes = false;  // by their waterfall
};

struct Worth {
    Money value, deducted;
};
using Worths = std::map<PartyId, Worth>;

Refused below(const std::string& path, Refused refused) {
    for (auto& problem : refused.problems) problem.where = path + problem.where;
    return refused;
}

ProducerFacts facts_of(const PastSupplier& supplier, Period part) {
    ProducerFacts facts{
        .party = supplier.party, .member_in = {}, .certificates = {}, .obligations = {}};
    for (const auto& days : supplier.member_in) facts.member_in.push_back({days.first, days.last});
    for (const auto& held : supplier.certificates)
        facts.certificates.push_back({held.kind, {held.first, held.last}});
    for (const auto& debt : supplier.debts)
        if (debt.since == part.first)
            facts.obligations.push_back({.number = debt.number,
                                         .kind = debt.kind,
                                         .creditor = {},
                                         .remaining = debt.remaining,
                                         .instalment = debt.instalment,
                                         .first_due = part.first,
                                         .overdue = debt.overdue,
                                         .interest = debt.interest,
                                         .rule = debt.rule});
    return facts;
}

void add_milk(const PastSupplier& supplier, Period part, SettlementInputs& inputs) {
    std::int64_t sequence = 0;
    for (const auto& can : supplier.cans)
        if (part.contains(can.day))
            inputs.deliveries.push_back({.organisation = {},
                                         .day = can.day,
                                         .source = {},
                                         .sequence = ++sequence,
                                         .producer = supplier.party,
                                         .product = {},
                                         .shift = can.shift,
                                         .quantity = can.quantity,
                                         .readings = can.readings});
    const Period looked_at{part.first - analysis_window_days, part.last};
    sequence = 0;
    for (const auto& sample : supplier.samples)
        if (looked_at.contains(sample.day))
            inputs.analyses.push_back({.organisation = {},
                                       .producer = supplier.party,
                                       .day = sample.day,
                                       .source = {},
                                       .sequence = ++sequence,
                                       .product = {},
                                       .shift = sample.shift,
                                       .readings = sample.readings});
}

// Of one fortnight; whose terms are in force is set by each column.
SettlementInputs inputs_of(const PastMilk& milk, Period part) {
    SettlementInputs inputs;
    inputs.period = part;
    inputs.currency = milk.currency;
    for (const auto& supplier : milk.suppliers) {
        inputs.producers.push_back(facts_of(supplier, part));
        add_milk(supplier, part, inputs);
    }
    for (const auto& index : milk.indices) {
        auto& series = inputs.indices.emplace_back(IndexSeries{index.series, {}});
        for (const auto& each : index.values) series.values.emplace_back(each.day, each.value);
    }
    return inputs;
}

// The fortnights in which there was milk.
std::vector<SettlementInputs> fortnights_of(const PastMilk& milk) {
    std::vector<SettlementInputs> parts;
    for (Date day = milk.first; day <= milk.last;) {
        const Period part{day, std::min(fortnight_of(day).last, milk.last)};
        day = part.last + 1;
        auto inputs = inputs_of(milk, part);
        if (!inputs.deliveries.empty()) parts.push_back(std::move(inputs));
    }
    return parts;
}

Result<void> add_worths(const SettlementInputs& inputs, bool takes, Worths& worths) {
    const Money nothing{0, inputs.currency};
    const auto worth_of = [&](PartyId party) -> Worth& {
        return worths.try_emplace(party, Worth{nothing, nothing}).first->second;
    };
    if (takes) {
        const auto statements = settle(inputs);
        if (!statements) return std::unexpected(statements.error());
        for (const auto& each : *statements) {
            worth_of(each.producer).value += each.gross;
            worth_of(each.producer).deducted += each.deducted;
        }
        return {};
    }
    const auto values = value_milk(inputs);
    if (!values) return std::unexpected(values.error());
    for (const auto& each : *values) worth_of(each.producer).value += each.milk;
    return {};
}

Result<Worths> worths_by(std::vector<SettlementInputs>& fortnights, const Column& column) {
    Worths worths;
    for (auto& inputs : fortnights) {
        inputs.member_terms = column.members;
        inputs.other_terms = column.others;
        if (auto added = add_worths(inputs, column.takes, worths); !added)
            return std::unexpected(std::move(added.error()));
    }
    return worths;
}

class Comparison {
public:
    explicit Comparison(Currency currency) : nothing_{0, currency} {}

    void add(OfferColumn column, bool takes, const Worths& worths) {
        OfferTotal total{column, takes, nothing_, nothing_, nothing_};
        for (const auto& [party, worth] : worths) {
            total.value += worth.value;
            total.deducted += worth.deducted;
            rows_[party].resize(view_.columns.size(), Worth{nothing_, nothing_});
            rows_[party].push_back(worth);
        }
        total.net = total.value - total.deducted;
        view_.columns.push_back(total);
        for (auto& [party, row] : rows_)
            row.resize(view_.columns.size(), Worth{nothing_, nothing_});
    }
    OffersView take(const PastMilk& milk) {
        for (const auto& supplier : milk.suppliers) {
            const auto found = rows_.find(supplier.party);
            if (found == rows_.end()) continue;
            OfferRow row{supplier.supplier, supplier.name, {}, {}, {}};
            for (const auto& [value, deducted] : found->second) {
                row.values.push_back(value);
                row.deducted.push_back(deducted);
                row.nets.push_back(value - deducted);
            }
            view_.suppliers.push_back(std::move(row));
        }
        std::ranges::sort(view_.suppliers, {}, &OfferRow::supplier);
        return std::move(view_);
    }

private:
    Money nothing_;
    OffersView view_;
    std::map<PartyId, std::vector<Worth>> rows_;
};

Result<Column> column_of(const PastMilk& milk, OfferColumn wanted) {
    Column column{.members = {}, .others = {}, .takes = wanted == OfferColumn::signed_terms};
    for (std::size_t i = 0; i < milk.terms.size(); ++i) {
        const auto& terms = milk.terms[i];
        if (terms.column != wanted) continue;
        auto price = CompiledTerms::compile(terms.price, milk.attributes);
        if (!price) return std::unexpected(below("/terms/" + std::to_string(i), price.error()));
        const TermsVersion version{{static_cast<std::int64_t>(i) + 1},
                                   terms.effective,
                                   *std::move(price),
                                   terms.waterfall};
        const bool both = wanted == OfferColumn::agreement;
        const bool members = terms.applies_to == MembershipKind::member;
        if (both || members) column.members.push_back(version);
        if (both || !members) column.others.push_back(version);
    }
    return column;
}

Result<Column> offer_of(const PastMilk& milk, const TermsTrial& trial, std::size_t place) {
    const auto& offer = trial.offers[place];
    const auto path = "/offers/" + std::to_string(place);
    if (offer.currency != milk.currency)
        return refuse(Refusal::currencies_differ, path + "/currency");
    auto price = CompiledTerms::compile(offer, milk.attributes);
    if (!price) return std::unexpected(below(path, std::move(price.error())));
    const auto* waterfall = trial.waterfalls ? &(*trial.waterfalls)[place] : nullptr;
    if (waterfall != nullptr)
        if (auto checked = check_waterfall(*waterfall); !checked)
            return std::unexpected(
                below("/waterfalls/" + std::to_string(place), std::move(checked.error())));
    const std::vector version{TermsVersion{
        {1}, always, *std::move(price), waterfall != nullptr ? *waterfall : WaterfallTerms{}}};
    return Column{version, version, waterfall != nullptr};
}

// A column that has no price for a day is left out.
Result<void> add_signed(const PastMilk& milk, std::vector<SettlementInputs>& fortnights,
                        Comparison& comparison) {
    for (const auto wanted : {OfferColumn::signed_terms, OfferColumn::agreement}) {
        auto column = column_of(milk, wanted);
        if (!column) return std::unexpected(std::move(column.error()));
        if (wanted == OfferColumn::agreement && column->members.empty()) continue;
        auto worths = worths_by(fortnights, *column);
        if (!worths && column->takes) {
            column->takes = false;
            worths = worths_by(fortnights, *column);
        }
        if (worths) comparison.add(wanted, column->takes, *worths);
    }
    return {};
}

}  // namespace

Result<OffersView> try_terms(const PastMilk& milk, const TermsTrial& trial) {
    if (trial.offers.empty() || trial.offers.size() > most_offers)
        return refuse(Refusal::out_of_range, "/offers");
    if (trial.waterfalls && trial.waterfalls->size() != trial.offers.size())
        return refuse(Refusal::out_of_range, "/waterfalls");
    std::vector<Column> offers;
    for (std::size_t i = 0; i < trial.offers.size(); ++i) {
        auto offer = offer_of(milk, trial, i);
        if (!offer) return std::unexpected(std::move(offer.error()));
        offers.push_back(*std::move(offer));
    }
    auto fortnights = fortnights_of(milk);
    Comparison comparison(milk.currency);
    if (auto added = add_signed(milk, fortnights, comparison); !added)
        return std::unexpected(std::move(added.error()));
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const auto worths = worths_by(fortnights, offers[i]);
        if (!worths) return std::unexpected(below("/offers/" + std::to_string(i), worths.error()));
        comparison.add(OfferColumn::offer, offers[i].takes, *worths);
    }
    return comparison.take(milk);
}

}  // namespace ayni
