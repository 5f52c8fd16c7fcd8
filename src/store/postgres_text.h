#pragma once
// Our statements in the words of PostgreSQL.

#include <string>
#include <string_view>

namespace ayni {

/// The statement with those of our column names quoted that are words of PostgreSQL's own ("user").
/// What stands between quotes stays.
[[nodiscard]] std::string postgres_text(std::string_view sql);

}  // namespace ayni
