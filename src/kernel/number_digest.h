#pragma once
// The digest of millions of numbers: written into one place, hashed when it is full.

#include <array>
#include <string_view>

#include "kernel/sha256.h"
#include "kernel/varint.h"

namespace ayni {

/// The SHA-256 of numbers, each as `put_signed` writes it, and of texts.
class NumberDigest {
public:
    template <class... Number>
    void add(Number... values) {
        static_assert(sizeof...(values) * longest_varint <= room);
        if (size_ + sizeof...(values) * longest_varint > room) flush();
        char* end = bytes_.data() + size_;
        ((end = write_unsigned(end, zigzag(static_cast<std::int64_t>(values)))), ...);
        size_ = static_cast<std::size_t>(end - bytes_.data());
    }
    void add_text(std::string_view text) {
        flush();
        hash_.add(text);
    }
    [[nodiscard]] Digest finish() {
        flush();
        return hash_.finish();
    }

private:
    static constexpr std::size_t room = 1 << 14;
    std::array<char, room> bytes_{};
    std::size_t size_ = 0;
    Sha256 hash_;

    void flush() {
        hash_.add({bytes_.data(), size_});
        size_ = 0;
    }
};

}  // namespace ayni
