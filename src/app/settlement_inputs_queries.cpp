#include "app/settlement_inputs_queries.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <tuple>
#include <utility>

#include "app/analysis_queries.h"
#include "app/late_differences_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/undone_queries.h"
#include "domain/collection/check_delivery.h"
#include "kernel/check.h"
#include "kernel/described_json.h"
#include "kernel/number_digest.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Of a fortnight of some 270 producers, twice a day.
constexpr std::size_t usual_deliveries = 8192;

// Of one producer, day and shift.
using MilkKey = std::tuple<PartyId, Date, Shift>;
template <class Row>
MilkKey key_of(const Row& row) {
    return {row.producer, row.day, row.shift};
}

// Adds the deliveries, and returns of which milk some was withdrawn or put right and none is left.
std::set<MilkKey> load_deliveries(const View& view, ProductId product, Period period, AsOf as_of,
                                  SettlementInputs& inputs) {
    const auto replaced = ReplacedDeliveries::of(view, period, as_of.milk);
    // Only the columns that a settlement uses: these are the rows that come by the million.
    std::string rest =
        "FROM delivery WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND product = $4";
    if (as_of.milk != INT64_MAX) rest += " AND position < $5";
    auto query = view.db.scan("day, source, sequence, producer, shift, quantity, outcome, readings",
                              rest);
    query.integer(view.organisation.number).integer(period.first.days).integer(period.last.days);
    query.integer(product.number);
    if (as_of.milk != INT64_MAX) query.integer(as_of.milk);
    inputs.deliveries.reserve(usual_deliveries);
    const auto kept = kept_parties(view, as_of.agreed);
    std::set<MilkKey> gone;
    Date reached = period.first;  // they come day by day
    Delivery row;
    row.organisation = view.organisation;
    row.product = product;
    view.db.each(query, [&](const Row& columns) {
        read_members<Delivery, &Delivery::day, &Delivery::source, &Delivery::sequence,
                     &Delivery::producer, &Delivery::shift, &Delivery::quantity, &Delivery::outcome,
                     &Delivery::readings>(columns, row);
        if (!kept.empty()) row.producer = kept.of(row.producer);
        if (replaced.all_count() || replaced.counts(row))
            inputs.deliveries.push_back(row);
        else if (replaced.is_recorded(row))
            gone.insert(key_of(row));
        if (row.day <= reached || !view.progressed) return;
        reached = row.day;
        view.progressed(row.day - period.first, work_of(period));
    });
    // They come in this order by themselves, unless the database finds another way to them.
    constexpr auto place = [](const Delivery& each) {
        return std::tuple(each.day, each.source, each.sequence);
    };
    if (!std::ranges::is_sorted(inputs.deliveries, {}, place))
        std::ranges::sort(inputs.deliveries, {}, place);
    if (!gone.empty())
        for (const auto& each : inputs.deliveries) gone.erase(key_of(each));
    return gone;
}

// Whose milk it may be: also of those who were one with him when it was recorded.
std::vector<PartyId> producers_meant(const Analysis& analysis,
                                     const std::vector<MergedParty>& mergers,
                                     const KeptParties& kept) {
    if (mergers.empty()) return {analysis.producer};
    auto all = KeptParties(mergers, analysis.position).into(analysis.producer);
    all.push_back(analysis.producer);
    for (auto& each : all) each = kept.of(each);
    std::ranges::sort(all);
    const auto repeated = std::ranges::unique(all);
    all.erase(repeated.begin(), repeated.end());
    return all;
}

// An analysis of milk that is gone prices nothing.
void load_analyses(const View& view, ProductId product, Period period, AsOf as_of,
                   const std::set<MilkKey>& gone, SettlementInputs& inputs) {
    const Period days{period.first - analysis_window_days, period.last};
    const auto replaced = ReplacedDeliveries::of(view, days, as_of.milk);
    auto query = select<Analysis>(
        view.db,
        "WHERE organisation = $1 AND day BETWEEN $2 AND $3 ORDER BY day, source, sequence");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    const auto recorded = positions_of_imports(view);
    const auto mergers = all_mergers(view);
    const KeptParties kept(mergers, as_of.agreed);
    while (query.next()) {
        auto row = row_of<Analysis>(query);
        if (row.product != product || row.position >= as_of.milk || !replaced.counts(row)) continue;
        place_in_log(row, recorded);
        for (const auto& producer : producers_meant(row, mergers, kept)) {
            row.producer = producer;
            if (gone.empty() || !gone.contains(key_of(row))) inputs.analyses.push_back(row);
        }
    }
}

