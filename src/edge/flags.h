#pragma once
// A use case's input from flags: `--quantity 10.300`, or `?quantity=10.300` in an address.

#include <string>
#include <utility>
#include <vector>

#include "kernel/describe.h"
#include "kernel/json.h"

namespace ayni {

/// The JSON that these names and values mean for a struct of this shape: numbers and booleans where
/// the fields are, JSON for lists and structures, "12.30 PEN" for money, text otherwise. Unknown
/// names stay, so that reading the input refuses them. Refused: `json_duplicate_key`.
[[nodiscard]] Result<Json> json_from_flags(
    const Shape& input, const std::vector<std::pair<std::string, std::string>>& flags);
/// Whether no name stands twice. Refused: `json_duplicate_key`, at /NAME.
[[nodiscard]] Result<void> check_each_once(
    const std::vector<std::pair<std::string, std::string>>& flags);

}  // namespace ayni
