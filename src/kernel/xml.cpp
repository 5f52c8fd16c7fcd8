#include "kernel/xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <pugixml.hpp>

#include "kernel/text.h"

namespace ayni {
namespace {

bool is_plain_blank(std::string_view text) noexcept { return std::ranges::all_of(text, is_blank); }

std::string lower(std::string_view text) {
    std::string made(text);
    for (auto& c : made)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return made;
}

// What XML 1.0 takes as a character.
bool is_letter_of_xml(std::uint32_t letter) noexcept {
    if (letter < 0x20) return letter == '\t' || letter == '\n' || letter == '\r';
    return letter < 0xD800 ||
           (letter > 0xDFFF && letter != 0xFFFE && letter != 0xFFFF && letter <= 0x10FFFF);
}

// The encoding that the first line declares, in small letters; empty: none.
std::string declared_encoding(std::string_view text) {
    if (!text.starts_with("<?xml")) return {};
    const auto declaration = text.substr(0, text.find("?>"));
    auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("'\"", at);
    if (at == std::string_view::npos) return {};
    const auto end = declaration.find(declaration[at], at + 1);
    if (end == std::string_view::npos) return {};
    return lower(declaration.substr(at + 1, end - at - 1));
}

Result<std::string> as_utf8(std::string_view bytes) {
    using namespace std::string_view_literals;
    for (const auto mark : {"\xFE\xFF"sv, "\xFF\xFE"sv, "\0<"sv, "<\0"sv})
        if (bytes.starts_with(mark)) return refuse(Refusal::csv_encoding_unknown, {}, "utf-16");
    if (bytes.find('\0') != std::string_view::npos) return refuse(Refusal::text_has_nul);
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    const auto encoding = declared_encoding(bytes);
    if (encoding == "iso-8859-1") {
        std::string text;
        for (const char c : bytes) append_utf8(text, static_cast<unsigned char>(c));
        return text;
    }
    if (!encoding.empty() && encoding != "utf-8" && encoding != "us-ascii")
        return refuse(Refusal::csv_encoding_unknown, {}, std::string(start_of(encoding, 40)));
    if (!is_utf8(bytes)) return refuse(Refusal::text_not_utf8);
    return std::string(bytes);
}

bool has_control_letters(std::string_view text) noexcept {
    return std::ranges::any_of(
        text, [](char c) { return !is_letter_of_xml(static_cast<unsigned char>(c)); });
}

// The letter of "#65" or "#x41", and of the five names.
std::optional<std::uint32_t> letter_of(std::string_view reference) {
    struct Named {
        std::string_view name;
        char letter;
    };
    static constexpr auto named = std::to_array<Named>(
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}});
    for (const auto& each : named)
        if (each.name == reference) return static_cast<unsigned char>(each.letter);
    if (!reference.starts_with('#')) return std::nullopt;
    reference.remove_prefix(1);
    const bool is_hex = reference.starts_with('x');
    if (is_hex) reference.remove_prefix(1);
    std::uint32_t letter = 0;
    const auto* begin = reference.data();
    const auto* end = begin + reference.size();
    const auto read = std::from_chars(begin, end, letter, is_hex ? 16 : 10);
    if (reference.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return is_letter_of_xml(letter) ? std::optional(letter) : std::nullopt;
}

// Text with its references resolved. Refused: `xml_entities`, `xml_malformed`.
Result<std::string> resolved(std::string_view raw) {
    std::string text;
    while (true) {
        const auto at = raw.find('&');
        text += raw.substr(0, at);
        if (at == std::string_view::npos) return text;
        const auto end = raw.find(';', at);
        if (end == std::string_view::npos) return refuse(Refusal::xml_malformed, {}, "&");
        const auto reference = raw.substr(at + 1, end - at - 1);
        const auto letter = letter_of(reference);
        if (!letter)
            return refuse(
                reference.starts_with('#') ? Refusal::xml_malformed : Refusal::xml_entities, {},
                std::string(start_of(reference, 40)));
        append_utf8(text, *letter);
        raw.remove_prefix(end + 1);
    }
}

// Copies the parser's tree into ours.
class Copy {
public:
    explicit Copy(int depth_left) : depth_left_(depth_left) {}

    Result<Xml> element(const pugi::xml_node& node) {
        if (--depth_left_ < 0) return refuse(Refusal::xml_malformed, {}, "too deep");
        const auto outer = prefixes_.size();
        Xml made;
        if (auto done = attributes(node, made); !done) return std::unexpected(done.error());
        if (auto done = name(node, made); !done) return std::unexpected(done.error());
        if (auto done = inside(node, made); !done) return std::unexpected(done.error());
        made.text = std::string(trimmed(made.text));
        prefixes_.resize(outer);
        ++depth_left_;
        return made;
    }

private:
    int depth_left_;
    std::vector<std::pair<std::string, std::string>> prefixes_;  // the innermost last