// Of rules that name one; it was looked up when the terms were signed.
std::vector<PartyId> creditors_of(const View& view, const WaterfallTerms& waterfall) {
    std::vector<PartyId> creditors;
    for (std::size_t rule = 0; rule < waterfall.rules.size(); ++rule)
        if (const auto& code = waterfall.rules[rule].creditor) {
            auto query = view.db.query(
                "SELECT party FROM party WHERE organisation = $1 AND code = $2");
            query.integer(view.organisation.number).text(*code);
            CHECK(query.next());
            creditors.resize(rule + 1);
            creditors[rule] = {query.integer_at(0)};
        }
    return creditors;
}

Result<TermsVersion> version_of(const View& view, const PurchaseTerms& row,
                                const Product& product) {
    const auto price = from_json_text<PriceTerms>(row.price, Limits::none);
    if (!price) return std::unexpected(price.error());
    auto compiled = CompiledTerms::compile(*price, product.attributes);
    if (!compiled) return std::unexpected(compiled.error());
    auto waterfall = from_json_text<WaterfallTerms>(row.waterfall, Limits::none);
    if (!waterfall) return std::unexpected(waterfall.error());
    auto creditors = creditors_of(view, *waterfall);
    return TermsVersion{row.number, row.effective, *std::move(compiled), *std::move(waterfall),
                        std::move(creditors)};
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
        if (!counts_before(row, as_of.agreed)) continue;
        auto version = version_of(view, row, product);
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

// What is due by the end of the period, as the log stood before `position`. Whoever brings two
// products is asked for an instalment once in the same days: what the settlement of the other one
// asked stands for both, and only what it did not take is asked again.
void load_obligations(const View& view, Period period, std::int64_t position,
                      SettlementInputs& inputs) {
    auto query = view.db.query(
        "SELECT o.number, o.party, o.kind, o.creditor, o.amount, o.instalment, o.first_due, "
        "coalesce((SELECT sum(a.amount) FROM application a WHERE a.organisation = o.organisation "
        "AND a.obligation = o.number AND a.position < $3 AND (a.cancelled = 0 OR a.cancelled >= "
        "$3)), 0), coalesce((SELECT a.asked - a.amount FROM application a WHERE a.organisation = "
        "o.organisation AND a.obligation = o.number AND a.position < $3 AND (a.cancelled = 0 OR "
        "a.cancelled >= $3) ORDER BY a.position DESC LIMIT 1), 0), o.interest, o.rule, "
        "(SELECT count(*) FROM application a JOIN settlement s ON s.organisation = a.organisation "
        "AND s.number = a.settlement WHERE a.organisation = o.organisation AND a.obligation = "
        "o.number AND a.position < $3 AND (a.cancelled = 0 OR a.cancelled >= $3) AND s.first <= $2 "
        "AND s.last >= $4) "
        "FROM obligation o WHERE o.organisation = $1 AND (o.cancelled = 0 OR o.cancelled >= $3) "
        "AND o.position < $3 AND o.first_due <= $2 ORDER BY o.number");
    query.integer(view.organisation.number).integer(period.last.days).integer(position);
    query.integer(period.first.days);
    const auto kept = kept_parties(view, position);
    while (query.next()) {
        const auto taken = query.integer_at(7);
        const auto remaining = query.integer_at(4) - taken;
        // Before it was kept what was asked, it reads as 0, less than what was taken.
        const auto overdue = std::max<std::int64_t>(query.integer_at(8), 0);
        const auto interest = std::max<std::int64_t>(query.integer_at(9) - taken, 0);
        const bool asked_in_these_days = query.integer_at(11) > 0;
        const auto instalment = asked_in_these_days ? 0 : query.integer_at(5);
        auto* facts = facts_of(inputs, kept.of({query.integer_at(1)}));
        if (remaining <= 0 || !facts) continue;
        facts->obligations.push_back({{query.integer_at(0)},
                                      static_cast<DeductionKind>(query.integer_at(2)),
                                      {query.integer_at(3)},
                                      Money{remaining, inputs.currency},
                                      Money{instalment, inputs.currency},
                                      Date{static_cast<std::int32_t>(query.integer_at(6))},
                                      Money{overdue, inputs.currency},
                                      Money{interest, inputs.currency},
                                      std::string(query.text_at(10))});
    }
}

// Memberships as they were agreed; of whoever joined only later, and brings late milk, as they are.
std::vector<Membership> memberships_of(const View& view, AsOf as_of) {
    auto known = all_memberships(view, as_of.agreed);
    if (as_of.agreed >= as_of.milk) return known;
    const auto agreed = std::span(std::as_const(known));
    std::vector<Membership> newcomers;
    for (const auto& later : all_memberships(view, as_of.milk))
        if (!std::ranges::binary_search(agreed, later.party, {}, &Membership::party))
            newcomers.push_back(later);
    known.insert(known.end(), newcomers.begin(), newcomers.end());
    std::ranges::stable_sort(known, {}, &Membership::party);
    return known;
}

void load_producers(const View& view, Period period, AsOf as_of, SettlementInputs& inputs) {
    for (const auto& membership : memberships_of(view, as_of)) {
        if (inputs.producers.empty() || inputs.producers.back().party != membership.party)
            inputs.producers.emplace_back().party = membership.party;
        if (membership.kind == MembershipKind::member)
            inputs.producers.back().member_in.push_back(
                {membership.first, membership.last.value_or(latest_day)});
    }
    auto query = select<Certificate>(
        view.db,
        "WHERE organisation = $1 AND first <= $3 AND last >= $2 ORDER BY party, kind, first");
    query.integer(view.organisation.number).integer(period.first.days).integer(period.last.days);
    const auto kept = kept_parties(view, as_of.agreed);
    for (const auto& row : all_rows<Certificate>(query))
        if (auto* facts = facts_of(inputs, kept.of(row.party));
            facts && counts_before(row, as_of.agreed))
            facts->certificates.push_back({row.kind, {row.first, row.last}});
}

}  // namespace

