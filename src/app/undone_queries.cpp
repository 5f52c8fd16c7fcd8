#include "app/undone_queries.h"

#include <algorithm>

namespace ayni {

ReplacedDeliveries ReplacedDeliveries::of(const View& view, Period days, std::int64_t position) {
    ReplacedDeliveries replaced;
    auto corrections = view.db.query(
        "SELECT source, sequence FROM correction WHERE organisation = $1 AND day BETWEEN $2 AND $3 "
        "AND "
        "position < $4");
    corrections.integer(view.organisation.number)
        .integer(days.first.days)
        .integer(days.last.days)
        .integer(position);
    while (corrections.next())
        replaced.corrected_.emplace(SourceId{corrections.integer_at(0)}, corrections.integer_at(1));
    auto undone = view.db.query(
        "SELECT source, first_sequence, last_sequence FROM import WHERE organisation = $1 AND "
        "undone_position > 0 AND "
        "undone_position < $2");
    undone.integer(view.organisation.number).integer(position);
    while (undone.next())
        replaced.undone_.push_back(
            {{undone.integer_at(0)}, undone.integer_at(1), undone.integer_at(2)});
    return replaced;
}

bool ReplacedDeliveries::is_corrected(const Delivery& delivery) const {
    return !corrected_.empty() && corrected_.contains({delivery.source, delivery.sequence});
}

bool ReplacedDeliveries::in_undone(SourceId source, std::int64_t sequence) const {
    return std::ranges::any_of(undone_, [&](const Range& range) {
        return range.source == source && range.first <= sequence && sequence <= range.last;
    });
}

bool ReplacedDeliveries::is_undone(const Delivery& delivery) const {
    return in_undone(delivery.source, delivery.sequence);
}

bool ReplacedDeliveries::is_undone(const Analysis& analysis) const {
    return in_undone(analysis.source, analysis.sequence);
}

}  // namespace ayni
