#include "edge/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace ayni {
namespace {

std::string unpacked(const std::string& packed) {
    z_stream stream{};
    EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
    std::string source = packed;
    std::string text(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(source.data());
    stream.avail_in = static_cast<uInt>(source.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    text.resize(stream.total_out);
    inflateEnd(&stream);
    return text;
}

bool is_packed(const Outgoing& out) {
    for (const auto& [name, value] : out.headers)
        if (name == "Content-Encoding") return true;
    return false;
}

TEST(Gzip, GivesTheSameBytesBack) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += std::to_string(i * 7919 % 1009);
    for (const auto& each : {text, std::string(), std::string("\0\xff", 2)}) {
        EXPECT_EQ(unpacked(gzip(each, 4)), each);
        EXPECT_EQ(unpacked(gzip(each, 9)), each);
    }
    EXPECT_LT(gzip(text, 9).size(), text.size() / 2);
}

TEST(Gzip, GoesOnlyToWhoTakesIt) {
    for (const auto* accepted : {"gzip", "gzip, deflate, br", "br;q=1.0, gzip;q=0.8", " gzip "})
        EXPECT_TRUE(takes_gzip(accepted)) << accepted;
    for (const auto* accepted : {"", "br", "gzip;q=0", "gzip; q=0.0", "x-gzip", "identity"})
        EXPECT_FALSE(takes_gzip(accepted)) << accepted;
}

TEST(Gzip, LeavesWhatIsShortOrNoText) {
    Outgoing text{.body = std::string(5'000, 'a'), .headers = {}};
    pack_answer("gzip", text);
    EXPECT_TRUE(is_packed(text));
    EXPECT_EQ(unpacked(text.body), std::string(5'000, 'a'));
    const auto once = text.body;
    pack_answer("gzip", text);
    EXPECT_EQ(text.body, once);

    Outgoing brief{.body = "{}", .headers = {}};
    pack_answer("gzip", brief);
    EXPECT_FALSE(is_packed(brief));
    Outgoing paper{.type = "application/pdf", .body = std::string(5'000, 'a'), .headers = {}};
    pack_answer("gzip", paper);
    EXPECT_FALSE(is_packed(paper));
    Outgoing plain{.body = std::string(5'000, 'a'), .headers = {}};
    pack_answer("", plain);
    EXPECT_FALSE(is_packed(plain));
    EXPECT_EQ(plain.headers.back().first, "Vary");
}

}  // namespace
}  // namespace ayni
