#include "store/rows.h"

#include <map>

#include <fmt/format.h>

#include "kernel/packed.h"

namespace ayni {
namespace {

// Text is compared by its bytes on both engines.
std::string_view column_type(Stored stored, Dialect dialect) {
    const bool is_sqlite = dialect == Dialect::sqlite;
    switch (stored) {
        case Stored::integer:
        case Stored::money: return "BIGINT";
        case Stored::text: return is_sqlite ? "TEXT" : "TEXT COLLATE \"C\"";
        case Stored::bytes:
        case Stored::packed: break;
    }
    return is_sqlite ? "BLOB" : "BYTEA";
}

std::string_view nothing_in(Stored stored, Dialect dialect) {
    switch (stored) {
        case Stored::integer:
        case Stored::money: return "0";
        case Stored::text: return "''";
        case Stored::bytes:
        case Stored::packed: break;
    }
    return dialect == Dialect::sqlite ? "x''" : "''";
}

template <class Each>
void each_column(const Description& description, Each&& each) {
    for (const auto& field : description.fields) {
        each(field, std::string(field.name));
        if (field.shape->stored == Stored::money)
            each(field, std::string(field.name) + "_currency");
    }
}

void bind_value(Query& query, const Shape& shape, const void* value, std::string& kept) {
    switch (shape.stored) {
        case Stored::integer: query.integer(shape.to_integer(value)); return;
        case Stored::text: query.text(*static_cast<const std::string*>(value)); return;
        case Stored::bytes: query.bytes(kept = shape.to_bytes(value)); return;
        case Stored::packed:
            append_packed(kept, shape, value);
            query.bytes(kept);
            return;
        case Stored::money: {
            const auto& amount = *static_cast<const Money*>(value);
            query.integer(amount.minor).integer(amount.currency.number());
        }
    }
}

bool read_money(const Query& query, void* value, int column) {
    const auto number = query.integer_at(column + 1);
    if (number < 0 || number > 999) return false;
    const auto currency = Currency::numbered(static_cast<int>(number));
    *static_cast<Money*>(value) = Money{query.integer_at(column), currency};
    return number == 0 || !currency.is_none();
}

bool read_value(const Query& query, const Shape& shape, void* value, int column) {
    switch (shape.stored) {
        case Stored::integer:
            return shape.from_integer(query.integer_at(column), value).has_value();
        case Stored::text: *static_cast<std::string*>(value) = query.text_at(column); break;
        case Stored::bytes: return shape.from_bytes(query.text_at(column), value).has_value();
        case Stored::packed: {
            auto bytes = query.text_at(column);
            return take_packed(bytes, shape, value).has_value();
        }
        case Stored::money: return read_money(query, value, column);
    }
    return true;
}

// The texts of statements are made once for each table and kept with the connection's statements.
const std::string& insertion_of(const Table& table) {
    thread_local std::map<const Table*, std::string> texts;
    auto& text = texts[&table];
    if (!text.empty()) return text;
    std::string places;
    int number = 0;
    each_column(*table.description, [&](const Field&, const std::string&) {
        places += fmt::format("{}${}", number == 0 ? "" : ", ", number + 1);
        ++number;
    });
    return text = fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name,
                              columns_of(*table.description), places);
}

}  // namespace

const std::string& columns_of(const Description& description) {
    thread_local std::map<const Description*, std::string> lists;
    auto& names = lists[&description];
    if (!names.empty()) return names;
    each_column(description, [&](const Field&, const std::string& name) {
        names += (names.empty() ? "" : ", ") + name;
    });
    return names;
}

std::vector<std::pair<std::string, Stored>> kept_columns(const Description& description) {
    std::vector<std::pair<std::string, Stored>> columns;
    each_column(description, [&](const Field& field, const std::string& name) {
        const auto stored = field.shape->stored;
        columns.emplace_back(name, stored == Stored::money ? Stored::integer : stored);
    });
    return columns;
}

