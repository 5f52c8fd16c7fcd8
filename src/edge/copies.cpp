#include "edge/copies.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "app/backup_rule.h"
#include "app/health_queries.h"
#include "app/verify_queries.h"
#include "store/schema.h"

namespace ayni {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view part_end = ".part", unsound_end = ".unverified";
constexpr std::chrono::seconds look_every{20};
constexpr int milder = 10;  // whoever waits for an answer comes before a copy

struct GivenUp {};

std::string time_zone_in(const std::string& database) {
    Connection db(database, Connection::Access::read_only);
    return time_zone_of_server(db);
}

// What was written is on the disk, and is read from there again: a copy is verified as it was kept.
bool settle_on_disk(const fs::path& file) {
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (opened < 0) return false;
    const bool kept = ::fsync(opened) == 0;
    static_cast<void>(::posix_fadvise(opened, 0, 0, POSIX_FADV_DONTNEED));
    ::close(opened);
    return kept;
}

bool rename_for_good(const fs::path& from, const fs::path& to) {
    std::error_code failed;
    fs::rename(from, to, failed);
    return !failed && settle_on_disk(to.parent_path());
}

std::optional<dev_t> disk_of(const fs::path& path) {
    struct ::stat found {};
    return ::stat(path.c_str(), &found) == 0 ? std::optional(found.st_dev) : std::nullopt;
}

// The file itself is never opened here: closing it would end the locks of SQLite in this program.
Refusal reason_of(const DatabaseError& failure) {
    const auto reason = refusal_of(failure);
    return reason == Refusal::database_not_ayni ? Refusal::file_unwritable : reason;
}

}  // namespace

Copies::Copies(std::string database, CopyPlan plan, std::function<Instant()> now)
    : database_(std::move(database)),
      plan_(std::move(plan)),
      stem_(fs::path(database_).stem().string()),
      now_(std::move(now)) {}

void Copies::end() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = given_up_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void Copies::begin() {
    thread_ = std::thread([this] { work(); });
}

Result<void> Copies::start() {
    const std::lock_guard lock(mutex_);
    if (since_) return refuse(Refusal::backup_under_way);
    since_ = now_();
    wake_.notify_all();
    return {};
}

std::vector<KeptCopy> Copies::kept() const {
    std::vector<KeptCopy> all;
    std::error_code failed;
    for (auto each = fs::directory_iterator(plan_.folder, failed);
         !failed && each != fs::directory_iterator(); each.increment(failed)) {
        auto name = each->path().filename().string();
        const auto made = made_of_name(stem_, name);
        std::error_code gone;
        const auto size = each->file_size(gone);
        if (made && !gone) all.push_back({std::move(name), *made, static_cast<std::int64_t>(size)});
    }
    std::ranges::sort(all, std::ranges::greater(), &KeptCopy::made);
    return all;
}

CopyFacts Copies::facts() const {
    CopyFacts facts;
    facts.on = true;
    facts.at = fmt::format("{:02}:{:02}", plan_.minutes / 60, plan_.minutes % 60);
    facts.kept = kept();
    std::error_code failed;
    if (const auto space = fs::space(plan_.folder, failed); !failed)
        facts.free_bytes = static_cast<std::int64_t>(space.available);
    const auto disk = disk_of(plan_.folder);
    facts.is_on_same_disk = disk && disk == disk_of(database_);
    const std::lock_guard lock(mutex_);
    facts.failure = failure_;
    if (since_) facts.under_way = {is_copied_, done_, all_};
    return facts;
}

bool Copies::is_due() const {
    const auto now = now_();
    std::optional<Instant> failed;
    {
        const std::lock_guard lock(mutex_);
        if (failure_) failed = failure_->at;
    }
    try {
        const auto hour = last_time_at(time_zone_in(database_), plan_.minutes, now);
        return is_copy_due(newest_copy(kept(), now), failed, hour, now);
    } catch (const DatabaseError& failure) {
        spdlog::error("the hour of the backup is not known: {}", failure.what());
        return false;
    }
}

