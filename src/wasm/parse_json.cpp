// `parse_json` for the page: the library that reads JSON for the server needs exceptions and would
// be larger than all the rest. What comes here was written by the page's own JSON.stringify.

#include <array>
#include <charconv>

#include "kernel/json.h"

namespace ayni {
namespace {

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<Json> whole() {
        Json json;
        const bool read = value(json, 0);
        skip_blanks();
        if (read && at_ == text_.size()) return json;
        return refuse(reason_, {}, std::to_string(at_));
    }

private:
    std::string_view text_;
    std::size_t at_ = 0;
    Refusal reason_ = Refusal::json_malformed;

    [[nodiscard]] char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skip_blanks() {
        while (next() == ' ' || next() == '\n' || next() == '\t' || next() == '\r') ++at_;
    }
    bool take(std::string_view word) {
        if (!text_.substr(at_).starts_with(word)) return false;
        at_ += word.size();
        return true;
    }

    bool value(Json& into, int depth) {
        if (depth > deepest_json) {
            reason_ = Refusal::json_too_deep;
            return false;
        }
        skip_blanks();
        switch (next()) {
            case '{': return object(into, depth);
            case '[': return list(into, depth);
            case '"': into.is = Json::Is::text; return text(into.text);
            case 't': into = Json::of_truth(true); return take("true");
            case 'f': into = Json::of_truth(false); return take("false");
            case 'n': return take("null");
            default: return number(into);
        }
    }
    bool object(Json& into, int depth) {
        into.is = Json::Is::object;
        ++at_;
        skip_blanks();
        if (take("}")) return true;
        do {
            skip_blanks();
            auto& [name, held] = into.members.emplace_back();
            if (next() != '"' || !text(name)) return false;
            skip_blanks();
            if (!take(":") || !value(held, depth + 1)) return false;
            skip_blanks();
        } while (take(","));
        return take("}");
    }
    bool list(Json& into, int depth) {
        into.is = Json::Is::list;
        ++at_;
        skip_blanks();
        if (take("]")) return true;
        do {
            if (!value(into.items.emplace_back(), depth + 1)) return false;
            skip_blanks();
        } while (take(","));
        return take("]");
    }
    std::size_t digits() {
        const auto start = at_;
        while (next() >= '0' && next() <= '9') ++at_;
        return at_ - start;
    }
    bool number(Json& into) {
        const auto start = at_;
        take("-");
        if (!take("0") && digits() == 0) return false;
        if (take(".") && digits() == 0) return false;
        if (take("e") || take("E")) {
            if (!take("+")) take("-");
            if (digits() == 0) return false;
        }
        into.is = Json::Is::number;
        into.text = text_.substr(start, at_ - start);
        return true;
    }

    bool text(std::string& into) {
        ++at_;
        while (at_ < text_.size()) {
            const char c = text_[at_++];
            if (c == '"') return true;
            if (static_cast<unsigned char>(c) < ' ') return false;
            if (c != '\\')
                into += c;
            else if (!escaped(into))
                return false;
        }
        return false;
    }
    bool escaped(std::string& into) {
        constexpr std::string_view letters = "\"\\/bfnrt", meant = "\"\\/\b\f\n\r\t";
        const char c = next();
        ++at_;
        if (c == 'u') return unicode(into);
        const auto place = letters.find(c);
        if (place == letters.npos) return false;
        into += meant[place];
        return true;
    }
    bool unit(std::uint32_t& into) {
        const auto hex = text_.substr(at_, 4);
        const auto read = std::from_chars(hex.data(), hex.data() + hex.size(), into, 16);
        at_ += hex.size();
        return hex.size() == 4 && read.ec == std::errc{} && read.ptr == hex.data() + 4;
    }
    bool unicode(std::string& into) {
        std::uint32_t letter = 0, low = 0;
        if (!unit(letter) || (letter >= 0xDC00 && letter < 0xE000)) return false;
        if (letter >= 0xD800 && letter < 0xDC00) {
            if (!take("\\u") || !unit(low) || low < 0xDC00 || low >= 0xE000) return false;
            letter = 0x10000 + ((letter - 0xD800) << 10) + (low - 0xDC00);
        }
        append_utf8(into, letter);
        return true;
    }
    static void append_utf8(std::string& into, std::uint32_t letter) {
        if (letter < 0x80) {
            into += static_cast<char>(letter);
            return;
        }
        const int more = letter < 0x800 ? 1 : letter < 0x10000 ? 2 : 3;
        constexpr std::array<std::uint32_t, 4> first{0, 0xC0, 0xE0, 0xF0};
        into += static_cast<char>(first[static_cast<std::size_t>(more)] | letter >> (6 * more));
        for (int rest = more - 1; rest >= 0; --rest)
            into += static_cast<char>(0x80 | (letter >> (6 * rest) & 0x3F));
    }
};

}  // namespace

Result<Json> parse_json(std::string_view text) { return Parser(text).whole(); }

}  // namespace ayni
