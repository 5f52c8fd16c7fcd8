// Any text as a day and as a moment: each has one form only.
#include "kernel/date.h"

#include "fuzzed.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto text = fuzzed.rest();
    if (const auto date = parse_date(text)) {
        CHECK(print(*date) == text);
        CHECK(date_of(civil(*date)) == *date);
        CHECK(fortnight_of(*date).contains(*date));
    }
    if (const auto instant = parse_instant(text)) CHECK(print(*instant) == text);
}

}  // namespace ayni
