#pragma once
// The few words that the server itself says in statements, in the reader's language.

#include <string>

#include "domain/collection/source.h"
#include "domain/settlement/settle.h"
#include "domain/settlement/waterfall.h"
#include "kernel/refusal.h"

namespace ayni {

/// "Grasa", "Hato libre de brucelosis", "Precio base": what a term is about.
[[nodiscard]] std::string label_of(const Term& term, const Product& product, Language language);
/// The rule in short: "1.45 por kg", "0.0009 por cada 0.01 sobre 12.00".
[[nodiscard]] std::string detail_of(const Term& term, const Product& product, Language language);
/// ", con 12.53 %": the value by which a term went for every delivery.
[[nodiscard]] std::string with_value(std::string_view value, const Attribute* attribute,
                                     Language language);
/// "Insumos", "Préstamo": a kind of deduction where no rule names it.
[[nodiscard]] std::string label_of(DeductionKind kind, Language language);
[[nodiscard]] std::string detail_of(const DeductionRule& rule, const Product& product,
                                    Language language);
/// " × 1401.4 kg".
[[nodiscard]] std::string times(Quantity charged, const Product& product);
/// "Flete, saldo pendiente": what was carried over of the rule's charge.
[[nodiscard]] std::string carried_over_label(const DeductionRule& rule, Language language);
/// "Diferencia de una quincena anterior".
[[nodiscard]] std::string late_label(Language language);
/// What changed in the earlier period, in short: "1-15 jul · +5.000 kg · 1 entrega".
struct LateChanges {
    Period period;
    Quantity quantity;         ///< of accepted milk, either sign
    std::int64_t changes = 0;  ///< deliveries
};
[[nodiscard]] std::string late_detail(const LateChanges& late, const Product& product,
                                      Language language);
/// "Hato libre de TBC" for tb_free; the code itself for one that we do not know.
[[nodiscard]] std::string certificate_label(std::string_view kind, Language language);

}  // namespace ayni
