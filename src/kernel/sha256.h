#pragma once
// The one hash of Ayni: browsers have it too.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace ayni {

using Digest = std::array<std::uint8_t, 32>;

/// Adds bytes in pieces and gives their SHA-256. Values are framed by the caller, not here.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void add(std::string_view bytes);
    /// The digest of all that was added; afterwards it starts anew.
    [[nodiscard]] Digest finish();

private:
    void* state_;
};

[[nodiscard]] Digest sha256(std::string_view bytes);
[[nodiscard]] std::string hex(const Digest& digest);
[[nodiscard]] std::string hex(std::string_view bytes);
/// The bytes of a digest, for storing.
[[nodiscard]] inline std::string_view bytes_of(const Digest& digest) noexcept {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}
/// The digest stored as 32 bytes; all zero for anything else.
[[nodiscard]] Digest digest_of(std::string_view bytes) noexcept;

}  // namespace ayni
