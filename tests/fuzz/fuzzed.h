#pragma once
// What every fuzz target shares: the bytes that the fuzzer made up, taken piece by piece. A target
// defines `ayni::fuzz` and states with CHECK what must hold.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "kernel/check.h"

namespace ayni {

/// The bytes of one run.
class Fuzzed {
public:
    explicit Fuzzed(std::string_view bytes) : bytes_(bytes) {}
    /// The next byte as a number from 0 to below `choices`; 0 when there is none left.
    [[nodiscard]] int choose(int choices) {
        if (bytes_.empty()) return 0;
        const auto byte = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return byte % choices;
    }
    /// The next eight bytes as a number.
    [[nodiscard]] std::int64_t number() {
        std::uint64_t value = 0;
        for (int i = 0; i < 8; ++i) value = value << 8 | static_cast<std::uint64_t>(choose(256));
        return static_cast<std::int64_t>(value);
    }
    /// All up to the next NUL, which is taken too.
    [[nodiscard]] std::string_view text() {
        const auto text = bytes_.substr(0, bytes_.find('\0'));
        bytes_.remove_prefix(text.size() + (text.size() < bytes_.size() ? 1 : 0));
        return text;
    }
    /// All that is left.
    [[nodiscard]] std::string_view rest() {
        const auto all = bytes_;
        bytes_ = {};
        return all;
    }

private:
    std::string_view bytes_;
};

void fuzz(Fuzzed& fuzzed);

}  // namespace ayni

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ayni::Fuzzed fuzzed({reinterpret_cast<const char*>(data), size});
    ayni::fuzz(fuzzed);
    return 0;
}
