#pragma once

#include <optional>
#include <string>

#include "app/work.h"

namespace ayni {

/// A DNI as it is kept, if there is one. Refused: what `read_dni` refuses and `dni_taken`, with the
/// code of who has it, at /dni; `himself` may.
[[nodiscard]] Result<std::optional<std::string>> free_dni(const View& view,
                                                          const std::optional<std::string>& dni,
                                                          PartyId himself = {});

}  // namespace ayni
