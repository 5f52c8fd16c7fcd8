#pragma once
// The parts of a request's target.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ayni {

/// What the name of a use case follows in an address.
inline constexpr std::string_view use_case_root = "/api/v1/";

struct Address {
    std::string path;                                        ///< without the query; not decoded
    std::vector<std::pair<std::string, std::string>> query;  ///< decoded
    /// The value of that name, or empty.
    [[nodiscard]] std::string_view value(std::string_view name) const noexcept;
};

/// "/api/v1/days?product=milk&first=2025-07-01". Broken escapes stay as they are.
[[nodiscard]] Address parse_address(std::string_view target);
/// The value of a cookie in a Cookie header; empty if it is not there.
[[nodiscard]] std::string_view cookie_value(std::string_view header,
                                            std::string_view name) noexcept;

}  // namespace ayni
