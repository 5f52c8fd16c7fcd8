#pragma once
// JSON as a tree that keeps every number as it was written, so that no amount becomes a double.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/result.h"

namespace ayni {

/// One JSON value.
struct Json {
    enum class Is { null, boolean, number, text, list, object };
    using Member = std::pair<std::string, Json>;

    Is is = Is::null;
    bool truth = false;
    std::string text;             ///< of a text, or a number as it was written
    std::vector<Json> items;      ///< of a list
    std::vector<Member> members;  ///< of an object, in the order they came

    [[nodiscard]] static Json of_text(std::string text);
    [[nodiscard]] static Json of_number(std::int64_t number);
    [[nodiscard]] static Json of_truth(bool truth);
    [[nodiscard]] static Json object();
    [[nodiscard]] static Json list();
    /// The member of that name, or null.
    [[nodiscard]] const Json* find(std::string_view name) const noexcept;
    /// Adds a member; chains.
    Json& with(std::string name, Json value);
    bool operator==(const Json&) const = default;
};

inline constexpr int deepest_json = 32;

/// Refused: `json_malformed` (not RFC 8259, or not UTF-8), `json_too_deep` (over 32 levels),
/// `json_duplicate_key` with the path of the member that stands twice.
[[nodiscard]] Result<Json> parse_json(std::string_view text);
/// Compact, members in their order, only what must be escaped is.
[[nodiscard]] std::string print_json(const Json& json);
/// Appends a JSON string literal.
void append_quoted(std::string& out, std::string_view text);
/// "a/b~c" as a step of an RFC 6901 path: "a~1b~0c".
[[nodiscard]] std::string pointer_step(std::string_view name);

}  // namespace ayni
