#include "edge/serving_machine.h"

#include <filesystem>

#include "store/database.h"

namespace ayni {
namespace {

namespace fs = std::filesystem;

std::int64_t size_of(const std::string& path) {
    std::error_code missing;
    const auto size = fs::file_size(path, missing);
    return missing ? 0 : static_cast<std::int64_t>(size);
}

}  // namespace

ServingMachine::ServingMachine(std::string database, const std::optional<CopyPlan>& plan,
                               std::shared_ptr<const Traffic> traffic,
                               const std::function<Instant()>& now)
    : database_(std::move(database)),
      traffic_(std::move(traffic)),
      since_(now()),
      copies_(plan ? std::make_unique<Copies>(database_, *plan, now) : nullptr) {}

void ServingMachine::begin() {
    if (copies_) copies_->begin();
}

void ServingMachine::end() {
    if (copies_) copies_->end();
}

MachineFacts ServingMachine::facts() const {
    MachineFacts facts;
    facts.since = since_;
    facts.requests = static_cast<std::int64_t>(traffic_->requests.load());
    facts.refused = static_cast<std::int64_t>(traffic_->refusals.load());
    if (copies_) facts.copies = copies_->facts();
    if (is_server_address(database_)) return facts;
    facts.file = fs::path(database_).filename().string();
    facts.bytes = size_of(database_) + size_of(database_ + "-wal");
    std::error_code failed;
    const auto space = fs::space(fs::absolute(database_).parent_path(), failed);
    if (!failed) facts.free_bytes = static_cast<std::int64_t>(space.available);
    return facts;
}

Result<void> ServingMachine::start_copy() {
    if (!copies_) return refuse(Refusal::backups_off);
    return copies_->start();
}

}  // namespace ayni
