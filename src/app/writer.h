#pragma once
// A thread that writes: the only one to a file; to a server, one for everything and several for
// what belongs to one organisation. It takes what waits, carries each out in its own savepoint, and
// makes all of them durable with one fsync; only then is anybody answered.

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "app/turns.h"
#include "store/database.h"

namespace ayni {

/// Whether somebody waits for the answer (a telephone, a page), or a long job that can wait.
enum class Urgency { someone_waits, can_wait };

class Writer {
public:
    /// What is done inside the transaction; false undoes it (and only it).
    using Act = std::function<bool(Connection&)>;
    /// Called once it is durable; with false when the disk refused the whole batch.
    using Done = std::function<void(bool durable)>;
    /// The same act among others of its turn, none of which waits until it is kept. Where it
    /// refuses, it is carried out again by itself, to be sure. It may throw what the database
    /// refused, be it of another one: then all are carried out again, each by itself.
    struct AmongOthers {
        std::int64_t organisation;
        Act act;
    };

    /// One for everything, alone or beside those that share `turns`.
    explicit Writer(std::unique_ptr<Connection> connection,
                    std::shared_ptr<Turns> turns = std::make_shared<Turns>(),
                    Turns::Kind kind = Turns::Kind::alone);
    /// Finishes what waits, checkpoints and stops.
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// Never blocks long; false when too much waits (the caller answers `busy`). Long jobs come
    /// after whoever waits, a few at a time.
    [[nodiscard]] bool submit(Act act, Done done, Urgency urgency = Urgency::someone_waits,
                              std::optional<AmongOthers> among_others = std::nullopt);
    /// Does it and waits. For the command line and for jobs in slices.
    void run(const Act& act);
    [[nodiscard]] std::size_t waiting() const;

private:
    struct Job {
        Act act;
        Done done;
        std::optional<AmongOthers> among_others;
    };
    struct Turn;
    enum class Manner { together, each_by_itself };
    std::unique_ptr<Connection> connection_;
    std::shared_ptr<Turns> turns_;
    Turns::Kind kind_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Job> jobs_, patient_;
    bool stopping_ = false;
    bool passed_over_ = false;  // long jobs, in the last turn
    std::thread thread_;

    void work();
    [[nodiscard]] bool has_work();
    void take_those_together(Turn& turn);
    std::optional<Job> next(Turn& turn);
    void take_turn();
    [[nodiscard]] bool write_turn(Turn& turn);
    [[nodiscard]] bool write(Turn& turn, Manner manner);
    [[nodiscard]] bool carry_out_together(const std::vector<Job>& jobs);
    bool carry_out(const Act& act);
};

}  // namespace ayni
