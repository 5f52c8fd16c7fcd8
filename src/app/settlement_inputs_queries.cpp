#include "app/settlement_inputs_queries.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/lookup_queries.h"
#include "app/undone_queries.h"
#include "domain/collection/check_delivery.h"
#include "kernel/check.h"
#include "kernel/described_json.h"
#include "kernel/number_digest.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

// How the log stood: milk, analyses and their corrections before the one position, what was agreed
// (terms, certificates, memberships, indices) before the other.
struct AsOf {
    std::int64_t milk = INT64_MAX;
    std::int64_t agreed = INT64_MAX;
};

// Of a fortnight of some 130 producers, twice a day.
constexpr std::size_t usual_deliveries = 4096;

void load_deliveries(const View& view, ProductId product, Period period, AsOf as_of,
                     SettlementInputs& inputs) {
    const auto replaced = ReplacedDeliveries::of(view, period, as_of.milk);
    // Only the columns that a settlement uses: these are the rows that come by the million.
    std::string sql =
        "SELECT day, source, sequence, producer, shift, quantity, outcome, readings FROM delivery "
        "WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND product = $4";
    if (as_of.milk != INT64_MAX) sql += " AND position < $5";
    auto query = view.db.query(sql + " ORDER BY day, source, sequence");
    query.integer(view.organisation.number).integer(period.first.days).integer(period.last.days);
    query.integer(product.number);
    if (as_of.milk != INT64_MAX) query.integer(as_of.milk);
    inputs.deliveries.reserve(usual_deliveries);
    Delivery row;
    row.organisation = view.organisation;
    row.product = product;
    while (query.next()) {
        read_members<Delivery, &Delivery::day, &Delivery::source, &Delivery::sequence,
                     &Delivery::producer, &Delivery::shift, &Delivery::quantity, &Delivery::outcome,
                     &Delivery::readings>(query, row);
        if (replaced.all_count() || replaced.counts(row)) inputs.deliveries.push_back(row);
    }
}

void load_analyses(const View& view, ProductId product, Period period, AsOf as_of,
                   SettlementInputs& inputs) {
    const Period days{period.first - analysis_window_days, period.last};
    const auto replaced = ReplacedDeliveries::of(view, days, as_of.milk);
    auto query = select<Analysis>(
        view.db,
        "WHERE organisation = $1 AND day BETWEEN $2 AND $3 ORDER BY day, source, sequence");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    while (query.next()) {
        auto row = row_of<Analysis>(query);
        if (row.product == product && row.position < as_of.milk && replaced.counts(row))
            inputs.analyses.push_back(row);
    }
}

Result<TermsVersion> version_of(const PurchaseTerms& row, const Product& product) {
    const auto price = from_json_text<PriceTerms>(row.price);
    if (!price) return std::unexpected(price.error());
    auto compiled = CompiledTerms::compile(*price, product.attributes);
    if (!compiled) return std::unexpected(compiled.error());
    auto waterfall = from_json_text<WaterfallTerms>(row.waterfall);
    if (!waterfall) return std::unexpected(waterfall.error());
    return TermsVersion{row.number, row.effective, *std::move(compiled), *std::move(waterfall)};
}

Result<void> load_terms(const View& view, const Product& product, Period period, AsOf as_of,
                        SettlementInputs& inputs) {
    auto query = select<PurchaseTerms>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND effective <= $3 ORDER BY effective, number");
    query.integer(view.organisation.number)
        .integer(product.product.number)
        .integer(period.last.days);
    for (const auto& row : all_rows<PurchaseTerms>(query)) {
        if (row.position >= as_of.agreed) continue;
        auto version = version_of(row, product);
        if (!version) return std::unexpected(version.error());
        auto& list = row.applies_to == MembershipKind::member ? inputs.member_terms
                                                              : inputs.other_terms;
        list.push_back(*std::move(version));
    }
    return {};
}

void load_indices(const View& view, AsOf as_of, SettlementInputs& inputs) {
    std::set<std::string> wanted;
    for (const auto* list : {&inputs.member_terms, &inputs.other_terms})
        for (const auto& version : *list)
            wanted.insert(version.price.indices().begin(), version.price.indices().end());
    for (const auto& code : wanted) {
        IndexSeries series{code, {}};
        auto query = view.db.query(
            "SELECT day, value FROM index_value WHERE organisation = $1 AND series = $2 AND "
            "position < $3 ORDER BY day, revision");
        query.integer(view.organisation.number).text(code).integer(as_of.agreed);
        while (query.next()) {
            const Date day{static_cast<std::int32_t>(query.integer_at(0))};
            if (!series.values.empty() && series.values.back().first == day)
                series.values.pop_back();
            series.values.emplace_back(day, Price{query.integer_at(1)});
        }
        inputs.indices.push_back(std::move(series));
    }
}

