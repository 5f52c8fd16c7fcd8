// Any bytes as packed values: read as something that packs into bytes that read as the same.
#include "kernel/packed.h"

#include "fuzzed.h"
#include "kernel/every_kind_test.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto value = unpack<EveryKind>(fuzzed.rest());
    if (!value) {
        CHECK(value.error().reason() == Refusal::wrong_type);
        return;
    }
    const auto bytes = pack(*value);
    CHECK(unpack<EveryKind>(bytes) == *value);
    CHECK(pack(unpack<EveryKind>(bytes).value()) == bytes);
}

}  // namespace ayni
