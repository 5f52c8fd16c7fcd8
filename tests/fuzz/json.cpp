// Any bytes as JSON: what is read keeps our limits and comes back the same.
#include "kernel/json.h"

#include <set>

#include "fuzzed.h"
#include "kernel/text.h"

namespace ayni {
namespace {

void check_limits(const Json& json, int levels) {
    CHECK(levels >= 0);
    CHECK(is_utf8(json.text));
    for (const auto& item : json.items) check_limits(item, levels - 1);
    std::set<std::string_view> names;
    for (const auto& [name, value] : json.members) {
        CHECK(is_utf8(name) && names.insert(name).second);
        CHECK(json.find(name) == &value);
        check_limits(value, levels - 1);
    }
}

}  // namespace

void fuzz(Fuzzed& fuzzed) {
    const auto json = parse_json(fuzzed.rest());
    if (!json) {
        CHECK(json.error().problems.size() == 1);
        return;
    }
    check_limits(*json, deepest_json);
    const auto printed = print_json(*json);
    CHECK(parse_json(printed) == *json);
}

}  // namespace ayni
