#include "app/undone_queries.h"

#include <algorithm>

#include "app/use_cases.h"
#include "kernel/packed.h"
#include "store/tables.h"

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
    auto files = view.db.query(
        "SELECT source, first_sequence, last_sequence, undone_position > 0 FROM import WHERE "
        "organisation = $1 AND (position >= $2 OR (undone_position > 0 AND undone_position < $2))");
    files.integer(view.organisation.number).integer(position);
    while (files.next())
        (files.integer_at(3) != 0 ? replaced.undone_ : replaced.not_yet_)
            .push_back({{files.integer_at(0)}, files.integer_at(1), files.integer_at(2)});
    auto unfinished = view.db.query(
        "SELECT source FROM source WHERE organisation = $1 AND kind = $2 AND last = 0");
    unfinished.integer(view.organisation.number).integer(static_cast<int>(SourceKind::file));
    while (unfinished.next())
        replaced.not_yet_.push_back({{unfinished.integer_at(0)}, 1, INT64_MAX});
    return replaced;
}

bool ReplacedDeliveries::is_corrected(const Delivery& delivery) const {
    return !corrected_.empty() && corrected_.contains({delivery.source, delivery.sequence});
}

bool ReplacedDeliveries::in_one_of(const std::vector<Range>& ranges, SourceId source,
                                   std::int64_t sequence) {
    return std::ranges::any_of(ranges, [&](const Range& range) {
        return range.source == source && range.first <= sequence && sequence <= range.last;
    });
}

bool ReplacedDeliveries::is_undone(const Delivery& delivery) const {
    return in_one_of(undone_, delivery.source, delivery.sequence);
}

bool ReplacedDeliveries::is_recorded(const Delivery& delivery) const {
    return !in_one_of(not_yet_, delivery.source, delivery.sequence);
}

bool ReplacedDeliveries::counts(const Analysis& analysis) const {
    return !corrected_.contains({analysis.source, analysis.sequence}) &&
           !in_one_of(undone_, analysis.source, analysis.sequence) &&
           !in_one_of(not_yet_, analysis.source, analysis.sequence);
}

void withdraw_record(Work& work, const Delivery& row, const std::string& reason) {
    const Correction withdrawal{work.organisation, row.day, row.source, row.sequence, {}, 0, reason,
                                work.position()};
    insert(work.db, withdrawal);
    mark_changed_days(work, row.product, {row.day, row.day});
    work.effect(pack(withdrawal));
}

}  // namespace ayni
