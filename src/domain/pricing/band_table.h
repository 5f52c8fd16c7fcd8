#pragma once
// A table over a number: whatever the value, exactly one row holds it.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/pricing/price_terms.h"

namespace ayni {

/// The numbers that a table is over: an attribute in its decimals, or a quantity in 3.
struct TableScale {
    int places = 0;
    std::int64_t least = 0, most = 0;  ///< what a limit may be, in units of the last place
    [[nodiscard]] static TableScale of(const Attribute& attribute) noexcept;
    [[nodiscard]] static TableScale of_volume() noexcept;
};

/// A limit, standard or point as a whole number of the last place. Refused: as `parse_decimal`, and
/// `out_of_range` beyond the scale.
[[nodiscard]] Result<std::int64_t> parse_on_scale(std::string_view text, const TableScale& scale);

/// Adds every reason why the bands are no total function: `table_not_ordered` (a band that starts
/// before the one above it, or ends before it starts), `table_gap` and `table_overlap` with the
/// range concerned ("3.40..3.50"), and what `parse_on_scale` refuses. `where` is the path of the
/// table; each problem names the band's own limit ("/terms/2/bands/1/from").
void check_bands(const std::vector<Band>& bands, const TableScale& scale, const std::string& where,
                 std::vector<Problem>& problems);

/// "3.40..3.50", "..3.40" for the first band, "3.50.." for the last, as they were signed.
[[nodiscard]] std::string print_range(const Band& band);

/// A table without gap or overlap, ready to be looked up.
struct BandTable {
    std::vector<std::int64_t> limits;  ///< where each row but the first starts, rising
    std::vector<std::int64_t> rates;   ///< one a row, 10^-12 major units

    /// The row that holds the value. It counts limits without branching: tables are short, and
    /// which row comes next cannot be guessed.
    [[nodiscard]] std::size_t row_of(std::int64_t value) const noexcept {
        std::size_t row = 0;
        for (const auto limit : limits) row += value >= limit ? 1U : 0U;
        return row;
    }
};

/// Makes a checked table ready; limits are multiplied by `finer`, so that they compare with values
/// of more places.
[[nodiscard]] BandTable make_band_table(const std::vector<Band>& bands, const TableScale& scale,
                                        std::int64_t finer);

}  // namespace ayni
