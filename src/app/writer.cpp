#include "app/writer.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <vector>

#include "store/reading_scopes.h"

namespace ayni {
namespace {

constexpr std::size_t most_waiting = 4096;
constexpr std::size_t largest_batch = 512;
constexpr std::size_t most_together = 128;
constexpr auto longest_turn = std::chrono::milliseconds(20);
constexpr auto longest_turn_alone = std::chrono::milliseconds(100);
// 32 MiB: what a checkpoint copies while everybody waits for it.
constexpr int pages_between_checkpoints = 4096;

// A failed sync cannot be retried: the kernel may have dropped the pages. Recovery starts from
// disk.
[[noreturn]] void stop_on_lost_durability(const std::exception& failure) {
    static_cast<void>(std::fprintf(
        stderr, "ayni stopped: the disk did not keep what was written: %s\n", failure.what()));
    std::_Exit(74);
}

}  // namespace

Writer::Writer(std::unique_ptr<Connection> connection, std::shared_ptr<Turns> turns,
               Turns::Kind kind)
    : connection_(std::move(connection)),
      turns_(std::move(turns)),
      kind_(kind),
      thread_([this] { work(); }) {}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
    try {
        connection_->checkpoint();
    } catch (const DatabaseError&) {
        connection_.reset();  // nothing is lost: the write-ahead log is read at the next start
    }
}

bool Writer::submit(Act act, Done done, Urgency urgency, std::optional<AmongOthers> among_others) {
    {
        const std::lock_guard lock(mutex_);
        auto& jobs = urgency == Urgency::someone_waits ? jobs_ : patient_;
        if (stopping_ || jobs.size() >= most_waiting) return false;
        jobs.push_back({std::move(act), std::move(done), std::move(among_others)});
    }
    arrived_.notify_one();
    return true;
}

void Writer::run(const Act& act) {
    std::promise<bool> durable;
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back({act, [&](bool kept) { durable.set_value(kept); }, std::nullopt});
    }
    arrived_.notify_one();
    if (!durable.get_future().get())
        throw DatabaseError(DatabaseError::Kind::full, "the disk is full");
}

std::size_t Writer::waiting() const {
    const std::lock_guard lock(mutex_);
    return jobs_.size() + patient_.size();
}

// What one transaction takes in. Whoever waited when it began comes first, then long jobs until
// somebody comes; after a turn without any, the next one begins with one. Nobody's answer is held
// back for longer than a short turn.
struct Writer::Turn {
    std::chrono::steady_clock::time_point began = std::chrono::steady_clock::now();
    std::size_t someone_waits = 0;
    bool answers_someone = false;
    std::vector<Job> together = {};
    std::vector<Done> answered = {};

    [[nodiscard]] bool has_time() const {
        const auto longest = answers_someone ? longest_turn : longest_turn_alone;
        return answered.empty() || std::chrono::steady_clock::now() < began + longest;
    }
};

bool Writer::has_work() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return stopping_ || !jobs_.empty() || !patient_.empty(); });
    return !jobs_.empty() || !patient_.empty();
}

// Where a turn begins with them; a long job that is due comes first, and then each by itself.
void Writer::take_those_together(Turn& turn) {
    const std::lock_guard lock(mutex_);
    if (passed_over_ && !patient_.empty()) return;
    while (turn.together.size() < most_together && !jobs_.empty() && jobs_.front().among_others) {
        turn.together.push_back(std::move(jobs_.front()));
        turn.answered.push_back(std::move(turn.together.back().done));
        jobs_.pop_front();
    }
    turn.answers_someone = !turn.together.empty();
    passed_over_ = turn.answers_someone && !patient_.empty();
}

std::optional<Writer::Job> Writer::next(Turn& turn) {
    const std::lock_guard lock(mutex_);
    if (turn.answered.empty()) {
        turn.someone_waits = std::min(jobs_.size(), largest_batch);
        turn.answers_someone = !jobs_.empty();
    }
    const bool due = turn.answered.empty() && passed_over_ && !patient_.empty();
    const bool wanted = !due && turn.answered.size() < turn.someone_waits;
    const bool interrupted = !wanted && !due && !jobs_.empty();
    auto& from = wanted ? jobs_ : patient_;
    if (from.empty() || interrupted || !turn.has_time()) return std::nullopt;
    passed_over_ = wanted && !patient_.empty();
    auto job = std::move(from.front());
    from.pop_front();
    return job;
}

void Writer::work() {
    int copied = 0;
    // Of its organisations nobody else writes, but in turns of who writes for all.
    std::optional<KeepsReads> keeps;
    if (kind_ == Turns::Kind::together) keeps.emplace(turns_->taken_alone());
    while (has_work()) {
        take_turn();
        const int pages = connection_->wal_pages();
        if (pages < copied) copied = 0;  // the log began anew
        if (pages - copied < pages_between_checkpoints) continue;
        connection_->checkpoint();
        copied = pages;
    }
}

void Writer::take_turn() {
    Turn turn;
    const bool kept = write_turn(turn);
    for (auto& done : turn.answered) done(kept);
}

bool Writer::write_turn(Turn& turn) {
    const auto held = turns_->take(kind_);
    turn.began = std::chrono::steady_clock::now();
    if (kind_ == Turns::Kind::together) take_those_together(turn);
    try {
        if (!write(turn, Manner::together) && !write(turn, Manner::each_by_itself)) return false;
    } catch (const DatabaseError& failure) {
        if (failure.kind != DatabaseError::Kind::full) stop_on_lost_durability(failure);
        return false;
    }
    return true;
}

// False when some of those together were refused by the database: then nothing is kept.
bool Writer::write(Turn& turn, Manner manner) {
    Transaction transaction(*connection_, Transaction::Kind::writing);
    if (manner == Manner::each_by_itself)
        for (const auto& job : turn.together) static_cast<void>(carry_out(job.act));
    else if (!carry_out_together(turn.together))
        return false;
    while (auto job = next(turn)) {
        turn.answered.push_back(std::move(job->done));
        static_cast<void>(carry_out(job->act));
    }
    transaction.commit();
    return true;
}

bool Writer::carry_out_together(const std::vector<Job>& jobs) {
    if (jobs.empty()) return true;
    std::vector<std::int64_t> organisations;
    for (const auto& job : jobs) organisations.push_back(job.among_others->organisation);
    std::vector<const Act*> refused;
    try {
        const ReadsAhead ahead(std::move(organisations));
        const WritesTogether together;
        for (const auto& job : jobs)
            if (!carry_out(job.among_others->act)) refused.push_back(&job.act);
        static_cast<void>(connection_->changes());
    } catch (const DatabaseError& failure) {
        if (failure.kind == DatabaseError::Kind::full) throw;
        return false;
    }
    for (const auto* act : refused) static_cast<void>(carry_out(*act));
    return true;
}

bool Writer::carry_out(const Act& act) {
    connection_->execute("SAVEPOINT job");
    const bool kept = act(*connection_);
    if (!kept) connection_->execute("ROLLBACK TO job");
    connection_->execute("RELEASE job");
    return kept;
}

}  // namespace ayni
