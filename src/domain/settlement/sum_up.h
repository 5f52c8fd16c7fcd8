#pragma once
// What all statements of a settlement come to together.

#include <vector>

#include "domain/settlement/settlement.h"

namespace ayni {

/// Replaces the settlement's totals (producers, deliveries, quantity, gross, deducted, net) by the
/// sums of its statements, all of which are in `currency`.
void sum_up(Settlement& settlement, const std::vector<StatementFigures>& statements,
            Currency currency);

}  // namespace ayni
