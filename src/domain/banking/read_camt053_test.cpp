#include "domain/banking/read_camt053.h"

#include <gtest/gtest.h>

#include "domain/banking/check_statement.h"
#include "kernel/shared_data_test.h"

namespace ayni {
namespace {

Result<std::vector<BankStatement>> read(const std::string& xml) {
    const auto parsed = parse_xml(xml);
    EXPECT_TRUE(parsed) << xml;
    return read_camt053(*parsed);
}

std::string statement(const std::string& inside) {
    return "<Document><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>A 1</IBAN></Id></Acct>" +
           inside + "</Stmt></BkToCstmrStmt></Document>";
}

std::string entry(const std::string& amount, const std::string& inside) {
    return "<Ntry><Amt Ccy=\"PEN\">" + amount + "</Amt><CdtDbtInd>DBIT</CdtDbtInd>" +
           "<BookgDt><Dt>2025-03-17</Dt></BookgDt>" + inside + "</Ntry>";
}

Refusal why_not(const std::string& xml) {
    const auto read_it = read(xml);
    EXPECT_FALSE(read_it) << xml;
    return read_it ? Refusal::not_found : read_it.error().reason();
}

TEST(ReadCamt053, TakesOnlyWhatIsBooked) {
    const auto all = read(
        statement(entry("1.00", "<Sts>BOOK</Sts>") + entry("2.00", "<Sts><Cd>PDNG</Cd></Sts>") +
                  entry("0.00", "<Sts>BOOK</Sts>") + entry("3.00", "<Sts><Cd>BOOK</Cd></Sts>")));
    ASSERT_TRUE(all);
    ASSERT_EQ(all->front().lines.size(), 2U);
    EXPECT_EQ(all->front().lines[1].amount, (Money{-300, Currency::known("PEN")}));
}

TEST(ReadCamt053, KnowsEachPaymentOfASum) {
    const auto detail = [](const std::string& reference, const std::string& amount) {
        return "<TxDtls><Refs><EndToEndId>" + reference + "</EndToEndId></Refs><Amt Ccy=\"PEN\">" +
               amount + "</Amt></TxDtls>";
    };
    const auto all = read(
        statement(entry("3.00",
                        "<Sts>BOOK</Sts><NtryDtls><Btch><PmtInfId>M"
                        "</PmtInfId></Btch>" +
                            detail("A", "1.00") + detail("B", "2.00") + "</NtryDtls>")));
    ASSERT_TRUE(all);
    const auto& line = all->front().lines.front();
    EXPECT_EQ(line.own_reference, "M");
    ASSERT_EQ(line.details.size(), 2U);
    EXPECT_EQ(line.details[1].reference, "B");
    EXPECT_EQ(print_amount(line.details[1].amount), "-2.00");
}

std::string summary(const std::string& inside) {
    return statement(entry("3.00", "<Sts>BOOK</Sts>") +
                     "<Ntry><Amt Ccy=\"PEN\">1.50</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                     "<ValDt><Dt>2025-03-18</Dt></ValDt><Sts>BOOK</Sts></Ntry>" +
                     entry("2.00", "<Sts>PDNG</Sts>") + "<TxsSummry>" + inside + "</TxsSummry>");
}

std::pair<std::string, std::string> differs(const std::string& xml) {
    const auto read_it = read(xml);
    if (read_it || read_it.error().reason() != Refusal::totals_differ) return {};
    const auto& problem = read_it.error().problems.front();
    return {problem.where, problem.detail};
}

TEST(ReadCamt053, HoldsItsSummaryAgainstItsEntries) {
    EXPECT_TRUE(read(summary("")));
    EXPECT_TRUE(read(
        summary("<TtlNtries><NbOfNtries>3</NbOfNtries><Sum>6.5</Sum><TtlNetNtryAmt>3.50"
                "</TtlNetNtryAmt><CdtDbtInd>DBIT</CdtDbtInd></TtlNtries><TtlCdtNtries><NbOfNtries>1"
                "</NbOfNtries><Sum>1.500</Sum></TtlCdtNtries><TtlDbtNtries><NbOfNtries>2"
                "</NbOfNtries><Sum>5</Sum></TtlDbtNtries>")));
    const std::string in = "/statements/0/summary";
    using Differs = std::pair<std::string, std::string>;
    EXPECT_EQ(differs(summary("<TtlNtries><NbOfNtries>2</NbOfNtries></TtlNtries>")),
              Differs(in + "/count", "3"));
    EXPECT_EQ(differs(summary("<TtlNtries><Sum>6.51</Sum></TtlNtries>")),
              Differs(in + "/total", "6.50"));
    EXPECT_EQ(differs(summary("<TtlNtries><Sum>much</Sum></TtlNtries>")),
              Differs(in + "/total", "6.50"));
    EXPECT_EQ(differs(summary("<TtlNtries><TtlNetNtry><Amt>3.50</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                              "</TtlNetNtry></TtlNtries>")),
              Differs(in + "/net", "-3.50"));
    EXPECT_EQ(differs(summary("<TtlCdtNtries><Sum>1.49</Sum></TtlCdtNtries>")),
              Differs(in + "/credits/total", "1.50"));
    EXPECT_EQ(differs(summary("<TtlDbtNtries><NbOfNtries>1</NbOfNtries></TtlDbtNtries>")),
              Differs(in + "/debits/count", "2"));
}

TEST(ReadCamt053, HoldsAnEntryAgainstItsPayments) {
    const auto of = [](const std::string& details) {
        return statement(entry("3.00", "<Sts>BOOK</Sts><NtryDtls>" + details + "</NtryDtls>"));
    };
    const auto one = [](const std::string& amount, const std::string& inside = {}) {
        return "<TxDtls><AmtDtls><TxAmt><Amt Ccy=\"PEN\">" + amount + "</Amt></TxAmt></AmtDtls>" +
               inside + "</TxDtls>";
    };
    using Differs = std::pair<std::string, std::string>;
    EXPECT_TRUE(read(of(one("3.00"))));
    EXPECT_TRUE(read(of(one("4.00") + one("1.00", "<CdtDbtInd>CRDT</CdtDbtInd>"))));
    EXPECT_TRUE(read(of(one("2.99")))) << "of one payment the entry's amount counts";
    EXPECT_EQ(differs(of(one("1.00") + one("2.01"))),
              Differs("/statements/0/lines/0/details", "-3.01"));
    // A fee that was kept back is told beside; another currency cannot be summed.
    EXPECT_TRUE(read(of(one("2.50") + one("1.00", "<Chrgs/>"))));
    EXPECT_TRUE(read(of(one("1.00") + "<TxDtls><Amt Ccy=\"USD\">0.80</Amt></TxDtls>")));
}

TEST(ReadCamt053, NamesWhatIsWrong) {
    const std::string booked = "<Sts>BOOK</Sts>";
    EXPECT_EQ(why_not("<Document><BkToCstmrStmt/></Document>"), Refusal::field_missing);
    EXPECT_EQ(why_not("<Document><CstmrPmtStsRpt/></Document>"), Refusal::file_kind_unknown);
    EXPECT_EQ(why_not("<rss/>"), Refusal::file_kind_unknown);
    EXPECT_EQ(why_not(statement(entry("1.00001", booked))), Refusal::too_many_decimals);
    EXPECT_EQ(why_not(statement(entry("-1.00", booked))), Refusal::amount_not_positive);
    EXPECT_EQ(why_not(statement(entry("1e3", booked))), Refusal::not_a_decimal);
    EXPECT_EQ(why_not(statement("<Ntry><Amt Ccy=\"XYZ\">1</Amt><Sts>BOOK</Sts></Ntry>")),
              Refusal::unknown_currency);
    EXPECT_EQ(why_not(statement("<Ntry><Amt Ccy=\"PEN\">1</Amt><CdtDbtInd>OUT</CdtDbtInd>"
                                "<Sts>BOOK</Sts></Ntry>")),
              Refusal::not_a_choice);
    EXPECT_EQ(why_not(statement("<Ntry><Amt Ccy=\"PEN\">1</Amt><CdtDbtInd>DBIT</CdtDbtInd>"
                                "<Sts>BOOK</Sts><ValDt><Dt>2025-02-30</Dt></ValDt></Ntry>")),
              Refusal::not_a_date);
}

// What another library reads of the same files stands beside them.
TEST(ReadCamt053, ReadsTheSamplesOfOthersAsTheyDo) {
    for (const std::string name : {"v2.minimal.ultimate", "v3", "v4", "v8"}) {
        const auto file = shared_data("data/iso20022/samples/genkgo_camt053." + name + ".xml");
        if (!file) return;
        const auto all = read(bytes_of_file(*file));
        ASSERT_TRUE(all) << name;
        const auto& one = all->front();
        EXPECT_EQ(one.account, "NL26VAYB8060476890");
        EXPECT_EQ(one.id, "253EURNL26VAYB8060476890");
        ASSERT_EQ(one.lines.size(), 1U);
        EXPECT_EQ(print_amount(one.lines[0].amount), "8.85");
        EXPECT_EQ(print(one.lines[0].booked), "2014-12-31");
        EXPECT_EQ(print(one.lines[0].valued), "2015-01-02");
        EXPECT_TRUE(one.lines[0].text.contains("4654654654654654")) << one.lines[0].text;
        EXPECT_EQ(print_amount(one.opening->amount), "18.15");
        EXPECT_EQ(print_amount(one.closing->amount), "-27.00");
        const auto sound = check_statement(
            one, {.account = one.account, .currency = Currency::known("EUR"), .last = {}});
        EXPECT_EQ(sound.error().reason(), Refusal::currencies_differ) << "its closing is in SEK";
    }
}

TEST(ReadCamt053, ReadsADayThatIsATime) {
    const auto file = shared_data("data/iso20022/samples/genkgo_camt53.only-Dt-with-DtTm.xml");
    if (!file) return;
    const auto all = read(bytes_of_file(*file));
    ASSERT_TRUE(all);
    EXPECT_EQ(print(all->front().opening->day), "2025-07-23");
    EXPECT_EQ(print_amount(all->front().opening->amount), "5442.09");
    const auto sound = check_statement(
        all->front(),
        {.account = "GB33BUKB20201555555555", .currency = Currency::known("RON"), .last = {}});
    EXPECT_EQ(sound.error().reason(), Refusal::field_missing) << "it has no closing";
}

TEST(ReadCamt053, TakesNoOtherMessageOfTheSamples) {
    for (const std::string name :
         {"genkgo_camt053.v2.wrong.xml", "genkgo_camt054.v8.xml", "pain.001.001.03_abn.xml",
          "pain002-epo_p_0_0_0_2018032614401842.xml"}) {
        const auto file = shared_data("data/iso20022/samples/" + name);
        if (!file) return;
        const auto all = read(bytes_of_file(*file));
        ASSERT_FALSE(all) << name;
        EXPECT_EQ(all.error().reason(),
                  name.contains("wrong") ? Refusal::field_missing : Refusal::file_kind_unknown);
    }
}

}  // namespace
}  // namespace ayni
