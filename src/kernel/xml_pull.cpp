#include "kernel/xml_pull.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "kernel/text.h"

namespace ayni {
namespace {

constexpr std::size_t piece = 65'536, longest_token = 1'000'000;
constexpr int deepest = 64;

bool ends_name(char c) noexcept {
    return is_blank(c) || c == '=' || c == '/' || c == '>' || c == '<' || c == '"' || c == '\'';
}

bool is_letter(std::uint32_t point) noexcept {
    return point != 0 && point <= 0x10FFFF && (point < 0xD800 || point >= 0xE000);
}

// What stands between & and ;
bool append_entity(std::string& text, std::string_view name) {
    for (const auto& [known, character] : {std::pair<std::string_view, char>{"lt", '<'},
                                           {"gt", '>'},
                                           {"amp", '&'},
                                           {"quot", '"'},
                                           {"apos", '\''}})
        if (name == known) {
            text += character;
            return true;
        }
    if (!name.starts_with('#')) return false;
    const bool is_hex = name.starts_with("#x");
    const std::string digits(name.substr(is_hex ? 2 : 1));
    std::uint32_t point = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, point, is_hex ? 16 : 10);
    if (error != std::errc{} || stop != end || !is_letter(point)) return false;
    append_utf8(text, point);
    return true;
}

// The text with its entities undone; false when one is unknown.
bool unescape(std::string_view raw, std::string& text) {
    text.clear();
    for (std::size_t at = 0;;) {
        const auto mark = raw.find('&', at);
        text += raw.substr(at, mark == raw.npos ? raw.npos : mark - at);
        if (mark == raw.npos) return true;
        const auto end = raw.find(';', mark);
        if (end == raw.npos || !append_entity(text, raw.substr(mark + 1, end - mark - 1)))
            return false;
        at = end + 1;
    }
}

}  // namespace

const std::string* XmlPull::attribute(std::string_view name) const noexcept {
    for (const auto& [known, value] : attributes_)
        if (known == name) return &value;
    return nullptr;
}

bool XmlPull::fill() {
    if (ended_) return false;
    if (at_ > 0) {
        buffer_.erase(0, at_);
        at_ = 0;
    }
    const auto before = buffer_.size();
    buffer_.resize(before + piece);
    const auto got = source_(buffer_.data() + before, piece);
    buffer_.resize(before + got);
    ended_ = got == 0;
    return !ended_;
}

bool XmlPull::has(std::size_t bytes) {
    while (buffer_.size() - at_ < bytes)
        if (!fill()) return false;
    return true;
}

// Where `what` stands from `from` bytes behind the place on; npos when it does not, or too far.
std::size_t XmlPull::find(std::string_view what, std::size_t from) {
    for (;;) {
        const auto found = buffer_.find(what, at_ + from);
        if (found != std::string::npos) return found - at_;
        const auto known = buffer_.size() - at_;
        if (known > longest_token) return std::string::npos;
        from = std::max(from, known >= what.size() ? known - what.size() + 1 : 0);
        if (!fill()) return std::string::npos;
    }
}

XmlPull::Event XmlPull::broken() {
    is_broken_ = true;
    return Event::broken;
}

XmlPull::Event XmlPull::next() {
    if (is_broken_) return Event::broken;
    if (empty_) {
        empty_ = false;
        --depth_;
        return Event::end;
    }
    for (;;) {
        if (!has(1)) return depth_ == 0 ? Event::done : broken();
        if (buffer_[at_] != '<') {
            auto end = find("<", 0);
            if (end == std::string::npos) {
                // Behind the last element there may be blanks, and nothing else.
                const auto rest = std::string_view(buffer_).substr(at_);
                return depth_ == 0 && ended_ && std::ranges::all_of(rest, is_blank) ? Event::done
                                                                                    : broken();
            }
            return read_text(end);
        }
        if (!has(2)) return broken();
        if (buffer_[at_ + 1] != '!' && buffer_[at_ + 1] != '?') return read_tag();
        if (const auto event = read_mark(); event != Event::done) return event;
    }
}

XmlPull::Event XmlPull::read_text(std::size_t end) {
    if (!unescape(std::string_view(buffer_).substr(at_, end), text_)) return broken();
    at_ += end;
    return Event::text;
}

// A comment, an instruction or CDATA; `done` when there was nothing to tell.
XmlPull::Event XmlPull::read_mark() {
    const auto passed = [&](std::string_view end, std::size_t from) {
        const auto found = find(end, from);
        if (found == std::string::npos) return broken();
        at_ += found + end.size();
        return Event::done;
    };
    if (buffer_[at_ + 1] == '?') return passed("?>", 2);
    if (has(4) && buffer_.compare(at_, 4, "<!--") == 0) return passed("-->", 4);
    constexpr std::string_view opening = "<![CDATA[";
    if (!has(opening.size()) || buffer_.compare(at_, opening.size(), opening) != 0) return broken();
    const auto end = find("]]>", opening.size());
    if (end == std::string::npos) return broken();
    text_ = buffer_.substr(at_ + opening.size(), end - opening.size());
    at_ += end + 3;
    return Event::text;
}

void XmlPull::name_is(std::string_view qualified) {
    const auto colon = qualified.rfind(':');
    name_ = colon == qualified.npos ? qualified : qualified.substr(colon + 1);
}

XmlPull::Event XmlPull::read_tag() {
    // A > may stand inside quotes: look again behind it until they are closed.
    std::size_t end = 0;
    for (std::size_t from = 1, seen = 1;;) {
        end = find(">", from);
        if (end == std::string::npos) return broken();
        char quote = 0;
        for (seen = 1; seen < end; ++seen) {
            const char c = buffer_[at_ + seen];
            if (quote ? c == quote : c == '"' || c == '\'') quote = quote ? '\0' : c;
        }
        if (!quote) break;
        from = end + 1;
    }
    auto inside = std::string_view(buffer_).substr(at_ + 1, end - 1);
    const bool closes = inside.starts_with('/');
    if (closes) inside.remove_prefix(1);
    empty_ = !closes && inside.ends_with('/');
    if (empty_) inside.remove_suffix(1);
    const auto name = std::ranges::find_if(inside, ends_name) - inside.begin();
    name_is(inside.substr(0, static_cast<std::size_t>(name)));
    attributes_.clear();
    const bool sound = !name_.empty() &&
                       (closes || read_attributes(inside.substr(static_cast<std::size_t>(name))));
    at_ += end + 1;
    if (!sound || (closes && depth_ == 0)) return broken();
    depth_ += closes ? -1 : 1;
    if (depth_ > deepest) return broken();
    return closes ? Event::end : Event::start;
}

bool XmlPull::read_attributes(std::string_view inside) {
    for (;;) {
        while (!inside.empty() && is_blank(inside.front())) inside.remove_prefix(1);
        if (inside.empty()) return true;
        const auto equals = inside.find('=');
        if (equals == inside.npos || equals + 1 >= inside.size()) return false;
        auto name = inside.substr(0, equals);
        while (!name.empty() && is_blank(name.back())) name.remove_suffix(1);
        auto rest = inside.substr(equals + 1);
        while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
        if (name.empty() || rest.empty() || (rest.front() != '"' && rest.front() != '\''))
            return false;
        const auto end = rest.find(rest.front(), 1);
        if (end == rest.npos) return false;
        const auto colon = name.rfind(':');
        auto& [known, value] = attributes_.emplace_back(
            colon == name.npos ? name : name.substr(colon + 1), std::string());
        if (!unescape(rest.substr(1, end - 1), value)) return false;
        inside = rest.substr(end + 1);
    }
}

}  // namespace ayni
