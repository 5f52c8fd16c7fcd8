#include "app/analysis_queries.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "app/accepted_milk_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/readings.h"
#include "app/undone_queries.h"
#include "app/use_cases.h"
#include "domain/pricing/price_terms.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {

std::map<SourceId, std::int64_t> positions_of_imports(const View& view) {
    std::map<SourceId, std::int64_t> positions;
    auto query = view.db.query("SELECT source, position FROM import WHERE organisation = $1");
    query.integer(view.organisation.number);
    while (query.next()) positions[{query.integer_at(0)}] = query.integer_at(1);
    return positions;
}

void place_in_log(Analysis& row, const std::map<SourceId, std::int64_t>& imports) {
    if (row.position != 0) return;
    if (const auto found = imports.find(row.source); found != imports.end())
        row.position = found->second;
}

std::vector<Analysis> counted_analyses(const View& view, ProductId product, Period days,
                                       std::optional<PartyId> party) {
    const auto replaced = ReplacedDeliveries::of(view, days);
    const auto recorded = positions_of_imports(view);
    std::map<std::tuple<Date, PartyId, Shift>, Analysis> latest;
    auto query = select<Analysis>(
        view.db,
        "WHERE organisation = $1 AND day BETWEEN $2 AND $3 ORDER BY day, source, sequence");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    while (query.next()) {
        auto row = row_of<Analysis>(query);
        if (row.product != product || (party && row.producer != *party) || !replaced.counts(row))
            continue;
        place_in_log(row, recorded);
        auto& known = latest[{row.day, row.producer, row.shift}];
        if (known.readings.empty() || known.position <= row.position) known = row;
    }
    std::vector<Analysis> all;
    all.reserve(latest.size());
    for (const auto& [sample, row] : latest) all.push_back(row);
    return all;
}

std::int64_t suppliers_without_analysis(const View& view, ProductId product, Period days) {
    const auto kept = kept_parties(view);
    std::set<PartyId> without;
    each_accepted(view, product, days,
                  [&](const Delivery& each) { without.insert(kept.of(each.producer)); });
    for (const auto& each : counted_analyses(view, product, days))
        without.erase(kept.of(each.producer));
    return std::ssize(without);
}

bool pays_by_analyses(const View& view, ProductId product, Date day) {
    auto query = select<PurchaseTerms>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND effective <= $3 AND withdrawn = 0 "
        "ORDER BY effective, number");
    query.integer(view.organisation.number).integer(product.number).integer(day.days);
    std::map<MembershipKind, std::string> in_force;
    for (auto& row : all_rows<PurchaseTerms>(query))
        in_force[row.applies_to] = std::move(row.price);
    return std::ranges::any_of(in_force, [](const auto& each) {
        const auto price = from_json_text<PriceTerms>(each.second, Limits::none);
        return price && std::ranges::any_of(price->terms, [](const Term& term) {
                   return term.attribute.has_value();
               });
    });
}

Result<AnalysesView> analyses(const View& view, const AnalysesQuery& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const auto party = wanted_party(view, query.supplier);
    if (!party) return std::unexpected(party.error());
    const Period days{query.first, query.last};
    if (days.days() < 1 || days.days() > 400) return refuse(Refusal::dates_reversed, "/last");
    const auto names = party_names(view);
    AnalysesView all;
    for (const auto& row : counted_analyses(view, product->product, days, *party)) {
        const auto& name = names.of(row.producer);
        all.analyses.push_back(
            {row.day, row.shift, name.code, name.name, named(product->attributes, row.readings)});
    }
    return all;
}

}  // namespace ayni
