#include "app/verify_records_queries.h"

#include <algorithm>
#include <array>

#include "domain/alliance/agreement.h"
#include "kernel/check.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Members that are a code in a command and a number in the row, or that later commands change.
constexpr std::array<std::string_view, 7> told_otherwise{
    "organisation", "product", "household", "buyer", "creditor", "attributes", "last"};

std::int64_t made_number(const LogBody& body, std::string_view kind) {
    for (const auto& made : body.made)
        if (made.kind == kind) return made.number;
    return 0;
}

std::int64_t settlement_of(const Json& payload) {
    const auto* number = payload.find("settlement");
    const auto read = number ? from_json_text<std::int64_t>(number->text) : std::int64_t{0};
    return read.value_or(0);
}

}  // namespace

RecordChecker::RecordChecker(Connection& db, OrganisationId organisation, Founders& founders,
                             Find find)
    : db_(db), organisation_(organisation), founders_(founders), find_(std::move(find)) {}

// A document is kept as text where the command has an object; personal values are salted there.
bool RecordChecker::says(std::int64_t position, const Json::Member& of_row,
                         const Json& payload) const {
    const auto& [name, value] = of_row;
    if (std::ranges::find(told_otherwise, name) != told_otherwise.end()) return true;
    const auto* told = payload.find(name);
    if (!told || told->is == Json::Is::null || *told == value) return true;
    const auto* digest = told->find("sha256");
    if (!digest) return value.is == Json::Is::text && print_json(*told) == value.text;
    auto query = select<PersonalValue>(db_,
                                       "WHERE organisation = $1 AND position = $2 AND path = $3");
    const auto path = "/" + name;
    query.integer(organisation_.number).integer(position).text(path);
    const auto personal = first_row<PersonalValue>(query);
    return personal && concealed(personal->salt, value.text) == digest->text;
}

template <class Row>
void RecordChecker::check_row(std::int64_t position, const Json& payload, std::string_view where,
                              std::int64_t key) {
    auto query = select<Row>(db_, where);
    query.integer(organisation_.number).integer(key);
    const auto row = first_row<Row>(query);
    const std::string name(table_of<Row>().name);
    if (!row) return find_(name, std::to_string(position));
    const auto json = parse_json(to_json_text(*row));
    CHECK(json.has_value());
    for (const auto& member : json->members)
        if (!says(position, member, payload)) find_(name, std::to_string(key) + "/" + member.first);
}

void RecordChecker::check(std::int64_t position, const LogBody& body) {
    const std::string_view command = body.command;
    // The cans themselves are compared by their digest.
    if (command.starts_with("record_delivery") || command == "record_analysis") return;
    if (!body.effects_digest.value.empty())
        effects_.emplace_back(position, body.effects_digest.value);
    const auto payload = parse_json(body.payload);
    if (!payload) return find_("record", std::to_string(position));
    constexpr std::string_view by_number = "WHERE organisation = $1 AND number = $2";
    constexpr std::string_view by_position = "WHERE organisation = $1 AND position = $2";
    if (command == "add_obligation")
        check_row<Obligation>(position, *payload, by_number, made_number(body, "obligation"));
    else if (command == "set_purchase_terms")
        check_row<PurchaseTerms>(position, *payload, by_number, made_number(body, "terms"));
    else if (command == "sign_agreement")
        check_row<Agreement>(position, *payload, by_number, made_number(body, "agreement"));
    else if (command == "add_product")
        check_row<Product>(position, *payload, "WHERE organisation = $1 AND product = $2",
                           made_number(body, "product"));
    else if (command == "change_membership")
        check_row<Membership>(position, *payload, by_position, position);
    else if (command == "add_certificate")
        check_row<Certificate>(position, *payload, by_position, position);
    else if (command == "add_index_value")
        check_row<IndexValue>(position, *payload, by_position, position);
    else if (command.ends_with("_settlement"))
        check_settlement(position, body, *payload);
    else
        check_people(position, body, *payload);
}

void RecordChecker::check_people(std::int64_t position, const LogBody& body, const Json& payload) {
    constexpr std::string_view by_party = "WHERE organisation = $1 AND party = $2";
    if (body.command == "register_organisation") {
        founders_[{made_number(body, "organisation")}] = body.actor;
    } else if (body.command == "add_supplier") {
        check_row<Person>(position, payload, by_party, made_number(body, "party"));
        check_row<Membership>(position, payload, "WHERE organisation = $1 AND position = $2",
                              position);
    } else if (body.command == "add_household") {
        check_row<Household>(position, payload, "WHERE organisation = $1 AND household = $2",
                             made_number(body, "household"));
    } else if (body.command == "add_user") {
        const auto role = from_json_text<Role>(print_json(*payload.find("role")));
        if (role) given_.emplace(made_number(body, "user"), *role);
    } else if (body.command == "end_role") {
        const auto role = from_json_text<Role>(print_json(*payload.find("role")));
        auto query = db_.query("SELECT id FROM user_account WHERE login = $1");
        query.text(payload.find("login")->text);
        if (role && query.next()) ended_.emplace(query.integer_at(0), *role);
    }
}

void RecordChecker::check_settlement(std::int64_t position, const LogBody& body,
                                     const Json& payload) {
    if (body.command == "compute_settlement") {
        settlements_[made_number(body, "settlement")] = {SettlementState::computed, position,
                                                         body.actor, std::nullopt};
        return;
    }
    auto& known = settlements_[settlement_of(payload)];
    if (body.command == "approve_settlement") {
        known.state = SettlementState::approved;
        known.approved_by = body.actor;
    } else if (body.command == "reject_settlement") {
        known.state = SettlementState::computed;
        known.approved_by.reset();
    } else if (body.command == "post_settlement") {
        known.state = SettlementState::posted;
    } else {
        known.state = SettlementState::withdrawn;
    }
}

const std::string* RecordChecker::effects_at(std::int64_t position) const {
    const auto found = std::ranges::lower_bound(effects_, position, {},
                                                &std::pair<std::int64_t, std::string>::first);
    return found != effects_.end() && found->first == position ? &found->second : nullptr;
}

void RecordChecker::finish() {
    if (!organisation_.is_none()) check_roles();
}

void RecordChecker::check_roles() {
    if (const auto founder = founders_.find(organisation_); founder != founders_.end())
        given_.emplace(founder->second.number, Role::administrator);
    auto query = select<Grant>(db_, "WHERE organisation = $1");
    query.integer(organisation_.number);
    for (const auto& grant : all_rows<Grant>(query)) {
        const Given role{grant.user.number, grant.role};
        const auto take = [&](std::multiset<Given>& from) {
            const auto found = from.find(role);
            if (found == from.end()) return false;
            from.erase(found);
            return true;
        };
        if (!take(given_) || (grant.last && !take(ended_)))
            find_("role_grant", std::to_string(grant.user.number));
    }
    for (const auto& [user, role] : given_) find_("role_grant", std::to_string(user));
    for (const auto& [user, role] : ended_) find_("role_grant", std::to_string(user));
}

}  // namespace ayni
