#include "kernel/hmac_sha1.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include "kernel/check.h"

namespace ayni {

std::array<std::uint8_t, 20> hmac_sha1(std::string_view key, std::string_view message) noexcept {
    std::array<std::uint8_t, 20> digest{};
    unsigned length = 0;
    const auto* bytes = reinterpret_cast<const unsigned char*>(message.data());
    CHECK(HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), bytes, message.size(),
               digest.data(), &length) != nullptr);
    CHECK(length == digest.size());
    return digest;
}

}  // namespace ayni
