#include "app/lookup_queries.h"

#include <charconv>

#include <fmt/format.h>

#include "app/merge_queries.h"
#include "kernel/check.h"
#include "kernel/json.h"
#include "kernel/text.h"
#include "store/tables.h"

namespace ayni {

std::optional<std::string> if_any(const std::string& text) {
    if (text.empty()) return std::nullopt;
    return text;
}

std::int64_t next_number(Connection& db, std::string_view table, std::string_view column,
                         OrganisationId organisation) {
    auto query = db.query(
        fmt::format("SELECT max({}) FROM {} WHERE organisation = $1", column, table));
    query.integer(organisation.number);
    return (query.next() ? query.integer_at(0) : 0) + 1;
}

Result<Product> find_product(const View& view, std::string_view code, std::string where) {
    auto query = select<Product>(view.db, "WHERE organisation = $1 AND code = $2");
    query.integer(view.organisation.number).text(code);
    if (auto product = first_row<Product>(query)) return *std::move(product);
    return refuse(Refusal::unknown_product, std::move(where), std::string(code));
}

Product product_numbered(const View& view, ProductId product) {
    auto query = select<Product>(view.db, "WHERE organisation = $1 AND product = $2");
    query.integer(view.organisation.number).integer(product.number);
    auto found = first_row<Product>(query);
    CHECK(found.has_value());
    return *std::move(found);
}

Result<Party> find_party(const View& view, std::string_view code, std::string where) {
    auto party = find_party_itself(view, code, std::move(where));
    if (!party) return party;
    const auto kept = kept_parties(view).of(party->party);
    if (kept == party->party) return party;
    auto query = select<Party>(view.db, "WHERE organisation = $1 AND party = $2");
    query.integer(view.organisation.number).integer(kept.number);
    auto found = first_row<Party>(query);
    CHECK(found.has_value());
    return *std::move(found);
}

Result<Party> find_buyer(const View& view, std::string_view code) {
    auto party = find_party(view, code, "/buyer");
    if (party && party->kind != PartyKind::organisation)
        return refuse(Refusal::not_a_buyer, "/buyer", std::string(code));
    return party;
}

Result<PartyId> asked_buyer(const View& view, const std::optional<std::string>& code) {
    if (!code) return view.own_party.value_or(PartyId{});
    const auto found = find_buyer(view, *code);
    if (!found) return std::unexpected(found.error());
    return found->party;
}

Result<Party> find_supplier(const View& view, std::string_view code) {
    auto party = find_party(view, code);
    if (party && memberships(view, party->party).empty())
        return refuse(Refusal::unknown_supplier, "/supplier", std::string(code));
    return party;
}

Result<HouseholdId> find_household(const View& view, std::string_view code) {
    auto query = view.db.query(
        "SELECT household FROM household WHERE organisation = $1 AND code = $2");
    query.integer(view.organisation.number).text(code);
    if (query.next()) return HouseholdId{query.integer_at(0)};
    return refuse(Refusal::not_found, "/household", std::string(code));
}

Result<void> check_code(const std::string& code) {
    if (trimmed(code) != code || code.find_first_not_of('.') == code.npos)
        return refuse(Refusal::code_not_usable, "/code", code);
    return {};
}

Result<PartyId> find_party_if(const View& view, const std::optional<std::string>& code,
                              std::string where) {
    if (!code) return PartyId{};
    const auto found = find_party(view, *code, std::move(where));
    if (!found) return std::unexpected(found.error());
    return found->party;
}

std::string login_of(const View& view, UserId user) {
    auto query = view.db.query("SELECT login FROM user_account WHERE id = $1");
    return std::string(query.integer(user.number).next() ? query.text_at(0) : "");
}

Organisation own_organisation(const View& view) {
    auto query = select<Organisation>(view.db, "WHERE id = $1");
    query.integer(view.organisation.number);
    auto found = first_row<Organisation>(query);
    CHECK(found.has_value());
    return *std::move(found);
}

const PartyNames::Names& PartyNames::of(PartyId party) const {
    static const Names nobody;
    const auto found = by_party.find(party);
    return found == by_party.end() ? nobody : found->second;
}

std::optional<std::string> PartyNames::code(PartyId party) const {
    if (party.is_none()) return std::nullopt;
    return of(party).code;
}

PartyNames party_names(const View& view) {
    PartyNames names;
    auto query = view.db.query(
        "SELECT p.party, p.code, p.name, q.given_names, q.family_names, q.hamlet, h.code, h.name "
        "FROM party p "
        "LEFT JOIN person q ON q.organisation = p.organisation AND q.party = p.party "
        "LEFT JOIN household h ON h.organisation = q.organisation AND h.household = q.household "
        "WHERE p.organisation = $1");
    query.integer(view.organisation.number);
    while (query.next()) {
        auto& one = names.by_party[{query.integer_at(0)}];
        one.code = query.text_at(1);
        one.name = query.is_null(3) ? std::string(query.text_at(2))
                                    : fmt::format("{} {}", query.text_at(3), query.text_at(4));
        if (!query.is_null(5)) one.hamlet = query.text_at(5);
        if (query.is_null(6)) continue;
        one.household = query.text_at(6);
        one.household_name = query.text_at(7);
    }
    return names;
}

Refused named_by_code(const View& view, Refused refused) {
    constexpr std::string_view place = "/producers/";
    const auto names = party_names(view);
    for (auto& problem : refused.problems) {
        if (!problem.where.starts_with(place)) continue;
        PartyId party;
        const auto* first = problem.where.data() + place.size();
        const auto* last = problem.where.data() + problem.where.size();
        if (std::from_chars(first, last, party.number).ptr != last) continue;
        problem.where = std::string(place) + pointer_step(names.of(party).code);
    }
    return refused;
}

std::vector<Membership> memberships(const View& view, PartyId party) {
    auto query = select<Membership>(
        view.db, "WHERE organisation = $1 AND party = $2 AND withdrawn = 0 ORDER BY first");
    query.integer(view.organisation.number).integer(party.number);
    return all_rows<Membership>(query);
}

std::vector<Membership> all_memberships(const View& view, std::int64_t position) {
    auto query = select<Membership>(view.db, "WHERE organisation = $1 ORDER BY party, first");
    query.integer(view.organisation.number);
    std::vector<Membership> known;
    while (query.next()) {
        auto row = row_of<Membership>(query);
        if (!counts_before(row, position)) continue;
        // One ends with the next that counts, whatever ended it later.
        if (!known.empty() && known.back().party == row.party) known.back().last = row.first - 1;
        row.last.reset();
        known.push_back(row);
    }
    return known;
}

const Membership* membership_on(const std::vector<Membership>& of_party, Date day) {
    for (const auto& membership : of_party)
        if (membership.first <= day && (!membership.last || day <= *membership.last))
            return &membership;
    return nullptr;
}

Source add_source(Connection& db, OrganisationId organisation, SourceKind kind, std::string name) {
    Source made{organisation,
                {next_number(db, "source", "source", organisation)},
                kind,
                std::move(name),
                0};
    insert(db, made);
    return made;
}

Source desk_source(Work& work) {
    constexpr auto kind = SourceKind::desk;
    auto query = select<Source>(work.db,
                                "WHERE organisation = $1 AND kind = $2 ORDER BY source LIMIT 1");
    query.integer(work.organisation.number).integer(static_cast<std::int64_t>(kind));
    if (auto found = first_row<Source>(query)) return *std::move(found);
    return add_source(work.db, work.organisation, kind, std::string(name_of(kind)));
}

void count_source(Work& work, SourceId source, std::int64_t last) {
    work.db
        .query("UPDATE source SET last = $3 WHERE organisation = $1 AND source = $2 AND last < $3")
        .integer(work.organisation.number)
        .integer(source.number)
        .integer(last)
        .run();
}

}  // namespace ayni
