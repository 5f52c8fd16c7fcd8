#pragma once
// What a statement's text tells of itself: whether it reads or writes, which tables, and whether
// only of the organisation that is its first parameter.

#include <string>
#include <string_view>
#include <vector>

namespace ayni {

struct StatementFacts {
    enum class Kind {
        reading,
        insertion,  ///< "INSERT INTO table (…) VALUES ($1, $2, …)", and nothing else
        writing,
    };
    Kind kind = Kind::reading;
    std::vector<std::string> tables;
    bool is_of_organisation = false;  ///< $1, in each of its tables
    /// It writes one table and reads no other: whatever it says, others may be written before it.
    [[nodiscard]] bool can_wait() const noexcept {
        return kind != Kind::reading && is_of_organisation && tables.size() == 1;
    }
};

[[nodiscard]] StatementFacts facts_of_statement(std::string_view sql);

/// The same reading for each of many organisations: $1 is their array, and each row begins with
/// its organisation. Within one, the order stays.
[[nodiscard]] std::string text_for_many(std::string_view sql);

/// "INSERT INTO table (…) SELECT * FROM unnest($1::bigint[], …)" of an insertion, by the types of
/// its columns.
[[nodiscard]] std::string text_of_many_rows(std::string_view insertion,
                                            const std::vector<std::string_view>& types);

/// The text with each `$n` in the place of which stands `values[n - 1]`.
[[nodiscard]] std::string with_values(std::string_view sql, const std::vector<std::string>& values);

}  // namespace ayni
