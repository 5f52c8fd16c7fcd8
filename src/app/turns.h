#pragma once
// Whose turn it is to write, where several threads do: who writes for all does so alone.

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>

namespace ayni {

class Turns {
public:
    enum class Kind {
        alone,     ///< beside nobody
        together,  ///< beside others that write for other organisations
    };
    /// A turn that has been taken; it ends with it.
    class Held {
    public:
        Held(Turns& turns, Kind kind) noexcept : turns_(&turns), kind_(kind) {}
        ~Held() { turns_->end(kind_); }
        Held(const Held&) = delete;
        Held& operator=(const Held&) = delete;

    private:
        Turns* turns_;
        Kind kind_;
    };

    /// Waits for it. Whoever wants to be alone is not passed over by those who come later.
    [[nodiscard]] Held take(Kind kind);
    /// How many turns alone have ended: what was read before the last one may have changed.
    [[nodiscard]] const std::atomic<std::uint64_t>& taken_alone() const noexcept {
        return taken_alone_;
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int together_ = 0, wait_to_be_alone_ = 0;
    bool is_alone_ = false;
    std::atomic<std::uint64_t> taken_alone_{0};

    void end(Kind kind);
};

}  // namespace ayni
