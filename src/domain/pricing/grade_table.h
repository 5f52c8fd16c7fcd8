#pragma once
// A table by grade: every whole value that the attribute can have stands in it once.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/pricing/price_terms.h"

namespace ayni {

/// Adds `table_gap` for values between the attribute's least and most without a row ("3", "3..5"),
/// `table_overlap` for a grade that stands twice, `out_of_range` for one the attribute cannot have.
/// `where` is the path of the table.
void check_grades(const std::vector<Grade>& grades, const Attribute& attribute,
                  const std::string& where, std::vector<Problem>& problems);

/// A table without gap or overlap, ready to be looked up.
struct GradeTable {
    std::int64_t least = 0;           ///< the grade of the first row
    std::vector<std::int64_t> rates;  ///< one a grade, 10^-12 major units
};
[[nodiscard]] GradeTable make_grade_table(const std::vector<Grade>& grades,
                                          const Attribute& attribute);

}  // namespace ayni
