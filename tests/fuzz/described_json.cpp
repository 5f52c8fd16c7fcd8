// Any bytes as a described value: read as something that is written canonically, or refused with
// places that can be shown.
#include "kernel/described_json.h"

#include "fuzzed.h"
#include "kernel/every_kind_test.h"
#include "kernel/packed.h"
#include "kernel/text.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto value = from_json_text<EveryKind>(fuzzed.rest());
    if (!value) {
        CHECK(!value.error().problems.empty());
        for (const auto& [reason, where, detail] : value.error().problems) {
            CHECK(where.empty() || where.starts_with('/'));
            CHECK(is_utf8(where) && is_utf8(detail) && detail.size() <= 80);
        }
        return;
    }
    const auto text = to_json_text(*value);
    CHECK(from_json_text<EveryKind>(text) == *value);
    CHECK(print_json(parse_json(text).value()) == text);
    CHECK(unpack<EveryKind>(pack(*value)) == *value);
    std::string concealed;
    append_concealed(
        concealed, shape_of<EveryKind>(), &*value,
        [](const std::string&, std::string_view, const FieldNote&) { return "digest"; });
    const auto log = parse_json(concealed).value();
    CHECK(log.find("name")->find("sha256") != nullptr);
}

}  // namespace ayni
