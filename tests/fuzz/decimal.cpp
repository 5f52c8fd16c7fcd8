// Any text as a decimal number of 0 to 18 places: what is read says the same as what was written.
#include "kernel/decimal.h"

#include "fuzzed.h"
#include "plain_number.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const int places = fuzzed.choose(19), least = fuzzed.choose(places + 1);
    const auto text = fuzzed.rest();
    const auto value = parse_decimal(text, places);
    if (!value) return;
    const auto printed = print_decimal(*value, places, least);
    CHECK(plain_number(printed) == plain_number(text));
    CHECK(parse_decimal(printed, places) == *value);
    CHECK(print_decimal(*value, places, least) == printed);
}

}  // namespace ayni