ProducerFacts* facts_of(SettlementInputs& inputs, PartyId party) {
    const auto found = std::ranges::lower_bound(inputs.producers, party, {}, &ProducerFacts::party);
    return found != inputs.producers.end() && found->party == party ? &*found : nullptr;
}

// What is due by the end of the period, as the log stood before `position`.
void load_obligations(const View& view, Period period, std::int64_t position,
                      SettlementInputs& inputs) {
    auto query = view.db.query(
        "SELECT o.number, o.party, o.kind, o.creditor, o.amount, o.instalment, o.first_due, "
        "coalesce((SELECT sum(a.amount) FROM application a WHERE a.organisation = o.organisation "
        "AND a.obligation = o.number AND a.position < $3 AND (a.cancelled = 0 OR a.cancelled >= "
        "$3)), 0) "
        "FROM obligation o WHERE o.organisation = $1 AND (o.cancelled = 0 OR o.cancelled >= $3) "
        "AND o.position < $3 AND o.first_due <= $2 ORDER BY o.number");
    query.integer(view.organisation.number).integer(period.last.days).integer(position);
    while (query.next()) {
        const auto remaining = query.integer_at(4) - query.integer_at(7);
        auto* facts = facts_of(inputs, {query.integer_at(1)});
        if (remaining <= 0 || !facts) continue;
        facts->obligations.push_back({{query.integer_at(0)},
                                      static_cast<DeductionKind>(query.integer_at(2)),
                                      {query.integer_at(3)},
                                      Money{remaining, inputs.currency},
                                      Money{query.integer_at(5), inputs.currency},
                                      Date{static_cast<std::int32_t>(query.integer_at(6))}});
    }
}

void load_producers(const View& view, Period period, AsOf as_of, SettlementInputs& inputs) {
    for (const auto& membership : all_memberships(view, as_of.agreed)) {
        if (inputs.producers.empty() || inputs.producers.back().party != membership.party)
            inputs.producers.emplace_back().party = membership.party;
        if (membership.kind == MembershipKind::member)
            inputs.producers.back().member_in.push_back(
                {membership.first, membership.last.value_or(Date{INT32_MAX})});
    }
    auto query = select<Certificate>(
        view.db,
        "WHERE organisation = $1 AND first <= $3 AND last >= $2 ORDER BY party, kind, first");
    query.integer(view.organisation.number).integer(period.first.days).integer(period.last.days);
    for (const auto& row : all_rows<Certificate>(query))
        if (auto* facts = facts_of(inputs, row.party); facts && row.position < as_of.agreed)
            facts->certificates.push_back({row.kind, {row.first, row.last}});
}

Result<SettlementInputs> load_without_late(const View& view, const Product& product, Period period,
                                           AsOf as_of) {
    SettlementInputs inputs;
    inputs.period = period;
    inputs.currency = own_organisation(view).currency;
    load_deliveries(view, product.product, period, as_of, inputs);
    load_analyses(view, product.product, period, as_of, inputs);
    if (auto loaded = load_terms(view, product, period, as_of, inputs); !loaded)
        return std::unexpected(loaded.error());
    load_indices(view, as_of, inputs);
    load_producers(view, period, as_of, inputs);
    return inputs;
}

// What earlier settlements already settled of a changed one: its own milk and later differences.
std::map<PartyId, Money> already_settled(const View& view, const Settlement& changed) {
    std::map<PartyId, Money> settled;
    for (const auto& figures : statements_of(view, changed.number))
        settled[figures.producer] = figures.milk;
    auto query = view.db.query(
        "SELECT d.producer, d.amount FROM settled_difference d JOIN settlement s ON s.organisation "
        "= d.organisation "
        "AND s.number = d.in_settlement WHERE d.organisation = $1 AND d.settlement = $2 AND "
        "s.state = $3");
    query.integer(view.organisation.number).integer(changed.number.number);
    query.integer(static_cast<int>(SettlementState::posted));
    while (query.next()) {
        auto& amount = settled.try_emplace({query.integer_at(0)}, Money{0, changed.gross.currency})
                           .first->second;
        amount += Money{query.integer_at(1), changed.gross.currency};
    }
    return settled;
}

