#include "app/turns.h"

#include <thread>
#include <vector>

#include <gtest/gtest.h>

namespace ayni {
namespace {

TEST(Turns, OfWhoWritesForAllAreBesideNobody) {
    Turns turns;
    std::atomic<int> together = 0;
    std::atomic<bool> is_alone = false, met = false;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 3; ++i)
            threads.emplace_back([&] {
                for (int turn = 0; turn < 500; ++turn) {
                    const auto held = turns.take(Turns::Kind::together);
                    ++together;
                    if (is_alone) met = true;
                    --together;
                }
            });
        threads.emplace_back([&] {
            for (int turn = 0; turn < 500; ++turn) {
                const auto held = turns.take(Turns::Kind::alone);
                is_alone = true;
                if (together != 0) met = true;
                is_alone = false;
            }
        });
    }
    EXPECT_FALSE(met);
    EXPECT_EQ(turns.taken_alone(), 500U);
}

}  // namespace
}  // namespace ayni
