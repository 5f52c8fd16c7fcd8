#include <algorithm>
#include <set>

#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/newest_milk_queries.h"
#include "app/readings.h"
#include "app/undone_queries.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

// A telephone counts its records one by one; what is beyond is a slip, and all before it missing.
constexpr std::int64_t largest_sequence = 10'000'000;

struct Recorded {
    SourceId source;
    std::int64_t sequence = 0;
};

// A device's number may come once; the desk and the files count for themselves.
Result<Recorded> identity_of(Work& work, const RecordDelivery& command) {
    if (!command.source) {
        const auto desk = desk_source(work);
        return Recorded{desk.source, desk.last + 1};
    }
    auto query = select<Source>(work.db, "WHERE organisation = $1 AND source = $2");
    query.integer(work.organisation.number).integer(command.source->number);
    const auto source = first_row<Source>(query);
    if (!source || source->kind != SourceKind::device) return refuse(Refusal::not_found, "/source");
    if (!command.sequence || *command.sequence < 1)
        return refuse(Refusal::field_missing, "/sequence");
    if (*command.sequence > largest_sequence)
        return refuse(Refusal::out_of_range, "/sequence", std::to_string(*command.sequence));
    return Recorded{*command.source, *command.sequence};
}

void keep_note(Work& work, const Delivery& delivery, const std::optional<std::string>& text) {
    if (text)
        insert(work.db, DeliveryNote{work.organisation, delivery.source, delivery.sequence, *text});
}

std::optional<std::string> note_of(const View& view, const Delivery& delivery) {
    auto query = view.db.query(
        "SELECT text FROM delivery_note WHERE organisation = $1 AND source = $2 AND sequence = $3");
    query.integer(view.organisation.number);
    query.integer(delivery.source.number).integer(delivery.sequence);
    if (!query.next()) return std::nullopt;
    return std::string(query.text_at(0));
}

std::optional<Delivery> record_of(Work& work, SourceId source, std::int64_t sequence) {
    auto query = select<Delivery>(work.db,
                                  "WHERE organisation = $1 AND source = $2 AND sequence = $3");
    query.integer(work.organisation.number).integer(source.number).integer(sequence);
    return first_row<Delivery>(query);
}

std::optional<Delivery> find_delivery(const View& view, Date day, SourceId source,
                                      std::int64_t sequence) {
    auto query = select<Delivery>(
        view.db, "WHERE organisation = $1 AND day = $2 AND source = $3 AND sequence = $4");
    query.integer(view.organisation.number)
        .integer(day.days)
        .integer(source.number)
        .integer(sequence);
    return first_row<Delivery>(query);
}

// The record that is to be corrected: it must exist, and not be corrected or undone already.
Result<Delivery> correctable(Work& work, Date day, SourceId source, std::int64_t sequence) {
    const auto known = find_delivery(work, day, source, sequence);
    const auto replaced = ReplacedDeliveries::of(work, {day, day});
    if (!known || !replaced.is_recorded(*known)) return refuse(Refusal::not_found, "/sequence");
    if (!replaced.counts(*known)) return refuse(Refusal::already_corrected, "/sequence");
    return *known;
}

}  // namespace

Result<void> record_delivery(Work& work, const RecordDelivery& command) {
    if (auto sound = check_delivery(command.day, command.quantity, work.today); !sound)
        return sound;
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    if (command.outcome == Outcome::rejected && !command.reason)
        return refuse(Refusal::reason_missing, "/reason");
    const auto readings = readings_from(
        product->attributes, command.readings.value_or(std::vector<NamedReading>{}), "/readings");
    if (!readings) return std::unexpected(readings.error());
    const auto identity = identity_of(work, command);
    if (!identity) return std::unexpected(identity.error());
    const Delivery delivery{work.organisation,  command.day,      identity->source,
                            identity->sequence, party->party,     product->product,
                            command.shift,      command.quantity, command.outcome,
                            *readings,          work.position()};
    work.made("source", delivery.source.number);
    work.made("delivery", delivery.sequence);
    // The desk counts for itself: it has no record of the next number.
    if (auto known = command.source ? record_of(work, delivery.source, delivery.sequence)
                                    : std::nullopt) {
        // A device sends for ever; the same record again is known, another one under its number is
        // not.
        known->position = delivery.position;
        if (*known == delivery && note_of(work, delivery) == command.reason) return {};
        return refuse(Refusal::same_identity_other_content, "/sequence");
    }
    insert(work.db, delivery);
    keep_note(work, delivery, command.reason);
    count_source(work, delivery.source, delivery.sequence);
    mark_changed_days(work, delivery.product, {delivery.day, delivery.day});
    work.effect(pack(delivery));
    return {};
}

Result<void> record_analysis(Work& work, const RecordAnalysis& command) {
    if (auto sound = check_day(command.day, work.today); !sound) return sound;
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto readings = readings_from(product->attributes, command.readings, "/readings");
    if (!readings) return std::unexpected(readings.error());
    if (readings->empty()) return refuse(Refusal::field_missing, "/readings");
    const auto desk = desk_source(work);
    const Analysis analysis{work.organisation, party->party,  command.day,
                            desk.source,       desk.last + 1, product->product,
                            command.shift,     *readings,     work.position()};
    insert(work.db, analysis);
    count_source(work, desk.source, analysis.sequence);
    mark_changed_days(work, product->product, reach_of_analyses({command.day, command.day}));
    work.effect(pack(analysis));
    work.made("analysis", analysis.sequence);
    return {};
}

