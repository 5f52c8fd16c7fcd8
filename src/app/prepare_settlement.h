#pragma once
// The long part of a settlement, done on a snapshot beside the writer.

#include <memory>
#include <string>
#include <vector>

#include "app/prepared.h"
#include "app/settlement_contract.h"
#include "app/work.h"

namespace ayni {

/// A settlement made ready: used by `compute_settlement` if none of its inputs was recorded since,
/// and by `post_settlement` if it is what was approved.
struct PreparedSettlement final : Prepared {
    OrganisationId organisation;
    std::int64_t position = 0;  ///< of the log, when it was read
    Period period;
    ProductId product;
    Settlement sums;  ///< without its number, author and time
    std::vector<StatementFigures> figures;
    std::vector<std::string> statements;  ///< the figures, packed
    std::vector<LateDifference> late;
};

/// Refused: as `compute_settlement`.
[[nodiscard]] Result<PreparedSettlement> prepare_settlement(const View& view,
                                                            const ComputeSettlement& command);

}  // namespace ayni