bool Copies::wait_for_turn() {
    for (;;) {
        const bool due = is_due();
        std::unique_lock lock(mutex_);
        if (stopping_) return false;
        if (due && !since_) since_ = now_();
        if (since_) return true;
        wake_.wait_for(lock, look_every, [&] { return stopping_ || since_; });
        if (stopping_) return false;
        if (since_) return true;
    }
}

void Copies::work() {
    static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), milder));
    remove_unfinished();
    while (wait_for_turn()) {
        const auto made = make();
        if (made)
            spdlog::info("backup {} verified", *made);
        else if (!given_up_)
            spdlog::error("no backup: {} {}", code_of(made.error().reason()),
                          made.error().problems.front().detail);
        const std::lock_guard lock(mutex_);
        if (made)
            failure_.reset();
        else
            failure_ = {now_(), made.error().reason()};
        since_.reset();
    }
}

Progressed Copies::told() {
    return [this](std::int64_t done, std::int64_t all) {
        if (given_up_) throw GivenUp();
        done_ = done;
        all_ = all;
    };
}

Result<std::string> Copies::make() {
    const auto made = now_();
    const auto part = fs::path(plan_.folder) / (copy_name(stem_, made) + std::string(part_end));
    is_copied_ = false;
    done_ = all_ = 0;
    auto copied = [&]() -> Result<std::string> {
        try {
            auto name = make_verified(part, made);
            if (name) remove_superfluous(made);
            return name;
        } catch (const DatabaseError& failure) {
            return refuse(reason_of(failure), {}, failure.what());
        } catch (const GivenUp&) {
            return refuse(Refusal::busy);
        } catch (const std::exception& failure) {
            // Whatever a copy meets, the server goes on without it.
            return refuse(Refusal::database_damaged, {}, failure.what());
        }
    }();
    if (!copied) remove_unfinished();
    return copied;
}

Result<std::string> Copies::make_verified(const fs::path& part, Instant made) {
    if (::access(plan_.folder.c_str(), W_OK | X_OK) != 0)
        return refuse(Refusal::file_unwritable, {}, plan_.folder);
    Connection(database_, Connection::Access::read_only).copy_to(part, told());
    if (!settle_on_disk(part)) return refuse(Refusal::file_unwritable, {}, part);
    is_copied_ = true;
    done_ = all_ = 0;
    const auto found = [&] {
        Connection copy(part, Connection::Access::read_only);
        return verify(copy, VerifyPart::everything, told());
    }();
    auto name = copy_name(stem_, made);
    if (!found.findings.empty()) {
        // Better than nothing where there is nothing better: kept, and never taken for a backup.
        static_cast<void>(
            rename_for_good(part, fs::path(plan_.folder) / (stem_ + std::string(unsound_end))));
        const auto& first = found.findings.front();
        return refuse(Refusal::backup_not_sound, {}, first.what + " " + first.where);
    }
    if (!rename_for_good(part, fs::path(plan_.folder) / name))
        return refuse(Refusal::file_unwritable, {}, part);
    return name;
}

void Copies::remove_superfluous(Instant now) const {
    std::error_code ignored;
    for (const auto& each : copies_to_remove(kept(), time_zone_in(database_), now))
        fs::remove(fs::path(plan_.folder) / each.name, ignored);
}

// What a stopped or failed copy left: also by an earlier server.
void Copies::remove_unfinished() const {
    std::vector<fs::path> found;
    std::error_code failed;
    for (auto each = fs::directory_iterator(plan_.folder, failed);
         !failed && each != fs::directory_iterator(); each.increment(failed)) {
        const auto name = each->path().filename().string();
        const auto end = name.find(part_end);
        if (end != std::string::npos && made_of_name(stem_, name.substr(0, end)))
            found.push_back(each->path());
    }
    for (const auto& each : found) fs::remove(each, failed);
}

}  // namespace ayni
