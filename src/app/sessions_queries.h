#pragma once
// Signing in: passwords, single-use links, sessions. What is a secret is stored only as its hash.

#include <optional>
#include <string>

#include "app/service.h"

namespace ayni {

/// A session ends after 12 hours, or 30 minutes without use (ASVS 7.3).
inline constexpr std::int64_t session_milliseconds = 12LL * 3600 * 1000;
inline constexpr std::int64_t idle_milliseconds = 30LL * 60 * 1000;
inline constexpr std::int64_t link_milliseconds = 24LL * 3600 * 1000;
inline constexpr std::int64_t first_code_milliseconds = 15LL * 60 * 1000;
inline constexpr std::size_t shortest_password = 12;

/// A fresh session of the user: the token, which exists nowhere else. `proven`: the second factor
/// was given in the session that this one follows. `by_link`: he came by a single-use link, and may
/// replace a password that he has forgotten.
[[nodiscard]] std::string open_session(Service& service, UserId user, bool proven = false,
                                       bool by_link = false);
/// Whose session it is, now; nobody when it ended. Notes the use about once a minute.
[[nodiscard]] Caller caller_of_session(Service& service, std::string_view token);
void close_session(Service& service, std::string_view token);
/// Notes in the session that the second factor was given.
void mark_proven(Connection& db, std::string_view token, Instant now);

/// Refused: `wrong_password`, alike for an unknown login. Takes about 0.1 s by design.
[[nodiscard]] Result<UserId> check_password(Service& service, std::string_view login,
                                            const std::string& password);
/// Whether he may replace his password: with the old one, unless he has none or came by a link.
/// Refused: `field_missing`, `old_password_wrong`, both at /old_password.
[[nodiscard]] Result<void> check_old_password(Service& service, const Caller& caller,
                                              const std::optional<std::string>& old);
/// Sets the password and ends the user's other sessions. Refused: `password_too_short`.
[[nodiscard]] Result<void> choose_password(Service& service, UserId user,
                                           const std::string& password);
void choose_language(Service& service, UserId user, Language language);

/// The token of a link that signs the user in once. User 0: makes the first administrator.
[[nodiscard]] std::string make_link(Service& service, UserId user, std::int64_t valid_milliseconds);
/// A code by which the first administrator signs up. Refused: `field_missing` at /login once there
/// is somebody who can sign in.
[[nodiscard]] Result<std::string> first_code(Service& service);
/// Uses it up. Refused: `link_used_or_expired`.
[[nodiscard]] Result<UserId> use_link(Service& service, std::string_view token);
/// Makes the administrator of the installation with the code printed by `ayni init`. Refused:
/// `link_used_or_expired`, `password_too_short`, `already_exists`.
[[nodiscard]] Result<UserId> make_first_administrator(Service& service, std::string_view code,
                                                      const std::string& login,
                                                      const std::string& name,
                                                      const std::string& password);
/// A user with a role in the installation itself, for `init`, `demo` and the console.
UserId add_installation_user(Service& service, const std::string& login, const std::string& name);

}  // namespace ayni
