#pragma once
// How far a long work is, for whoever watches.

#include <algorithm>
#include <cstdint>
#include <functional>

namespace ayni {

/// Is told that so much is done of all; empty where nobody watches.
using Progressed = std::function<void(std::int64_t done, std::int64_t all)>;

/// Counts what is done, and tells it.
class Steps {
public:
    Steps(const Progressed& watcher, std::int64_t all) : watcher_(watcher), all_(all) {}
    void add(std::int64_t more = 1) { reach(done_ + more); }
    /// So much is done by now, whatever was counted.
    void reach(std::int64_t done) {
        done_ = std::min(done, all_);
        if (watcher_) watcher_(done_, all_);
    }

private:
    const Progressed& watcher_;
    std::int64_t all_, done_ = 0;
};

}  // namespace ayni
