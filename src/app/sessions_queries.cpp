#include "app/sessions_queries.h"

#include <array>

#include <sodium.h>

#include "app/caller_queries.h"
#include "app/second_factor_queries.h"
#include "kernel/text.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::size_t hash_memory = 46UL * 1024 * 1024;
constexpr std::int64_t seen_step_milliseconds = 60'000;

std::string fresh_token(const Service& service) {
    std::array<std::uint8_t, 32> bytes;
    service.surroundings().random(bytes);
    return hex(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
}

std::string stored_form(std::string_view token) { return hex(sha256(token)); }

std::string hash_of(const std::string& password) {
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.data(), password.size(), 1, hash_memory) != 0)
        throw std::bad_alloc();
    return hash.data();
}

bool fits(const std::string& hash, const std::string& password) {
    return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

// Verified against when the login is unknown, so that the answer takes as long.
const std::string& hash_of_nobody() {
    static const std::string hash = hash_of("nobody signs in with this");
    return hash;
}

// On a full disk a session lives on, as long as it was noted to.
void note_use(Service& service, const std::string& stored, Instant now) {
    try {
        service.write([&](Connection& db) {
            auto query = db.query("UPDATE session SET seen = $2 WHERE token = $1");
            query.text(stored).integer(now.milliseconds).run();
            return true;
        });
    } catch (const DatabaseError& failure) {
        if (failure.kind != DatabaseError::Kind::full) throw;
    }
}

UserId add_user_row(Connection& db, const std::string& login, const std::string& name, Instant now,
                    std::optional<std::string> password) {
    auto last = db.query("SELECT max(id) FROM user_account");
    const UserId id{(last.next() ? last.integer_at(0) : 0) + 1};
    insert(db, User{id, login, name, Language::es, std::move(password), true});
    insert(db, Grant{id, installation, Role::administrator, now, {}, {}});
    return id;
}

}  // namespace

std::string open_session(Service& service, UserId user, bool proven, bool by_link) {
    const auto token = fresh_token(service);
    const auto now = service.now();
    service.write([&](Connection& db) {
        insert(db, Session{stored_form(token), user, now, now,
                           proven ? std::optional(now) : std::nullopt, by_link});
        return true;
    });
    return token;
}

Caller caller_of_session(Service& service, std::string_view token) {
    auto read = service.reader();
    auto query = select<Session>(read.db(), "WHERE token = $1");
    const auto stored = stored_form(token);
    query.text(stored);
    const auto session = first_row<Session>(query);
    const auto now = service.now();
    if (!session || now.milliseconds - session->created.milliseconds > session_milliseconds ||
        now.milliseconds - session->seen.milliseconds > idle_milliseconds)
        return {};
    if (now.milliseconds - session->seen.milliseconds > seen_step_milliseconds)
        note_use(service, stored, now);
    const auto factor = session->proven ? FactorState::given
                                        : second_factor_state(read.db(), session->user);
    auto caller = load_caller(read.db(), session->user, now, factor);
    caller.asks_old_password &= !session->by_link;
    return caller;
}

void mark_proven(Connection& db, std::string_view token, Instant now) {
    const auto stored = stored_form(token);
    auto query = db.query("UPDATE session SET proven = $2 WHERE token = $1");
    query.text(stored).integer(now.milliseconds).run();
}

void close_session(Service& service, std::string_view token) {
    const auto stored = stored_form(token);
    service.write([&](Connection& db) {
        db.query("DELETE FROM session WHERE token = $1").text(stored).run();
        return true;
    });
}

Result<UserId> check_password(Service& service, std::string_view login,
                              const std::string& password) {
    auto read = service.reader();
    auto query = select<User>(read.db(), "WHERE login = $1");
    query.text(login);
    const auto user = first_row<User>(query);
    const bool known = user && user->active && user->password;
    const bool right = fits(known ? *user->password : hash_of_nobody(), password);
    if (!known || !right) return refuse(Refusal::wrong_password);
    return user->id;
}

Result<void> check_old_password(Service& service, const Caller& caller,
                                const std::optional<std::string>& old) {
    if (!caller.asks_old_password) return {};
    if (!old) return refuse(Refusal::field_missing, "/old_password");
    if (!check_password(service, caller.login, *old))
        return refuse(Refusal::old_password_wrong, "/old_password");
    return {};
}

Result<void> choose_password(Service& service, UserId user, const std::string& password) {
    if (letters(password) < shortest_password)
        return refuse(Refusal::password_too_short, "/password");
    const auto hash = hash_of(password);
    service.write([&](Connection& db) {
        db.query("UPDATE user_account SET password = $2 WHERE id = $1")
            .integer(user.number)
            .text(hash)
            .run();
        db.query("DELETE FROM session WHERE user = $1").integer(user.number).run();
        return true;
    });
    return {};
}

void choose_language(Service& service, UserId user, Language language) {
    service.write([&](Connection& db) {
        auto query = db.query("UPDATE user_account SET language = $2 WHERE id = $1");
        query.integer(user.number).integer(static_cast<int>(language)).run();
        return true;
    });
}

std::string make_link(Service& service, UserId user, std::int64_t valid_milliseconds) {
    const auto token = fresh_token(service);
    const Instant expires{service.now().milliseconds + valid_milliseconds};
    service.write([&](Connection& db) {
        insert(db, SignInLink{stored_form(token), user, expires, {}});
        return true;
    });
    return token;
}

Result<std::string> first_code(Service& service) {
    bool is_empty = false;
    service.write([&](Connection& db) {
        is_empty = !db.query("SELECT 1 FROM user_account LIMIT 1").next();
        return false;
    });
    if (!is_empty) return refuse(Refusal::field_missing, "/login");
    return make_link(service, {}, first_code_milliseconds);
}

Result<UserId> use_link(Service& service, std::string_view token) {
    Result<UserId> user = refuse(Refusal::link_used_or_expired);
    const auto stored = stored_form(token);
    service.write([&](Connection& db) {
        auto query = select<SignInLink>(db, "WHERE token = $1");
        query.text(stored);
        const auto link = first_row<SignInLink>(query);
        if (!link || link->used || link->expires < service.now()) return false;
        auto use = db.query("UPDATE sign_in_link SET used = $2 WHERE token = $1");
        use.text(stored).integer(service.now().milliseconds).run();
        user = link->user;
        return true;
    });
    return user;
}

Result<UserId> make_first_administrator(Service& service, std::string_view code,
                                        const std::string& login, const std::string& name,
                                        const std::string& password) {
    if (letters(password) < shortest_password)
        return refuse(Refusal::password_too_short, "/password");
    if (login.empty()) return refuse(Refusal::text_empty, "/login");
    const auto invited = use_link(service, code);
    if (!invited || !invited->is_none()) return refuse(Refusal::link_used_or_expired, "/code");
    const auto hash = hash_of(password);
    Result<UserId> made = refuse(Refusal::already_exists, "/login");
    service.write([&](Connection& db) {
        auto known = db.query("SELECT 1 FROM user_account WHERE login = $1");
        if (known.text(login).next()) return false;
        made = add_user_row(db, login, name, service.now(), hash);
        return true;
    });
    return made;
}

UserId add_installation_user(Service& service, const std::string& login, const std::string& name) {
    UserId made;
    service.write([&](Connection& db) {
        made = add_user_row(db, login, name, service.now(), {});
        return true;
    });
    return made;
}

}  // namespace ayni
