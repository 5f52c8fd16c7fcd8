#include "store/state_digest.h"

#include <algorithm>

#include <fmt/format.h>

#include "kernel/sha256.h"
#include "store/export_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_state(const Field& field) {
    const auto* shape = field.shape->kind == Kind::optional ? field.shape->element : field.shape;
    return field.name != "position" && shape->name != "Instant";
}

// Columns of a table that are part of the state, with how they are kept.
std::vector<std::pair<std::string, Stored>> state_columns(const Table& table) {
    std::vector<std::pair<std::string, Stored>> columns;
    for (const auto& field : table.description->fields) {
        if (!is_state(field)) continue;
        const auto* shape = field.shape->kind == Kind::optional ? field.shape->element
                                                                : field.shape;
        const bool is_money = shape->stored == Stored::money;
        columns.emplace_back(field.name, is_money ? Stored::integer : shape->stored);
        if (is_money) columns.emplace_back(fmt::format("{}_currency", field.name), Stored::integer);
    }
    return columns;
}

std::string selection_of(const Table& table,
                         const std::vector<std::pair<std::string, Stored>>& columns, bool of_one) {
    std::string names;
    for (const auto& [name, stored] : columns) names += (names.empty() ? "" : ", ") + name;
    const auto owner = table.name == "organisation" ? "id" : "organisation";
    return fmt::format("SELECT {} FROM {} {} ORDER BY {}", names, table.name,
                       of_one ? fmt::format("WHERE {} = $1", owner) : std::string(), table.key);
}

void add_column(Sha256& hash, const Query& query, int column, Stored stored) {
    if (query.is_null(column)) return hash.add("-");
    if (stored == Stored::integer) return hash.add(fmt::format("{};", query.integer_at(column)));
    const auto text = query.text_at(column);
    hash.add(fmt::format("{}:", text.size()));
    hash.add(text);
}

}  // namespace

std::string state_digest(Connection& db, std::optional<OrganisationId> only) {
    const Transaction snapshot(db, Transaction::Kind::reading);
    Sha256 hash;
    for (const auto* table : tables_of_state()) {
        const auto columns = state_columns(*table);
        hash.add(table->name);
        auto query = db.query(selection_of(*table, columns, only.has_value()));
        if (only) query.integer(only->number);
        while (query.next())
            for (int column = 0; const auto& [name, stored] : columns)
                add_column(hash, query, column++, stored);
    }
    return hex(hash.finish());
}

}  // namespace ayni
