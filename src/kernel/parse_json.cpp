#include <algorithm>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

#include "kernel/json.h"

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

}  // namespace ayni
