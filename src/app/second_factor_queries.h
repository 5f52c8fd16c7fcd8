#pragma once
// The second factor of those who move money: a telephone that shows codes, and codes on paper for
// the day when it is lost. Who enrols does so himself, signed in.

#include <string>
#include <string_view>
#include <vector>

#include "app/service.h"

namespace ayni {

/// Ten codes of 120 bits: enough for years, too many letters to guess.
inline constexpr std::size_t recovery_codes_of_a_user = 10;
inline constexpr std::size_t recovery_code_bytes = 15;

/// What the telephone has to be told, once.
struct Enrolment {
    std::string secret;   ///< base 32, in groups of four
    std::string address;  ///< the same for a QR code
};

/// Of a session in which no code was given: `missing` or `not_enrolled`.
[[nodiscard]] FactorState second_factor_state(Connection& db, UserId user);

/// Makes a fresh secret; nothing asks for its codes before the first one was right. Refused:
/// `already_exists`.
[[nodiscard]] Result<Enrolment> begin_second_factor(Service& service, const Caller& caller);
/// Enrols with the telephone's first code; the session counts as proven. Gives the recovery codes,
/// which exist nowhere else. Refused: `second_factor_wrong` (also when nothing was begun).
[[nodiscard]] Result<std::vector<std::string>> confirm_second_factor(Service& service,
                                                                     const Caller& caller,
                                                                     std::string_view token,
                                                                     std::string_view code);
/// Gives a code of the telephone, or one on paper, in this session. Either is good for once.
/// Refused: `second_factor_wrong`.
[[nodiscard]] Result<void> prove_second_factor(Service& service, const Caller& caller,
                                               std::string_view token, std::string_view code);
/// Gives the second factor up, with a code of it. Refused: `second_factor_wrong`.
[[nodiscard]] Result<void> end_second_factor(Service& service, const Caller& caller,
                                             std::string_view code);
/// Takes it away from who has lost telephone and paper: an act of the machine's operator alone.
void forget_second_factor(Service& service, UserId user);

}  // namespace ayni
