#include "domain/pricing/band_table.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "kernel/check.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

// One band in whole numbers; an open end has none.
struct Limits {
    std::optional<std::int64_t> from, to;
};

class TableCheck {
public:
    TableCheck(const TableScale& scale, const std::string& where, std::vector<Problem>& problems)
        : scale_(scale), where_(where), problems_(problems) {}

    bool read(const std::vector<Band>& bands);
    bool is_ordered();
    void find_holes();

private:
    std::optional<std::int64_t> limit(const std::optional<std::string>& text, std::size_t band,
                                      const char* end);
    void compare_neighbours(std::size_t band);
    void report(Refusal reason, std::size_t band, const char* end, const Limits& range);
    [[nodiscard]] std::string print(const Limits& range) const;

    const TableScale& scale_;
    const std::string& where_;
    std::vector<Problem>& problems_;
    std::vector<Limits> bands_;
};

std::string TableCheck::print(const Limits& range) const {
    const auto end = [&](const std::optional<std::int64_t>& value) {
        return value ? print_decimal(*value, scale_.places) : std::string{};
    };
    return end(range.from) + ".." + end(range.to);
}

void TableCheck::report(Refusal reason, std::size_t band, const char* end, const Limits& range) {
    problems_.push_back({reason, where_ + "/" + std::to_string(band) + end, print(range)});
}

std::optional<std::int64_t> TableCheck::limit(const std::optional<std::string>& text,
                                              std::size_t band, const char* end) {
    if (!text) return std::nullopt;
    const auto value = parse_on_scale(*text, scale_);
    if (value) return *value;
    problems_.push_back({value.error().reason(), where_ + "/" + std::to_string(band) + end, {}});
    return std::nullopt;
}

bool TableCheck::read(const std::vector<Band>& bands) {
    const auto before = problems_.size();
    for (std::size_t i = 0; i < bands.size(); ++i)
        bands_.push_back({limit(bands[i].from, i, "/from"), limit(bands[i].to, i, "/to")});
    return problems_.size() == before;
}

bool TableCheck::is_ordered() {
    const auto before = problems_.size();
    for (std::size_t i = 0; i < bands_.size(); ++i) {
        const auto& [from, to] = bands_[i];
        if (from && to && *to <= *from) report(Refusal::table_not_ordered, i, "/to", bands_[i]);
        if (i > 0 && from && bands_[i - 1].from && *from < *bands_[i - 1].from)
            report(Refusal::table_not_ordered, i, "/from", bands_[i]);
    }
    return problems_.size() == before;
}

void TableCheck::compare_neighbours(std::size_t band) {
    const auto& above = bands_[band - 1];
    const auto& here = bands_[band];
    if (!above.to) report(Refusal::table_overlap, band - 1, "/to", {here.from, {}});
    if (!here.from) report(Refusal::table_overlap, band, "/from", {{}, above.to});
    if (!above.to || !here.from) return;
    if (*above.to < *here.from) report(Refusal::table_gap, band, "/from", {above.to, here.from});
    if (*above.to > *here.from)
        report(Refusal::table_overlap, band, "/from",
               {here.from, here.to ? std::min(*above.to, *here.to) : above.to});
}

void TableCheck::find_holes() {
    if (bands_.front().from) report(Refusal::table_gap, 0, "/from", {{}, bands_.front().from});
    for (std::size_t i = 1; i < bands_.size(); ++i) compare_neighbours(i);
    if (bands_.back().to)
        report(Refusal::table_gap, bands_.size() - 1, "/to", {bands_.back().to, {}});
}

}  // namespace

TableScale TableScale::of(const Attribute& attribute) noexcept {
    return {.places = attribute.decimals,
            .least = std::numeric_limits<std::int32_t>::min(),
            .most = std::numeric_limits<std::int32_t>::max()};
}

TableScale TableScale::of_volume() noexcept {
    return {.places = 3, .least = 0, .most = largest_quantity};
}

Result<std::int64_t> parse_on_scale(std::string_view text, const TableScale& scale) {
    const auto value = parse_decimal(text, scale.places);
    if (value && (*value < scale.least || *value > scale.most))
        return refuse(Refusal::out_of_range);
    return value;
}

void check_bands(const std::vector<Band>& bands, const TableScale& scale, const std::string& where,
                 std::vector<Problem>& problems) {
    TableCheck check(scale, where, problems);
    // Holes between bands that cannot be read, or stand in disorder, would only confuse.
    if (!bands.empty() && check.read(bands) && check.is_ordered()) check.find_holes();
}

std::string print_range(const Band& band) {
    return band.from.value_or("") + ".." + band.to.value_or("");
}

BandTable make_band_table(const std::vector<Band>& bands, const TableScale& scale,
                          std::int64_t finer) {
    BandTable table;
    for (const auto& band : bands) {
        table.rates.push_back(band.rate.millionths * 1'000'000);
        if (!band.from) continue;
        const auto from = parse_on_scale(*band.from, scale);
        CHECK(from.has_value());
        table.limits.push_back(*from * finer);
    }
    return table;
}

}  // namespace ayni
