#pragma once
// What a connection has read of an organisation, for as long as nothing was written there.

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "store/postgres_statement_facts.h"

struct pg_result;

namespace ayni {

/// Rows that were found, alone or among those of other organisations.
struct FoundRows {
    std::shared_ptr<pg_result> result;
    std::vector<int> places;  ///< of its rows; only where `among_others`
    bool among_others = false;

    [[nodiscard]] int count() const noexcept;
    [[nodiscard]] int place(int row) const noexcept {
        return among_others ? places[static_cast<std::size_t>(row)] : row;
    }
    /// Before the first column of the text stands the organisation.
    [[nodiscard]] int column(int wanted) const noexcept {
        return among_others ? wanted + 1 : wanted;
    }
};

/// A reading: which text, of which organisation, with which other parameters.
struct ReadingKey {
    std::int64_t text = 0;
    std::int64_t organisation = 0;
    std::string others;
    bool operator==(const ReadingKey&) const = default;
};

class KeptReadings {
public:
    /// Null when it was not read, or something was written there since.
    [[nodiscard]] const FoundRows* find(const ReadingKey& key, const StatementFacts& facts) const;
    void keep(ReadingKey key, FoundRows rows);
    /// Something is written to the tables of the statement; of all organisations for 0.
    void note_writing(const StatementFacts& facts, std::int64_t organisation);
    void clear() noexcept;

private:
    struct Hash {
        std::size_t operator()(const ReadingKey& key) const noexcept;
    };
    struct Kept {
        FoundRows rows;
        std::int64_t moment = 0;
    };
    std::unordered_map<ReadingKey, Kept, Hash> kept_;
    // When each table was last written, by organisation (0: of all).
    std::unordered_map<std::string, std::unordered_map<std::int64_t, std::int64_t>> written_;
    std::int64_t moment_ = 0;
    std::size_t size_ = 0;

    [[nodiscard]] bool is_written_since(std::int64_t moment, const std::string& table,
                                        std::int64_t organisation) const;
};

}  // namespace ayni
