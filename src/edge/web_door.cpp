#include "edge/web_door.h"

#include <webassets.h>

#include <array>
#include <chrono>
#include <map>
#include <thread>

#include <fmt/format.h>

#include "app/people_contract.h"
#include "app/sessions_queries.h"
#include "edge/flags.h"
#include "edge/gzip.h"
#include "edge/local_door.h"
#include "edge/openapi.h"
#include "edge/paper_files.h"
#include "edge/rate_limit.h"
#include "edge/refusal_json.h"
#include "edge/second_factor_door.h"
#include "edge/workers.h"
#include "kernel/address.h"
#include "kernel/described_json.h"
#include "store/database.h"

namespace ayni {

namespace {

// WebAssembly of our own may be compiled; no text is ever run as a script.
constexpr std::string_view content_policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "connect-src 'self'; img-src 'self' blob: data:; font-src 'self'; manifest-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

void add_defences(Outgoing& out, bool secure) {
    out.headers.emplace_back("Content-Security-Policy", content_policy);
    out.headers.emplace_back("X-Content-Type-Options", "nosniff");
    out.headers.emplace_back("Referrer-Policy", "no-referrer");
    out.headers.emplace_back("Cross-Origin-Opener-Policy", "same-origin");
    if (secure) out.headers.emplace_back("Strict-Transport-Security", "max-age=31536000");
}

Outgoing refused(const Refused& why, Language language) {
    Outgoing out{.status = status_of(why), .body = refusal_json(why, language), .headers = {}};
    if (out.status == 503 || out.status == 429) out.headers.emplace_back("Retry-After", "2");
    return out;
}

Outgoing refused(Refusal reason, Language language) {
    return refused(Refused{{{reason, {}, {}}}}, language);
}

Outgoing answered(Answer answer, Language language) {
    if (!answer) return refused(answer.error(), language);
    return {.body = *std::move(answer), .headers = {{"Cache-Control", "no-store"}}};
}

// What is written beside the register (sessions, links) finds the disk full by an exception.
template <class Act>
Outgoing unless_full(Language language, Act&& act) {
    try {
        return act();
    } catch (const DatabaseError& failure) {
        if (!is_full(failure)) throw;
        return refused(Refusal::disk_full, language);
    }
}

// What the session's own addresses take in.
struct PasswordForm {
    std::string login, password;
};
BOOST_DESCRIBE_STRUCT(PasswordForm, (), (login, password))
struct LinkForm {
    std::string token;
};
BOOST_DESCRIBE_STRUCT(LinkForm, (), (token))
struct FirstForm {
    std::string code, login, name, password;
};
BOOST_DESCRIBE_STRUCT(FirstForm, (), (code, login, name, password))
struct NewPasswordForm {
    std::string password;
    std::optional<std::string> old_password;  // of who has one, and did not come by a link
};
BOOST_DESCRIBE_STRUCT(NewPasswordForm, (), (password, old_password))
struct LanguageForm {
    Language language = Language::es;
};
BOOST_DESCRIBE_STRUCT(LanguageForm, (), (language))
struct SessionView {
    std::string login, name;
    Language language = Language::es;
    FactorState second_factor = FactorState::missing;
    bool asks_old_password = false;
    std::vector<OrganisationView> organisations;
};
BOOST_DESCRIBE_STRUCT(SessionView, (),
                      (login, name, language, second_factor, asks_old_password, organisations))

constexpr std::string_view second_factor_path = "/session/second_factor";

Language language_of_header(std::string_view accepted) {
    return accepted.starts_with("en") ? Language::en : Language::es;
}

}  // namespace

struct WebDoor::Inner {
    Service& service;
    DoorSettings settings;
    bool secure;
    RateLimit limit;
    RateLimit sign_in_limit{0.2, 8};  // not money: eight tries, then one in five seconds
    RateLimit code_limit{0.03, 8};    // not money: of one user, then one code in half a minute
    Workers workers{2};
    std::mutex sessions_mutex;
    struct Known {
        Caller caller;
        std::chrono::steady_clock::time_point at;
    };
    std::map<std::string, Known, std::less<>> sessions;
    std::string openapi = openapi_document(the_register());

