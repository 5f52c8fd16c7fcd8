// Any target of a request, and any Cookie header.
#include "kernel/address.h"

#include "fuzzed.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto text = fuzzed.rest();
    const auto address = parse_address(text);
    CHECK(text.starts_with(address.path));
    CHECK(!address.path.contains('?'));
    std::size_t decoded = 0;
    for (const auto& [name, value] : address.query) decoded += name.size() + value.size();
    CHECK(decoded <= text.size());
    const auto value = cookie_value(text, "ayni");
    CHECK(value.size() <= text.size() && text.contains(value));
}

}  // namespace ayni
