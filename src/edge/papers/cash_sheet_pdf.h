#pragma once
// The list that lies on the table on pay day: everyone signs for what he was handed.

#include <string>
#include <string_view>

#include "app/settlement_contract.h"
#include "edge/papers/paper_text.h"
#include "kernel/refusal.h"

namespace ayni {

/// The payments of a settlement on A4, with room to write the document's number and to sign, the
/// total of each sheet and the grand total. The same arguments give the same bytes. Stops
/// when the payments do not sum to `total`.
[[nodiscard]] std::string cash_sheet_pdf(const PaymentListView& list, std::string_view organisation,
                                         Language language, const PaperTime& made_at);

}  // namespace ayni
