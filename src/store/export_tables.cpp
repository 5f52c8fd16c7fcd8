#include "store/export_tables.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/described_json.h"
#include "kernel/packed.h"
#include "kernel/sha256.h"
#include "store/organisation_tables.h"

namespace ayni {
namespace {

// A row of any described struct, made and read without knowing its type.
template <class T>
std::string rows_of(Connection& db, OrganisationId organisation, std::string_view where) {
    std::string lines;
    const auto& table = table_of<T>();
    auto query = db.query(
        rows::selection(table, fmt::format("WHERE {} ORDER BY {}", where, table.key)));
    query.integer(organisation.number);
    while (query.next()) {
        T row = row_of<T>(query);
        if constexpr (std::is_same_v<T, User>) row.password.reset();  // a secret
        append_json(lines, shape_of<T>(), &row);
        lines += '\n';
    }
    return lines;
}

// What is exported so far.
struct Exported {
    Connection& db;
    OrganisationId organisation;
    Steps steps;
    std::vector<ExportedFile> files = {};
    Json description = Json::object();
};

template <class T>
void add(Exported& to, std::string_view where = "organisation = $1") {
    const auto& table = table_of<T>();
    to.files.push_back(
        {std::string(table.name) + ".jsonl", rows_of<T>(to.db, to.organisation, where)});
    Json columns = Json::object();
    for (const auto& field : table.description->fields)
        columns.with(std::string(field.name), Json::of_text(std::string(field.shape->name)));
    to.description.with(std::string(table.name),
                        Json::object()
                            .with("key", Json::of_text(std::string(table.key)))
                            .with("sha256", Json::of_text(hex(sha256(to.files.back().bytes))))
                            .with("columns", std::move(columns)));
    to.steps.add();
}

// The record of the installation by which it was made, as it stands in that log.
std::string founding_of(Connection& db, OrganisationId organisation) {
    std::string lines;
    auto query = select<LogRecord>(db, "WHERE organisation = 0 ORDER BY position");
    while (query.next()) {
        const auto record = row_of<LogRecord>(query);
        const auto body = unpack<LogBody>(record.body.value);
        if (!body || body->command != "register_organisation") continue;
        if (std::ranges::find(body->made, Made{"organisation", organisation.number}) ==
            body->made.end())
            continue;
        append_json(lines, shape_of<LogRecord>(), &record);
        lines += '\n';
    }
    return lines;
}

// Whoever had a role in it, or made it: an administrator of the installation.
constexpr std::string_view its_users =
    "id IN (SELECT user FROM role_grant WHERE organisation = $1 OR organisation = 0)";

template <class... T>
struct Rows {
    static std::vector<ExportedFile> exported(Connection& db, OrganisationId organisation,
                                              const Progressed& progressed) {
        constexpr std::int64_t all = sizeof...(T) + 5;  // as they are added below
        Exported to{db, organisation, Steps(progressed, all)};
        add<Organisation>(to, "id = $1");
        add<User>(to, its_users);
        add<Grant>(to);
        (add<T>(to), ...);
        add<LogRecord>(to);
        add<PersonalValue>(to);
        to.files.push_back({"founding.jsonl", founding_of(db, organisation)});
        to.description.with(
            "founding",
            Json::object().with("sha256", Json::of_text(hex(sha256(to.files.back().bytes)))));
        to.files.push_back({"description.json", print_json(to.description) + "\n"});
        return std::move(to.files);
    }
    static std::vector<const Table*> tables() { return {&table_of<T>()...}; }
};

}  // namespace

std::vector<const Table*> tables_of_state() {
    auto tables = OfOrganisation<Rows>::tables();
    tables.push_back(&table_of<Organisation>());
    return tables;
}

Result<std::vector<ExportedFile>> exported_tables(Connection& db, OrganisationId organisation,
                                                  const Progressed& progressed) {
    const Transaction snapshot(db, Transaction::Kind::reading);
    auto known = db.query("SELECT 1 FROM organisation WHERE id = $1");
    if (!known.integer(organisation.number).next())
        return refuse(Refusal::not_found, "/organisation", std::to_string(organisation.number));
    return OfOrganisation<Rows>::exported(db, organisation, progressed);
}

}  // namespace ayni
