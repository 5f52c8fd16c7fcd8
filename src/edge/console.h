#pragma once
// What the command line shares: the real surroundings, progress, refusals on the terminal.

#include <string>
#include <string_view>

#include "app/service.h"

namespace ayni {

/// The machine's clock and randomness.
[[nodiscard]] Surroundings real_surroundings();

/// A bar on the terminal; silent where nobody watches, and beside JSON.
class Progress {
public:
    explicit Progress(std::string what, bool json = false);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void at(std::int64_t done, std::int64_t all);
    /// Shows what it is told, while the bar lives; empty where nobody watches.
    [[nodiscard]] Progressed told();

private:
    std::string what_;
    std::int64_t shown_ = -1;
    bool watched_;
};

/// Prints every problem to the error output; as JSON when asked. Returns the exit code 1.
int print_refusal(const Refused& refused, bool json, Language language = Language::es);

/// Sends a described command and waits.
template <class Command>
[[nodiscard]] Answer send(Service& service, const Caller& caller, std::string_view name,
                          const Command& command, std::string key) {
    auto json = parse_json(to_json_text(command));
    if (!json) return std::unexpected(json.error());
    return service.call({caller, std::string(name), *std::move(json), std::move(key)});
}

/// A fresh key for a command that is sent once.
[[nodiscard]] std::string fresh_key(const Surroundings& surroundings);
/// The whole file; refused: `file_unreadable`.
[[nodiscard]] Result<std::string> read_file(const std::string& path);
/// Makes or replaces the file; refused: `disk_full`, `file_unwritable`.
[[nodiscard]] Result<void> write_file(const std::string& path, std::string_view bytes);

/// A database as it may be shown: a file by its name, a server's without user and password.
[[nodiscard]] std::string shown_database(const std::string& database);

}  // namespace ayni
