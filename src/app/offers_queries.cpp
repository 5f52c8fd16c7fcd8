#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "app/lookup_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::int32_t most_days = 400;

void add_signed(const std::vector<TermsVersion>& versions, MembershipKind applies_to,
                PastMilk& milk) {
    for (const auto& version : versions)
        milk.terms.push_back({.column = OfferColumn::signed_terms,
                              .applies_to = applies_to,
                              .effective = version.effective,
                              .price = version.price.terms(),
                              .waterfall = version.waterfall});
}

// What the organisation's buyers agreed to pay; with several buyers nobody can say whose milk it
// was, and there is no such column.
void add_agreed(const View& view, const Product& product, PastMilk& milk) {
    auto query = select<Agreement>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND withdrawn = 0 ORDER BY effective, number");
    query.integer(view.organisation.number).integer(product.product.number);
    const auto agreements = all_rows<Agreement>(query);
    for (const auto& row : agreements) {
        if (row.buyer != agreements.front().buyer) return;
    }
    for (const auto& row : agreements) {
        auto price = from_json_text<PriceTerms>(row.price, Limits::none);
        CHECK(price.has_value());  // It was valid when it was signed, and nobody may change it.
        milk.terms.push_back({.column = OfferColumn::agreement,
                              .applies_to = MembershipKind::member,
                              .effective = row.effective,
                              .price = *std::move(price),
                              .waterfall = {}});
    }
}

// Every series, since nobody knows yet what an offer will name: the newest value before the days,
// and those of the days.
void add_indices(const View& view, PastMilk& milk) {
    auto query = view.db.query(
        "SELECT series, day, value FROM index_value WHERE organisation = $1 AND day <= $2 "
        "ORDER BY series, day, revision");
    query.integer(view.organisation.number).integer(milk.last.days);
    while (query.next()) {
        const auto series = query.text_at(0);
        const Date day{static_cast<std::int32_t>(query.integer_at(1))};
        if (milk.indices.empty() || milk.indices.back().series != series)
            milk.indices.push_back({std::string(series), {}});
        auto& values = milk.indices.back().values;
        const bool replaces = !values.empty() && (values.back().day == day || day <= milk.first);
        if (replaces) values.pop_back();
        values.push_back({day, Price{query.integer_at(2)}});
    }
}

// Of memberships and certificates only these days: the page need not know since when.
void add_facts(const SettlementInputs& inputs, const PartyNames& names, PastMilk& milk) {
    std::map<PartyId, PastSupplier> suppliers;
    for (const auto& row : inputs.deliveries)
        if (row.outcome == Outcome::accepted)
            suppliers[row.producer].cans.push_back(
                {row.day, row.shift, row.quantity, row.readings});
    auto analyses = inputs.analyses;
    std::ranges::sort(analyses, {}, [](const Analysis& row) {
        return std::tuple(row.day, row.shift, row.position, row.source, row.sequence);
    });
    for (const auto& row : analyses)
        if (const auto found = suppliers.find(row.producer); found != suppliers.end())
            found->second.samples.push_back({row.day, row.shift, row.readings});
    for (const auto& facts : inputs.producers) {
        const auto found = suppliers.find(facts.party);
        if (found == suppliers.end()) continue;
        for (const auto& days : facts.member_in)
            if (days.overlaps(inputs.period))
                found->second.member_in.push_back(
                    {std::max(days.first, milk.first), std::min(days.last, milk.last)});
        for (const auto& held : facts.certificates)
            found->second.certificates.push_back({held.kind,
                                                  std::max(held.validity.first, milk.first),
                                                  std::min(held.validity.last, milk.last)});
    }
    for (auto& [party, supplier] : suppliers) {
        supplier.party = party;
        supplier.supplier = names.of(party).code;
        supplier.name = names.of(party).name;
        milk.suppliers.push_back(std::move(supplier));
    }
}

// As a settlement of the fortnight took them, or would take them now.
Result<void> add_debts(const View& view, const Product& product, Period part,
                       const std::vector<Settlement>& settled, PastMilk& milk) {
    Settlement as_if;
    as_if.product = product.product;
    as_if.first = part.first;
    as_if.last = part.last;
    as_if.position = INT64_MAX;
    for (const auto& each : settled)
        if (each.first == part.first && each.last == part.last &&
            each.state == SettlementState::posted)
            as_if.position = each.position;
    const auto inputs = load_obligations_as_of(view, as_if);
    if (!inputs) return std::unexpected(inputs.error());
    for (auto& supplier : milk.suppliers) {
        const auto facts = std::ranges::lower_bound(inputs->producers, supplier.party, {},
                                                    &ProducerFacts::party);
        if (facts == inputs->producers.end() || facts->party != supplier.party) continue;
        for (const auto& due : facts->obligations)
            supplier.debts.push_back({.since = part.first,
                                      .number = due.number,
                                      .kind = due.kind,
                                      .remaining = due.remaining,
                                      .instalment = due.instalment,
                                      .overdue = due.overdue,
                                      .interest = due.interest,
                                      .rule = due.rule});
    }
    return {};
}

}  // namespace

Result<PastMilk> milk_to_price(const View& view, const MilkToPrice& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const Period days{query.first, query.last};
    if (days.days() < 1 || days.days() > most_days) return refuse(Refusal::dates_reversed, "/last");
    const auto inputs = load_without_late(view, *product, days, AsOf{});
    if (!inputs) return std::unexpected(inputs.error());
    PastMilk milk{.first = days.first,
                  .last = days.last,
                  .currency = inputs->currency,
                  .attributes = product->attributes,
                  .terms = {},
                  .indices = {},
                  .suppliers = {}};
    add_signed(inputs->member_terms, MembershipKind::member, milk);
    add_signed(inputs->other_terms, MembershipKind::supplier, milk);
    add_agreed(view, *product, milk);
    add_indices(view, milk);
    add_facts(*inputs, party_names(view), milk);
    const auto settled = settlements_of(view, product->product);
    for (Date day = days.first; day <= days.last;) {
        const Period part{day, std::min(fortnight_of(day).last, days.last)};
        day = part.last + 1;
        if (auto added = add_debts(view, *product, part, settled, milk); !added)
            return std::unexpected(std::move(added.error()));
    }
    return milk;
}

Result<OffersView> compare_offers(const View& view, const CompareOffers& query) {
    const auto milk = milk_to_price(view,
                                    {query.organisation, query.product, query.first, query.last});
    if (!milk) return std::unexpected(milk.error());
    return try_terms(*milk, {query.offers, query.waterfalls});
}

}  // namespace ayni
