#pragma once
// Numbers that a state or a bank gave to a person, an organisation or an account, and the digits
// by which a slip of the pen is noticed. None of them is required of anybody.

#include <optional>
#include <string>
#include <string_view>

#include "kernel/result.h"

namespace ayni {

/// A RUC (Peru, SUNAT): 11 digits, the first two 10, 15, 17 or 20, the last one a check digit.
/// Prefix 16 is no longer given out, and refused. Refused: `ruc_invalid`.
[[nodiscard]] Result<std::string> read_ruc(std::string_view text);

/// A DNI (Peru): 8 digits, which are returned. The check character printed behind them, a digit or
/// a letter, may follow, with or without a hyphen; if it does it must fit. Refused: `dni_invalid`;
/// `dni_not_plausible` for zeros, which forms are filled with.
[[nodiscard]] Result<std::string> read_dni(std::string_view text);

/// The RUC of the person with that DNI. Refused: as `read_dni`.
[[nodiscard]] Result<std::string> ruc_of_person(std::string_view dni);

/// Whether a CCI (Peru, an account between banks: bank 3, office 3, account 12, control 2) has 20
/// digits whose control digits fit. A reason to ask again, never to refuse: the algorithm was
/// inferred from published numbers, no official text of it was seen.
[[nodiscard]] bool cci_fits(std::string_view cci) noexcept;

/// The check digit 0..9 of a NIT (Colombia) without it, 1 to 15 digits; none for anything else.
[[nodiscard]] std::optional<int> nit_check_digit(std::string_view nit) noexcept;

/// The check character '0'..'9' or 'K' of a RUT (Chile) without it, 1 to 15 digits; none for
/// anything else.
[[nodiscard]] std::optional<char> rut_check_character(std::string_view rut) noexcept;

}  // namespace ayni