    Result<void> attributes(const pugi::xml_node& node, Xml& made) {
        for (const auto& each : node.attributes()) {
            const std::string_view attribute = each.name();
            const auto is_same = [&](const auto& known) { return known.first == attribute; };
            if (std::ranges::any_of(made.attributes, is_same))
                return refuse(Refusal::xml_malformed, {}, std::string(start_of(attribute, 40)));
            auto text = resolved(each.value());
            if (!text) return std::unexpected(text.error());
            if (attribute == "xmlns") prefixes_.emplace_back("", *text);
            if (attribute.starts_with("xmlns:")) prefixes_.emplace_back(attribute.substr(6), *text);
            made.attributes.emplace_back(attribute, *std::move(text));
        }
        return {};
    }
    Result<void> name(const pugi::xml_node& node, Xml& made) {
        const std::string_view written = node.name();
        const auto colon = written.find(':');
        const auto prefix = colon == std::string_view::npos ? "" : written.substr(0, colon);
        made.name = written.substr(colon == std::string_view::npos ? 0 : colon + 1);
        for (auto known = prefixes_.rbegin(); known != prefixes_.rend(); ++known) {
            if (known->first != prefix) continue;
            made.name_space = known->second;
            return {};
        }
        if (made.name.empty() || (!prefix.empty() && prefix != "xml"))
            return refuse(Refusal::xml_malformed, {}, std::string(start_of(written, 40)));
        return {};
    }
    Result<void> inside(const pugi::xml_node& node, Xml& made) {
        for (const auto& child : node.children()) {
            if (child.type() == pugi::node_element) {
                auto copied = element(child);
                if (!copied) return std::unexpected(copied.error());
                made.children.push_back(*std::move(copied));
            } else if (child.type() == pugi::node_cdata) {
                made.text += child.value();
            } else if (child.type() == pugi::node_pcdata) {
                auto text = resolved(child.value());
                if (!text) return std::unexpected(text.error());
                made.text += *text;
            }
        }
        return {};
    }
};

// The one element of a document, beside which stands nothing but blanks.
Result<pugi::xml_node> root_of(const pugi::xml_document& document) {
    pugi::xml_node root;
    for (const auto& child : document.children()) {
        if (child.type() == pugi::node_doctype) return refuse(Refusal::xml_entities, {}, "DOCTYPE");
        const bool is_text = child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata;
        if (is_text && !is_plain_blank(child.value())) return refuse(Refusal::xml_malformed);
        if (child.type() != pugi::node_element) continue;
        if (root) return refuse(Refusal::xml_malformed, {}, "two roots");
        root = child;
    }
    if (!root) return refuse(Refusal::xml_malformed);
    return root;
}

}  // namespace

const Xml* Xml::find(std::string_view local_name) const noexcept {
    const auto found = std::ranges::find(children, local_name, &Xml::name);
    return found == children.end() ? nullptr : &*found;
}

const Xml* Xml::at(std::string_view path) const noexcept {
    const auto* here = this;
    while (here && !path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        here = here->find(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return here;
}

std::string_view Xml::text_at(std::string_view path) const noexcept {
    const auto* found = at(path);
    return found ? std::string_view(found->text) : std::string_view{};
}

std::vector<const Xml*> Xml::all(std::string_view local_name) const {
    std::vector<const Xml*> found;
    for (const auto& child : children)
        if (child.name == local_name) found.push_back(&child);
    return found;
}

std::string_view Xml::attribute(std::string_view attribute_name) const noexcept {
    for (const auto& [known, value] : attributes)
        if (known == attribute_name) return value;
    return {};
}

Result<Xml> parse_xml(std::string_view bytes, const XmlLimits& limits) {
    if (bytes.size() > limits.bytes) return refuse(Refusal::body_too_large);
    if (std::ranges::count(bytes, '<') > static_cast<std::ptrdiff_t>(limits.marks))
        return refuse(Refusal::body_too_large);
    auto text = as_utf8(bytes);
    if (!text) return std::unexpected(text.error());
    if (has_control_letters(*text)) return refuse(Refusal::xml_malformed);
    pugi::xml_document document;
    constexpr unsigned how = pugi::parse_cdata | pugi::parse_eol | pugi::parse_doctype |
                             pugi::parse_fragment;
    const auto read = document.load_buffer_inplace(text->data(), text->size(), how,
                                                   pugi::encoding_utf8);
    if (read.status == pugi::status_bad_doctype) return refuse(Refusal::xml_entities);
    if (!read) return refuse(Refusal::xml_malformed, {}, std::to_string(read.offset));
    const auto root = root_of(document);
    if (!root) return std::unexpected(root.error());
    return Copy(limits.depth).element(*root);
}

std::string xml_text(std::string_view text) {
    std::string made;
    for (const char c : text) {
        switch (c) {
            case '&': made += "&amp;"; break;
            case '<': made += "&lt;"; break;
            case '>': made += "&gt;"; break;
            case '"': made += "&quot;"; break;
            case '\'': made += "&apos;"; break;
            case '\r': made += "&#13;"; break;
            default: made += c;
        }
    }
    return made;
}

}  // namespace ayni
