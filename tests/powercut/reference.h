#pragma once
// What must be in the database after each step of the fortnight, when nothing goes wrong.

#include <optional>
#include <string>
#include <vector>

#include "app/service.h"
#include "simulated_disk.h"

namespace ayni {

/// How far the fortnight has come: 0 nothing, 1 an empty database, 2 its first administrator, then
/// one more for each step.
using Progress = std::size_t;

inline constexpr Progress before_steps = 2;

struct Reference {
    std::vector<std::string> digests;   ///< of the whole database, by progress; 0 has none
    std::vector<std::string> receipts;  ///< of each step; empty: it is refused
    DiskImage founded;                  ///< the disk of an organisation that is ready to work

    /// Plays the fortnight once on a good disk. Stops the program if `verify` finds anything, or a
    /// step is not in the log exactly once.
    static Reference make(const std::string& file);
    /// The highest progress at which the database looked like this.
    [[nodiscard]] std::optional<Progress> progress_of(const std::string& digest) const;
    [[nodiscard]] Progress end() const { return digests.size() - 1; }
};

/// SHA-256 over every column of every row of every table.
[[nodiscard]] std::string digest_of_everything(Connection& db);

/// The clock stands still and chance always says the same, so that a command that is carried out
/// again after a power cut makes the same bytes.
[[nodiscard]] Surroundings still_surroundings();

/// A receipt as it was the first time: without the word that it is not the first.
[[nodiscard]] std::string first_form(std::string receipt);

/// The first administrator, if he is not there yet.
void add_root(Service& service);

}  // namespace ayni
