// Any bytes as XML: what is read has no empty name, and its texts are UTF-8 without NUL.
#include "kernel/xml.h"

#include "fuzzed.h"
#include "kernel/text.h"

namespace ayni {
namespace {

void check(const Xml& element, int depth) {
    CHECK(!element.name.empty() && depth <= XmlLimits{}.depth);
    CHECK(is_utf8(element.text) && element.text.find('\0') == std::string::npos);
    CHECK(parse_xml("<a>" + xml_text(element.text) + "</a>")->text == element.text);
    for (const auto& child : element.children) {
        CHECK(element.find(child.name) != nullptr);
        check(child, depth + 1);
    }
}

}  // namespace

void fuzz(Fuzzed& fuzzed) {
    if (const auto xml = parse_xml(fuzzed.rest())) check(*xml, 1);
}

}  // namespace ayni