Result<SettlementInputs> load_without_late(const View& view, const Product& product, Period period,
                                           AsOf as_of) {
    SettlementInputs inputs;
    inputs.period = period;
    inputs.currency = own_organisation(view).currency;
    const auto gone = load_deliveries(view, product.product, period, as_of, inputs);
    load_analyses(view, product.product, period, as_of, gone, inputs);
    if (auto loaded = load_terms(view, product, period, as_of, inputs); !loaded)
        return std::unexpected(loaded.error());
    load_indices(view, as_of, inputs);
    load_producers(view, period, as_of, inputs);
    return inputs;
}

Result<SettlementInputs> load_settlement_inputs(const View& view, const Product& product,
                                                Period period) {
    auto inputs = load_without_late(view, product, period, AsOf{});
    if (!inputs) return inputs;
    load_obligations(view, period, INT64_MAX, *inputs);
    auto unwatched = view;
    unwatched.progressed = {};
    auto late = load_late_differences(unwatched, product, *inputs);
    if (!late) return std::unexpected(late.error());
    inputs->late = *std::move(late);
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
        inputs->late.push_back(
            {row.settlement, row.producer, row.amount, row.member, row.quantity, row.terms});
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
        for (const auto& due : facts.obligations) {
            digest.add(due.number.number, due.remaining.minor, due.instalment.minor);
            // Not where there is nothing of it, so that earlier settlements keep their digest.
            if (!due.overdue.is_zero() || !due.interest.is_zero())
                digest.add(due.overdue.minor, due.interest.minor);
            if (!due.rule.empty()) digest.add_text(due.rule);
        }
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
        digest.add(late.settlement.number, late.producer.number, late.amount.minor,
                   late.quantity.thousandths, static_cast<int>(late.member));
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
        "OR EXISTS (SELECT 1 FROM purchase_terms WHERE organisation = $1 AND (position > $4 OR "
        "withdrawn > $4)) "
        "OR EXISTS (SELECT 1 FROM index_value WHERE organisation = $1 AND position > $4) "
        "OR EXISTS (SELECT 1 FROM membership WHERE organisation = $1 AND (position > $4 OR "
        "withdrawn > $4)) "
        "OR EXISTS (SELECT 1 FROM certificate WHERE organisation = $1 AND (position > $4 OR "
        "withdrawn > $4)) "
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
