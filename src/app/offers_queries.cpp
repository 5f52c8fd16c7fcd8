#include <algorithm>
#include <map>

#include "app/lookup_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::size_t most_offers = 4;
constexpr std::int32_t most_days = 400;
// Before any day of milk: an offer is priced as if it had always been in force.
constexpr Date always{INT32_MIN};

using Values = std::map<PartyId, Money>;

Result<TermsVersion> version_of(const PriceTerms& price, Date effective, const Product& product) {
    auto compiled = CompiledTerms::compile(price, product.attributes);
    if (!compiled) return std::unexpected(compiled.error());
    return TermsVersion{{}, effective, *std::move(compiled), {}};
}

// What the organisation's buyers agreed to pay; with several buyers nobody can say whose milk it
// was, and there is no such column.
std::vector<TermsVersion> agreed_versions(const View& view, const Product& product) {
    auto query = select<Agreement>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND withdrawn = 0 ORDER BY effective, number");
    query.integer(view.organisation.number).integer(product.product.number);
    std::vector<TermsVersion> versions;
    PartyId buyer;
    for (const auto& row : all_rows<Agreement>(query)) {
        if (!versions.empty() && row.buyer != buyer) return {};
        buyer = row.buyer;
        const auto price = from_json_text<PriceTerms>(row.price, Limits::none);
        CHECK(price.has_value());  // It was valid when it was signed, and nobody may change it.
        auto version = version_of(*price, row.effective, product);
        CHECK(version.has_value());
        versions.push_back(*std::move(version));
    }
    return versions;
}

// Adds up fortnight by fortnight, since statistics are those of a pay period. None: the terms as
// they were signed.
Result<Values> values_under(const View& view, const Product& product, Period days,
                            const std::optional<std::vector<TermsVersion>>& versions) {
    Values values;
    for (Date day = days.first; day <= days.last;) {
        const auto fortnight = fortnight_of(day);
        const Period part{day, std::min(fortnight.last, days.last)};
        day = part.last + 1;
        const auto inputs = versions ? load_milk_under(view, product, part, *versions)
                                     : load_without_late(view, product, part, AsOf{});
        if (!inputs) return std::unexpected(inputs.error());
        const auto milk = value_milk(*inputs);
        if (!milk) return std::unexpected(milk.error());
        for (const auto& value : *milk)
            values.try_emplace(value.producer, Money{0, inputs->currency}).first->second +=
                value.milk;
    }
    return values;
}

class Comparison {
public:
    Comparison(const View& view, Currency currency) : view_(view), nothing_{0, currency} {}

    void add(OfferColumn column, const Values& values) {
        auto& total = all_.columns.emplace_back(column, nothing_).value;
        for (const auto& [party, value] : values) {
            total += value;
            auto& row = rows_[party];
            row.resize(all_.columns.size(), nothing_);
            row.back() = value;
        }
        for (auto& [party, row] : rows_) row.resize(all_.columns.size(), nothing_);
    }
    OffersView take() {
        const auto names = party_names(view_);
        for (auto& [party, values] : rows_)
            all_.suppliers.push_back(
                {names.of(party).code, names.of(party).name, std::move(values)});
        std::ranges::sort(all_.suppliers, {}, &OfferRow::supplier);
        return std::move(all_);
    }

private:
    const View& view_;
    Money nothing_;
    OffersView all_;
    std::map<PartyId, std::vector<Money>> rows_;
};

Refused below(const Refused& refused, std::size_t place) {
    auto moved = refused;
    for (auto& problem : moved.problems)
        problem.where = "/offers/" + std::to_string(place) + problem.where;
    return moved;
}

}  // namespace

Result<OffersView> compare_offers(const View& view, const CompareOffers& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const Period days{query.first, query.last};
    if (days.days() < 1 || days.days() > most_days) return refuse(Refusal::dates_reversed, "/last");
    if (query.offers.empty() || query.offers.size() > most_offers)
        return refuse(Refusal::out_of_range, "/offers");
    const auto currency = own_organisation(view).currency;
    Comparison comparison(view, currency);
    if (const auto values = values_under(view, *product, days, {}))
        comparison.add(OfferColumn::signed_terms, *values);
    if (const auto agreed = agreed_versions(view, *product); !agreed.empty())
        if (const auto values = values_under(view, *product, days, agreed))
            comparison.add(OfferColumn::agreement, *values);
    for (std::size_t i = 0; i < query.offers.size(); ++i) {
        const auto& offer = query.offers[i];
        if (offer.currency != currency)
            return refuse(Refusal::currencies_differ, "/offers/" + std::to_string(i) + "/currency");
        auto version = version_of(offer, always, *product);
        if (!version) return std::unexpected(below(version.error(), i));
        const auto values = values_under(view, *product, days, std::vector{*std::move(version)});
        if (!values) return std::unexpected(below(values.error(), i));
        comparison.add(OfferColumn::offer, *values);
    }
    return comparison.take();
}

}  // namespace ayni
