#include "store/postgres_text.h"

#include <algorithm>
#include <array>

namespace ayni {
namespace {

bool is_of_word(char letter) noexcept {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '_';
}

bool is_reserved(std::string_view word) noexcept {
    static constexpr std::array words{std::string_view("user")};
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::string postgres_text(std::string_view sql) {
    std::string text;
    text.reserve(sql.size() + 16);
    std::size_t at = 0;
    while (at < sql.size()) {
        const auto begun = at;
        if (sql[at] == '\'' || sql[at] == '"') {
            const auto closed = sql.find(sql[at], at + 1);
            at = closed == std::string_view::npos ? sql.size() : closed + 1;
            text += sql.substr(begun, at - begun);
        } else if (is_of_word(sql[at])) {
            while (at < sql.size() && is_of_word(sql[at])) ++at;
            const auto word = sql.substr(begun, at - begun);
            if (is_reserved(word))
                (text += '"').append(word) += '"';
            else
                text += word;
        } else {
            text += sql[at++];
        }
    }
    return text;
}

}  // namespace ayni
