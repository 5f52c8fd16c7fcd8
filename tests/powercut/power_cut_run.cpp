#include "power_cut_run.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <future>
#include <latch>
#include <span>
#include <thread>

#include <fmt/format.h>

#include "app/verify_queries.h"
#include "disk_vfs.h"
#include "fortnight.h"

namespace ayni {
namespace {

constexpr std::size_t group_size = 5;
// The writer checkpoints after so many batches.
constexpr int batches_to_a_checkpoint = 200;
constexpr std::uint64_t most_cuts = 3;
// A prime: following seeds cut far apart, and many together cut at every moment.
constexpr std::uint64_t stride = 7919;

Verdict broken(std::string what) { return {Verdict::Is::broken, std::move(what)}; }

// Holds the writer while commands queue up behind, so that they share a commit.
class Gate {
public:
    explicit Gate(Service& service)
        : holder_([this, &service] {
              service.write([this](Connection&) {
                  held_.count_down();
                  opened_.wait();
                  return true;
              });
          }) {
        held_.wait();
    }
    ~Gate() { opened_.count_down(); }
    Gate(const Gate&) = delete;
    Gate& operator=(const Gate&) = delete;

private:
    std::latch held_{1}, opened_{1};
    std::jthread holder_;
};

// Somebody who still reads an old state: a checkpoint leaves behind what he needs.
class Snapshot {
  public:
    explicit Snapshot(Service& service)
        : reader_(service.reader()), reading_(reader_.db(), Transaction::Kind::reading) {
        // The snapshot begins with the first look.
        reader_.db().query("SELECT count(*) FROM organisation").run();
    }

