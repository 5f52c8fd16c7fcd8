#pragma once
// What the messages of ISO 20022 have in common, by local names.

#include <string>

#include "kernel/date.h"
#include "kernel/money.h"
#include "kernel/xml.h"

namespace ayni {

/// The bytes of a file as XML. Refused: as `parse_xml`, at /content.
[[nodiscard]] Result<Xml> read_message(std::string_view bytes);
/// The message inside the document. Refused: `file_kind_unknown`, with the name that stands there.
[[nodiscard]] Result<const Xml*> message_of(const Xml& document, std::string_view name);
/// An amount with its currency, not below zero. Refused: `field_missing`, `unknown_currency`,
/// `amount_not_positive`, and what `parse_money` refuses, at `where`.
[[nodiscard]] Result<Money> iso_amount(const Xml* amount, const std::string& where);
/// An amount with the sign that `CdtDbtInd` gives it: above zero it came in. Refused: as
/// `iso_amount`, and `not_a_choice`, at `where`/amount.
[[nodiscard]] Result<Money> iso_signed_amount(const Xml& element, const std::string& where);
/// A day that stands as such, as Dt, or as DtTm (the day that is written, in its own time zone).
/// Refused: `field_missing`, `not_a_date`, at `where`.
[[nodiscard]] Result<Date> iso_day(const Xml* day, const std::string& where);
/// IBAN, or another number, of an account; empty when there is none.
[[nodiscard]] std::string iso_account(const Xml* account);
/// "NOTPROVIDED" is how ISO 20022 writes that there is no reference: empty.
[[nodiscard]] std::string iso_reference(std::string_view reference);
/// The code, or the bank's own word, of a reason; empty when there is none.
[[nodiscard]] std::string iso_reason(const Xml* information);

}  // namespace ayni
