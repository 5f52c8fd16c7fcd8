#include "store/postgres_kept_reads.h"

#include <libpq-fe.h>

#include <algorithm>
#include <functional>

namespace ayni {
namespace {

// So much is kept of a connection's answers; then it begins anew.
constexpr std::size_t most_kept = 32UL * 1024 * 1024;
// What a row of a map takes beside what it holds.
constexpr std::size_t size_of_place = 200;

}  // namespace

int FoundRows::count() const noexcept {
    return among_others ? static_cast<int>(places.size()) : PQntuples(result.get());
}

std::size_t KeptReadings::Hash::operator()(const ReadingKey& key) const noexcept {
    const auto numbers = static_cast<std::size_t>(key.text) * 0x9E3779B97F4A7C15U ^
                         static_cast<std::size_t>(key.organisation) * 0xC2B2AE3D27D4EB4FU;
    return numbers ^ std::hash<std::string>{}(key.others);
}

bool KeptReadings::is_written_since(std::int64_t moment, const std::string& table,
                                    std::int64_t organisation) const {
    const auto found = written_.find(table);
    if (found == written_.end()) return false;
    const auto is_later = [&](std::int64_t of) {
        const auto at = found->second.find(of);
        return at != found->second.end() && at->second >= moment;
    };
    return is_later(0) || is_later(organisation);
}

const FoundRows* KeptReadings::find(const ReadingKey& key, const StatementFacts& facts) const {
    const auto found = kept_.find(key);
    if (found == kept_.end()) return nullptr;
    const bool is_stale = std::ranges::any_of(facts.tables, [&](const auto& table) {
        return is_written_since(found->second.moment, table, key.organisation);
    });
    return is_stale ? nullptr : &found->second.rows;
}

void KeptReadings::keep(ReadingKey key, FoundRows rows) {
    // Of rows read together, each organisation counts its part of the memory.
    size_ += size_of_place + key.others.size() +
             (rows.among_others ? 64 * rows.places.size() : PQresultMemorySize(rows.result.get()));
    if (size_ > most_kept) clear();
    kept_.insert_or_assign(std::move(key), Kept{std::move(rows), ++moment_});
}

void KeptReadings::note_writing(const StatementFacts& facts, std::int64_t organisation) {
    ++moment_;
    for (const auto& table : facts.tables) written_[table][organisation] = moment_;
}

void KeptReadings::clear() noexcept {
    kept_.clear();
    written_.clear();
    size_ = 0;
}

}  // namespace ayni
