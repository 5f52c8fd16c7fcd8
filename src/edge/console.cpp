#include "edge/console.h"

#include <sodium.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "edge/refusal_json.h"

namespace ayni {

Surroundings real_surroundings() {
    if (sodium_init() < 0) std::abort();
    return {
        .now =
            [] {
                const auto now = std::chrono::system_clock::now().time_since_epoch();
                return Instant{std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
            },
        .random =
            [](std::span<std::uint8_t> bytes) { randombytes_buf(bytes.data(), bytes.size()); }};
}

Progress::Progress(std::string what, bool json)
    : what_(std::move(what)), watched_(!json && ::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
    if (watched_ && shown_ >= 0) fmt::print(stderr, "\r\033[K");
}

Progressed Progress::told() {
    if (!watched_) return {};
    return [this](std::int64_t done, std::int64_t all) { at(done, all); };
}

void Progress::at(std::int64_t done, std::int64_t all) {
    const auto percent = done * 100 / std::max<std::int64_t>(all, 1);
    if (!watched_ || percent == shown_) return;
    shown_ = percent;
    const auto filled = static_cast<std::size_t>(percent / 4);
    fmt::print(stderr, "\r{} [{:<25}] {:3} %", what_,
               std::string(std::min<std::size_t>(filled, 25), '#'), percent);
    static_cast<void>(std::fflush(stderr));
}

int print_refusal(const Refused& refused, bool json, Language language) {
    if (json) {
        fmt::print(stderr, "{}\n", refusal_json(refused, language));
        return 1;
    }
    for (const auto& problem : refused.problems)
        fmt::print(stderr, "{} ({}{}{})\n", text_of(problem.reason, language),
                   code_of(problem.reason), problem.where.empty() ? "" : " " + problem.where,
                   problem.detail.empty() ? "" : ": " + problem.detail);
    return 1;
}

std::string fresh_key(const Surroundings& surroundings) {
    std::array<std::uint8_t, 16> bytes;
    surroundings.random(bytes);
    return hex(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

Result<std::string> read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    // Of an empty file nothing can be taken, which `<<` calls a failure.
    if (in && in.peek() == std::ifstream::traits_type::eof() && !in.bad()) return std::string();
    std::ostringstream bytes;
    if (!in || !(bytes << in.rdbuf())) return refuse(Refusal::file_unreadable, {}, path);
    return std::move(bytes).str();
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
    errno = 0;
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    if (out.write(bytes.data(), static_cast<std::streamsize>(bytes.size())) && out.flush())
        return {};
    return refuse(errno == ENOSPC ? Refusal::disk_full : Refusal::file_unwritable, {}, path);
}

std::string shown_database(const std::string& database) {
    if (!is_server_address(database)) return database;
    const auto names = database.find("://") + 3;
    const auto person = database.find('@', names);
    return person == std::string::npos ? database
                                       : database.substr(0, names) + database.substr(person + 1);
}

}  // namespace ayni
