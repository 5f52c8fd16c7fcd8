#pragma once
// Which records do not count: corrected by another one, or undone with their file.

#include <set>
#include <vector>

#include "app/work.h"
#include "domain/collection/source.h"

namespace ayni {

/// The corrected and undone records of some days.
class ReplacedDeliveries {
public:
    /// As the log stood before `position`.
    [[nodiscard]] static ReplacedDeliveries of(const View& view, Period days,
                                               std::int64_t position = INT64_MAX);

    [[nodiscard]] bool is_corrected(const Delivery& delivery) const;
    [[nodiscard]] bool is_undone(const Delivery& delivery) const;
    [[nodiscard]] bool is_undone(const Analysis& analysis) const;
    [[nodiscard]] bool is_replaced(const Delivery& delivery) const {
        return is_corrected(delivery) || is_undone(delivery);
    }
    [[nodiscard]] bool empty() const noexcept { return corrected_.empty() && undone_.empty(); }

private:
    struct Range {
        SourceId source;
        std::int64_t first = 0, last = 0;
    };
    std::set<std::pair<SourceId, std::int64_t>> corrected_;
    std::vector<Range> undone_;
    [[nodiscard]] bool in_undone(SourceId source, std::int64_t sequence) const;
};

}  // namespace ayni
