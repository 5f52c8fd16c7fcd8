// Any bytes as the packed readings of a sample, any text as their pairs.
#include "kernel/quality.h"

#include "fuzzed.h"
#include "kernel/describe.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto bytes = fuzzed.rest();
    if (const auto readings = Readings::unpack(bytes)) {
        CHECK(readings->pack() == bytes);
        CHECK(readings->all().size() == bytes.size() / 5);
        for (const auto& reading : readings->all())
            CHECK(*readings->find(reading.attribute) == reading.value);
    }
    Readings read, again;
    if (!describing::read_readings(bytes, &read)) return;
    const auto text = describing::write_readings(&read);
    CHECK(describing::read_readings(text, &again) && again == read);
    CHECK(Readings::unpack(read.pack()) == read);
}

}  // namespace ayni
