#pragma once
// Described values from JSON, with every problem at once, and back.

#include <functional>
#include <string>

#include "kernel/describe.h"
#include "kernel/json.h"

namespace ayni {

/// Reads `json` into the value at `into`, adding every problem with its RFC 6901 path.
/// Refused: `wrong_type number_for_text not_an_integer not_a_choice field_missing field_unknown
/// text_too_long text_empty out_of_range` and what each scalar refuses.
/// With `Limits::none`, texts are taken as they are: an answer of our own may join two names.
enum class Limits { of_input, none };
void read_json(const Json& json, const Shape& shape, void* into, const std::string& path,
               std::vector<Problem>& problems, Limits limits = Limits::of_input);

/// Gives the digest that stands in the log for a personal or bulky text.
using Conceal = std::function<std::string(const std::string& path, std::string_view text,
                                          const FieldNote& note)>;

/// Appends the value as compact JSON: members in the order of the description, absent ones left
/// out.
void append_json(std::string& out, const Shape& shape, const void* from);
/// The same, with every personal or bulky text replaced by `{"sha256":"<conceal's answer>"}`.
void append_concealed(std::string& out, const Shape& shape, const void* from,
                      const Conceal& conceal);

template <class T>
[[nodiscard]] Result<T> from_json(const Json& json, Limits limits = Limits::of_input) {
    T value{};
    std::vector<Problem> problems;
    read_json(json, shape_of<T>(), &value, {}, problems, limits);
    if (!problems.empty()) return std::unexpected(Refused{std::move(problems)});
    return value;
}

template <class T>
[[nodiscard]] Result<T> from_json_text(std::string_view text, Limits limits = Limits::of_input) {
    const auto json = parse_json(text);
    if (!json) return std::unexpected(json.error());
    return from_json<T>(*json, limits);
}

template <class T>
[[nodiscard]] std::string to_json_text(const T& value) {
    std::string out;
    append_json(out, shape_of<T>(), &value);
    return out;
}

}  // namespace ayni
