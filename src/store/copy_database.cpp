#include "store/copy_database.h"

#include <fmt/format.h>

#include "store/tables.h"

namespace ayni {
namespace {

using KeptColumns = std::vector<std::pair<std::string, Stored>>;

std::string insertion_of(const Table& table, const KeptColumns& columns) {
    std::string places;
    for (std::size_t place = 1; place <= columns.size(); ++place)
        places += fmt::format("{}${}", place == 1 ? "" : ", ", place);
    return fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name,
                       columns_of(*table.description), places);
}

void bind(Query& insertion, const Row& row, const KeptColumns& columns) {
    for (int place = 0; const auto& [name, stored] : columns) {
        if (row.is_null(place))
            insertion.null();
        else if (stored == Stored::integer)
            insertion.integer(row.integer_at(place));
        else if (stored == Stored::text)
            insertion.text(row.text_at(place));
        else
            insertion.bytes(row.text_at(place));
        ++place;
    }
}

void copy_table(Connection& from, Connection& to, const Table& table) {
    const auto columns = kept_columns(*table.description);
    const auto sql = insertion_of(table, columns);
    auto rows = from.scan(columns_of(*table.description), fmt::format("FROM {}", table.name));
    from.each(rows, [&](const Row& row) {
        auto insertion = to.query(sql);
        bind(insertion, row, columns);
        insertion.run();
    });
}

}  // namespace

void copy_database(Connection& from, Connection& to, const Progressed& progressed) {
    const Transaction snapshot(from, Transaction::Kind::reading);
    Transaction copied(to, Transaction::Kind::writing);
    Steps steps(progressed, std::ssize(all_tables()));
    for (const auto* table : all_tables()) {
        copy_table(from, to, *table);
        steps.add();
    }
    copied.commit();
}

}  // namespace ayni