// The earlier, posted settlements of the product to which something came late.
std::vector<Settlement> changed_before(const View& view, ProductId product, Date day) {
    auto query = select<Settlement>(
        view.db,
        "WHERE organisation = $1 AND product = $2 AND state = $3 AND last < $4 AND number IN "
        "(SELECT settlement FROM late_change WHERE organisation = $1 AND reprices = 1) ORDER BY "
        "first");
    query.integer(view.organisation.number).integer(product.number);
    query.integer(static_cast<int>(SettlementState::posted)).integer(day.days);
    return all_rows<Settlement>(query);
}

// Whether he was a member on the last day of the period.
bool was_member(const SettlementInputs& inputs, PartyId party) {
    const auto facts = std::ranges::find(inputs.producers, party, &ProducerFacts::party);
    return facts != inputs.producers.end() && is_member_on(*facts, inputs.period.last);
}

Result<void> load_late_differences(const View& view, const Product& product,
                                   SettlementInputs& inputs) {
    for (const auto& changed : changed_before(view, product.product, inputs.period.first)) {
        const auto again = load_without_late(view, product, {changed.first, changed.last},
                                             AsOf{.milk = INT64_MAX, .agreed = changed.position});
        if (!again) return std::unexpected(again.error());
        auto settled = already_settled(view, changed);
        auto milk = again->deliveries.empty()
                        ? Result<std::vector<MilkValue>>(std::vector<MilkValue>{})
                        : value_milk(*again);
        if (!milk) return std::unexpected(milk.error());
        // Who was paid and has no milk left in the period is paid too much by all of it.
        for (const auto& [party, amount] : settled)
            if (std::ranges::find(*milk, party, &MilkValue::producer) == milk->end())
                milk->push_back({party, Money{0, inputs.currency}, was_member(*again, party)});
        for (const auto& value : *milk) {
            const auto before =
                settled.try_emplace(value.producer, Money{0, inputs.currency}).first->second;
            const auto difference = value.milk - before;
            if (!difference.is_zero())
                inputs.late.push_back({changed.number, value.producer, difference, value.member});
        }
    }
    return {};
}

}  // namespace

Result<SettlementInputs> load_settlement_inputs(const View& view, const Product& product,
                                                Period period) {
    auto inputs = load_without_late(view, product, period, AsOf{});
    if (!inputs) return inputs;
    load_obligations(view, period, INT64_MAX, *inputs);
    if (auto loaded = load_late_differences(view, product, *inputs); !loaded)
        return std::unexpected(loaded.error());
    return inputs;
}

Result<SettlementInputs> load_settlement_inputs_as_of(const View& view,
                                                      const Settlement& settlement) {
    const Period period{settlement.first, settlement.last};
    auto inputs = load_without_late(view, product_numbered(view, settlement.product), period,
                                    AsOf{settlement.position, settlement.position});
    if (!inputs) return inputs;
    load_obligations(view, period, settlement.position, *inputs);
    auto query = select<SettledDifference>(
        view.db, "WHERE organisation = $1 AND in_settlement = $2 ORDER BY settlement, producer");
    query.integer(view.organisation.number).integer(settlement.number.number);
    for (const auto& row : all_rows<SettledDifference>(query))
        inputs->late.push_back({row.settlement, row.producer, row.amount, row.member});
    return inputs;
}

Result<SettlementInputs> load_obligations_as_of(const View& view, const Settlement& settlement) {
    const AsOf as_of{settlement.position, settlement.position};
    SettlementInputs inputs;
    inputs.period = {settlement.first, settlement.last};
    inputs.currency = own_organisation(view).currency;
    if (auto loaded = load_terms(view, product_numbered(view, settlement.product), inputs.period,
                                 as_of, inputs);
        !loaded)
        return std::unexpected(loaded.error());
    load_producers(view, inputs.period, as_of, inputs);
    load_obligations(view, inputs.period, settlement.position, inputs);
    return inputs;
}

namespace {

void add_deliveries(NumberDigest& digest, const std::vector<Delivery>& deliveries) {
    for (const auto& row : deliveries) {
        digest.add(row.day.days, row.source.number, row.sequence, row.producer.number,
                   row.quantity.thousandths,
                   static_cast<int>(row.shift) * 2 + static_cast<int>(row.outcome));
        for (AttributeNumber attribute = 1; attribute <= most_attributes; ++attribute)
            if (const auto* value = row.readings.find(attribute))
                digest.add(attribute * (1LL << 32) + *value);
    }
}

void add_producers(NumberDigest& digest, const std::vector<ProducerFacts>& producers) {
    for (const auto& facts : producers) {
        digest.add(facts.party.number);
        for (const auto& days : facts.member_in) digest.add(days.first.days, days.last.days);
        for (const auto& held : facts.certificates) {
            digest.add_text(held.kind);
            digest.add(held.validity.first.days, held.validity.last.days);
        }
        for (const auto& due : facts.obligations)
            digest.add(due.number.number, due.remaining.minor, due.instalment.minor);
    }
}

}  // namespace

