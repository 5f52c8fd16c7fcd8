#include "edge/local_door.h"

#include <cstdlib>

#include <fmt/format.h>

#include "app/base64.h"
#include "app/second_factor_queries.h"
#include "app/sessions_queries.h"
#include "edge/local_forms.h"
#include "kernel/described_json.h"
#include "kernel/sha256.h"

namespace ayni {
namespace {

std::string login_of(const Incoming& in) {
    return from_base64(in.header(login_header)).value_or(std::string());
}

}  // namespace

Caller caller_of_socket(Service& service, const Incoming& in) {
    return service.caller_named(login_of(in));
}

std::string socket_of(const std::string& database) {
    if (!is_server_address(database)) return database + ".sock";
    const char* own = std::getenv("XDG_RUNTIME_DIR");
    return own ? fmt::format("{}/ayni-{}.sock", own, hex(sha256(database)).substr(0, 16)) : "";
}

Result<Language> language_of_login(Service& service, std::string_view login) {
    const auto caller = service.caller_named(login);
    if (caller.user.is_none()) return refuse(Refusal::not_found, "/login", std::string(login));
    return caller.language;
}

Answer link_for_login(Service& service, std::string_view login, bool without_second_factor) {
    if (login.empty()) return first_code(service);
    const auto caller = service.caller_named(login);
    if (caller.user.is_none()) return refuse(Refusal::not_found, "/login", std::string(login));
    if (without_second_factor) forget_second_factor(service, caller.user);
    return make_link(service, caller.user, link_milliseconds);
}

Answer local_answer(Service& service, const Incoming& in) {
    const auto login = login_of(in);
    if (in.target == local_user_path) {
        const auto language = language_of_login(service, login);
        if (!language) return std::unexpected(language.error());
        return to_json_text(LocalUser{*language});
    }
    if (in.target != local_link_path) return refuse(Refusal::not_found);
    const auto wish = from_json_text<LinkWish>(in.body);
    if (!wish) return std::unexpected(wish.error());
    auto token = link_for_login(service, login, wish->without_second_factor);
    if (!token) return token;
    return to_json_text(LinkToken{*std::move(token)});
}

}  // namespace ayni
