#pragma once
// What the machine that serves knows of itself, and does beside the register: its disk, since when
// it runs, the copies that it makes. Who works at the file without a server has none.

#include <optional>
#include <string>
#include <vector>

#include "kernel/date.h"
#include "kernel/result.h"

namespace ayni {

/// A copy that was verified and is kept.
struct KeptCopy {
    std::string name;  ///< of the file, without its folder
    Instant made;
    std::int64_t bytes = 0;
};

/// The copies of a server.
struct CopyFacts {
    /// A copy that is being made.
    struct UnderWay {
        bool is_copied = false;  ///< its pages are; now it is verified
        std::int64_t done = 0, all = 0;
    };
    /// The last try, when it failed.
    struct Failure {
        Instant at;
        Refusal reason{};
    };
    bool on = false;
    std::string at;              ///< the hour of the day: "02:00"
    std::vector<KeptCopy> kept;  ///< newest first
    std::optional<Failure> failure;
    std::optional<UnderWay> under_way;
    std::optional<std::int64_t> free_bytes;
    bool is_on_same_disk = false;  ///< as the database: lost together with it
};

/// The machine as it is now.
struct MachineFacts {
    std::optional<std::string> file;  ///< its name; none: the database of a server
    std::optional<std::int64_t> bytes, free_bytes;
    Instant since;
    std::int64_t requests = 0, refused = 0;  ///< since then
    CopyFacts copies;
};

class Machine {
public:
    Machine() = default;
    virtual ~Machine() = default;
    Machine(const Machine&) = delete;
    Machine& operator=(const Machine&) = delete;
    [[nodiscard]] virtual MachineFacts facts() const = 0;
    /// Begins a copy beside everything else. Refused: `backups_off`, `backup_under_way`.
    [[nodiscard]] virtual Result<void> start_copy() = 0;
};

}  // namespace ayni
