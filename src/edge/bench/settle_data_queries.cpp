#include <vector>

#include <fmt/format.h>

#include "edge/bench/settle_data.h"
#include "kernel/described_json.h"
#include "store/log.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::int64_t organisation_size = 190, route_size = 25, slots = 30;

std::int64_t usual_organisations(std::int64_t producers) {
    return (producers + organisation_size - 1) / organisation_size;
}

// The generator of bench/settlement/gen.cpp: the same numbers, so the same checksums.
class Random {
public:
    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    std::int64_t below(std::uint64_t n) {
        return static_cast<std::int64_t>(((next() >> 32) * n) >> 32);
    }

private:
    std::uint64_t state_ = 88172645463325252ULL;
};

constexpr AttributeNumber fat = 1, solids = 2, hygiene = 3;

PriceTerms price_terms() {
    const auto per_point = [](std::string attribute, std::string standard, std::int64_t rate) {
        Term term;
        term.kind = TermKind::per_point;
        term.attribute = std::move(attribute);
        term.standard = std::move(standard);
        term.point = "0.01";
        term.rate = Price{rate};
        return term;
    };
    const auto band = [](std::optional<std::string> from, std::optional<std::string> to,
                         std::int64_t rate) {
        return Band{std::move(from), std::move(to), Price{rate}};
    };
    Term base;
    base.price = Price{1'450'000};
    Term clean;
    clean.kind = TermKind::band;
    clean.attribute = "hygiene";
    clean.bands = std::vector{band({}, "1", 60'000), band("1", "2", 20'000), band("2", "3", 0),
                              band("3", {}, -100'000)};
    Term volume;
    volume.kind = TermKind::band;
    volume.volume = VolumeOf::producer;
    volume.bands = std::vector{band({}, "300", 0), band("300", "1000", 15'000),
                               band("1000", {}, 30'000)};
    return {
        Currency::known("PEN"),
        Rounding::half_even,
        RoundingPoint::delivery,
        {base, per_point("fat", "3.40", 1'800), per_point("solids", "12.00", 900), clean, volume}};
}

WaterfallTerms waterfall_terms() {
    const auto rule = [](std::string code, DeductionKind kind, std::int32_t rank) {
        DeductionRule made;
        made.code = made.name = std::move(code);
        made.kind = kind;
        made.rank = rank;
        return made;
    };
    auto contribution = rule("contribution", DeductionKind::retention, 1);
    contribution.basis = DeductionBasis::of_gross;
    contribution.rate = Rate{10'000};
    auto transport = rule("transport", DeductionKind::own_service, 2);
    transport.basis = DeductionBasis::per_unit;
    transport.price = Price{30'000};
    for (auto* own : {&contribution, &transport}) own->under_cap = own->above_floor = false;
    return {Rounding::half_even,
            Rate{400'000},
            {},
            {contribution, transport, rule("input", DeductionKind::input, 3),
             rule("loan", DeductionKind::loan, 4)}};
}

struct Producer {
    std::int64_t base = 0, input = 0, loan = 0;
};

class Maker {
public:
    Maker(Service& service, std::int64_t wanted, std::int64_t organisations,
          const std::function<void(std::int64_t, std::int64_t)>& progress)
        : service_(service), progress_(progress) {
        data_.producers = std::max<std::int64_t>(1, wanted / slots);
        data_.organisations = organisations > 0 ? std::min(organisations, data_.producers)
                                                : usual_organisations(data_.producers);
        data_.deliveries = data_.producers * slots;
    }
    SettleData make() {
        users();
        draw_producers();
        place_producers();
        for (std::int64_t number = 1; number <= data_.organisations; ++number)
            service_.write([&](Connection& db) { return organisation(db, {number}); });
        milk();
        return data_;
    }

private:
    Service& service_;
    const std::function<void(std::int64_t, std::int64_t)>& progress_;
    SettleData data_;
    Random random_;
    std::vector<Producer> producers_;
    std::vector<std::int64_t> organisations_;  // by producer
    std::vector<std::int64_t> sequences_;

    void place_producers() {
        for (std::int64_t number = 1; number <= data_.organisations; ++number)
            organisations_.resize(static_cast<std::size_t>(data_.first_producer_of({number + 1})),
                                  number);
    }
    [[nodiscard]] OrganisationId organisation_of(std::int64_t producer) const {
        return {organisations_[static_cast<std::size_t>(producer)]};
    }
    [[nodiscard]] PartyId party_of(std::int64_t producer) const {
        return {producer - data_.first_producer_of(organisation_of(producer)) + 1};
    }

    void users() {
        service_.write([&](Connection& db) {
            data_.computes = {1};
            data_.approves = {2};
            insert(db, User{data_.computes, "computes", "computes", Language::en, {}, true});
            insert(db, User{data_.approves, "approves", "approves", Language::en, {}, true});
            say_what_made_it(db, installation);
            return true;
        });
    }
    // A command that nobody knows: `verify` asks for no record of each row.
    static void say_what_made_it(Connection& db, OrganisationId id) {
        auto head = log_head(db, id);
        append_record(db, id, "bench-data",
                      {.at = {},
                       .actor = {},
                       .command = "bench_data",
                       .payload = "{}",
                       .made = {},
                       .effects_digest = {}},
                      head);
    }
    // With its record, so that `verify` finds nothing to say.
    static void give_role(Connection& db, OrganisationId id, UserId user, Role role) {
        insert(db, Grant{user, id, role, {}, {}, {}});
        auto head = log_head(db, id);
        append_record(db, id, fmt::format("bench-user-{}", user.number),
                      {.at = {},
                       .actor = user,
                       .command = "add_user",
                       .payload = fmt::format(R"({{"role":"{}"}})", name_of(role)),
                       .made = {{"user", user.number}},
                       .effects_digest = {}},
                      head);
    }
    void draw_producers() {
        for (std::int64_t i = 0; i < data_.producers; ++i) {
            Producer made;
            made.base = 3000 + random_.below(20'000);
            if (random_.below(20) == 0) made.base += random_.below(60'000);
            if (random_.below(100) < 45) made.input = 500 + random_.below(20'000);
            if (random_.below(100) < 20) made.loan = 1000 + random_.below(30'000);
            producers_.push_back(made);
        }
    }
    bool organisation(Connection& db, OrganisationId id) {
        const auto pen = Currency::known("PEN");
        insert(db, Organisation{id, fmt::format("PO {}", id.number),
                                OrganisationKind::producer_organisation, pen, "UTC"});
        say_what_made_it(db, id);
        give_role(db, id, data_.computes, Role::manager);
        give_role(db, id, data_.approves, Role::approver);
        insert(db, Product{id,
                           {1},
                           std::string(bench_product),
                           "Raw milk",
                           "kg",
                           Rate{1'000'000},
                           {{fat, "fat", "Fat", "%", 2, 0, 2000},
                            {solids, "solids", "Solids", "%", 2, 0, 3000},
                            {hygiene, "hygiene", "Hygiene", "class", 0, 0, 3}}});
        insert(db, PurchaseTerms{id,
                                 {1},
                                 {1},
                                 MembershipKind::supplier,
                                 date_of({2026, 1, 1}),
                                 to_json_text(price_terms()),
                                 to_json_text(waterfall_terms()),
                                 0});
        insert(db, Source{id, {1}, SourceKind::device, "bench", 0});
        std::int64_t obligation = 0;
        const auto end = data_.first_producer_of({id.number + 1});
        for (auto i = data_.first_producer_of(id); i < end; ++i) {
            const auto party = party_of(i);
            insert(db, Party{id, party, fmt::format("P{}", i + 1), PartyKind::person, ""});
            insert(db, Membership{id, party, date_of({2026, 1, 1}), MembershipKind::supplier, {}});
            const auto& made = producers_[static_cast<std::size_t>(i)];
            const auto owe = [&](DeductionKind kind, std::int64_t minor) {
                const Money amount{minor, pen};
                if (minor > 0)
                    insert(db, Obligation{id,
                                          {++obligation},
                                          party,
                                          kind,
                                          {},
                                          amount,
                                          amount,
                                          date_of({2026, 1, 1}),
                                          "bench",
                                          0,
                                          0,
                                          0});
            };
            owe(DeductionKind::input, made.input);
            owe(DeductionKind::loan, made.loan);
        }
        return true;
    }
    void milk() {
        const auto routes_count = (data_.producers + route_size - 1) / route_size;
        std::vector<std::int64_t> routes;
        for (std::int64_t i = 0; i < routes_count; ++i) routes.push_back(i);
        sequences_.assign(static_cast<std::size_t>(data_.organisations) + 1, 0);
        for (int slot = 0; slot < slots; ++slot) {
            for (auto i = routes_count - 1; i > 0; --i)
                std::swap(routes[static_cast<std::size_t>(i)],
                          routes[static_cast<std::size_t>(
                              random_.below(static_cast<std::uint64_t>(i) + 1))]);
            service_.write([&](Connection& db) {
                for (auto route : routes) collect(db, route, slot);
                return true;
            });
            progress_(slot + 1, slots);
        }
        service_.write([&](Connection& db) {
            for (std::int64_t number = 1; number <= data_.organisations; ++number)
                db.query("UPDATE source SET last = $2 WHERE organisation = $1")
                    .integer(number)
                    .integer(sequences_[static_cast<std::size_t>(number)])
                    .run();
            return true;
        });
    }
    void collect(Connection& db, std::int64_t route, int slot) {
        for (auto i = route * route_size; i < std::min((route + 1) * route_size, data_.producers);
             ++i) {
            random_.below(7200);  // the second within the slot, which our record does not keep
            Delivery made{};
            made.organisation = organisation_of(i);
            made.day = bench_period().first + slot / 2;
            made.source = {1};
            made.sequence = ++sequences_[static_cast<std::size_t>(made.organisation.number)];
            made.producer = party_of(i);
            made.product = {1};
            made.shift = slot % 2 == 0 ? Shift::morning : Shift::evening;
            const auto base = producers_[static_cast<std::size_t>(i)].base;
            made.quantity = {base * (70 + random_.below(60)) / 100 / 10 * 10};
            made.readings.set({fat, static_cast<std::int32_t>(310 + random_.below(130))});
            made.readings.set({solids, static_cast<std::int32_t>(1130 + random_.below(160))});
            const auto h = random_.below(100);
            made.readings.set({hygiene, h < 50 ? 0 : h < 80 ? 1 : h < 95 ? 2 : 3});
            made.outcome = random_.below(1000) < 985 ? Outcome::accepted : Outcome::rejected;
            insert(db, made);
        }
    }
};

}  // namespace

std::int64_t SettleData::first_producer_of(OrganisationId organisation) const noexcept {
    const auto before = organisation.number - 1;
    if (organisations == usual_organisations(producers))
        return std::min(before * organisation_size, producers);
    return before * producers / organisations;
}

Period bench_period() { return {date_of({2026, 10, 20}), date_of({2026, 11, 3})}; }

SettleData make_settle_data(Service& service, std::int64_t wanted, std::int64_t organisations,
                            const std::function<void(std::int64_t, std::int64_t)>& progress) {
    return Maker(service, wanted, organisations, progress).make();
}

SettleData find_settle_data(Service& service) {
    auto read = service.reader();
    SettleData data;
    const auto count = [&](const char* sql) {
        auto query = read.db().query(sql);
        return query.next() ? query.integer_at(0) : 0;
    };
    data.organisations = count("SELECT count(*) FROM organisation");
    data.producers = count("SELECT count(*) FROM party");
    data.deliveries = data.producers * slots;
    data.computes = {1};
    data.approves = {2};
    return data;
}

}  // namespace ayni
