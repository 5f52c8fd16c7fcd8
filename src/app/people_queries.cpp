#include <algorithm>
#include <map>

#include "app/caller_queries.h"
#include "app/free_dni_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/second_factor_queries.h"
#include "app/service.h"
#include "app/use_cases.h"
#include "domain/people/check_begun_day.h"
#include "domain/people/check_validity.h"
#include "domain/people/identity_numbers.h"
#include "kernel/decimal.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool has_role(const View& view, std::string_view login, Role role) {
    auto query = view.db.query(
        "SELECT 1 FROM role_grant WHERE organisation = $1 AND role = $2 AND last IS NULL AND user "
        "= "
        "(SELECT id FROM user_account WHERE login = $3)");
    query.integer(view.organisation.number).integer(static_cast<int>(role));
    return query.text(login).next();
}

std::optional<std::string> ruc_on(const View& view, Date day) {
    auto query = view.db.query(
        "SELECT ruc FROM registration WHERE organisation = $1 AND first <= $2 ORDER BY first DESC "
        "LIMIT 1");
    query.integer(view.organisation.number).integer(day.days);
    if (!query.next()) return std::nullopt;
    return std::string(query.text_at(0));
}

}  // namespace

Result<void> register_organisation(Work& work, const RegisterOrganisation& command) {
    if (!is_time_zone(command.time_zone))
        return refuse(Refusal::not_a_choice, "/time_zone", command.time_zone);
    if (command.ruc && !read_ruc(*command.ruc))
        return refuse(Refusal::ruc_invalid, "/ruc", *command.ruc);
    if (command.registered_on) {
        if (!command.ruc) return refuse(Refusal::field_missing, "/ruc");
        if (auto plausible = check_begun_day(*command.registered_on, work.today, "/registered_on");
            !plausible)
            return plausible;
    }
    auto last = work.db.query("SELECT max(id) FROM organisation");
    const OrganisationId id{(last.next() ? last.integer_at(0) : 0) + 1};
    insert(work.db,
           Organisation{id, command.name, command.kind, command.currency, command.time_zone});
    if (command.ruc)
        insert(work.db, Registration{id, command.registered_on.value_or(work.today), *command.ruc});
    insert(work.db, Grant{work.caller.user, id, Role::administrator, work.now, {}, {}});
    work.made("organisation", id.number);
    return {};
}

Result<void> register_tax_number(Work& work, const RegisterTaxNumber& command) {
    if (!read_ruc(command.ruc)) return refuse(Refusal::ruc_invalid, "/ruc", command.ruc);
    if (auto plausible = check_begun_day(command.first, work.today, "/first"); !plausible)
        return plausible;
    insert(work.db, Registration{work.organisation, command.first, command.ruc});
    return {};
}

namespace {

// Whose figures a producer or a buyer sees. A buyer is an organisation.
Result<std::optional<PartyId>> own_party_of(const View& view, const AddUser& command) {
    if (!command.supplier) {
        if (is_of_one_party(command.role)) return refuse(Refusal::field_missing, "/supplier");
        return std::nullopt;
    }
    const auto found = find_party(view, *command.supplier);
    if (!found) return std::unexpected(found.error());
    if (command.role == Role::buyer && found->kind != PartyKind::organisation)
        return refuse(Refusal::not_a_buyer, "/supplier", *command.supplier);
    return found->party;
}

}  // namespace

Result<void> add_user(Work& work, const AddUser& command) {
    const auto own = own_party_of(work, command);
    if (!own) return std::unexpected(own.error());
    Grant grant{{}, work.organisation, command.role, work.now, {}, *own};
    if (has_role(work, command.login, command.role))
        return refuse(Refusal::already_exists, "/role", command.login);
    auto known = work.db.query("SELECT id FROM user_account WHERE login = $1");
    if (known.text(command.login).next())
        grant.user = {known.integer_at(0)};
    else {
        auto last = work.db.query("SELECT max(id) FROM user_account");
        grant.user = {(last.next() ? last.integer_at(0) : 0) + 1};
        insert(work.db, User{grant.user, command.login, command.name, command.language, {}, true});
    }
    insert(work.db, grant);
    work.made("user", grant.user.number);
    return {};
}

