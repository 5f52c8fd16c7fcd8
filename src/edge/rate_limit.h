#pragma once
// A budget of requests that refills with time: nobody may take all of a small machine.

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace ayni {

class RateLimit {
public:
    /// `per_second` are given back each second, up to `burst`. Rates of requests, not of money.
    RateLimit(double per_second, double burst) : per_second_(per_second), burst_(burst) {}
    /// Takes one from the budget of `who`; false when there is none left.
    [[nodiscard]] bool allows(const std::string& who) {
        if (per_second_ <= 0) return true;
        const auto now = std::chrono::steady_clock::now();
        const std::lock_guard lock(mutex_);
        if (budgets_.size() > 50'000) budgets_.clear();
        auto& budget = budgets_.try_emplace(who, Budget{burst_, now}).first->second;
        const std::chrono::duration<double> passed = now - budget.at;
        budget.left = std::min(burst_, budget.left + passed.count() * per_second_);
        budget.at = now;
        if (budget.left < 1) return false;
        budget.left -= 1;
        return true;
    }

private:
    struct Budget {
        double left;
        std::chrono::steady_clock::time_point at;
    };
    double per_second_, burst_;
    std::mutex mutex_;
    std::map<std::string, Budget> budgets_;
};

}  // namespace ayni
