#pragma once
// Readings by the names of their attributes, in and out.

#include "app/collection_contract.h"

namespace ayni {

/// Decimal text in the attribute's places and plausible range. Refused: `not_a_decimal
/// too_many_decimals out_of_range`.
[[nodiscard]] Result<std::int32_t> parse_reading(const Attribute& attribute, std::string_view text);
/// Refused: also `unknown_attribute`; paths below `where`.
[[nodiscard]] Result<Readings> readings_from(const std::vector<Attribute>& attributes,
                                             const std::vector<NamedReading>& given,
                                             const std::string& where);
[[nodiscard]] std::vector<NamedReading> named(const std::vector<Attribute>& attributes,
                                              const Readings& readings);

}  // namespace ayni
