#include "store/postgres_scans_ahead.h"

#include "store/postgres_values.h"

namespace ayni {

void ScansAhead::begin(const ReadingKey& scan, const std::vector<std::int64_t>& organisations) {
    scan_ = scan;
    for (const auto organisation : organisations) found_[organisation];
}

void ScansAhead::add(std::string_view row) {
    constexpr std::size_t first_field = 4 + 8;
    auto& found = found_[integer_of(row.substr(4, 8)).value_or(0)];
    row.remove_prefix(first_field);
    append_big_endian(found.rows, static_cast<std::uint32_t>(row.size()));
    found.rows += row;
    ++found.count;
}

std::optional<std::string> ScansAhead::take(const ReadingKey& scan) {
    if (scan.text != scan_.text || scan.others != scan_.others) return std::nullopt;
    const auto found = found_.extract(scan.organisation);
    if (!found || found.mapped().count >= most_rows) return std::nullopt;
    return std::move(found.mapped().rows);
}

void ScansAhead::clear() noexcept {
    scan_ = {};
    found_.clear();
}

std::string scan_for_many(std::string_view sql) {
    return text_for_many(std::string(sql) + " LIMIT " + std::to_string(ScansAhead::most_rows));
}

}  // namespace ayni
