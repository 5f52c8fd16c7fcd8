#include "kernel/json.h"

#include <algorithm>

namespace ayni {

Json Json::of_text(std::string text) {
    Json json;
    json.is = Is::text;
    json.text = std::move(text);
    return json;
}

Json Json::of_number(std::int64_t number) {
    Json json;
    json.is = Is::number;
    json.text = std::to_string(number);
    return json;
}

Json Json::of_truth(bool truth) {
    Json json;
    json.is = Is::boolean;
    json.truth = truth;
    return json;
}

Json Json::object() {
    Json json;
    json.is = Is::object;
    return json;
}

Json Json::list() {
    Json json;
    json.is = Is::list;
    return json;
}

const Json* Json::find(std::string_view name) const noexcept {
    const auto found = std::ranges::find(members, name, &Member::first);
    return found == members.end() ? nullptr : &found->second;
}

Json& Json::with(std::string name, Json value) {
    members.emplace_back(std::move(name), std::move(value));
    return *this;
}

void append_quoted(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (byte < 0x20)
            ((out += "\\u00") += digits[byte >> 4]) += digits[byte & 15];
        else
            out += c;
    }
    out += '"';
}

namespace {

void append_json(std::string& out, const Json& json) {
    switch (json.is) {
        case Json::Is::null: out += "null"; return;
        case Json::Is::boolean: out += json.truth ? "true" : "false"; return;
        case Json::Is::number: out += json.text; return;
        case Json::Is::text: append_quoted(out, json.text); return;
        case Json::Is::list: {
            char before = '[';
            for (const auto& item : json.items)
                out += std::exchange(before, ','), append_json(out, item);
            out += json.items.empty() ? "[]" : "]";
            return;
        }
        case Json::Is::object: {
            char before = '{';
            for (const auto& [name, value] : json.members) {
                out += std::exchange(before, ',');
                append_quoted(out, name);
                out += ':';
                append_json(out, value);
            }
            out += json.members.empty() ? "{}" : "}";
            return;
        }
    }
}

}  // namespace

std::string print_json(const Json& json) {
    std::string out;
    append_json(out, json);
    return out;
}

std::string pointer_step(std::string_view name) {
    std::string step;
    for (char c : name) {
        if (c == '~')
            step += "~0";
        else if (c == '/')
            step += "~1";
        else
            step += c;
    }
    return step;
}

}  // namespace ayni
