#include "app/second_factor_queries.h"

#include "app/sessions_queries.h"
#include "app/use_cases.h"
#include "domain/people/totp.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::string random_bytes(const Service& service, std::size_t count) {
    std::string bytes(count, '\0');
    service.surroundings().random({reinterpret_cast<std::uint8_t*>(bytes.data()), count});
    return bytes;
}

std::optional<SecondFactor> factor_of(Connection& db, UserId user) {
    auto query = select<SecondFactor>(db, "WHERE user = $1");
    query.integer(user.number);
    return first_row<SecondFactor>(query);
}

void remove_factor(Connection& db, UserId user) {
    for (const auto* act :
         {"DELETE FROM second_factor WHERE user = $1", "DELETE FROM recovery_code WHERE user = $1",
          "UPDATE session SET proven = NULL WHERE user = $1"})
        db.query(act).integer(user.number).run();
}

void accept_step(Connection& db, UserId user, std::int64_t step) {
    auto query = db.query("UPDATE second_factor SET last_step = $2 WHERE user = $1");
    query.integer(user.number).integer(step).run();
}

// Uses a code up, of the telephone or on paper; whether it was good.
bool use_code(Connection& db, UserId user, std::string_view typed, Instant now) {
    const auto factor = factor_of(db, user);
    if (!factor || !factor->enrolled) return false;
    const auto code = ungrouped(typed);
    if (const auto step = accepted_step(factor->secret.value, code, now, factor->last_step)) {
        accept_step(db, user, *step);
        return true;
    }
    const auto stored = hex(sha256(code));
    auto query = db.query(
        "UPDATE recovery_code SET used = $3 WHERE user = $1 AND code = $2 AND used IS NULL");
    query.integer(user.number).text(stored).integer(now.milliseconds).run();
    return db.changes() == 1;
}

}  // namespace

FactorState second_factor_state(Connection& db, UserId user) {
    const auto factor = factor_of(db, user);
    return factor && factor->enrolled ? FactorState::missing : FactorState::not_enrolled;
}

Result<Enrolment> begin_second_factor(Service& service, const Caller& caller) {
    const auto secret = random_bytes(service, totp_secret_bytes);
    Result<Enrolment> begun = refuse(Refusal::already_exists);
    service.write([&](Connection& db) {
        if (second_factor_state(db, caller.user) != FactorState::not_enrolled) return false;
        remove_factor(db, caller.user);
        insert(db, SecondFactor{caller.user, Bytes{secret}, {}, 0});
        begun = Enrolment{grouped(base32(secret)), otpauth_address(caller.login, secret)};
        return true;
    });
    return begun;
}

Result<std::vector<std::string>> confirm_second_factor(Service& service, const Caller& caller,
                                                       std::string_view token,
                                                       std::string_view code) {
    std::vector<std::string> codes;
    for (std::size_t i = 0; i < recovery_codes_of_a_user; ++i)
        codes.push_back(base32(random_bytes(service, recovery_code_bytes)));
    const auto now = service.now();
    bool right = false;
    service.write([&](Connection& db) {
        const auto factor = factor_of(db, caller.user);
        if (!factor || factor->enrolled) return false;
        const auto step = accepted_step(factor->secret.value, ungrouped(code), now, 0);
        if (!step) return false;
        accept_step(db, caller.user, *step);
        auto query = db.query("UPDATE second_factor SET enrolled = $2 WHERE user = $1");
        query.integer(caller.user.number).integer(now.milliseconds).run();
        for (const auto& each : codes) insert(db, RecoveryCode{caller.user, hex(sha256(each)), {}});
        mark_proven(db, token, now);
        return right = true;
    });
    if (!right) return refuse(Refusal::second_factor_wrong, "/code");
    for (auto& each : codes) each = grouped(each);
    return codes;
}

Result<void> prove_second_factor(Service& service, const Caller& caller, std::string_view token,
                                 std::string_view code) {
    const auto now = service.now();
    bool right = false;
    service.write([&](Connection& db) {
        right = use_code(db, caller.user, code, now);
        if (right) mark_proven(db, token, now);
        return right;
    });
    if (!right) return refuse(Refusal::second_factor_wrong, "/code");
    return {};
}

Result<void> end_second_factor(Service& service, const Caller& caller, std::string_view code) {
    const auto now = service.now();
    bool right = false;
    service.write([&](Connection& db) {
        right = use_code(db, caller.user, code, now);
        if (right) remove_factor(db, caller.user);
        return right;
    });
    if (!right) return refuse(Refusal::second_factor_wrong, "/code");
    return {};
}

void forget_second_factor(Service& service, UserId user) {
    service.write([&](Connection& db) {
        remove_factor(db, user);
        return true;
    });
}

Result<void> require_second_factor(Work& work, const RequireSecondFactor& command) {
    insert(work.db,
           SecondFactorRule{work.organisation, work.position(), work.now, command.required});
    return {};
}

}  // namespace ayni
