#pragma once
// The commands of a small fortnight, from the first organisation to a withdrawn settlement, as
// people would send them: under keys of their own, so that all may be sent again.

#include <string>
#include <vector>

#include "kernel/json.h"

namespace ayni {

struct Step {
    std::string login;
    std::string use_case;
    Json input;
    std::string key;
};

/// In the order in which they are sent first. A few are refused, and change nothing.
[[nodiscard]] const std::vector<Step>& fortnight();
/// So many of them only found the organisation.
[[nodiscard]] std::size_t founding_steps();

/// The clock of every run stands still here, so that equal commands make equal bytes.
inline constexpr std::string_view time_of_all_steps = "2025-03-31T15:00:00.000Z";

}  // namespace ayni
