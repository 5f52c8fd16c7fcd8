#include "app/writer.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <vector>

namespace ayni {
namespace {

constexpr std::size_t most_waiting = 4096;
constexpr std::size_t largest_batch = 512, most_patient = 16;
constexpr auto longest_batch = std::chrono::milliseconds(20);
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

Writer::Writer(std::unique_ptr<Connection> connection)
    : connection_(std::move(connection)), thread_([this] { work(); }) {}

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

bool Writer::submit(Act act, Done done, Urgency urgency) {
    {
        const std::lock_guard lock(mutex_);
        auto& jobs = urgency == Urgency::someone_waits ? jobs_ : patient_;
        if (stopping_ || jobs.size() >= most_waiting) return false;
        jobs.push_back({std::move(act), std::move(done)});
    }
    arrived_.notify_one();
    return true;
}

void Writer::run(const Act& act) {
    std::promise<bool> durable;
    {
        const std::lock_guard lock(mutex_);
        jobs_.push_back({act, [&](bool kept) { durable.set_value(kept); }});
    }
    arrived_.notify_one();
    if (!durable.get_future().get())
        throw DatabaseError(DatabaseError::Kind::full, "the disk is full");
}

std::size_t Writer::waiting() const {
    const std::lock_guard lock(mutex_);
    return jobs_.size() + patient_.size();
}

// Whoever waits comes first; of long jobs only so much that nobody waits long behind it.
std::deque<Writer::Job> Writer::next_batch() {
    std::deque<Job> batch;
    const auto take = [&](std::deque<Job>& jobs, std::size_t most) {
        for (; !jobs.empty() && most > 0; --most) {
            batch.push_back(std::move(jobs.front()));
            jobs.pop_front();
        }
    };
    take(jobs_, largest_batch);
    take(patient_, most_patient);
    return batch;
}

void Writer::work() {
    int copied = 0;
    for (;;) {
        std::deque<Job> batch;
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [&] { return stopping_ || !jobs_.empty() || !patient_.empty(); });
            batch = next_batch();
            if (batch.empty()) return;
        }
        carry_out(batch);
        const int pages = connection_->wal_pages();
        if (pages < copied) copied = 0;  // the log began anew
        if (pages - copied < pages_between_checkpoints) continue;
        connection_->checkpoint();
        copied = pages;
    }
}

void Writer::carry_out(std::deque<Job>& batch) {
    const auto end = std::chrono::steady_clock::now() + longest_batch;
    while (!batch.empty()) {
        std::vector<Done> answered;
        bool kept = true;
        try {
            Transaction transaction(*connection_, Transaction::Kind::writing);
            do {
                connection_->execute("SAVEPOINT job");
                if (!batch.front().act(*connection_)) connection_->execute("ROLLBACK TO job");
                connection_->execute("RELEASE job");
                answered.push_back(std::move(batch.front().done));
                batch.pop_front();
            } while (!batch.empty() && std::chrono::steady_clock::now() < end);
            transaction.commit();
        } catch (const DatabaseError& failure) {
            if (failure.kind != DatabaseError::Kind::full) stop_on_lost_durability(failure);
            if (answered.empty()) {
                answered.push_back(std::move(batch.front().done));
                batch.pop_front();
            }
            kept = false;
        }
        for (auto& done : answered) done(kept);
    }
}

}  // namespace ayni
