#pragma once
// What came late to settlements that are posted.

#include "app/work.h"
#include "domain/collection/product.h"
#include "domain/settlement/settlement.h"

namespace ayni {

/// The differences that a settlement of these inputs settles: of earlier, posted settlements of the
/// product. Refused: as `settle`.
[[nodiscard]] Result<std::vector<LateDifference>> load_late_differences(
    const View& view, const Product& product, const SettlementInputs& inputs);

}  // namespace ayni