  private:
    Reader reader_;
    Transaction reading_;
};

// Slices are written before the command has its turn: they cannot wait behind a gate.
bool has_slices(std::size_t first, std::size_t count) {
    const auto steps = std::span(fortnight()).subspan(first, count);
    return std::ranges::find(steps, "import_file", &Step::use_case) != steps.end();
}

void wait_for_checkpoint(Service& service) {
    for (int i = 0; i < batches_to_a_checkpoint; ++i)
        service.write([](Connection&) { return true; });
}

}  // namespace

PowerCutRun::PowerCutRun(const Reference& reference, std::string file, std::uint64_t seed)
    : reference_(reference),
      file_(std::move(file)),
      seed_(seed),
      course_(courses[seed % courses.size()]),
      chance_(seed) {}

DiskImage PowerCutRun::first_image() const {
    return course_.from_nothing ? DiskImage{} : reference_.founded;
}

void PowerCutRun::begin_round(const DiskImage& image) {
    answered_ = 0;
    has_backup_ = false;  // What the ghost of the last round went on to make, nobody was told.
    disk_ = std::make_shared<SimulatedDisk>(image);
    use_disk(disk_, chance_.next());
}

std::uint64_t PowerCutRun::uncut_moments() {
    begin_round(first_image());
    play();
    return disk_->moments();
}

Verdict PowerCutRun::go(std::uint64_t moments, bool sends_again) {
    auto image = first_image();
    kept_ = course_.from_nothing ? 0 : before_steps + founding_steps();
    auto moment = 1 + seed_ / courses.size() * stride % moments;
    const auto cuts = sends_again ? 1 + chance_.below(most_cuts) : 1;
    for (std::uint64_t cut = 0; cut < cuts; ++cut) {
        begin_round(image);
        disk_->cut_at(moment, chance_.next(), [this] {
            kept_ = std::max<Progress>(kept_, answered_);
            keeps_backup_ = keeps_backup_ || has_backup_;
        });
        play();
        disk_->cut_now();
        ++cuts_;
        if (!complaint_.empty()) return broken(complaint_);
        image = disk_->survivors();
        is_first_round_ = false;
        if (auto verdict = check(image, kept_); verdict.is != Verdict::Is::sound) return verdict;
        if (kept_ == 0) image = first_image();
        // Half of the further cuts come while the file is being recovered.
        moment = 1 + chance_.below(chance_.happens(4) ? 12 : moments);
    }
    if (!sends_again) return {};
    begin_round(image);
    play();
    if (!complaint_.empty()) return broken(complaint_);
    return check(disk_->image(), reference_.end());
}

// ---- the work -------------------------------------------------------------------------------

void PowerCutRun::play() {
    if (kept_ == 0 && course_.from_nothing) {
        std::filesystem::remove(file_);
        if (!Service::create(file_)) complaint_ = "cannot be created";
        answered_ = 1;
    }
    if (disk_->is_cut()) return;
    auto service = open();
    if (service) send_all(service);
}

// The lock and its file are on the real disk.
std::unique_ptr<Service> PowerCutRun::open() {
    std::ofstream(file_).flush();
    auto service = Service::open(file_, still_surroundings());
    if (service) return *std::move(service);
    complaint_ = "cannot be opened: " + std::string(code_of(service.error().reason()));
    return nullptr;
}

void PowerCutRun::send_all(std::unique_ptr<Service>& service) {
    add_root(*service);
    answered_ = before_steps;
    const auto end = fortnight().size();
    auto next = course_.from_nothing ? 0 : founding_steps();
    const auto middle = (next + end) / 2;
    std::unique_ptr<Snapshot> snapshot;
    bool passed_middle = false;
    while (next < end && service && !disk_->is_cut()) {
        if (next >= middle && !std::exchange(passed_middle, true)) {
            if (course_.reader_stays) snapshot = std::make_unique<Snapshot>(*service);
            in_the_middle(service);
            if (!service) return;
        }
        const auto count = course_.in_groups ? std::min(group_size, end - next) : 1;
        send(*service, next, count);
        next += count;
        if (snapshot && next >= middle + group_size) {
            snapshot.reset();
            wait_for_checkpoint(*service);
        }
    }
}

void PowerCutRun::send(Service& service, std::size_t first, std::size_t count) {
    const auto all_answered = std::make_shared<std::latch>(static_cast<std::ptrdiff_t>(count));
    {
        std::optional<Gate> gate;
        if (count > 1 && !has_slices(first, count)) gate.emplace(service);
        for (auto place = first; place < first + count; ++place) {
            const auto& step = fortnight()[place];
            service.handle({service.caller_named(step.login), step.use_case, step.input, step.key},
                           [this, all_answered, place](const Answer& given) {
                               answer(place, given);
                               all_answered->count_down();
                           });
        }
    }
    all_answered->wait();
}

// Called by the writer, before it does anything else: whoever was answered before the cut is known.
void PowerCutRun::answer(std::size_t step, const Answer& given) {
    const auto& expected = reference_.receipts[step];
    if (given.has_value() == expected.empty() || (given && first_form(*given) != expected))
        complaint_ = fmt::format("step {} was answered {}, and should have been {}", step,
                                 given ? *given : "with a refusal", expected);
    answered_ = before_steps + step + 1;
}

void PowerCutRun::in_the_middle(std::unique_ptr<Service>& service) {
    if (course_.checkpoints) wait_for_checkpoint(*service);
    if (course_.reopens) {
        service.reset();
        if (!disk_->is_cut()) service = open();
    }
    if (course_.backs_up && is_first_round_) {
        Connection(file_, Connection::Access::read_only).copy_to(backup());
        has_backup_ = true;
    }
}

// ---- what must hold -------------------------------------------------------------------------

Verdict PowerCutRun::check(const DiskImage& image, Progress at_least) {
    use_disk(std::make_shared<SimulatedDisk>(image), chance_.next());
    if (auto verdict = check_backup(image); verdict.is != Verdict::Is::sound) return verdict;
    try {
        Connection db(file_, Connection::Access::read_only);
        const auto progress = reference_.progress_of(digest_of_everything(db));
        if (!progress) return broken("a state that never was");
        if (*progress < at_least)
            return {Verdict::Is::lost,
                    fmt::format("{} was answered, {} is left", at_least, *progress)};
        auto pages = db.query("PRAGMA integrity_check(1)");
        if (!pages.next() || pages.text_at(0) != "ok") return broken("the pages are not in order");
        for (const auto& finding : verify(db, VerifyPart::everything).findings)
            return broken("verify finds " + finding.what + " " + finding.where);
        kept_ = std::max(kept_, *progress);
        return {};
    } catch (const DatabaseError& error) {
        // Before the file was answered for, there may be none, or half of one.
        if (at_least == 0) return {};
        return broken(error.what());
    }
}

Verdict PowerCutRun::check_backup(const DiskImage& image) {
    if (!keeps_backup_) return {};
    const auto middle = (founding_steps() + fortnight().size()) / 2;
    const auto steps = (middle - founding_steps() + group_size - 1) / group_size * group_size;
    if (!image.contains(backup())) return {Verdict::Is::lost, "the backup is gone"};
    try {
        Connection db(backup(), Connection::Access::read_only);
        const auto& expected = reference_.digests[before_steps + founding_steps() + steps];
        if (digest_of_everything(db) == expected) return {};
        return {Verdict::Is::lost, "the backup is of another time"};
    } catch (const DatabaseError& error) {
        return {Verdict::Is::lost, std::string("the backup: ") + error.what()};
    }
}

}  // namespace ayni
