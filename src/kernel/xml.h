#pragma once
// XML as a small tree: what banks send, read with limits, and never with a document type.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kernel/result.h"

namespace ayni {

/// An element, with its texts joined (blanks at both ends cut off) and its child elements in order.
struct Xml {
    std::string name;                                             ///< without prefix: "Document"
    std::string name_space;                                       ///< its URI; empty: none
    std::vector<std::pair<std::string, std::string>> attributes;  ///< names as written
    std::string text;
    std::vector<Xml> children;

    /// The first child of that local name, or null.
    [[nodiscard]] const Xml* find(std::string_view local_name) const noexcept;
    /// The first descendant along "Acct/Id/IBAN", or null.
    [[nodiscard]] const Xml* at(std::string_view path) const noexcept;
    /// The text there; empty when there is none.
    [[nodiscard]] std::string_view text_at(std::string_view path) const noexcept;
    /// All children of that local name.
    [[nodiscard]] std::vector<const Xml*> all(std::string_view local_name) const;
    /// The value of an attribute; empty when there is none.
    [[nodiscard]] std::string_view attribute(std::string_view attribute_name) const noexcept;
};

/// How much is read of one document.
struct XmlLimits {
    std::size_t bytes = 64'000'000;
    std::size_t marks = 4'000'000;  ///< signs "<", of which an element needs one or two
    int depth = 64;
};

/// The root element. UTF-8 (also US-ASCII), or ISO-8859-1 if the document says so. Refused:
/// `body_too_large` beyond the limits of size and marks, `text_has_nul`, `text_not_utf8`,
/// `csv_encoding_unknown` for other encodings, `xml_entities` for a DOCTYPE or an entity that is
/// not one of the five of XML, `xml_malformed` for what is not well-formed or too deep.
[[nodiscard]] Result<Xml> parse_xml(std::string_view bytes, const XmlLimits& limits = {});

/// Text as XML writes it: & < > " and ' as entities.
[[nodiscard]] std::string xml_text(std::string_view text);

}  // namespace ayni