Result<void> correct_delivery(Work& work, const CorrectDelivery& command) {
    const auto wrong = correctable(work, command.day, command.source, command.sequence);
    if (!wrong) return std::unexpected(wrong.error());
    if (auto sound = check_delivery(command.right_day, command.quantity, work.today); !sound)
        return sound;
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    const auto product = product_numbered(work, wrong->product);
    auto readings = Result<Readings>(wrong->readings);
    if (command.readings)
        readings = readings_from(product.attributes, *command.readings, "/readings");
    if (!readings) return std::unexpected(readings.error());
    const auto desk = desk_source(work);
    const Delivery right{work.organisation, command.right_day, desk.source,    desk.last + 1,
                         party->party,      wrong->product,    command.shift,  command.quantity,
                         command.outcome,   *readings,         work.position()};
    insert(work.db, right);
    keep_note(work, right, command.reason);
    count_source(work, right.source, right.sequence);
    insert(work.db, Correction{work.organisation, wrong->day, wrong->source, wrong->sequence,
                               right.source, right.sequence, command.reason, work.position()});
    mark_changed_days(work, right.product, {wrong->day, wrong->day});
    if (right.day != wrong->day) mark_changed_days(work, right.product, {right.day, right.day});
    work.effect(pack(right));
    work.made("source", right.source.number);
    work.made("delivery", right.sequence);
    return {};
}

Result<void> withdraw_delivery(Work& work, const WithdrawDelivery& command) {
    const auto wrong = correctable(work, command.day, command.source, command.sequence);
    if (!wrong) return std::unexpected(wrong.error());
    withdraw_record(work, *wrong, command.reason);
    return {};
}

namespace {

constexpr std::int64_t most_deliveries = 5'000;

std::map<std::pair<SourceId, std::int64_t>, std::string> notes_of(
    const View& view, const std::vector<Delivery>& deliveries) {
    std::map<std::pair<SourceId, std::int64_t>, std::string> notes;
    for (const auto& delivery : deliveries)
        if (auto note = note_of(view, delivery))
            notes.emplace(std::pair{delivery.source, delivery.sequence}, *std::move(note));
    return notes;
}

std::vector<Delivery> deliveries_between(const View& view, ProductId product, Period days,
                                         std::optional<PartyId> party) {
    std::vector<Delivery> found;
    auto query = party ? select<Delivery>(
                             view.db,
                             "WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND producer = $4 "
                             "ORDER BY day, source, sequence")
                       : select<Delivery>(view.db,
                                          "WHERE organisation = $1 AND day BETWEEN $2 AND $3 "
                                          "ORDER BY day, source, sequence");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    if (party) query.integer(party->number);
    while (query.next())
        if (auto row = row_of<Delivery>(query); row.product == product) found.push_back(row);
    return found;
}

}  // namespace

Result<DeliveriesView> deliveries(const View& view, const DeliveriesQuery& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const auto party = wanted_party(view, query.supplier);
    if (!party) return std::unexpected(party.error());
    const auto days = asked_days(view, product->product, *party, query.first, query.last);
    const auto replaced = ReplacedDeliveries::of(view, days);
    auto found = deliveries_between(view, product->product, days, *party);
    std::erase_if(found, [&](const Delivery& row) { return !replaced.is_recorded(row); });
    const auto offset = std::clamp<std::int64_t>(query.offset.value_or(0), 0, INT32_MAX);
    const auto limit = std::clamp<std::int64_t>(query.limit.value_or(200), 1, most_deliveries);

    DeliveriesView all;
    all.first = days.first;
    all.last = days.last;
    all.total = std::ssize(found);
    std::vector<Delivery> page;
    for (std::int64_t i = 0; i < std::ssize(found); ++i) {
        const auto& delivery = found[static_cast<std::size_t>(i)];
        if (replaced.counts(delivery))
            (delivery.outcome == Outcome::accepted ? all.accepted
                                                   : all.rejected) += delivery.quantity;
        if (i >= offset && i < offset + limit) page.push_back(delivery);
    }
    const auto names = party_names(view);
    auto notes = notes_of(view, page);
    for (const auto& delivery : page) {
        const auto& name = names.of(delivery.producer);
        const auto noted = notes.find({delivery.source, delivery.sequence});
        all.deliveries.push_back(
            {delivery.day, delivery.source, delivery.sequence, name.code, name.name, delivery.shift,
             delivery.quantity, delivery.outcome,
             noted == notes.end() ? std::nullopt : std::optional(noted->second),
             named(product->attributes, delivery.readings), replaced.is_corrected(delivery),
             replaced.is_undone(delivery)});
    }
    return all;
}

Result<DaysView> days(const View& view, const DaysQuery& query) {
    const auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const auto party = wanted_party(view, query.supplier);
    if (!party) return std::unexpected(party.error());
    const auto wanted = asked_days(view, product->product, *party, query.first, query.last);
    if (wanted.days() < 1 || wanted.days() > 400) return refuse(Refusal::dates_reversed, "/last");
    const auto replaced = ReplacedDeliveries::of(view, wanted);

    DaysView all;
    std::vector<std::set<PartyId>> suppliers(static_cast<std::size_t>(wanted.days()));
    for (Date day = wanted.first; day <= wanted.last; day = day + 1)
        all.days.emplace_back().day = day;
    for (const auto& delivery : deliveries_between(view, product->product, wanted, *party)) {
        if (!replaced.counts(delivery)) continue;
        const auto place = static_cast<std::size_t>(delivery.day - wanted.first);
        auto& day = all.days[place];
        ++day.deliveries;
        suppliers[place].insert(delivery.producer);
        if (delivery.outcome == Outcome::rejected)
            day.rejected += delivery.quantity;
        else
            (delivery.shift == Shift::morning ? day.morning : day.evening) += delivery.quantity;
    }
    for (std::size_t i = 0; i < all.days.size(); ++i)
        all.days[i].suppliers = std::ssize(suppliers[i]);
    return all;
}

}  // namespace ayni
