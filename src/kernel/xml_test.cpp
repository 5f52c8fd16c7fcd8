#include "kernel/xml.h"

#include <gtest/gtest.h>

#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

Refusal why_not(std::string_view bytes, const XmlLimits& limits = {}) {
    const auto xml = parse_xml(bytes, limits);
    EXPECT_FALSE(xml) << bytes;
    return xml ? Refusal::not_found : xml.error().reason();
}

TEST(Xml, IsATreeOfLocalNamesWithTheirNamespace) {
    const auto xml = parse_xml(
        "<?xml version='1.0' encoding='UTF-8'?>\n<!-- a bank -->\n"
        "<p:Document xmlns:p=\"urn:a\" xmlns=\"urn:b\"><Amt Ccy=\"PEN\"> 1.00 </Amt>"
        "<p:Id><![CDATA[<1>]]> &amp; &#50;&#x33;</p:Id><Amt Ccy='USD'>2</Amt></p:Document>");
    ASSERT_TRUE(xml) << code_of(xml.error().reason());
    EXPECT_EQ(xml->name, "Document");
    EXPECT_EQ(xml->name_space, "urn:a");
    EXPECT_EQ(xml->find("Amt")->name_space, "urn:b");
    EXPECT_EQ(xml->find("Amt")->attribute("Ccy"), "PEN");
    EXPECT_EQ(xml->text_at("Amt"), "1.00");
    EXPECT_EQ(xml->text_at("Id"), "<1> & 23");
    EXPECT_EQ(xml->all("Amt").size(), 2U);
    EXPECT_EQ(xml->at("Id/Amt"), nullptr);
}

TEST(Xml, RefusesADoctypeAndEveryEntityOfItsOwn) {
    EXPECT_EQ(why_not("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), Refusal::xml_entities);
    EXPECT_EQ(why_not("<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>"), Refusal::xml_entities);
    EXPECT_EQ(why_not("<!DOCTYPE a [<!ENTITY b"), Refusal::xml_entities);
    EXPECT_EQ(why_not("<a>&b;</a>"), Refusal::xml_entities);
    EXPECT_EQ(why_not("<a b=\"&c;\"/>"), Refusal::xml_entities);
}

TEST(Xml, RefusesWhatIsNotWellFormed) {
    for (const auto* text :
         {"", "text", "<a>", "<a></b>", "<a/><b/>", "<a/>text", "<a b='1' b='2'/>", "<p:a/>",
          "<a>&#0;</a>", "<a>&#xD800;</a>", "<a>&amp</a>", "<a>\x01</a>", "<a b=1/>", "<a"})
        EXPECT_EQ(why_not(text), Refusal::xml_malformed) << text;
}

TEST(Xml, KnowsItsEncodings) {
    EXPECT_EQ(parse_xml("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a>\xD1</a>")->text, "Ñ");
    EXPECT_EQ(parse_xml("\xEF\xBB\xBF<a>Ñ</a>")->text, "Ñ");
    EXPECT_EQ(why_not("<a>\xD1</a>"), Refusal::text_not_utf8);
    EXPECT_EQ(why_not(std::string_view("<a>\0</a>", 8)), Refusal::text_has_nul);
    EXPECT_EQ(why_not("<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>"),
              Refusal::csv_encoding_unknown);
    EXPECT_EQ(why_not(std::string_view("\xFF\xFE<\0a\0/\0>\0", 10)), Refusal::csv_encoding_unknown);
}

TEST(Xml, HasLimits) {
    std::string deep;
    for (int i = 0; i < 65; ++i) deep += "<a>";
    for (int i = 0; i < 65; ++i) deep += "</a>";
    EXPECT_EQ(why_not(deep), Refusal::xml_malformed);
    EXPECT_EQ(why_not("<a/>", {.bytes = 3}), Refusal::body_too_large);
    EXPECT_EQ(why_not("<a><b/><b/></a>", {.marks = 3}), Refusal::body_too_large);
}

TEST(Xml, ReadsEverySampleOfBanks) {
    const auto folder = shared_data("data/iso20022/samples");
    if (!folder) return;
    for (const auto& file : files_in(*folder)) {
        const bool is_xml = file.extension() == ".xml";
        EXPECT_TRUE(!is_xml || parse_xml(bytes_of_file(file))) << file;
    }
}

TEST(Xml, IsWrittenSoThatItReadsTheSame) {
    const std::string text = "a<b>&\"'ñ";
    EXPECT_EQ(parse_xml("<a>" + xml_text(text) + "</a>")->text, text);
}

}  // namespace
}  // namespace ayni
