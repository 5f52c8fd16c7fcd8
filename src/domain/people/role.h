#pragma once
// Who may do what: a role belongs to a user in an organisation, from a day on.

#include <optional>
#include <string>

#include "kernel/date.h"
#include "kernel/describe.h"
#include "kernel/refusal.h"
#include "ledger/party.h"

namespace ayni {

enum class Role {
    administrator,
    manager,
    accountant,
    approver,
    collector,
    producer,
    buyer,
    auditor
};
BOOST_DESCRIBE_ENUM(Role, administrator, manager, accountant, approver, collector, producer, buyer,
                    auditor)
BOOST_DESCRIBE_ENUM(Language, es, en)

/// Whether whoever has the role sees only what is of one party: his own milk, his own lots.
[[nodiscard]] constexpr bool is_of_one_party(Role role) noexcept {
    return role == Role::producer || role == Role::buyer;
}

/// Somebody who signs in.
struct User {
    UserId id;
    std::string login;
    std::string name;
    Language language = Language::es;
    std::optional<std::string> password;  ///< argon2id hash; none until one is chosen
    bool active = true;
};
BOOST_DESCRIBE_STRUCT(User, (), (id, login, name, language, password, active))

/// A role of a user in one organisation; a producer's and a buyer's names his party.
struct Grant {
    UserId user;
    OrganisationId organisation;
    Role role = Role::auditor;
    Instant first;
    std::optional<Instant> last;
    std::optional<PartyId> party;
};
BOOST_DESCRIBE_STRUCT(Grant, (), (user, organisation, role, first, last, party))

}  // namespace ayni