std::string digest_of(const SettlementInputs& inputs) {
    NumberDigest digest;
    digest.add(settlement_rules_version, inputs.period.first.days, inputs.period.last.days);
    add_deliveries(digest, inputs.deliveries);
    std::string bytes;
    for (const auto& row : inputs.analyses) append_packed(bytes, shape_of<Analysis>(), &row);
    digest.add_text(bytes);
    for (const auto* list : {&inputs.member_terms, &inputs.other_terms})
        for (const auto& version : *list) digest.add(version.number.number, version.effective.days);
    for (const auto& series : inputs.indices)
        for (const auto& [day, value] : series.values) digest.add(day.days, value.millionths);
    add_producers(digest, inputs.producers);
    for (const auto& late : inputs.late)
        digest.add(late.settlement.number, late.producer.number, late.amount.minor);
    return hex(digest.finish());
}

bool inputs_changed_since(const View& view, Period period, std::int64_t position) {
    auto query = view.db.query(
        "SELECT EXISTS (SELECT 1 FROM delivery WHERE organisation = $1 AND day BETWEEN $2 AND $3 "
        "AND position > $4) "
        "OR EXISTS (SELECT 1 FROM correction WHERE organisation = $1 AND position > $4) "
        "OR EXISTS (SELECT 1 FROM analysis WHERE organisation = $1 AND day BETWEEN $5 AND $3 AND "
        "position > $4) "
        "OR EXISTS (SELECT 1 FROM import WHERE organisation = $1 AND (position > $4 OR "
        "undone_position > $4)) "
        "OR EXISTS (SELECT 1 FROM purchase_terms WHERE organisation = $1 AND position > $4) "
        "OR EXISTS (SELECT 1 FROM index_value WHERE organisation = $1 AND position > $4) "
        "OR EXISTS (SELECT 1 FROM membership WHERE organisation = $1 AND position > $4) "
        "OR EXISTS (SELECT 1 FROM certificate WHERE organisation = $1 AND position > $4) "
        "OR EXISTS (SELECT 1 FROM obligation WHERE organisation = $1 AND (position > $4 OR "
        "cancelled > $4)) "
        "OR EXISTS (SELECT 1 FROM application WHERE organisation = $1 AND (position > $4 OR "
        "cancelled > $4)) "
        "OR EXISTS (SELECT 1 FROM late_change WHERE organisation = $1 AND position > $4) "
        "OR EXISTS (SELECT 1 FROM entry WHERE organisation = $1 AND number = (SELECT max(number) "
        "FROM entry WHERE organisation = $1) AND position > $4)");
    query.integer(view.organisation.number).integer(period.first.days).integer(period.last.days);
    query.integer(position).integer(period.first.days - analysis_window_days);
    return query.next() && query.integer_at(0) != 0;
}

std::optional<Settlement> find_settlement(const View& view, SettlementNumber number) {
    auto query = select<Settlement>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    return first_row<Settlement>(query);
}

Result<Settlement> existing_settlement(const View& view, SettlementNumber number) {
    auto found = find_settlement(view, number);
    if (!found) return refuse(Refusal::not_found, "/settlement", std::to_string(number.number));
    return *std::move(found);
}

std::vector<StatementFigures> statements_of(const View& view, SettlementNumber number) {
    std::vector<StatementFigures> figures;
    auto query = select<Statement>(view.db,
                                   "WHERE organisation = $1 AND settlement = $2 ORDER BY producer");
    query.integer(view.organisation.number).integer(number.number);
    while (query.next()) figures.push_back(row_of<Statement>(query).figures);
    return figures;
}

bool is_outdated(const View& view, const Settlement& settlement) {
    auto query = view.db.query(
        "SELECT 1 FROM late_change WHERE organisation = $1 AND settlement = $2 AND position > $3");
    query.integer(view.organisation.number)
        .integer(settlement.number.number)
        .integer(settlement.position);
    return query.next();
}

std::vector<Settlement> settlements_of(const View& view, std::optional<ProductId> product) {
    auto query = select<Settlement>(view.db,
                                    "WHERE organisation = $1 ORDER BY first DESC, number DESC");
    query.integer(view.organisation.number);
    auto rows = all_rows<Settlement>(query);
    if (product)
        std::erase_if(rows, [&](const Settlement& row) { return row.product != *product; });
    return rows;
}

}  // namespace ayni
