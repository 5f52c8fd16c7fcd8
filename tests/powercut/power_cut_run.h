#pragma once
// One run: the fortnight on a disk whose power is cut, the check of what was left, and everything
// sent again, up to three cuts in a row.

#include <array>
#include <atomic>
#include <cstdint>
#include <string>

#include "reference.h"

namespace ayni {

/// What came of a run. `lost`: an answered command is missing; `broken`: anything worse.
struct Verdict {
    enum class Is { sound, lost, broken };
    Is is = Is::sound;
    std::string what = {};
};

/// How the work is done in a run, so that the cut finds the file in every state it may be in.
struct Course {
    std::string_view name;
    bool from_nothing = false;  ///< the file itself is made in the run
    bool in_groups = false;     ///< several commands share a commit
    bool checkpoints = false;   ///< the write-ahead log is copied and started again
    bool reader_stays = false;  ///< while somebody still reads the old state
    bool reopens = false;       ///< the program is stopped and started in between
    bool backs_up = false;      ///< a backup is taken in between
};

inline constexpr std::array courses{
    Course{.name = "one by one"},
    Course{.name = "in groups", .in_groups = true},
    Course{.name = "checkpoint", .checkpoints = true},
    Course{.name = "checkpoint beside a reader", .checkpoints = true, .reader_stays = true},
    Course{.name = "restart", .in_groups = true, .reopens = true},
    Course{.name = "restart and checkpoint", .checkpoints = true, .reopens = true},
    Course{.name = "from nothing", .from_nothing = true},
    Course{.name = "backup", .in_groups = true, .backs_up = true},
};

class PowerCutRun {
public:
    /// `file`: a path of a real folder, for the lock; the database itself is in memory. The run
    /// follows from `seed`: its course, and the change (of `moments`) at which the first cut comes.
    PowerCutRun(const Reference& reference, std::string file, std::uint64_t seed);

    /// The changes that a run of the course makes when nothing is cut.
    [[nodiscard]] std::uint64_t uncut_moments();
    /// `sends_again`: up to three cuts, and all is sent again after each; otherwise one, and none.
    [[nodiscard]] Verdict go(std::uint64_t moments, bool sends_again);
    /// So many cuts there were.
    [[nodiscard]] std::uint64_t cuts() const noexcept { return cuts_; }

private:
    const Reference& reference_;
    std::string file_;
    std::uint64_t seed_;
    const Course& course_;
    Chance chance_;
    std::shared_ptr<SimulatedDisk> disk_;
    std::atomic<Progress> answered_ = 0;  // in this round
    Progress kept_ = 0;                   // what must be there from now on
    std::atomic<bool> has_backup_ = false;
    bool keeps_backup_ = false;
    bool is_first_round_ = true;
    std::string complaint_;
    std::uint64_t cuts_ = 0;

    [[nodiscard]] DiskImage first_image() const;
    void begin_round(const DiskImage& image);
    void play();
    [[nodiscard]] std::unique_ptr<Service> open();
    void send_all(std::unique_ptr<Service>& service);
    void send(Service& service, std::size_t first, std::size_t count);
    void answer(std::size_t step, const Answer& answer);
    void in_the_middle(std::unique_ptr<Service>& service);
    [[nodiscard]] Verdict check(const DiskImage& image, Progress at_least);
    [[nodiscard]] Verdict check_backup(const DiskImage& image);
    [[nodiscard]] std::string backup() const { return file_ + ".backup"; }
};

}  // namespace ayni
