#include "edge/papers/payments_csv.h"

#include <gtest/gtest.h>

#include "app/sample_statement_test.h"
#include "kernel/csv.h"

namespace ayni {
namespace {

TEST(PaymentsCsv, HasATitleAndARowForEachPayment) {
    EXPECT_EQ(payments_csv(sample_payments(2), Language::es),
              "\xEF\xBB\xBF"
              "Referencia,Código,Nombre,Importe,Moneda\r\n"
              "S7-P-1,P-1,Ñusta Huamán 1,133.52,PEN\r\n"
              "S7-P-2,P-2,Ñusta Huamán 2,143.59,PEN\r\n");
    EXPECT_TRUE(payments_csv(sample_payments(0), Language::en)
                    .ends_with("Reference,Code,Name,Amount,Currency\r\n"));
}

TEST(PaymentsCsv, HasItsControlSumInTheNameOfTheFile) {
    EXPECT_EQ(payments_file_name(sample_payments(2), Language::es),
              "pagos_2025-07-01_2025-07-15_2_277.11_PEN.csv");
}

TEST(PaymentsCsv, LeavesNoFormulaToASpreadsheet) {
    auto list = sample_payments(1);
    list.payments[0].name = "=HYPERLINK(\"http://x\",\"Rosa\")";
    list.payments[0].amount = soles(-1'250);
    const auto csv = payments_csv(list, Language::es);
    EXPECT_NE(csv.find(",\"'=HYPERLINK(\"\"http://x\"\",\"\"Rosa\"\")\",-12.50,PEN\r\n"), csv.npos)
        << csv;
}

TEST(PaymentsCsv, GivesEveryNaughtyStringBack) {
    auto list = sample_payments(0);
    for (const auto& string : naughty_strings())
        list.payments.push_back({"P-1", string, soles(100), "S7-P-1", {}, {}});
    const auto text = decode_csv(payments_csv(list, Language::es)).value();
    auto reader = CsvReader::open(text).value();
    for (const auto& payment : list.payments) {
        ASSERT_TRUE(reader.next());
        ASSERT_FALSE(reader.problem()) << payment.name;
        EXPECT_EQ(unneutralised(reader.row()[2]), payment.name);
    }
    EXPECT_FALSE(reader.next());
}

}  // namespace
}  // namespace ayni
