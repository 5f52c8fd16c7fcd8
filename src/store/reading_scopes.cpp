#include "store/reading_scopes.h"

#include <algorithm>
#include <utility>

namespace ayni {
namespace {

thread_local const std::atomic<std::uint64_t>* counted = nullptr;
thread_local const std::vector<std::int64_t>* announced = nullptr;
thread_local std::int64_t written_for = 0;
thread_local bool writes_together = false;

}  // namespace

KeepsReads::KeepsReads(const std::atomic<std::uint64_t>& written_elsewhere) noexcept {
    counted = &written_elsewhere;
}
KeepsReads::~KeepsReads() { counted = nullptr; }

const std::atomic<std::uint64_t>* KeepsReads::current() noexcept { return counted; }

WritesOnlyOf::WritesOnlyOf(std::int64_t organisation) noexcept { written_for = organisation; }
WritesOnlyOf::~WritesOnlyOf() { written_for = 0; }

std::int64_t WritesOnlyOf::current() noexcept { return written_for; }

WritesTogether::WritesTogether() noexcept { writes_together = true; }
WritesTogether::~WritesTogether() { writes_together = false; }

bool WritesTogether::is_so() noexcept { return writes_together; }

ReadsAhead::ReadsAhead(std::vector<std::int64_t> organisations)
    : organisations_(std::move(organisations)) {
    // Each once: what is found is told apart by it.
    std::ranges::sort(organisations_);
    const auto again = std::ranges::unique(organisations_);
    organisations_.erase(again.begin(), again.end());
    announced = &organisations_;
}
ReadsAhead::~ReadsAhead() { announced = nullptr; }

const std::vector<std::int64_t>* ReadsAhead::with(std::int64_t organisation) noexcept {
    if (!announced) return nullptr;
    return std::ranges::find(*announced, organisation) == announced->end() ? nullptr : announced;
}

}  // namespace ayni
