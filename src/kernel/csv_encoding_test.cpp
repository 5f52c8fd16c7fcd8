#include "kernel/csv_encoding.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "kernel/arbitrary_test.h"
#include "kernel/shared_data_test.h"
#include "kernel/text.h"

namespace ayni {
namespace {

CsvText decoded(std::string bytes) { return decode_csv(std::move(bytes)).value(); }

Refusal refused(std::string bytes) {
    const auto text = decode_csv(std::move(bytes));
    EXPECT_FALSE(text) << text->encoding << ": " << text->utf8;
    return text ? Refusal{} : text.error().reason();
}

// UTF-16 of UTF-8, by the standard's own arithmetic.
std::string utf16(std::string_view utf8, bool big_endian) {
    std::string out = big_endian ? "\xFE\xFF" : "\xFF\xFE";
    const auto unit = [&](std::uint32_t value) {
        const char high = static_cast<char>(value >> 8), low = static_cast<char>(value & 255U);
        out += big_endian ? high : low;
        out += big_endian ? low : high;
    };
    for (std::size_t i = 0; i < utf8.size();) {
        const auto lead = static_cast<unsigned char>(utf8[i]);
        const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t point = length == 1 ? lead : lead & (0xFFU >> (length + 1));
        for (std::size_t k = 1; k < length; ++k)
            point = point << 6 | (static_cast<unsigned char>(utf8[i + k]) & 63U);
        i += length;
        if (point < 0x10000) {
            unit(point);
        } else {
            unit(0xD800 + ((point - 0x10000) >> 10));
            unit(0xDC00 + ((point - 0x10000) & 0x3FFU));
        }
    }
    return out;
}

TEST(CsvEncoding, OfUtf8WithAndWithoutMark) {
    EXPECT_EQ(decoded("señor,año\n").utf8, "señor,año\n");
    EXPECT_EQ(decoded("señor,año\n").encoding, "utf-8");
    EXPECT_EQ(decoded("\xEF\xBB\xBFseñor\n").utf8, "señor\n");
    EXPECT_EQ(decoded("").utf8, "");
    EXPECT_EQ(decoded("\xEF\xBB\xBF").utf8, "");
}

RC_GTEST_PROP(CsvEncoding, OfUtf16IsConvertedInBothByteOrders, ()) {
    const auto text = *any_text();
    RC_ASSERT(decoded(utf16(text, false)).utf8 == text);
    RC_ASSERT(decoded(utf16(text, true)).utf8 == text);
    RC_ASSERT(decoded(utf16(text, true)).encoding == "utf-16be");
}

TEST(CsvEncoding, OfBrokenUtf16IsRefused) {
    for (std::string_view bytes :
         {std::string_view("\xFF\xFEx"), std::string_view("\xFF\xFE\x00\xD8", 4),
          std::string_view("\xFF\xFE\x00\xDC", 4), std::string_view("\xFF\xFE\x00\xD8x\0", 6),
          std::string_view("\xFF\xFEx\0\0\0", 6), std::string_view("\xFE\xFF\0\0", 4)})
        EXPECT_EQ(refused(std::string(bytes)), Refusal::csv_encoding_unknown);
}

TEST(CsvEncoding, OfOneByteLettersIsConvertedAndSaid) {
    EXPECT_EQ(decoded("se\xF1or;a\xF1o\r\n").utf8, "señor;año\r\n");
    EXPECT_EQ(decoded("se\xF1or;a\xF1o\r\n").encoding, "iso-8859-1");
    EXPECT_EQ(decoded("\x80 5 \x93leche\x94 \xE9").utf8, "€ 5 “leche” é");
    EXPECT_EQ(decoded("\x80 5").encoding, "windows-1252");
    std::string all;
    for (int byte = 0xA0; byte < 0x100; ++byte) all += static_cast<char>(byte);
    EXPECT_EQ(decoded(all).utf8.size(), 2 * all.size());
}

TEST(CsvEncoding, OfWhatIsNoTextIsRefused) {
    for (const auto& bytes :
         {std::string("a\0b\0", 4), std::string("\xFF\xFE\0\0a\0\0\0", 8), std::string("\x81"),
          std::string("\xEF\xBB\xBF\xF1"), std::string("caf\xE9\x07")})
        EXPECT_EQ(refused(bytes), Refusal::csv_encoding_unknown);
}

TEST(CsvEncoding, OfSpreadsheetsPapersAndPicturesIsRefusedByName) {
    const std::string zip("PK\x03\x04\x14\0\x06\0\x08\0", 10);
    for (const auto& bytes : {zip, std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"),
                              std::string("%PDF-1.7\n%\xE2\xE3"), std::string("\x89PNG\r\n\x1A\n"),
                              std::string("\xFF\xD8\xFF\xE0"), std::string("{\\rtf1\\ansi")})
        EXPECT_EQ(refused(bytes), Refusal::file_not_csv);
    EXPECT_EQ(decoded("PK,kg\n").utf8, "PK,kg\n");
    EXPECT_EQ(decoded("%;kg\n").utf8, "%;kg\n");
}

TEST(CsvEncoding, OfUtf7IsRefusedClearly) {
    EXPECT_EQ(refused("Cow+AF8-ID,Litres\nA,5\n"), Refusal::csv_utf7);
    EXPECT_EQ(refused("day,cow\n2025+AC0-11+AC0-01,A\n2025+AC0-11+AC0-02,B\n"), Refusal::csv_utf7);
    EXPECT_EQ(refused("se+APE-or\n"), Refusal::csv_utf7);
    EXPECT_EQ(refused("precio +IKw-\n"), Refusal::csv_utf7);
}

TEST(CsvEncoding, OfUtf7IsRefusedWhereverALetterStands) {
    const std::string many = [] {
        std::string rows = "day,cow,note\n";
        for (int i = 0; i < 1000; ++i) rows += "2025-03-01,A,\n";
        return rows;
    }();
    for (std::string_view cell : {"peque+APE-a", "ma+APE-ana", "Jos+AOk", "+ANE-aupari",
                                  "+AL8-qu+AOk-?", "+APEA4Q-o", "a+AKE-", "+Ak8-"})
        EXPECT_EQ(refused(many + "2025-03-02,B," + std::string(cell) + "\n"), Refusal::csv_utf7)
            << cell;
    EXPECT_EQ(refused("day,cow\n2025-03-01,Jos+AOk"), Refusal::csv_utf7);
}

TEST(CsvEncoding, ThatOnlyMentionsUtf7IsRead) {
    for (std::string text :
         {"phone\n+51-987654321\n+124-5\n", "sum\n1+2-3\n", "a\n+-\n", "a\n++++-\n",
          "grade\nA+\nB-\n", "text\n+ADw-script+AD4-\n", "a+AF-\n", "a+AF9-\n", "Cow+AF8-ID,ñ\n",
          "+AF8\n", "ma+APE-ana,ñ\n", "phone\n+51-999\n+51 999 888 777\n+511-4567\n",
          "code\nA+B-C\nA+AGUA-1\n", "code\nM+ABC-1\n", "code\na+AKA-\n", "code\nVit+AA-\n",
          "sum\n10+20-5\n", "code\n+AlA-\n"})
        EXPECT_EQ(decoded(text).utf8, text);
}

TEST(CsvEncoding, OfRealFarmSheetsInUtf7IsRefused) {
    const auto folder = shared_data("data/milk/utf7-farm");
    if (!folder) return;
    for (const auto& file : files_in(*folder))
        EXPECT_EQ(refused(bytes_of_file(file)), Refusal::csv_utf7) << file;
}

RC_GTEST_PROP(CsvEncoding, OfAnyBytesIsRefusedOrGivesUtf8WithoutNul, (std::string bytes)) {
    if (const auto text = decode_csv(std::move(bytes))) {
        RC_ASSERT(is_utf8(text->utf8));
        RC_ASSERT(text->utf8.find('\0') == std::string::npos);
    }
}

}  // namespace
}  // namespace ayni
