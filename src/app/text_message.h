#pragma once
// A producer's statement as one text message, for a phone that shows nothing else.

#include <string>

#include "app/settlement_contract.h"
#include "kernel/refusal.h"

namespace ayni {

/// Organisation, period, quantity, credit, deductions, what the producer receives, and whether it
/// can be collected: "Coop. Manantial de Vida: 1-15 jul. 402.6 kg, a favor S/ 625.45, descuentos
/// S/ 84.15, RECIBE S/ 541.30. Cobre en su organización." At most `longest_sms` places of GSM for
/// any statement: the organisation is shortened first, amounts are never cut.
[[nodiscard]] std::string statement_message(const StatementView& statement, Language language);

/// "1-15 jul", "28 feb-5 mar": a period of this year in few letters.
[[nodiscard]] std::string short_period(Period period, Language language);

}  // namespace ayni