Result<void> end_role(Work& work, const EndRole& command) {
    auto query = work.db.query(
        "UPDATE role_grant SET last = $4 WHERE organisation = $1 AND role = $2 AND last IS NULL "
        "AND user = "
        "(SELECT id FROM user_account WHERE login = $3)");
    query.integer(work.organisation.number)
        .integer(static_cast<int>(command.role))
        .text(command.login);
    query.integer(work.now.milliseconds).run();
    if (work.db.changes() == 0) return refuse(Refusal::not_found, "/login", command.login);
    return {};
}

Result<void> add_product(Work& work, const AddProduct& command) {
    if (command.density.millionths <= 0) return refuse(Refusal::out_of_range, "/density");
    Product product{.organisation = work.organisation,
                    .product = {next_number(work.db, "product", "product", work.organisation)},
                    .code = command.code,
                    .name = command.name,
                    .unit = command.unit,
                    .density = command.density,
                    .attributes = {}};
    if (command.attributes.size() > most_attributes)
        return refuse(Refusal::out_of_range, "/attributes");
    for (std::size_t i = 0; i < command.attributes.size(); ++i) {
        const auto& given = command.attributes[i];
        const auto path = "/attributes/" + std::to_string(i);
        const auto least = parse_decimal(given.least, given.decimals);
        const auto most = parse_decimal(given.most, given.decimals);
        if (!least || *least < INT32_MIN)
            return refuse(Refusal::not_a_decimal, path + "/least", given.least);
        if (!most || *most > INT32_MAX || *most < *least)
            return refuse(Refusal::not_a_decimal, path + "/most", given.most);
        if (find_attribute(product.attributes, given.code))
            return refuse(Refusal::code_taken, path + "/code");
        product.attributes.push_back({static_cast<AttributeNumber>(i + 1), given.code, given.name,
                                      given.unit, given.decimals, static_cast<std::int32_t>(*least),
                                      static_cast<std::int32_t>(*most)});
    }
    insert(work.db, product);
    work.made("product", product.product.number);
    return {};
}

namespace {

Result<PartyId> add_party_row(Work& work, std::string code, PartyKind kind, std::string name) {
    if (auto usable = check_code(code); !usable) return std::unexpected(usable.error());
    auto taken = work.db.query("SELECT 1 FROM party WHERE organisation = $1 AND code = $2");
    if (taken.integer(work.organisation.number).text(code).next())
        return refuse(Refusal::code_taken, "/code", code);
    const PartyId party{next_number(work.db, "party", "party", work.organisation)};
    insert(work.db, Party{work.organisation, party, std::move(code), kind, std::move(name)});
    work.made("party", party.number);
    return party;
}

}  // namespace

Result<void> add_supplier(Work& work, const AddSupplier& command) {
    if (auto plausible = check_begun_day(command.joined, work.today, "/joined"); !plausible)
        return plausible;
    const auto dni = free_dni(work, command.dni);
    if (!dni) return std::unexpected(dni.error());
    std::optional<HouseholdId> household;
    if (command.household) {
        const auto known = find_household(work, *command.household);
        if (!known) return std::unexpected(known.error());
        household = *known;
    }
    const auto party = add_party_row(work, command.code, PartyKind::person, {});
    if (!party) return std::unexpected(party.error());
    insert(work.db, Person{work.organisation, *party, command.given_names, command.family_names,
                           command.sex, *dni, command.phone, household, command.hamlet});
    insert(
        work.db,
        Membership{work.organisation, *party, command.joined, command.kind, {}, work.position()});
    return {};
}

Result<void> add_party(Work& work, const AddParty& command) {
    const auto party = add_party_row(work, command.code, PartyKind::organisation, command.name);
    if (!party) return std::unexpected(party.error());
    return {};
}

