#pragma once
// What a thread may spare a server: to read again what nobody wrote since, to be asked of one
// organisation after another, and to be told of each job by itself; and for whom it writes. A file
// is as near as our own memory, has one writer, and heeds none of it.

#include <atomic>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace ayni {

/// While it lives, what this thread's connection read of an organisation counts beyond the end of a
/// transaction: until the connection itself writes there, or `written_elsewhere` has moved.
class KeepsReads {
public:
    explicit KeepsReads(const std::atomic<std::uint64_t>& written_elsewhere) noexcept;
    ~KeepsReads();
    KeepsReads(const KeepsReads&) = delete;
    KeepsReads& operator=(const KeepsReads&) = delete;
    /// The count of now, or null where nothing is kept.
    [[nodiscard]] static const std::atomic<std::uint64_t>* current() noexcept;
};

/// A statement would write what is not of the organisation that its thread may write for.
struct NotItsOwn : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// While it lives, this thread writes to a server only rows of this organisation: another statement
/// throws `NotItsOwn`.
class WritesOnlyOf {
public:
    explicit WritesOnlyOf(std::int64_t organisation) noexcept;
    ~WritesOnlyOf();
    WritesOnlyOf(const WritesOnlyOf&) = delete;
    WritesOnlyOf& operator=(const WritesOnlyOf&) = delete;
    /// 0: there is no limit.
    [[nodiscard]] static std::int64_t current() noexcept;
};

/// While it lives, the rows of a job that is over wait for those of the next ones. What the server
/// refuses of them may be told in another job: then all of them are to be undone.
class WritesTogether {
public:
    WritesTogether() noexcept;
    ~WritesTogether();
    WritesTogether(const WritesTogether&) = delete;
    WritesTogether& operator=(const WritesTogether&) = delete;
    [[nodiscard]] static bool is_so() noexcept;
};

/// While it lives, what this thread asks of one of these organisations inside a transaction is
/// asked for all of them in one statement.
class ReadsAhead {
public:
    explicit ReadsAhead(std::vector<std::int64_t> organisations);
    ~ReadsAhead();
    ReadsAhead(const ReadsAhead&) = delete;
    ReadsAhead& operator=(const ReadsAhead&) = delete;
    /// All of them, if the organisation is one; otherwise null.
    [[nodiscard]] static const std::vector<std::int64_t>* with(std::int64_t organisation) noexcept;

private:
    std::vector<std::int64_t> organisations_;
};

}  // namespace ayni
