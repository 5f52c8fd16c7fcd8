// Cuts the power of a simulated disk thousands of times while a fortnight is being recorded, and
// looks for answered commands that are gone, or anything that was never so.
//
//     powercut --cuts 2000 [--seed 1] [--processes 2]

#include <sqlite3.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

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
constexpr std::uint64_t control_cuts = 400;
constexpr std::uint64_t most_failures_shown = 10;

struct Options {
    std::uint64_t cuts = 2000, seed = 1;
    unsigned processes = 2;
    std::string folder = {};  // for the locks, which are real files
};

// ---- the settings that must not do ----------------------------------------------------------

// "NORMAL" or "OFF" in place of what the product sets; null: as the product sets it.
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
    std::atomic<std::uint64_t> next = 0, sound = 0, lost = 0, broken = 0;
};

struct Totals {
    std::uint64_t sound = 0, lost = 0, broken = 0;
    [[nodiscard]] std::uint64_t failures() const { return lost + broken; }
};

class Campaign {
  public:
    explicit Campaign(const Options& options)
        : options_(options), end_(options.seed + options.cuts),
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
        const auto reference = Reference::make(file);
        std::vector<std::uint64_t> moments;
        for (std::uint64_t course = 0; course < courses.size(); ++course)
            moments.push_back(PowerCutRun(reference, file, course).uncut_moments());
        for (; tally.next < end_; tally.next += options_.processes) {
            alarm(longest_run_seconds);
            const auto seed = tally.next.load();
            count(tally, PowerCutRun(reference, file, seed)
                           .go(moments[seed % courses.size()], !other_synchronous));
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
        fmt::print("REPRO: powercut --cuts 1 --seed {} --processes 1   # {}: {}\n", seed,
                   courses[seed % courses.size()].name, verdict.what);
    }
    [[nodiscard]] Totals totals() const {
        Totals all;
        for (unsigned place = 0; place < options_.processes; ++place) {
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
    fmt::print("synchronous={}: {} runs, {} lost what was answered, {} broke\n",
               synchronous ? synchronous : "FULL (the product's own)", options.cuts, totals.lost,
               totals.broken);
    return totals;
}

// With what most guides recommend, commands get lost and nothing breaks; with nothing, both.
int failed_controls(const Options& options) {
    auto few = options;
    few.cuts = control_cuts;
    const auto normal = run_with("NORMAL", few);
    const auto off = run_with("OFF", few);
    int failed = 0;
    if (normal.lost == 0 || normal.broken > 0) ++failed;
    if (off.lost == 0 || off.broken == 0) ++failed;
    if (failed > 0) fmt::print("the controls did not fail as they must\n");
    return failed;
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
    fmt::print("{} runs per second\n",
               static_cast<std::int64_t>(options.cuts) * 1000 / milliseconds);
    constexpr int controls = 2;
    const auto failed = failed_controls(options);
    std::filesystem::remove_all(options.folder);
    const auto all_failed = full.failures() + static_cast<std::uint64_t>(failed);
    fmt::print("{} passed, {} failed\n", full.sound + static_cast<std::uint64_t>(controls - failed),
               all_failed);
    return all_failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace ayni

int main(int count, char** words) {
    ayni::Options options;
    CLI::App app("Power cuts on a simulated disk");
    app.add_option("--cuts", options.cuts, "How many runs")->check(CLI::PositiveNumber);
    app.add_option("--seed", options.seed, "Of the first run; the others follow");
    app.add_option("--processes", options.processes, "At once")->check(CLI::PositiveNumber);
    CLI11_PARSE(app, count, words);
    return ayni::run(options);
}