Result<void> change_membership(Work& work, const ChangeMembership& command) {
    const auto party = find_party(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    if (auto plausible = check_begun_day(command.first, work.today, "/first"); !plausible)
        return plausible;
    const auto known = memberships(work, party->party);
    if (!known.empty() && known.back().first >= command.first)
        return refuse(Refusal::membership_overlaps, "/first");
    auto query = work.db.query(
        "UPDATE membership SET last = $3 WHERE organisation = $1 AND party = $2 AND withdrawn = 0 "
        "AND (last IS NULL OR last > $3)");
    query.integer(work.organisation.number)
        .integer(party->party.number)
        .integer((command.first - 1).days)
        .run();
    insert(work.db,
           Membership{
               work.organisation, party->party, command.first, command.kind, {}, work.position()});
    outdate_computed(work);
    return {};
}

Result<void> add_certificate(Work& work, const AddCertificate& command) {
    const auto party = find_supplier(work, command.supplier);
    if (!party) return std::unexpected(party.error());
    if (auto sound = check_validity({command.first, command.last}, work.today); !sound)
        return sound;
    insert(work.db, Certificate{work.organisation, party->party, command.kind, command.first,
                                command.last, command.issuer, work.position()});
    outdate_computed(work);
    return {};
}

Result<void> add_index_value(Work& work, const AddIndexValue& command) {
    if (command.value.millionths < 0) return refuse(Refusal::out_of_range, "/value");
    if (auto plausible = check_begun_day(command.day, work.today, "/day"); !plausible)
        return plausible;
    insert(work.db, IndexValue{work.organisation, command.series, command.day, command.revision,
                               command.value, command.source, work.position()});
    outdate_computed(work);
    return {};
}

Result<OrganisationsView> my_organisations(const View& view, const NoInput&) {
    OrganisationsView found;
    auto query = select<Organisation>(
        view.db, "WHERE id IN (SELECT organisation FROM role_grant WHERE user = $1) ORDER BY id");
    query.integer(view.caller.user.number);
    for (const auto& row : all_rows<Organisation>(query)) {
        if (!view.caller.belongs_to(row.id)) continue;
        const View there{view.db, view.caller, row.id, view.now, day_in(row.time_zone, view.now)};
        OrganisationView one{row.id,
                             row.name,
                             row.kind,
                             row.currency,
                             row.time_zone,
                             ruc_on(there, there.today),
                             {},
                             view.caller.must_enrol(row.id)};
        for (const auto& grant : view.caller.grants)
            if (grant.organisation == row.id) one.roles.push_back(grant.role);
        found.organisations.push_back(std::move(one));
    }
    return found;
}

Result<ProductsView> products(const View& view, const OrganisationQuery&) {
    ProductsView found;
    auto query = select<Product>(view.db, "WHERE organisation = $1 ORDER BY product");
    query.integer(view.organisation.number);
    for (auto& row : all_rows<Product>(query))
        found.products.push_back(
            {row.product, row.code, row.name, row.unit, row.density, std::move(row.attributes)});
    return found;
}

Result<SuppliersView> suppliers(const View& view, const SuppliersQuery& query) {
    const auto names = party_names(view);
    std::map<PartyId, std::vector<std::string>> certificates;
    auto valid = view.db.query(
        "SELECT party, kind FROM certificate WHERE organisation = $1 AND first <= $2 AND last >= "
        "$2 AND withdrawn = 0 ORDER BY kind");
    valid.integer(view.organisation.number).integer(view.today.days);
    while (valid.next()) certificates[{valid.integer_at(0)}].emplace_back(valid.text_at(1));
    std::map<PartyId, Membership> latest;
    for (const auto& membership : all_memberships(view))
        latest.insert_or_assign(membership.party, membership);

    const auto own = view.own_party;
    const auto kept = kept_parties(view);
    SuppliersView found;
    for (const auto& [party, membership] : latest) {
        const auto& name = names.of(party);
        if (own && *own != party) continue;
        if (query.search && name.code.find(*query.search) == name.code.npos &&
            name.name.find(*query.search) == name.name.npos)
            continue;
        found.suppliers.push_back({name.code,
                                   name.name,
                                   membership.kind,
                                   name.hamlet,
                                   name.household,
                                   name.household_name,
                                   certificates[party],
                                   {}});
        if (kept.of(party) != party)
            found.suppliers.back().merged_into = names.of(kept.of(party)).code;
    }
    std::ranges::sort(found.suppliers, {}, &SupplierView::code);
    return found;
}

Result<UsersView> users(const View& view, const OrganisationQuery&) {
    UsersView found;
    auto query = select<User>(view.db,
                              "WHERE id IN (SELECT user FROM role_grant WHERE organisation = $1 "
                              "AND last IS NULL) ORDER BY login");
    query.integer(view.organisation.number);
    for (const auto& row : all_rows<User>(query)) {
        const auto factor = second_factor_state(view.db, row.id);
        UserView one{
            row.login, row.name, {}, row.password.has_value(), factor != FactorState::not_enrolled,
            row.active};
        for (const auto& grant : load_caller(view.db, row.id, view.now, factor).grants)
            if (grant.organisation == view.organisation) one.roles.push_back(grant.role);
        found.users.push_back(std::move(one));
    }
    return found;
}

}  // namespace ayni
