#include "app/staging.h"

#include <condition_variable>
#include <mutex>

namespace ayni {
namespace {

// So many wait at once that the writer's turn is filled, whatever the machine.
constexpr std::size_t most_under_way = 16;

class Staging {
public:
    Staging(Writer& writer, Prepared& prepared, const Progressed& progressed)
        : writer_(writer),
          prepared_(prepared),
          slices_(prepared.slices()),
          steps_(progressed, static_cast<std::int64_t>(slices_)) {}

    void run() {
        for (std::size_t i = 0; i < slices_ && has_room(); ++i) submit();
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return under_way_ == 0; });
    }
    [[nodiscard]] bool failed() const noexcept { return failed_; }
    [[nodiscard]] Refusal why() const noexcept { return why_; }
    [[nodiscard]] bool is_some_written() const noexcept { return some_written_; }

private:
    Writer& writer_;
    Prepared& prepared_;
    std::size_t slices_;
    Steps steps_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t under_way_ = 0;
    bool failed_ = false, some_written_ = false;
    Refusal why_ = Refusal::disk_full;

    bool has_room() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return under_way_ < most_under_way; });
        return !failed_;
    }
    void submit() {
        {
            const std::lock_guard lock(mutex_);
            ++under_way_;
        }
        const bool taken = writer_.submit([this](Connection& db) { return write(db); },
                                          [this](bool durable) { finish(durable); },
                                          Urgency::can_wait);
        if (!taken) finish(false, Refusal::busy);
    }
    // After a slice that was lost, those behind it write nothing.
    bool write(Connection& db) {
        {
            const std::lock_guard lock(mutex_);
            if (failed_) return false;
        }
        prepared_.write_slice(db);
        return true;
    }
    void finish(bool durable, Refusal why = Refusal::disk_full) {
        const std::lock_guard lock(mutex_);
        if (!durable && !failed_) why_ = why;
        (durable ? some_written_ : failed_) = true;
        if (durable) steps_.add();
        --under_way_;
        changed_.notify_one();
    }
};

}  // namespace

Result<void> write_slices(Writer& writer, const std::shared_ptr<Prepared>& prepared,
                          const Progressed& progressed) {
    Staging staging(writer, *prepared, progressed);
    staging.run();
    if (!staging.failed()) return {};
    if (staging.is_some_written()) erase_slices(writer, prepared);
    return refuse(staging.why());
}

void erase_slices(Writer& writer, const std::shared_ptr<Prepared>& prepared) {
    const auto more = std::make_shared<bool>(false);
    const bool taken = writer.submit(
        [prepared, more](Connection& db) {
            *more = prepared->erase_slice(db);
            return true;
        },
        [&writer, prepared, more](bool durable) {
            if (durable && *more) erase_slices(writer, prepared);
        },
        Urgency::can_wait);
    static_cast<void>(taken);
}

}  // namespace ayni
