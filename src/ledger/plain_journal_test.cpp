#include "ledger/plain_journal.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

const Currency pen = Currency::known("PEN");

TEST(PlainJournal, SaysEachLegWithItsParty) {
    Entry entry;
    entry.number = {12};
    entry.date = date_of({2025, 4, 1});
    entry.event_date = date_of({2025, 3, 31});
    entry.kind = EntryKind::settlement;
    entry.subject = 3;
    entry.legs = {{AccountRole::purchases_member, {}, {}, 0, {10'000, pen}},
                  {AccountRole::producer_payable, {17}, {}, 0, {-10'000, pen}}};
    std::string journal;
    append_plain(journal, entry,
                 {plain_account, [](PartyId party) { return plain_name(party, "M-017"); }});
    EXPECT_EQ(journal,
              "2025-04-01=2025-03-31 (12) settlement 3\n"
              "    expenses:purchases_member  100.00 PEN\n"
              "    liabilities:producer_payable:M-017  -100.00 PEN\n\n");
}

TEST(PlainJournal, OfAReversalSaysOfWhat) {
    Entry entry;
    entry.number = {13};
    entry.kind = EntryKind::reversal;
    entry.reverses = {12};
    std::string journal;
    append_plain(journal, entry, {plain_account, {}});
    EXPECT_EQ(journal, "1970-01-01 (13) reversal of 12\n\n");
}

TEST(PlainJournal, CallsAPartyByACodeThatNoReaderMistakes) {
    EXPECT_EQ(plain_name({17}, "M-017"), "M-017");
    EXPECT_EQ(plain_name({17}, "Botiquín San Isidro"), "Botiquín San Isidro");
    for (const auto* code : {"", "a  b", " a", "a ", "’", "x;y", "(v)", "a:b", "\xC3"})
        EXPECT_EQ(plain_name({17}, code), "#17") << code;
}

}  // namespace
}  // namespace ayni
