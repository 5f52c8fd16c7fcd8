#include "kernel/hmac_sha1.h"

#include <gtest/gtest.h>

#include "kernel/sha256.h"

namespace ayni {
namespace {

std::string hex_of(std::string_view key, std::string_view message) {
    const auto digest = hmac_sha1(key, message);
    return hex(std::string_view(reinterpret_cast<const char*>(digest.data()), digest.size()));
}

// Known answers of RFC 2202, section 3.
TEST(HmacSha1, GivesTheKnownAnswers) {
    EXPECT_EQ(hex_of(std::string(20, '\x0b'), "Hi There"),
              "b617318655057264e28bc0b6fb378c8ef146be00");
    EXPECT_EQ(hex_of("Jefe", "what do ya want for nothing?"),
              "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79");
    EXPECT_EQ(
        hex_of(std::string(80, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First"),
        "aa4ae5e15272d00e95705637ce8a3b55ed402112");
}

}  // namespace
}  // namespace ayni
