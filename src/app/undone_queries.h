#pragma once
// Which records do not count: corrected by another one, undone with their file, or of a file that
// is only being taken in.

#include <set>
#include <vector>

#include "app/work.h"
#include "domain/collection/source.h"

namespace ayni {

/// The records of some days that do not count.
class ReplacedDeliveries {
public:
    /// As the log stood before `position`.
    [[nodiscard]] static ReplacedDeliveries of(const View& view, Period days,
                                               std::int64_t position = INT64_MAX);

    [[nodiscard]] bool is_corrected(const Delivery& delivery) const;
    [[nodiscard]] bool is_undone(const Delivery& delivery) const;
    /// Whether nobody need know of it: its file was not recorded then.
    [[nodiscard]] bool is_recorded(const Delivery& delivery) const;
    [[nodiscard]] bool counts(const Delivery& delivery) const {
        return !is_corrected(delivery) && !is_undone(delivery) && is_recorded(delivery);
    }
    [[nodiscard]] bool counts(const Analysis& analysis) const;
    [[nodiscard]] bool all_count() const noexcept {
        return corrected_.empty() && undone_.empty() && not_yet_.empty();
    }

private:
    struct Range {
        SourceId source;
        std::int64_t first = 0, last = 0;
    };
    std::set<std::pair<SourceId, std::int64_t>> corrected_;
    std::vector<Range> undone_, not_yet_;
    [[nodiscard]] static bool in_one_of(const std::vector<Range>& ranges, SourceId source,
                                        std::int64_t sequence);
};

/// The record no longer counts, and nothing takes its place.
void withdraw_record(Work& work, const Delivery& row, const std::string& reason);

}  // namespace ayni
