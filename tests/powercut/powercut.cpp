// Cuts the power of a simulated disk thousands of times while a fortnight is being recorded, and
// looks for answered commands that are gone, or anything that was never so.
//
//     powercut --runs 2000 [--seed 1] [--processes 2]

#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "disk_vfs.h"
#include "power_cut_run.h"

namespace ayni {
namespace {

constexpr unsigned longest_run_seconds = 120;
constexpr std::uint64_t control_runs = 400;
constexpr std::uint64_t most_failures_shown = 10;

struct Options {
    std::uint64_t runs = 2000, seed = 1;
    unsigned processes = 2;
    std::string folder = {};  // for the locks, which are real files
};

// ---- the settings that must not do ----------------------------------------------------------

// "FULL", "NORMAL" or "OFF" in place of all that the product sets; null: as the product sets it.
const char* other_synchronous = nullptr;

int keep_setting(void*, int action, const char* pragma, const char* value, const char*,
                 const char*) {
    const bool sets_it =
        action == SQLITE_PRAGMA && value && std::string_view(pragma) == "synchronous";
    return sets_it ? SQLITE_IGNORE : SQLITE_OK;
}

// Runs for every connection that is opened, before its first statement.
int spoil(sqlite3* connection, const char**, const sqlite3_api_routines*) {
    if (!other_synchronous) return SQLITE_OK;
    const auto pragma = fmt::format("PRAGMA synchronous={}", other_synchronous);
    sqlite3_exec(connection, pragma.c_str(), nullptr, nullptr, nullptr);
    return sqlite3_set_authorizer(connection, keep_setting, nullptr);
}

// ---- many runs ------------------------------------------------------------------------------

// What a process has done, where the others see it, although it may have been stopped in between.
struct Tally {
    std::atomic<std::uint64_t> next = 0, cuts = 0, sound = 0, lost = 0, broken = 0;
};

struct Totals {
    std::uint64_t cuts = 0, sound = 0, lost = 0, broken = 0;
    [[nodiscard]] std::uint64_t failures() const { return lost + broken; }
};

class Campaign {
  public:
    explicit Campaign(const Options& options)
        : options_(options), end_(options.seed + options.runs),
          tallies_(static_cast<Tally*>(mmap(nullptr, sizeof(Tally) * options.processes,
                                            PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
                                            0))) {
        if (static_cast<void*>(tallies_) == MAP_FAILED) std::abort();
    }
    ~Campaign() { munmap(tallies_, sizeof(Tally) * options_.processes); }
    Campaign(const Campaign&) = delete;
    Campaign& operator=(const Campaign&) = delete;

    Totals run() {
        std::vector<pid_t> processes;
        for (unsigned place = 0; place < options_.processes; ++place) {
            tallies_[place].next = options_.seed + place;
            processes.push_back(start(place));
        }
        for (unsigned place = 0; place < options_.processes; ++place)
            while (!ended_well(processes[place])) {
                // The product stopped itself, or the run stood still: the next seed goes on.
                report(tallies_[place].next, {Verdict::Is::broken, "the program stopped"});
                ++tallies_[place].broken;
                tallies_[place].next += options_.processes;
                processes[place] = start(place);
            }
        return totals();
    }

  private:
    const Options& options_;
    std::uint64_t end_;
    Tally* tallies_;

