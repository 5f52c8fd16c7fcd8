#pragma once
// Every table, in one list. The organisation leads every key of what grows (PostgreSQL and Citus
// follow without change); there are no triggers.

#include <span>

#include "domain/alliance/agreement.h"
#include "domain/collection/source.h"
#include "domain/payment/payment.h"
#include "domain/people/organisation.h"
#include "domain/people/role.h"
#include "domain/settlement/accrue_milk.h"
#include "domain/settlement/buying_policy.h"
#include "domain/settlement/produce_stock.h"
#include "domain/settlement/settlement.h"
#include "ledger/closing.h"
#include "ledger/voucher.h"
#include "store/log.h"
#include "store/rows.h"

namespace ayni {

/// A signed-in browser: the token itself is never stored.
struct Session {
    std::string token;  ///< SHA-256, hexadecimal
    UserId user;
    Instant created, seen;
    std::optional<Instant> proven;  ///< when the second factor was given in it
    bool by_link = false;           ///< opened by a single-use link, not by a password
};
BOOST_DESCRIBE_STRUCT(Session, (), (token, user, created, seen, proven, by_link))

/// The telephone with which a user proves himself beside his password.
struct SecondFactor {
    UserId user;
    Bytes secret;                     ///< as it is: the codes are computed from it
    std::optional<Instant> enrolled;  ///< when its first code was given; none: not yet
    std::int64_t last_step = 0;       ///< of the last code that was accepted
};
BOOST_DESCRIBE_STRUCT(SecondFactor, (), (user, secret, enrolled, last_step))

/// A code on paper for the day when the telephone is lost; good for once.
struct RecoveryCode {
    UserId user;
    std::string code;  ///< SHA-256, hexadecimal
    std::optional<Instant> used;
};
BOOST_DESCRIBE_STRUCT(RecoveryCode, (), (user, code, used))

/// From when on an organisation lets nobody move money without a second factor; the newest counts.
struct SecondFactorRule {
    OrganisationId organisation;
    std::int64_t position = 0;  ///< of the log, when it was decided
    Instant since;
    bool required = false;
};
BOOST_DESCRIBE_STRUCT(SecondFactorRule, (), (organisation, position, since, required))

/// A single-use link to sign in with.
struct SignInLink {
    std::string token;  ///< SHA-256, hexadecimal
    UserId user;
    Instant expires;
    std::optional<Instant> used;
};
BOOST_DESCRIBE_STRUCT(SignInLink, (), (token, user, expires, used))

/// A command or query that was refused to somebody.
struct Denial {
    OrganisationId organisation;
    std::int64_t number = 0;
    Instant at;
    UserId actor;
    std::string use_case;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(Denial, (), (organisation, number, at, actor, use_case, reason))

struct KeptHold;
using HoldNumber = Id<KeptHold>;

/// A hold as kept; released ones stay.
struct KeptHold {
    OrganisationId organisation;
    HoldNumber number;
    AccountRole role = AccountRole::producer_payable;
    PartyId party;
    Money amount;
    std::string reason;
    std::int64_t position = 0;  ///< of the log, when it was placed
    std::int64_t released = 0;  ///< of the log, when it was given back; 0: it was not
};
BOOST_DESCRIBE_STRUCT(KeptHold, (),
                      (organisation, number, role, party, amount, reason, position, released))

// Each entity has its table; see tables.cpp for keys and indices.
template <>
const Table& table_of<Organisation>();
template <>
const Table& table_of<Registration>();
template <>
const Table& table_of<User>();
template <>
const Table& table_of<Grant>();
template <>
const Table& table_of<Session>();
template <>
const Table& table_of<SecondFactor>();
template <>
const Table& table_of<RecoveryCode>();
template <>
const Table& table_of<SecondFactorRule>();
template <>
const Table& table_of<SignInLink>();
template <>
const Table& table_of<Denial>();
template <>
const Table& table_of<LogRecord>();
template <>
const Table& table_of<PersonalValue>();
template <>
const Table& table_of<Party>();
template <>
const Table& table_of<Household>();
template <>
const Table& table_of<Person>();
template <>
const Table& table_of<Membership>();
template <>
const Table& table_of<Certificate>();
template <>
const Table& table_of<Product>();
template <>
const Table& table_of<Source>();
template <>
const Table& table_of<Delivery>();
template <>
const Table& table_of<DeliveryNote>();
template <>
const Table& table_of<Correction>();
template <>
const Table& table_of<Analysis>();
template <>
const Table& table_of<Import>();
template <>
const Table& table_of<IndexValue>();
template <>
const Table& table_of<Agreement>();
template <>
const Table& table_of<PurchaseTerms>();
template <>
const Table& table_of<Obligation>();
template <>
const Table& table_of<Application>();
template <>
const Table& table_of<Settlement>();
template <>
const Table& table_of<Statement>();
template <>
const Table& table_of<LateChange>();
template <>
const Table& table_of<SettledDifference>();
template <>
const Table& table_of<Entry>();
template <>
const Table& table_of<KeptHold>();
template <>
const Table& table_of<Closing>();
template <>
const Table& table_of<PayAccount>();
template <>
const Table& table_of<PaymentOrder>();
template <>
const Table& table_of<Payment>();
template <>
const Table& table_of<PaymentPayee>();
template <>
const Table& table_of<PaymentEvent>();
template <>
const Table& table_of<Voucher>();
template <>
const Table& table_of<Accrual>();
template <>
const Table& table_of<ProduceStock>();
template <>
const Table& table_of<BuyingPolicy>();

/// All tables, in the order of creation.
[[nodiscard]] std::span<const Table* const> all_tables();

}  // namespace ayni
