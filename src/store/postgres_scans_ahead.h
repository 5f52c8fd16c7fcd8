#pragma once
// Rows of one scan, asked of many organisations in one go and shown to each in its turn.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/postgres_kept_reads.h"

namespace ayni {

class ScansAhead {
public:
    /// So many rows of one organisation are kept; who has more is scanned by himself.
    static constexpr std::size_t most_rows = 20'000;

    /// Of the first scan of a snapshot; the key's organisation says nothing. Another one (of an
    /// earlier fortnight) is not asked for ahead: in turns, each would have to be asked anew.
    [[nodiscard]] bool has_begun() const noexcept { return scan_.text != 0; }
    void begin(const ReadingKey& scan, const std::vector<std::int64_t>& organisations);
    /// Fields of COPY's binary form, the organisation first.
    void add(std::string_view row);
    /// Its rows, each with its size in 4 bytes before it; none if they were not asked for, are too
    /// many, or were taken before.
    [[nodiscard]] std::optional<std::string> take(const ReadingKey& scan);
    void clear() noexcept;

private:
    struct Found {
        std::string rows;
        std::size_t count = 0;
    };
    ReadingKey scan_;
    std::unordered_map<std::int64_t, Found> found_;
};

/// The scan's text for many organisations: $1 is their array, each row begins with its own.
[[nodiscard]] std::string scan_for_many(std::string_view sql);

}  // namespace ayni
