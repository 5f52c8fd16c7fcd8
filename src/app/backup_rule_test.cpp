#include "app/backup_rule.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Instant at(std::string_view time) {
    const auto found = parse_instant(std::string(time) + ":00.000Z");
    EXPECT_TRUE(found) << time;
    return found.value_or(Instant{});
}

KeptCopy copy_of(std::string_view time) { return {copy_name("coop", at(time)), at(time), 1}; }

TEST(BackupRule, WhatIsTooOldMissingOrFailedIsNotGood) {
    CopyFacts copies;
    const auto now = at("2025-08-31T12:00");
    EXPECT_EQ(backup_state(copies, now), BackupState::off);
    copies.on = true;
    EXPECT_EQ(backup_state(copies, now), BackupState::missing);
    copies.failure = CopyFacts::Failure{now, Refusal::disk_full};
    EXPECT_EQ(backup_state(copies, now), BackupState::missing);
    copies.kept = {copy_of("2025-08-30T10:00")};  // 26 hours
    EXPECT_EQ(backup_state(copies, now), BackupState::failed);
    copies.failure.reset();
    EXPECT_EQ(backup_state(copies, now), BackupState::good);
    EXPECT_EQ(backup_state(copies, at("2025-08-31T12:01")), BackupState::overdue);
}

TEST(BackupRule, ACopyOfTomorrowProvesNothing) {
    CopyFacts copies;
    copies.on = true;
    copies.kept = {copy_of("2026-01-01T00:00")};
    EXPECT_EQ(backup_state(copies, at("2025-08-31T12:00")), BackupState::missing);
    EXPECT_TRUE(copies_to_remove(copies.kept, "America/Lima", at("2025-08-31T12:00")).empty());
}

TEST(BackupRule, ACopyIsDueOnceTheHourHasComeAndAnHourAfterAFailure) {
    const auto hour = at("2025-08-31T07:00"), now = at("2025-08-31T09:00");
    EXPECT_TRUE(is_copy_due({}, {}, hour, now));
    EXPECT_TRUE(is_copy_due(at("2025-08-30T23:00"), {}, hour, now));
    EXPECT_FALSE(is_copy_due(hour, {}, hour, now));
    EXPECT_FALSE(is_copy_due({}, at("2025-08-31T08:01"), hour, now));
    EXPECT_TRUE(is_copy_due({}, at("2025-08-31T08:00"), hour, now));
}

TEST(BackupRule, TheHourIsOfTheOrganisationsClock) {
    EXPECT_EQ(last_time_at("America/Lima", 120, at("2025-08-31T07:00")), at("2025-08-31T07:00"));
    EXPECT_EQ(last_time_at("America/Lima", 120, at("2025-08-31T06:59")), at("2025-08-30T07:00"));
    EXPECT_EQ(last_time_at("nowhere", 120, at("2025-08-31T06:59")), at("2025-08-31T02:00"));
    // On 2025-03-30 the clocks of Madrid go from 02:00 to 03:00; on 2025-10-26 02:30 comes twice.
    EXPECT_EQ(last_time_at("Europe/Madrid", 150, at("2025-03-30T12:00")), at("2025-03-30T01:00"));
    EXPECT_EQ(last_time_at("Europe/Madrid", 150, at("2025-10-26T12:00")), at("2025-10-26T00:30"));
}

TEST(BackupRule, TheNewestOfEachOfFourteenDaysIsKept) {
    std::vector<KeptCopy> kept{copy_of("2025-08-31T20:00"), copy_of("2025-08-31T07:00")};
    for (int day = 30; day >= 10; --day)
        kept.push_back(copy_of("2025-08-" + std::to_string(day) + "T07:00"));
    const auto removed = copies_to_remove(kept, "America/Lima", at("2025-08-31T20:00"));
    ASSERT_EQ(removed.size(), kept.size() - backup_days_kept);
    EXPECT_EQ(removed.front().name, "coop-20250831T070000Z.ayni");
    EXPECT_EQ(removed.at(1).name, "coop-20250817T070000Z.ayni");
}

TEST(BackupRule, ACopySaysInItsNameWhenItWasMadeAndNoOtherFileDoes) {
    const auto made = at("2025-08-31T07:00");
    EXPECT_EQ(made_of_name("coop", copy_name("coop", made)), made);
    for (const auto* name :
         {"coop.ayni", "coop-20250831T070000Z.ayni.part", "coop-20250831T070000Z", "coop-.ayni",
          "coop-20251331T070000Z.ayni", "coop-2025083107000000.ayni", "x-20250831T070000Z.ayni",
          "coop-2-20250831T070000Z.ayni", "coop.unverified"})
        EXPECT_FALSE(made_of_name("coop", name)) << name;
}

}  // namespace
}  // namespace ayni
