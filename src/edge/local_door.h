#pragma once
// What a server answers on the socket beside its file: whoever can open that socket can open the
// file, so he says himself who he is. Nothing of this is reached from the network.

#include <string>
#include <string_view>

#include "app/service.h"
#include "edge/http_server.h"

namespace ayni {

/// Names the user, in base64, in requests that came by the socket; anywhere else it means nothing.
inline constexpr std::string_view login_header = "X-Ayni-Login";
/// Answers {"language"} of the named user; makes him a sign-in link and answers {"token"}.
inline constexpr std::string_view local_user_path = "/local/user";
inline constexpr std::string_view local_link_path = "/local/link";

/// Whom a request that came by the socket names; nobody for an unknown or inactive login.
[[nodiscard]] Caller caller_of_socket(Service& service, const Incoming& in);
/// The socket of a file: "coop.ayni.sock"; of a server's database: one in the folder of the user's
/// session, none where he has no such folder.
[[nodiscard]] std::string socket_of(const std::string& file);

/// The language of the user. Refused: `not_found`, at /login.
[[nodiscard]] Result<Language> language_of_login(Service& service, std::string_view login);
/// The token of a fresh sign-in link. Refused: `not_found`, at /login.
[[nodiscard]] Answer link_for_login(Service& service, std::string_view login,
                                    bool without_second_factor);

/// What stands at the socket's own addresses, as JSON. Refused: `not_found`.
[[nodiscard]] Answer local_answer(Service& service, const Incoming& in);

}  // namespace ayni