std::string creation_of(const Table& table, Dialect dialect) {
    std::string text = fmt::format("CREATE TABLE {} (\n", table.name);
    each_column(*table.description, [&](const Field& field, const std::string& name) {
        text += fmt::format("  {} {}{},\n", name, column_type(field.shape->stored, dialect),
                            field.shape->kind == Kind::optional ? "" : " NOT NULL");
    });
    text += fmt::format("  PRIMARY KEY ({})\n){};\n", table.key,
                        dialect == Dialect::sqlite ? " WITHOUT ROWID" : "");
    for (const auto& [name, sql] : indices_of(table)) text += sql + ";\n";
    return text;
}

std::vector<std::pair<std::string, std::string>> indices_of(const Table& table) {
    std::vector<std::pair<std::string, std::string>> made;
    int number = 0;
    const auto add = [&](std::string_view kind, std::string_view word, std::string_view columns) {
        auto name = fmt::format("{}_{}_{}", table.name, word, ++number);
        auto sql = fmt::format("CREATE {} {} ON {} ({})", kind, name, table.name, columns);
        made.emplace_back(std::move(name), std::move(sql));
    };
    for (auto index : table.indices) add("INDEX", "by", index);
    for (auto index : table.unique_indices) add("UNIQUE INDEX", "only", index);
    return made;
}

std::vector<std::string> columns_added(const Table& table,
                                       const std::function<bool(const std::string&)>& known,
                                       Dialect dialect) {
    std::vector<std::string> columns;
    each_column(*table.description, [&](const Field& field, const std::string& name) {
        if (known(name)) return;
        const auto type = column_type(field.shape->stored, dialect);
        const bool optional = field.shape->kind == Kind::optional;
        const auto nothing = nothing_in(field.shape->stored, dialect);
        columns.push_back(optional ? fmt::format("{} {}", name, type)
                                   : fmt::format("{} {} NOT NULL DEFAULT {}", name, type, nothing));
    });
    return columns;
}

void bind_row(Query& query, const Description& description, const void* row) {
    // SQLite keeps the addresses that are bound until the row is written.
    thread_local std::vector<std::string> kept;
    if (kept.size() < description.fields.size()) kept.resize(description.fields.size());
    std::size_t place = 0;
    for (const auto& field : description.fields) {
        auto& bytes = kept[place++];
        bytes.clear();
        const auto* value = member(field, row);
        const auto* shape = field.shape;
        if (shape->kind == Kind::optional) {
            value = shape->value(value);
            shape = shape->element;
        }
        if (value)
            bind_value(query, *shape, value, bytes);
        else if (shape->stored == Stored::money)
            query.null().null();
        else
            query.null();
    }
}

void read_row(const Query& query, const Description& description, void* row, int column) {
    for (const auto& field : description.fields) {
        if (!rows::read_column(query, *field.shape, field.in(row), column))
            rows::stop_on_damage(fmt::format("{}.{}", description.name, field.name));
        column += field.shape->stored == Stored::money ? 2 : 1;
    }
}

namespace rows {

bool read_column(const Query& query, const Shape& outer, void* value, int column) {
    const auto* shape = &outer;
    if (shape->kind == Kind::optional) {
        if (query.is_null(column)) {
            shape->clear(value);
            return true;
        }
        value = shape->engage(value);
        shape = shape->element;
    }
    return read_value(query, *shape, value, column);
}

void stop_on_damage(std::string_view what) {
    throw DatabaseError(DatabaseError::Kind::damaged, fmt::format("damaged row: {}", what));
}

void insert(Connection& db, const Table& table, const void* row) {
    auto query = db.query(insertion_of(table));
    bind_row(query, *table.description, row);
    query.run();
}

std::string selection(const Table& table, std::string_view rest) {
    return fmt::format("SELECT {} FROM {} {}", columns_of(*table.description), table.name, rest);
}

}  // namespace rows
}  // namespace ayni