    Inner(Service& behind, DoorSettings how)
        : service(behind),
          settings(std::move(how)),
          secure(settings.public_url.starts_with("https://")),
          limit(settings.requests_per_second, settings.burst) {}

    [[nodiscard]] std::string_view cookie_name() const { return secure ? "__Host-ayni" : "ayni"; }
    [[nodiscard]] std::string cookie(std::string_view token, std::string_view age) const {
        return fmt::format("{}={}; Path=/; HttpOnly; SameSite=Strict; Max-Age={}{}", cookie_name(),
                           token, age, secure ? "; Secure" : "");
    }

    // Roles are read again after five seconds at the latest, and at once after a change of ours.
    Caller caller_of(std::string_view token) {
        if (token.empty() || token.size() > 100) return {};
        const auto now = std::chrono::steady_clock::now();
        {
            const std::lock_guard lock(sessions_mutex);
            const auto known = sessions.find(token);
            if (known != sessions.end() && now - known->second.at < std::chrono::seconds(5))
                return known->second.caller;
        }
        auto caller = caller_of_session(service, token);
        const std::lock_guard lock(sessions_mutex);
        if (sessions.size() > 10'000) sessions.clear();
        if (!caller.user.is_none())
            sessions.insert_or_assign(std::string(token), Known{caller, now});
        return caller;
    }
    void forget_sessions() {
        const std::lock_guard lock(sessions_mutex);
        sessions.clear();
    }

    // A page of another site can send a form, but neither this header nor our own origin.
    [[nodiscard]] bool is_foreign(const Incoming& in) const {
        if (in.header("X-Ayni") != "1") return true;
        if (const auto site = in.header("Sec-Fetch-Site");
            !site.empty() && site != "same-origin" && site != "none")
            return true;
        const auto origin = in.header("Origin");
        if (origin.empty()) return false;
        const auto slashes = origin.find("//");
        return slashes == origin.npos || origin.substr(slashes + 2) != in.header("Host");
    }

    void handle(Incoming in, Reply reply);
    void handle_local(const std::shared_ptr<Incoming>& in, const Reply& reply);
    void route(const std::shared_ptr<Incoming>& in, const Address& address, Caller caller,
               const Reply& reply);
    void use_case(const std::shared_ptr<Incoming>& in, const Address& address, Caller caller,
                  Reply reply);
    Outgoing session(const Incoming& in, const Address& address, const Caller& caller);
    Outgoing session_view(const Caller& caller);
    Outgoing signed_in(Result<UserId> user, Language language, bool proven = false,
                       bool by_link = false);
    Outgoing new_password(const Incoming& in, const Caller& caller);
    Outgoing second_factor(const Incoming& in, const Address& address, const Caller& caller);
    Outgoing asset(const Incoming& in, const Address& address);
    Outgoing health();
    Outgoing metrics();
};

void WebDoor::Inner::handle(Incoming given, Reply reply) {
    ++settings.traffic->requests;
    const auto in = std::make_shared<Incoming>(std::move(given));
    auto finish = [this, in, reply = std::move(reply)](Outgoing out) {
        if (out.status >= 400) ++settings.traffic->refusals;
        add_defences(out, secure);
        if (!in->local) pack_answer(in->header("Accept-Encoding"), out);
        reply(std::move(out));
    };
    if (in->local) return handle_local(in, finish);
    const auto address = parse_address(in->target);
    const auto token = cookie_value(in->header("Cookie"), cookie_name());
    auto caller = caller_of(token);
    // A token counts only once it is somebody's; else anybody could make himself a fresh budget.
    if (!limit.allows(caller.user.is_none() ? in->address : std::string(token)))
        return finish(
            refused(Refusal::too_many_requests, language_of_header(in->header("Accept-Language"))));
    if (caller.user.is_none()) caller.language = language_of_header(in->header("Accept-Language"));
    route(in, address, std::move(caller), finish);
}

// The command line beside the server: it may what it may with the file itself, and no more.
void WebDoor::Inner::handle_local(const std::shared_ptr<Incoming>& in, const Reply& reply) {
    const auto address = parse_address(in->target);
    if (in->method == "POST" && address.path.starts_with(use_case_root))
        return use_case(in, address, caller_of_socket(service, *in), reply);
    workers.run([this, in, reply] {
        auto out = unless_full(Language::es,
                               [&] { return answered(local_answer(service, *in), Language::es); });
        forget_sessions();
        reply(std::move(out));
    });
}

void WebDoor::Inner::route(const std::shared_ptr<Incoming>& in, const Address& address,
                           Caller caller, const Reply& reply) {
    const bool reads = in->method == "GET" || in->method == "HEAD";
    if (!reads && in->method != "POST" && in->method != "DELETE")
        return reply(refused(Refusal::method_not_allowed, caller.language));
    if (!reads && is_foreign(*in)) return reply(refused(Refusal::foreign_origin, caller.language));
    const std::string_view path = address.path;
    if (path.starts_with(use_case_root)) return use_case(in, address, std::move(caller), reply);
    if (path == "/session" || path.starts_with("/session/"))
        return workers.run([this, in, address, caller = std::move(caller), reply] {
            reply(unless_full(caller.language, [&] { return session(*in, address, caller); }));
        });
    if (!reads) return reply(refused(Refusal::method_not_allowed, caller.language));
    if (path.starts_with("/files/"))
        return workers.run([this, address, caller = std::move(caller), reply] {
            auto file = paper_file(service, caller, address);
            reply(file ? *std::move(file) : refused(file.error(), caller.language));
        });
    if (path == "/openapi.json") return reply({.body = openapi, .headers = {}});
    if (path == "/healthz") return reply(health());
    if (path == "/metrics") return reply(metrics());
    reply(asset(*in, address));
}

void WebDoor::Inner::use_case(const std::shared_ptr<Incoming>& in, const Address& address,
                              Caller caller, Reply reply) {
    const auto language = caller.language;
    const auto name = address.path.substr(use_case_root.size());
    const auto* known = the_register().find(name);
    if (!known) return reply(refused(Refusal::unknown_use_case, language));
    const bool is_get = in->method == "GET" || in->method == "HEAD";
    if (in->method == "DELETE" || (is_get && known->kind == UseCaseKind::command))
        return reply(refused(Refusal::method_not_allowed, language));
    if (!is_get && !in->header("Content-Type").starts_with("application/json"))
        return reply(refused(Refusal::content_type_not_json, language));
    auto input = is_get ? json_from_flags(*known->input, address.query) : parse_json(in->body);
    if (!input) return reply(refused(input.error(), language));
    Request request{std::move(caller), name, *std::move(input),
                    std::string(in->header("Idempotency-Key"))};
    const bool may_change_roles = known->kind == UseCaseKind::command &&
                                  !name.starts_with("record_");
    auto done = [this, reply = std::move(reply), language, may_change_roles](Answer answer) {
        if (may_change_roles) forget_sessions();
        reply(answered(std::move(answer), language));
    };
    if (known->kind == UseCaseKind::command && !known->prepare)
        return service.handle(std::move(request), std::move(done));
    workers.run([this, request = std::move(request), done = std::move(done)]() mutable {
        service.handle(std::move(request), std::move(done));
    });
}

Outgoing WebDoor::Inner::session_view(const Caller& caller) {
    if (caller.user.is_none()) return refused(Refusal::not_signed_in, caller.language);
    const auto answer = service.call({caller, "my_organisations", Json::object(), {}});
    if (!answer) return refused(answer.error(), caller.language);
    auto organisations = from_json_text<OrganisationsView>(*answer);
    if (!organisations) return refused(organisations.error(), caller.language);
    const SessionView view{caller.login,
                           caller.name,
                           caller.language,
                           caller.factor,
                           caller.asks_old_password,
                           std::move(organisations->organisations)};
    return {.body = to_json_text(view), .headers = {{"Cache-Control", "no-store"}}};
}

Outgoing WebDoor::Inner::signed_in(Result<UserId> user, Language language, bool proven,
                                   bool by_link) {
    if (!user) return refused(user.error(), language);
    const auto token = open_session(service, *user, proven, by_link);
    auto out = session_view(caller_of(token));
    out.headers.emplace_back("Set-Cookie", cookie(token, "43200"));
    return out;
}

// Six digits could be tried out: each user has few tries, from wherever they come.
Outgoing WebDoor::Inner::second_factor(const Incoming& in, const Address& address,
                                       const Caller& caller) {
    const auto language = caller.language;
    if (caller.user.is_none()) return refused(Refusal::not_signed_in, language);
    if (!code_limit.allows(std::to_string(caller.user.number)))
        return refused(Refusal::too_many_requests, language);
    const auto token = cookie_value(in.header("Cookie"), cookie_name());
    auto answer = second_factor_answer(service, caller, token,
                                       address.path.substr(second_factor_path.size()), in.body);
    forget_sessions();
    return answer && answer->empty() ? session_view(caller_of(token))
                                     : answered(std::move(answer), language);
}

// Who finds an open session could try old passwords out: each user has few tries, too.
Outgoing WebDoor::Inner::new_password(const Incoming& in, const Caller& caller) {
    const auto language = caller.language;
    const auto form = from_json_text<NewPasswordForm>(in.body);
    if (!form) return refused(form.error(), language);
    if (caller.user.is_none()) return refused(Refusal::not_signed_in, language);
    if (caller.factor == FactorState::missing)
        return refused(Refusal::second_factor_needed, language);
    if (form->old_password && !sign_in_limit.allows(fmt::format("user {}", caller.user.number)))
        return refused(Refusal::too_many_requests, language);
    if (auto may = check_old_password(service, caller, form->old_password); !may)
        return refused(may.error(), language);
    if (auto chosen = choose_password(service, caller.user, form->password); !chosen)
        return refused(chosen.error(), language);
    forget_sessions();
    return signed_in(caller.user, language, caller.factor == FactorState::given);
}

Outgoing WebDoor::Inner::session(const Incoming& in, const Address& address, const Caller& caller) {
    const auto language = caller.language;
    const auto token = cookie_value(in.header("Cookie"), cookie_name());
    if (in.method == "GET") return session_view(caller);
    if (in.method == "DELETE") {
        close_session(service, token);
        forget_sessions();
        return {.status = 204, .headers = {{"Set-Cookie", cookie("", "0")}}};
    }
    const auto wrong = [&](const auto& form) { return refused(form.error(), language); };
    if (address.path == "/session/language") {
        const auto form = from_json_text<LanguageForm>(in.body);
        if (!form) return wrong(form);
        if (caller.user.is_none()) return refused(Refusal::not_signed_in, language);
        choose_language(service, caller.user, form->language);
        forget_sessions();
        return session_view(caller_of(token));
    }
    if (!sign_in_limit.allows(in.address)) return refused(Refusal::too_many_requests, language);
    if (address.path.starts_with(second_factor_path)) return second_factor(in, address, caller);
    if (address.path == "/session/password") {
        const auto form = from_json_text<PasswordForm>(in.body);
        return form ? signed_in(check_password(service, form->login, form->password), language)
                    : wrong(form);
    }
    if (address.path == "/session/link") {
        const auto form = from_json_text<LinkForm>(in.body);
        if (!form) return wrong(form);
        auto user = use_link(service, form->token);
        if (user && user->is_none()) user = refuse(Refusal::link_used_or_expired);
        return signed_in(std::move(user), language, false, true);
    }
    if (address.path == "/session/first") {
        const auto form = from_json_text<FirstForm>(in.body);
        if (!form) return wrong(form);
        return signed_in(
            make_first_administrator(service, form->code, form->login, form->name, form->password),
            language);
    }
    if (address.path == "/session/new_password") return new_password(in, caller);
    return {.status = 404, .headers = {}};
}

namespace {

std::string_view type_of(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 9> types{
        {{".html", "text/html; charset=utf-8"},
         {".js", "text/javascript; charset=utf-8"},
         {".wasm", "application/wasm"},
         {".css", "text/css; charset=utf-8"},
         {".svg", "image/svg+xml"},
         {".png", "image/png"},
         {".json", "application/json"},
         {".webmanifest", "application/manifest+json"},
         {".woff2", "font/woff2"}}};
    for (const auto& [ending, type] : types)
        if (path.ends_with(ending)) return type;
    return "application/octet-stream";
}

// As small as can be, once: a telephone on a bad network waits for each of these bytes.
const std::map<std::string_view, std::string>& packed_assets() {
    static const auto made = [] {
        std::map<std::string_view, std::string> all;
        for (const auto& file : webassets::files()) {
            auto packed = gzip(file.content(), 9);
            if (packed.size() < file.content().size()) all[file.path] = std::move(packed);
        }
        return all;
    }();
    return made;
}

}  // namespace

Outgoing WebDoor::Inner::asset(const Incoming& in, const Address& address) {
    const auto find = [](std::string_view path) -> const webassets::File* {
        for (const auto& file : webassets::files())
            if (file.path == path) return &file;
        return nullptr;
    };
    const auto* file = find(address.path);
    // Any other address is one of the application's own; it finds its way in the page.
    const bool names_file = address.path.starts_with("/assets/") ||
                            (address.path.find('/', 1) == std::string::npos &&
                             address.path.find('.') != std::string::npos);
    const bool is_page = !file && !names_file;
    if (is_page) file = find("/index.html");
    if (!file) return {.status = 404, .type = "text/plain", .headers = {}};
    const bool kept_for_ever = address.path.starts_with("/assets/");
    Outgoing out{.type = std::string(type_of(file->path)), .headers = {}};
    out.headers.emplace_back("Cache-Control",
                             kept_for_ever ? "public, max-age=31536000, immutable" : "no-cache");
    // Weak, since the same file goes out packed and as it is.
    const auto etag = "W/" + std::string(file->etag);
    out.headers.emplace_back("ETag", etag);
    if (in.header("If-None-Match") == etag) {
        out.status = 304;
    } else if (takes_gzip(in.header("Accept-Encoding")) && packed_assets().contains(file->path)) {
        out.body = packed_assets().at(file->path);
        out.headers.emplace_back("Content-Encoding", "gzip");
        out.headers.emplace_back("Vary", "Accept-Encoding");
    } else {
        out.body = file->content();
    }
    return out;
}

Outgoing WebDoor::Inner::health() {
    const Json body = Json::object()
                          .with("status", Json::of_text("ok"))
                          .with("sqlite", Json::of_text(sqlite_version()))
                          .with("waiting",
                                Json::of_number(static_cast<std::int64_t>(service.waiting())));
    return {.body = print_json(body), .headers = {{"Cache-Control", "no-store"}}};
}

Outgoing WebDoor::Inner::metrics() {
    return {.type = "text/plain; version=0.0.4",
            .body = fmt::format("# TYPE ayni_requests_total counter\nayni_requests_total {}\n"
                                "# TYPE ayni_refusals_total counter\nayni_refusals_total {}\n"
                                "# TYPE ayni_commands_waiting gauge\nayni_commands_waiting {}\n",
                                settings.traffic->requests.load(),
                                settings.traffic->refusals.load(), service.waiting()),
            .headers = {{"Cache-Control", "no-store"}}};
}

WebDoor::WebDoor(Service& service, DoorSettings settings)
    : inner_(std::make_unique<Inner>(service, std::move(settings))) {}

WebDoor::~WebDoor() = default;

void WebDoor::handle(Incoming in, Reply reply) { inner_->handle(std::move(in), std::move(reply)); }

}  // namespace ayni