    pid_t start(unsigned place) {
        std::fflush(nullptr);
        const auto process = fork();
        if (process != 0) return process;
        work(place);
        std::fflush(nullptr);
        _exit(0);
    }
    static bool ended_well(pid_t process) {
        int status = 0;
        waitpid(process, &status, 0);
        return WIFEXITED(status) && WEXITSTATUS(status) == 0;
    }
    void work(unsigned place) const {
        auto& tally = tallies_[place];
        const auto file = fmt::format("{}/{}.ayni", options_.folder, place);
        alarm(longest_run_seconds);
        const auto reference = Reference::make(file);
        std::vector<std::uint64_t> moments;
        for (std::uint64_t course = 0; course < courses.size(); ++course)
            moments.push_back(PowerCutRun(reference, file, course).uncut_moments());
        for (; tally.next < end_; tally.next += options_.processes) {
            alarm(longest_run_seconds);
            const auto seed = tally.next.load();
            PowerCutRun one(reference, file, seed);
            count(tally, one.go(moments[seed % courses.size()], !other_synchronous));
            tally.cuts += one.cuts();
        }
    }
    static void count(Tally& tally, const Verdict& verdict) {
        if (verdict.is == Verdict::Is::sound) ++tally.sound;
        else if (verdict.is == Verdict::Is::lost) ++tally.lost;
        else ++tally.broken;
        if (verdict.is != Verdict::Is::sound) report(tally.next, verdict);
    }
    static void report(std::uint64_t seed, const Verdict& verdict) {
        static std::uint64_t shown = 0;
        if (other_synchronous || ++shown > most_failures_shown) return;
        fmt::print("REPRO: powercut --runs 1 --seed {} --processes 1   # {}: {}\n", seed,
                   courses[seed % courses.size()].name, verdict.what);
    }
    [[nodiscard]] Totals totals() const {
        Totals all;
        for (unsigned place = 0; place < options_.processes; ++place) {
            all.cuts += tallies_[place].cuts;
            all.sound += tallies_[place].sound;
            all.lost += tallies_[place].lost;
            all.broken += tallies_[place].broken;
        }
        return all;
    }
};

Totals run_with(const char* synchronous, const Options& options) {
    other_synchronous = synchronous;
    const auto totals = Campaign(options).run();
    fmt::print("synchronous={}: {} runs, {} power cuts, {} lost what was answered, {} broke\n",
               synchronous ? synchronous : "as the product sets it", options.runs, totals.cuts,
               totals.lost, totals.broken);
    return totals;
}

struct Control {
    const char* synchronous;
    bool breaks;  // and does not only lose
};

// FULL everywhere loses backups, whose removed journals come back; NORMAL, which most guides
// recommend, loses commands and breaks nothing; OFF does both.
constexpr std::array controls{Control{"FULL", false}, Control{"NORMAL", false},
                              Control{"OFF", true}};

std::uint64_t passed_controls(const Options& options) {
    auto few = options;
    few.runs = control_runs;
    std::uint64_t passed = 0;
    for (const auto& control : controls) {
        const auto totals = run_with(control.synchronous, few);
        const bool as_it_must = totals.lost > 0 && (totals.broken > 0) == control.breaks;
        if (as_it_must) ++passed;
        else fmt::print("this control did not fail as it must\n");
    }
    return passed;
}

int run(Options options) {
    options.folder = (std::filesystem::temp_directory_path() / "ayni-powercut-XXXXXX").string();
    if (!mkdtemp(options.folder.data())) std::abort();
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(spoil));
    register_disk_vfs();
    const auto start = std::chrono::steady_clock::now();
    const auto full = run_with(nullptr, options);
    const auto spent = std::chrono::steady_clock::now() - start;
    const auto milliseconds =
        std::chrono::duration_cast<std::chrono::milliseconds>(spent).count() + 1;
    fmt::print("seeds {} to {}, {} power cuts per second\n", options.seed,
               options.seed + options.runs - 1,
               static_cast<std::int64_t>(full.cuts) * 1000 / milliseconds);
    const auto passed = passed_controls(options);
    std::filesystem::remove_all(options.folder);
    const auto failed = full.failures() + controls.size() - passed;
    fmt::print("{} passed, {} failed\n", full.sound + passed, failed);
    return failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace ayni

int main(int count, char** words) {
    ayni::Options options;
    CLI::App app("Power cuts on a simulated disk");
    app.add_option("--runs", options.runs, "How many runs")->check(CLI::PositiveNumber);
    app.add_option("--seed", options.seed, "Of the first run; the others follow");
    app.add_option("--processes", options.processes, "At once")->check(CLI::PositiveNumber);
    CLI11_PARSE(app, count, words);
    return ayni::run(options);
}
