#include "kernel/json.h"

#include <algorithm>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

namespace ayni {
namespace {

// A name that stands twice. By sorting, since an object of a million members may be an attack.
const std::string* doubled(const std::vector<Json::Member>& members) {
    std::vector<const std::string*> names;
    for (const auto& member : members) names.push_back(&member.first);
    std::ranges::sort(
        names, {}, [](const auto* name) -> const auto& { return *name; });
    const auto same = [](const auto* a, const auto* b) { return *a == *b; };
    const auto found = std::ranges::adjacent_find(names, same);
    return found == names.end() ? nullptr : *found;
}

// Builds our tree from the library's events, so that numbers stay text and doubled keys are seen.
struct Builder {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);
    using error_code = boost::system::error_code;
    using string_view = boost::json::string_view;

    std::vector<Json> open;
    std::vector<std::string> keys;
    std::string piece;
    Json root;
    std::string duplicate;

    void place(Json value) {
        if (open.empty())
            root = std::move(value);
        else if (open.back().is == Json::Is::list)
            open.back().items.push_back(std::move(value));
        else {
            open.back().members.emplace_back(std::move(keys.back()), std::move(value));
            keys.pop_back();
        }
    }
    [[nodiscard]] std::string path_of(std::string_view last) const {
        std::string path;
        std::size_t key = 0;
        for (std::size_t level = 0; level + 1 < open.size(); ++level)
            path += '/' + (open[level].is == Json::Is::list
                               ? std::to_string(open[level].items.size())
                               : pointer_step(keys[key++]));
        return path + '/' + pointer_step(last);
    }
    bool begin(Json::Is is) {
        open.emplace_back().is = is;
        return true;
    }
    bool end() {
        Json value = std::move(open.back());
        open.pop_back();
        place(std::move(value));
        return true;
    }
    bool number(string_view last) {
        piece.append(last.data(), last.size());
        Json value;
        value.is = Json::Is::number;
        value.text = std::exchange(piece, {});
        place(std::move(value));
        return true;
    }

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return begin(Json::Is::object); }
    bool on_object_end(std::size_t, error_code& stop) {
        const auto* twice = doubled(open.back().members);
        if (!twice) return end();
        duplicate = path_of(*twice);
        stop = boost::json::error::syntax;
        return false;
    }
    bool on_array_begin(error_code&) { return begin(Json::Is::list); }
    bool on_array_end(std::size_t, error_code&) { return end(); }
    bool on_key_part(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        return true;
    }
    bool on_key(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        keys.push_back(std::exchange(piece, {}));
        return true;
    }
    bool on_string_part(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        return true;
    }
    bool on_string(string_view part, std::size_t, error_code&) {
        piece.append(part.data(), part.size());
        place(Json::of_text(std::exchange(piece, {})));
        return true;
    }
    bool on_number_part(string_view part, error_code&) {
        piece.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t, string_view last, error_code&) { return number(last); }
    bool on_uint64(std::uint64_t, string_view last, error_code&) { return number(last); }
    // The library offers its own double beside the text; only the text is kept.
    template <class Number>
    bool on_double(Number, string_view last, error_code&) {
        return number(last);
    }
    bool on_bool(bool truth, error_code&) {
        place(Json::of_truth(truth));
        return true;
    }
    bool on_null(error_code&) {
        place(Json{});
        return true;
    }
    bool on_comment_part(string_view, error_code&) { return true; }
    bool on_comment(string_view, error_code&) { return true; }
};

}  // namespace

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

Result<Json> parse_json(std::string_view text) {
    boost::json::parse_options options;
    options.max_depth = deepest_json;
    boost::json::basic_parser<Builder> parser(options);
    boost::system::error_code failed;
    const auto read = parser.write_some(false, text.data(), text.size(), failed);
    if (!parser.handler().duplicate.empty())
        return refuse(Refusal::json_duplicate_key, parser.handler().duplicate);
    if (failed == boost::json::error::too_deep) return refuse(Refusal::json_too_deep);
    if (failed || read != text.size())
        return refuse(Refusal::json_malformed, {}, std::to_string(read));
    return std::move(parser.handler().root);
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
