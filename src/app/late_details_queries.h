#pragma once
// Why a settlement has differences of earlier ones: what changed in those since they were settled.

#include <map>
#include <tuple>
#include <vector>

#include "app/settlement_contract.h"
#include "app/work.h"
#include "domain/collection/product.h"
#include "domain/settlement/settlement.h"

namespace ayni {

/// Whether the line is of a difference: in the producer's favour, or taken back.
[[nodiscard]] bool is_difference(const StatementLine& line) noexcept;

/// The details of each difference of some statements of one settlement.
class LateDetails {
public:
    /// Refused: as `explain_deliveries`.
    [[nodiscard]] static Result<LateDetails> of(const View& view, const Product& product,
                                                const Settlement& settlement,
                                                const std::vector<StatementFigures>& statements);
    /// Of a line that is a difference.
    [[nodiscard]] LateView of(PartyId producer, const StatementLine& line) const;

private:
    using Key = std::tuple<SettlementNumber, PartyId, bool>;
    std::map<Key, LateView> by_line_;
};

}  // namespace ayni
