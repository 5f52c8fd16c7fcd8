#pragma once
// Described structs as rows: a field is a column of its name (money: two), in the same order.

#include <functional>
#include <string>
#include <vector>

#include "kernel/check.h"
#include "kernel/describe.h"
#include "kernel/packed_members.h"
#include "store/database.h"

namespace ayni {

/// A described struct as a table.
struct Table {
    const Description* description = nullptr;
    std::string_view name;                       ///< "delivery"
    std::string_view key;                        ///< "organisation, day, source, sequence"
    std::vector<std::string_view> indices = {};  ///< further keys: "organisation, producer, day"
    std::vector<std::string_view> unique_indices = {};
};

/// The table that an entity is kept in; `tables.h` has one for each.
template <class T>
[[nodiscard]] const Table& table_of();

/// "CREATE TABLE …" and its indices.
[[nodiscard]] std::string creation_of(const Table& table, Dialect dialect = Dialect::sqlite);
/// The statements that make its indices, by their names.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> indices_of(const Table& table);
/// Columns that are not `known`, as "name TYPE NOT NULL DEFAULT 0".
[[nodiscard]] std::vector<std::string> columns_added(
    const Table& table, const std::function<bool(const std::string&)>& known,
    Dialect dialect = Dialect::sqlite);
/// The columns in order: their names, and how they are kept.
[[nodiscard]] std::vector<std::pair<std::string, Stored>> kept_columns(
    const Description& description);
/// "organisation, day, …": all columns in order.
[[nodiscard]] const std::string& columns_of(const Description& description);

/// Binds the fields in order.
void bind_row(Query& query, const Description& description, const void* row);
/// Reads the fields from the columns, from `column` on. A row that we cannot have written throws
/// `DatabaseError::damaged`, which names the struct and the field.
void read_row(const Query& query, const Description& description, void* row, int column = 0);

namespace rows {
void insert(Connection& db, const Table& table, const void* row);
[[nodiscard]] std::string selection(const Table& table, std::string_view rest);
}  // namespace rows

/// Adds a row. A key that exists throws `DatabaseError::unique`.
template <class T>
void insert(Connection& db, const T& row) {
    rows::insert(db, table_of<T>(), &row);
}

/// A query for whole rows: `rest` follows "SELECT … FROM table ", with `$1`, `$2`… to bind.
template <class T>
[[nodiscard]] Query select(Connection& db, std::string_view rest) {
    return db.query(rows::selection(table_of<T>(), rest));
}

template <class T>
[[nodiscard]] T row_of(const Query& query) {
    T row{};
    read_row(query, describe<T>(), &row);
    return row;
}

namespace rows {
[[nodiscard]] bool read_column(const Query& query, const Shape& shape, void* value, int column);
[[noreturn]] void stop_on_damage(std::string_view what);

template <class Source, class Member>
void read_member(const Source& query, Member& value, int& column) {
    constexpr const auto& shape = shape_of<Member>();
    bool read = false;
    if constexpr (shape.kind != Kind::optional && shape.stored == Stored::integer)
        read = shape.from_integer(query.integer_at(column), &value).has_value();
    else if constexpr (shape.kind != Kind::optional && shape.stored == Stored::bytes)
        read = shape.from_bytes(query.text_at(column), &value).has_value();
    else if constexpr (shape.kind != Kind::optional && shape.stored == Stored::packed) {
        auto bytes = query.text_at(column);
        read = take_members(bytes, value);
    } else
        read = read_column(query, shape, &value, column);
    if (!read) stop_on_damage(shape.name);
    column += shape.stored == Stored::money ? 2 : 1;
}
}  // namespace rows

/// Reads these members from the columns of a `Query` or a `Row`, without a table of functions: for
/// the loops that read millions.
template <class T, auto... Members>
void read_members(const auto& query, T& row) {
    int column = 0;
    (rows::read_member(query, row.*Members, column), ...);
}

/// All rows of a bound query.
template <class T>
[[nodiscard]] std::vector<T> all_rows(Query& query) {
    std::vector<T> found;
    while (query.next()) read_row(query, describe<T>(), &found.emplace_back());
    return found;
}

/// The first row of a bound query, if there is one.
template <class T>
[[nodiscard]] std::optional<T> first_row(Query& query) {
    if (!query.next()) return std::nullopt;
    return row_of<T>(query);
}

}  // namespace ayni
