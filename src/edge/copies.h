#pragma once
// The copies that a server makes of its file by itself: one at a time, on a thread of their own,
// each verified before it has a name. The folder is all that is remembered of them.

#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <string>
#include <thread>

#include "app/machine.h"
#include "store/steps.h"

namespace ayni {

/// Where copies are kept, and at which minute of the day they are made.
struct CopyPlan {
    std::string folder;
    int minutes = 120;  ///< after midnight: 02:00
};

class Copies {
public:
    Copies(std::string database, CopyPlan plan, std::function<Instant()> now);
    ~Copies() { end(); }
    Copies(const Copies&) = delete;
    Copies& operator=(const Copies&) = delete;
    /// From now on copies are made when they are due: at once, if the newest is too old.
    void begin();
    /// None from now on; one that is being made is given up.
    void end();
    [[nodiscard]] CopyFacts facts() const;
    /// Makes one now. Refused: `backup_under_way`.
    [[nodiscard]] Result<void> start();

private:
    std::string database_;
    CopyPlan plan_;
    std::string stem_;  // of the names of copies
    std::function<Instant()> now_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool stopping_ = false;
    std::optional<Instant> since_;  // one is being made
    std::optional<CopyFacts::Failure> failure_;
    // How far it is; told for every row, so without a lock.
    std::atomic<bool> given_up_{false}, is_copied_{false};
    std::atomic<std::int64_t> done_{0}, all_{0};
    std::thread thread_;

    void work();
    bool wait_for_turn();
    [[nodiscard]] bool is_due() const;
    [[nodiscard]] Progressed told();
    [[nodiscard]] std::vector<KeptCopy> kept() const;
    [[nodiscard]] Result<std::string> make();
    [[nodiscard]] Result<std::string> make_verified(const std::filesystem::path& part,
                                                    Instant made);
    void remove_superfluous(Instant now) const;
    void remove_unfinished() const;
};

}  // namespace ayni
