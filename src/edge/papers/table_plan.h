#pragma once
// Which part of a query's answer is printed where.

#include <string_view>
#include <vector>

#include "app/register.h"
#include "edge/papers/printed_table.h"

namespace ayni {

/// Of an amount with two senses, what stands in the column.
enum class Side { whole, debit, credit };

/// A column: a field of the rows, or of what each row holds in a list.
struct ColumnPlan {
    std::string_view field;
    Side side = Side::whole;
    bool is_summed = false;
    std::string_view head = {};  ///< its word, where it is not that of the field
};

/// Rows under the columns: those of a list of the answer, or one with a value of the answer.
struct RowsPlan {
    std::string_view list = {};
    std::string_view inner = {};    ///< one row for each element of this list of the element
    std::string_view heading = {};  ///< the word above the rows
    std::string_view sum = {};      ///< the word of the sum below them
    std::string_view value = {};    ///< no list: this field, under its own word
};

struct PartPlan {
    std::string_view title = {};
    std::vector<ColumnPlan> columns;
    std::vector<RowsPlan> rows;
};

struct TablePlan {
    std::vector<PartPlan> parts;
    bool has_summary = false;  ///< whatever else the answer says, in a part of its own
};

/// Whether the answer of the query is a table that has a title.
[[nodiscard]] bool is_printed(const UseCase& use_case) noexcept;
/// How it is printed: as an accountant expects it, or every list with every column.
[[nodiscard]] TablePlan plan_of(const UseCase& use_case);

/// The structure inside optionals and lists, if there is one.
[[nodiscard]] const Description* structure_in(const Shape& shape) noexcept;
/// The shape without being optional.
[[nodiscard]] const Shape& present(const Shape& shape) noexcept;
/// The field of that name, or null.
[[nodiscard]] const Field* field_of(const Description& description, std::string_view name) noexcept;

}  // namespace ayni
