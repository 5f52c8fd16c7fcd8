// Any bytes as a text message: always sendable, and a second time nothing changes.
#include "kernel/sms_text.h"

#include "fuzzed.h"
#include "kernel/text.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto plain = gsm_text(fuzzed.rest());
    CHECK(is_utf8(plain));
    CHECK(gsm_text(plain) == plain);
    const auto places = static_cast<std::size_t>(gsm_length(plain));
    CHECK(places >= letters(plain) && places <= 2 * letters(plain));
}

}  // namespace ayni
