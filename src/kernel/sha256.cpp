#include "kernel/sha256.h"

#include <algorithm>

#include <openssl/evp.h>

#include "kernel/check.h"

namespace ayni {
namespace {

// Fetched once: asking for it by name costs more than a short message's hash.
const EVP_MD* algorithm() {
    static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

EVP_MD_CTX* context(void* state) { return static_cast<EVP_MD_CTX*>(state); }

}  // namespace

Sha256::Sha256() : state_(EVP_MD_CTX_new()) {
    CHECK(state_ != nullptr);
    CHECK(EVP_DigestInit_ex2(context(state_), algorithm(), nullptr) == 1);
}

Sha256::~Sha256() { EVP_MD_CTX_free(context(state_)); }

void Sha256::add(std::string_view bytes) {
    CHECK(EVP_DigestUpdate(context(state_), bytes.data(), bytes.size()) == 1);
}

Digest Sha256::finish() {
    Digest digest;
    CHECK(EVP_DigestFinal_ex(context(state_), digest.data(), nullptr) == 1);
    CHECK(EVP_DigestInit_ex2(context(state_), nullptr, nullptr) == 1);
    return digest;
}

Digest sha256(std::string_view bytes) {
    thread_local Sha256 hash;
    hash.add(bytes);
    return hash.finish();
}

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned char byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string hex(const Digest& digest) { return hex(bytes_of(digest)); }

Digest digest_of(std::string_view bytes) noexcept {
    Digest digest{};
    if (bytes.size() == digest.size()) std::ranges::copy(bytes, digest.begin());
    return digest;
}

}  // namespace ayni
