#pragma once
// Organisations, and who deals with them: people, households, buyers; dated, never deleted.

#include <optional>
#include <string>

#include "kernel/date.h"
#include "kernel/describe.h"
#include "ledger/party.h"

namespace ayni {

enum class OrganisationKind {
    producer_organisation,
    union_of_organisations,
    buyer,
    distributor,
    promoters_association,
    service_provider,
    implementing_agency,
    financial_institution,
    government,
    public_body,
};
BOOST_DESCRIBE_ENUM(OrganisationKind, producer_organisation, union_of_organisations, buyer,
                    distributor, promoters_association, service_provider, implementing_agency,
                    financial_institution, government, public_body)

/// An organisation that keeps its book here.
struct Organisation {
    OrganisationId id;
    std::string name;
    OrganisationKind kind = OrganisationKind::producer_organisation;
    Currency currency;      ///< of its book
    std::string time_zone;  ///< IANA name: days are its days
};
BOOST_DESCRIBE_STRUCT(Organisation, (), (id, name, kind, currency, time_zone))
template <>
inline constexpr std::string_view note<Organisation> = "An organisation that keeps its book here.";

/// Formal from a day on, under a tax number; the history stays.
struct Registration {
    OrganisationId organisation;
    Date first;
    std::string ruc;
};
BOOST_DESCRIBE_STRUCT(Registration, (), (organisation, first, ruc))

enum class PartyKind { person, organisation };
BOOST_DESCRIBE_ENUM(PartyKind, person, organisation)

/// Someone or some organisation that another deals with, under a code of its own ("M-017").
struct Party {
    OrganisationId organisation;
    PartyId party;
    std::string code;
    PartyKind kind = PartyKind::person;
    std::string name;  ///< of an organisation; a person's stands in `Person`
};
BOOST_DESCRIBE_STRUCT(Party, (), (organisation, party, code, kind, name))

struct Household;
using HouseholdId = Id<Household>;

/// People who live and farm together, under a code ("H-001"). No party: what is paid and owed is
/// each person's own. Personal, as a person is.
struct Household {
    OrganisationId organisation;
    HouseholdId household;
    std::string code;
    std::string name;  ///< "Familia Huamán Quispe"
    std::optional<std::string> hamlet;
};
BOOST_DESCRIBE_STRUCT(Household, (), (organisation, household, code, name, hamlet))

enum class Sex { female, male, not_said };
BOOST_DESCRIBE_ENUM(Sex, female, male, not_said)

/// What is personal of a party; it can be erased without touching the books.
struct Person {
    OrganisationId organisation;
    PartyId party;
    std::string given_names;
    std::string family_names;
    Sex sex = Sex::not_said;
    std::optional<std::string> dni;
    std::optional<std::string> phone;
    std::optional<HouseholdId> household;  ///< one at a time
    std::optional<std::string> hamlet;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (organisation, party, given_names, family_names, sex, dni, phone, household,
                       hamlet))

enum class MembershipKind { member, supplier };
BOOST_DESCRIBE_ENUM(MembershipKind, member, supplier)

/// A person in an organisation from a day to a day: member, or supplier who is not one.
struct Membership {
    OrganisationId organisation;
    PartyId party;
    Date first;
    MembershipKind kind = MembershipKind::supplier;
    std::optional<Date> last;    ///< the day before the next one begins
    std::int64_t position = 0;   ///< of the log, when it was recorded
    std::int64_t withdrawn = 0;  ///< of the log; 0: it was not withdrawn
};
// `withdrawn` beside the rest of its key: quick_check of SQLite 3.40 misreads a key column that
// stands behind others.
BOOST_DESCRIBE_STRUCT(Membership, (), (organisation, party, first, withdrawn, kind, last, position))

/// A certificate of a producer: TB-free herd, organic…
struct Certificate {
    OrganisationId organisation;
    PartyId party;
    std::string kind;
    Date first;
    Date last;
    std::string issuer;
    std::int64_t position = 0;   ///< of the log, when it was recorded
    std::int64_t withdrawn = 0;  ///< of the log; 0: it was not withdrawn
};
BOOST_DESCRIBE_STRUCT(Certificate, (),
                      (organisation, party, kind, first, withdrawn, last, issuer, position))

}  // namespace ayni
