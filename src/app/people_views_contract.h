#pragma once
// What is asked about people, their certificates, dated values and tax numbers.

#include <optional>
#include <string>
#include <vector>

#include "app/people_contract.h"

namespace ayni {

/// Which certificates.
struct CertificatesQuery {
    OrganisationId organisation;
    std::optional<std::string> supplier;
    std::optional<std::string> kind;
    std::optional<Date> on;  ///< only those that are valid on that day
};
BOOST_DESCRIBE_STRUCT(CertificatesQuery, (), (organisation, supplier, kind, on))
template <>
inline constexpr std::string_view note<CertificatesQuery> = "Which certificates.";
template <>
inline constexpr auto field_notes<CertificatesQuery> =
    std::to_array<FieldNote>({{.field = "kind", .longest = longest_term_text}});

/// A certificate, and whether it still counts.
struct CertificateView {
    std::string supplier;
    std::string name;
    std::string kind;
    std::string issuer;
    Date first;
    Date last;
    bool withdrawn = false;
    bool valid = false;  ///< on the day that is asked about, or today
};
BOOST_DESCRIBE_STRUCT(CertificateView, (),
                      (supplier, name, kind, issuer, first, last, withdrawn, valid))
template <>
inline constexpr std::string_view note<CertificateView> =
    "A certificate, and whether it still counts.";

/// By supplier, kind and first day.
struct CertificatesView {
    std::vector<CertificateView> certificates;
};
BOOST_DESCRIBE_STRUCT(CertificatesView, (), (certificates))
template <>
inline constexpr std::string_view note<CertificatesView> =
    "Certificates of suppliers: who issued them, from when to when, and which were withdrawn.";

/// Which values of a dated series.
struct IndexValuesQuery {
    OrganisationId organisation;
    std::string series;
    std::optional<Date> first;
    std::optional<Date> last;
};
BOOST_DESCRIBE_STRUCT(IndexValuesQuery, (), (organisation, series, first, last))
template <>
inline constexpr std::string_view note<IndexValuesQuery> = "Which values of a dated series.";
template <>
inline constexpr auto field_notes<IndexValuesQuery> =
    std::to_array<FieldNote>({{.field = "series", .longest = longest_term_text}});

/// A value, and whether it is the one that counts for its day.
struct IndexValueView {
    Date day;
    std::int32_t revision = 0;
    Price value;
    std::string source;
    bool counts = false;  ///< no later revision of its day
};
BOOST_DESCRIBE_STRUCT(IndexValueView, (), (day, revision, value, source, counts))
template <>
inline constexpr std::string_view note<IndexValueView> =
    "A value of a dated series, and whether it is the one that counts for its day.";

/// By day and revision.
struct IndexValuesView {
    std::vector<IndexValueView> values;
};
BOOST_DESCRIBE_STRUCT(IndexValuesView, (), (values))
template <>
inline constexpr std::string_view note<IndexValuesView> =
    "The values of a dated series with their sources and revisions.";

/// A tax number, from a day on.
struct RegistrationView {
    Date first;
    std::string ruc;
    bool current = false;  ///< it is the one of today
};
BOOST_DESCRIBE_STRUCT(RegistrationView, (), (first, ruc, current))
template <>
inline constexpr std::string_view note<RegistrationView> = "A tax number, from a day on.";

/// By first day.
struct RegistrationsView {
    std::vector<RegistrationView> registrations;
};
BOOST_DESCRIBE_STRUCT(RegistrationsView, (), (registrations))
template <>
inline constexpr std::string_view note<RegistrationsView> =
    "Under which tax numbers (RUC) the organisation was registered, and since when.";

/// Which party.
struct PartyQuery {
    OrganisationId organisation;
    std::string party;  ///< code
};
BOOST_DESCRIBE_STRUCT(PartyQuery, (), (organisation, party))
template <>
inline constexpr std::string_view note<PartyQuery> = "Which party.";

/// Member or not, from a day on.
struct MembershipView {
    Date first;
    std::optional<Date> last;  ///< none: it still is so
    MembershipKind kind;
};
BOOST_DESCRIBE_STRUCT(MembershipView, (), (first, last, kind))
template <>
inline constexpr std::string_view note<MembershipView> = "Member or not, from a day on.";

/// Who a party is: of a person, what is personal too.
struct PartyView {
    std::string code;
    PartyKind kind;
    std::string name;
    std::optional<std::string> given_names;
    std::optional<std::string> family_names;
    std::optional<Sex> sex;
    std::optional<std::string> dni;
    std::optional<std::string> phone;
    std::optional<std::string> household;  ///< code
    std::optional<std::string> household_name;
    std::optional<std::string> hamlet;
    std::vector<MembershipView> memberships;
    std::optional<std::string> merged_into;  ///< the code to which this one leads
    std::vector<std::string> also_known_as;  ///< codes that lead to this one
};
BOOST_DESCRIBE_STRUCT(PartyView, (),
                      (code, kind, name, given_names, family_names, sex, dni, phone, household,
                       household_name, hamlet, memberships, merged_into, also_known_as))
template <>
inline constexpr std::string_view note<PartyView> =
    "Who a person or an organisation is: of a person also DNI, telephone, household and hamlet.";

/// Which parties.
struct PartiesQuery {
    OrganisationId organisation;
    std::optional<std::string> search;  ///< part of a code or name
    std::optional<PartyKind> kind;
};
BOOST_DESCRIBE_STRUCT(PartiesQuery, (), (organisation, search, kind))
template <>
inline constexpr std::string_view note<PartiesQuery> = "Which parties.";

/// A party as the list shows it.
struct PartyLine {
    std::string code;
    std::string name;
    PartyKind kind;
    std::optional<std::string> merged_into;  ///< the code to which this one leads
};
BOOST_DESCRIBE_STRUCT(PartyLine, (), (code, name, kind, merged_into))
template <>
inline constexpr std::string_view note<PartyLine> = "A party as the list shows it.";

/// By code.
struct PartiesView {
    std::vector<PartyLine> parties;
};
BOOST_DESCRIBE_STRUCT(PartiesView, (), (parties))
template <>
inline constexpr std::string_view note<PartiesView> =
    "All whom the organisation deals with: suppliers, buyers, shops, creditors.";

}  // namespace ayni
