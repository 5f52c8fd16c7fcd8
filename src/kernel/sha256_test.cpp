#include "kernel/sha256.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ayni {
namespace {

// Known answers of FIPS 180-4 (NIST's examples and its million times 'a').
TEST(Sha256, GivesTheKnownAnswers) {
    EXPECT_EQ(hex(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hex(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hex(sha256("abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
                         "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu")),
              "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1");
    EXPECT_EQ(hex(sha256(std::string(1'000'000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

RC_GTEST_PROP(Sha256, IsTheSameInPieces, (const std::vector<std::string>& pieces)) {
    Sha256 hash;
    std::string whole;
    for (const auto& piece : pieces) {
        hash.add(piece);
        whole += piece;
    }
    RC_ASSERT(hash.finish() == sha256(whole));
    hash.add("abc");
    RC_ASSERT(hash.finish() == sha256("abc"));
}

TEST(Digest, IsStoredAsItsBytes) {
    const auto digest = sha256("abc");
    EXPECT_EQ(bytes_of(digest).size(), 32U);
    EXPECT_EQ(digest_of(bytes_of(digest)), digest);
    EXPECT_EQ(digest_of("too short"), Digest{});
    EXPECT_EQ(hex(std::string_view("\x00\x0f\xff", 3)), "000fff");
}

}  // namespace
}  // namespace ayni
