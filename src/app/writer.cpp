#include "app/writer.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <future>
#include <vector>

namespace ayni {
namespace {

constexpr std::size_t most_waiting = 4096;
constexpr std::size_t largest_batch = 512;
constexpr auto longest_batch = std::chrono::milliseconds(20);
constexpr int batches_between_checkpoints = 200;

// A failed sync cannot be retried: the kernel may have dropped the pages. Recovery starts from
// disk.
[[noreturn]] void stop_on_lost_durability(const std::exception& failure) {
    std::fprintf(stderr, "ayni stopped: the disk did not keep what was written: %s\n",
                 failure.what());
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
        // Nothing is lost: the write-ahead log is read again at the next start.
    }
}

bool Writer::submit(Act act, Done done) {
    {
        const std::lock_guard lock(mutex_);
        if (stopping_ || jobs_.size() >= most_waiting) return false;
        jobs_.push_back({std::move(act), std::move(done)});
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
    return jobs_.size();
}

void Writer::work() {
    int batches = 0;
    for (;;) {
        std::deque<Job> batch;
        {
            std::unique_lock lock(mutex_);
            arrived_.wait(lock, [&] { return stopping_ || !jobs_.empty(); });
            if (jobs_.empty()) return;
            while (!jobs_.empty() && batch.size() < largest_batch) {
                batch.push_back(std::move(jobs_.front()));
                jobs_.pop_front();
            }
        }
        carry_out(batch);
        if (++batches % batches_between_checkpoints == 0) connection_->checkpoint();
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
