#pragma once
// Producers' statements as paper: one A5 page each, two on a sheet of A4.

#include <string>
#include <vector>

#include "app/settlement_contract.h"
#include "edge/papers/paper_text.h"
#include "kernel/refusal.h"

namespace ayni {

/// The statements one after the other as a PDF, each beginning on a page of its own. The same
/// statements, language and instant give the same bytes (with the same fonts installed). `made_at`
/// is printed and becomes the date of the document.
[[nodiscard]] std::string statements_pdf(const std::vector<StatementView>& statements,
                                         Language language, const PaperTime& made_at);

}  // namespace ayni
