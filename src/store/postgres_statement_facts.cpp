#include "store/postgres_statement_facts.h"

#include <algorithm>
#include <charconv>

namespace ayni {
namespace {

std::vector<std::string_view> words_of(std::string_view sql) {
    constexpr std::string_view between = " \n\t(),;";
    std::vector<std::string_view> words;
    std::size_t at = sql.find_first_not_of(between);
    while (at != std::string_view::npos) {
        const auto end = std::min(sql.find_first_of(between, at), sql.size());
        words.push_back(sql.substr(at, end - at));
        at = sql.find_first_not_of(between, end);
    }
    return words;
}

std::vector<std::string> tables_in(const std::vector<std::string_view>& words) {
    std::vector<std::string> tables;
    for (std::size_t i = 0; i + 1 < words.size(); ++i) {
        const auto word = words[i];
        const bool names_one = word == "FROM" || word == "JOIN" || word == "INTO" ||
                               word == "UPDATE";
        if (names_one && words[i + 1] != "SELECT" && words[i + 1] != "SET")
            tables.emplace_back(words[i + 1]);
    }
    return tables;
}

std::size_t count_of(std::string_view sql, std::string_view part) {
    std::size_t count = 0;
    for (auto at = sql.find(part); at != std::string_view::npos; at = sql.find(part, at + 1))
        ++count;
    return count;
}

// Of each table the rows of one organisation are asked for, and one of them by $1.
bool is_limited(std::string_view sql, const std::vector<std::string>& tables) {
    const bool is_its_own_row = tables.size() == 1 && tables.front() == "organisation";
    if (is_its_own_row) return sql.contains("WHERE id = $1");
    const bool by_first = sql.contains("organisation = $1 ") ||
                          sql.contains("organisation = $1)") || sql.ends_with("organisation = $1");
    return by_first && count_of(sql, "organisation = ") >= tables.size();
}

bool has_values_in_order(std::string_view sql) {
    const auto at = sql.find(" VALUES (");
    if (at == std::string_view::npos) return false;
    std::string wanted;
    const auto places = count_of(sql.substr(at), "$");
    for (std::size_t place = 1; place <= places; ++place)
        wanted += (place == 1 ? "$" : ", $") + std::to_string(place);
    return sql.substr(at + 9) == wanted + ")";
}

// With values, $1 is the organisation; from other rows, it is theirs.
bool inserts_for_one(std::string_view sql, const std::vector<std::string_view>& words,
                     const std::vector<std::string>& tables) {
    if (words.size() < 4 || tables.empty()) return false;
    const bool leads = words[3] == "organisation" ||
                       (words[2] == "organisation" && words[3] == "id");
    if (tables.size() == 1) return leads && sql.contains(" VALUES ($1");
    return leads && sql.contains("SELECT organisation,") &&
           is_limited(sql, {tables.begin() + 1, tables.end()});
}

}  // namespace

StatementFacts facts_of_statement(std::string_view sql) {
    using enum StatementFacts::Kind;
    const auto words = words_of(sql);
    StatementFacts facts{.kind = writing, .tables = tables_in(words), .is_of_organisation = false};
    const auto first = words.empty() ? std::string_view{} : words.front();
    if (first == "INSERT") {
        if (has_values_in_order(sql)) facts.kind = insertion;
        facts.is_of_organisation = inserts_for_one(sql, words, facts.tables);
        return facts;
    }
    if (first != "UPDATE" && first != "DELETE") facts.kind = reading;
    if (first == "SELECT" || facts.kind == writing)
        facts.is_of_organisation = !facts.tables.empty() && is_limited(sql, facts.tables);
    return facts;
}

std::string with_values(std::string_view sql, const std::vector<std::string>& values) {
    std::string text;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        std::size_t place = 0;
        const auto* digits = sql.data() + at + 1;
        if (sql[at] != '$' ||
            std::from_chars(digits, sql.data() + sql.size(), place).ptr == digits || place == 0 ||
            place > values.size()) {
            text += sql[at];
            continue;
        }
        text += values[place - 1];
        at += std::to_string(place).size();
    }
    return text;
}

std::string text_for_many(std::string_view sql) {
    return "SELECT ahead.organisation, found.* FROM unnest($1::bigint[]) AS ahead (organisation) "
           "CROSS JOIN LATERAL (" +
           with_values(sql, {"ahead.organisation"}) + ") AS found";
}

std::string text_of_many_rows(std::string_view insertion,
                              const std::vector<std::string_view>& types) {
    std::string text(insertion.substr(0, insertion.find(" VALUES (")));
    text += " SELECT * FROM unnest(";
    for (std::size_t i = 0; i < types.size(); ++i) {
        text += (i == 0 ? "$" : ", $") + std::to_string(i + 1) + "::";
        text += types[i];
        text += "[]";
    }
    return text + ")";
}

}  // namespace ayni
