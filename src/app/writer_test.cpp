#include "app/held_up_writer_test.h"

#include <atomic>
#include <functional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace ayni {
namespace {

TEST_F(HeldUp, TakesNoMoreThanItCanKeepWaiting) {
    std::atomic<int> done = 0;
    int taken = 0;
    while (taken < 10'000 && writer_->submit([](Connection&) { return true; },
                                             [&](bool durable) { done += durable; }))
        ++taken;
    EXPECT_GT(taken, 1'000);
    EXPECT_LT(taken, 10'000) << "the caller is told that it is busy";
    EXPECT_EQ(static_cast<int>(writer_->waiting()), taken);
    let_go();
    EXPECT_EQ(done, taken) << "what was taken is done";
}

TEST_F(HeldUp, LetsLongJobsWaitBehindWhoeverWaits) {
    std::vector<char> order;
    const auto submit = [&](char name, Urgency urgency) {
        EXPECT_TRUE(writer_->submit(
            [&order, name](Connection&) {
                order.push_back(name);
                return true;
            },
            [](bool) {}, urgency));
    };
    for (int i = 0; i < 40; ++i) submit('j', Urgency::can_wait);
    for (int i = 0; i < 3; ++i) submit('p', Urgency::someone_waits);
    go_.set_value();
    writer_.reset();
    ASSERT_EQ(order.size(), 43U);
    EXPECT_EQ(std::string(order.begin(), order.begin() + 3), "ppp");
}

TEST_F(HeldUp, ALongJobHasItsTurnHoweverManyWait) {
    std::atomic<bool> done = false;
    EXPECT_TRUE(writer_->submit([](Connection&) { return true; }, [&](bool) { done = true; },
                                Urgency::can_wait));
    // Whoever is answered comes again, as telephones do.
    std::function<void()> again = [&] {
        const auto act = [](Connection&) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
            return true;
        };
        if (done) return;
        EXPECT_TRUE(writer_->submit(act, [&](bool) { again(); }));
    };
    for (int i = 0; i < 100; ++i) again();
    go_.set_value();
    for (int i = 0; i < 10'000 && !done; ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    EXPECT_TRUE(done);
    writer_.reset();
}

TEST_F(HeldUp, AJobThatWaitsIsDoneBeforeItStops) {
    std::atomic<int> done = 0;
    for (int i = 0; i < 100; ++i)
        EXPECT_TRUE(writer_->submit([](Connection&) { return true; }, [&](bool) { ++done; },
                                    Urgency::can_wait));
    go_.set_value();
    writer_.reset();
    EXPECT_EQ(done, 100);
}

}  // namespace
}  // namespace ayni
