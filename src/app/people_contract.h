#pragma once
// What may be asked and told about people and organisations.

#include <optional>
#include <string>
#include <vector>

#include "domain/collection/product.h"
#include "domain/people/organisation.h"
#include "domain/people/role.h"
#include "domain/pricing/price_terms.h"
#include "kernel/describe.h"

namespace ayni {

/// Takes in an organisation that will keep its book here.
struct RegisterOrganisation {
    std::string name;
    OrganisationKind kind;
    Currency currency;
    std::string time_zone;  ///< IANA name
    std::optional<std::string> ruc;
    std::optional<Date> registered_on;
};
BOOST_DESCRIBE_STRUCT(RegisterOrganisation, (),
                      (name, kind, currency, time_zone, ruc, registered_on))
template <>
inline constexpr std::string_view note<RegisterOrganisation> =
    "Takes in an organisation that will keep its book here.";

/// From a day on the organisation is formal.
struct RegisterTaxNumber {
    OrganisationId organisation;
    std::string ruc;
    Date first;
};
BOOST_DESCRIBE_STRUCT(RegisterTaxNumber, (), (organisation, ruc, first))
template <>
inline constexpr std::string_view note<RegisterTaxNumber> =
    "From a day on the organisation is formal.";

/// Takes in somebody who will sign in, with a role.
struct AddUser {
    OrganisationId organisation;
    std::string login;
    std::string name;
    Language language;
    Role role;
    std::optional<std::string> supplier;  ///< code of the party that a producer or a buyer is
};
BOOST_DESCRIBE_STRUCT(AddUser, (), (organisation, login, name, language, role, supplier))
template <>
inline constexpr std::string_view note<AddUser> =
    "Takes in somebody who will sign in, with a role.";
template <>
inline constexpr auto field_notes<AddUser> = std::to_array<FieldNote>({{.field = "name",
                                                                        .personal = true}});

/// Takes a role away from today on.
struct EndRole {
    OrganisationId organisation;
    std::string login;
    Role role;
};
BOOST_DESCRIBE_STRUCT(EndRole, (), (organisation, login, role))
template <>
inline constexpr std::string_view note<EndRole> = "Takes a role away from today on.";

/// From now on whoever moves money here needs a second factor, or only who has enrolled.
struct RequireSecondFactor {
    OrganisationId organisation;
    bool required = false;
};
BOOST_DESCRIBE_STRUCT(RequireSecondFactor, (), (organisation, required))
template <>
inline constexpr std::string_view note<RequireSecondFactor> =
    "From now on whoever moves money here needs a second factor, or only who has enrolled.";

/// A quality attribute of a new product.
struct AddAttribute {
    std::string code;
    std::string name;
    std::string unit;
    std::int32_t decimals = 0;
    std::string least;  ///< smallest plausible value
    std::string most;
};
BOOST_DESCRIBE_STRUCT(AddAttribute, (), (code, name, unit, decimals, least, most))
template <>
inline constexpr std::string_view note<AddAttribute> = "A quality attribute of a new product.";
template <>
inline constexpr auto field_notes<AddAttribute> = std::to_array<FieldNote>(
    {{.field = "unit", .may_be_empty = true}, {.field = "decimals", .least = 0, .most = 4}});

/// Takes in a product with its quality attributes.
struct AddProduct {
    OrganisationId organisation;
    std::string code;
    std::string name;
    std::string unit;
    Rate density;  ///< kg for each litre, 1 where nothing is converted
    std::vector<AddAttribute> attributes;
};
BOOST_DESCRIBE_STRUCT(AddProduct, (), (organisation, code, name, unit, density, attributes))
template <>
inline constexpr std::string_view note<AddProduct> =
    "Takes in a product with its quality attributes.";

/// Takes in people who live and farm together.
struct AddHousehold {
    OrganisationId organisation;
    std::string code;
    std::string name;
    std::optional<std::string> hamlet;
};
BOOST_DESCRIBE_STRUCT(AddHousehold, (), (organisation, code, name, hamlet))
template <>
inline constexpr std::string_view note<AddHousehold> =
    "Takes in people who live and farm together.";
template <>
inline constexpr auto field_notes<AddHousehold> = std::to_array<FieldNote>({{.field = "name",
                                                                             .personal = true}});

/// From now on a supplier belongs to that household, or to none.
struct ChangeHousehold {
    OrganisationId organisation;
    std::string supplier;
    std::optional<std::string> household;  ///< code; none: he left
};
BOOST_DESCRIBE_STRUCT(ChangeHousehold, (), (organisation, supplier, household))
template <>
inline constexpr std::string_view note<ChangeHousehold> =
    "From now on a supplier belongs to that household, or to none.";
template <>
inline constexpr auto field_notes<ChangeHousehold> =
    std::to_array<FieldNote>({{.field = "household", .personal = true}});

/// Takes in a member, or a supplier who is not one.
struct AddSupplier {
    OrganisationId organisation;
    std::string code;
    MembershipKind kind;
    Date joined;
    std::string given_names;
    std::string family_names;
    Sex sex;
    std::optional<std::string> dni;
    std::optional<std::string> phone;
    std::optional<std::string> household;  ///< code
    std::optional<std::string> hamlet;
};
BOOST_DESCRIBE_STRUCT(AddSupplier, (),
                      (organisation, code, kind, joined, given_names, family_names, sex, dni, phone,
                       household, hamlet))
template <>
inline constexpr std::string_view note<AddSupplier> =
    "Takes in a member, or a supplier who is not one.";
template <>
inline constexpr auto field_notes<AddSupplier> =
    std::to_array<FieldNote>({{.field = "given_names", .personal = true},
                              {.field = "family_names", .personal = true},
                              {.field = "dni", .personal = true},
                              {.field = "phone", .personal = true},
                              {.field = "household", .personal = true}});

/// From a day on a supplier is a member, or no longer one.
struct ChangeMembership {
    OrganisationId organisation;
    std::string supplier;
    MembershipKind kind;
    Date first;
};
BOOST_DESCRIBE_STRUCT(ChangeMembership, (), (organisation, supplier, kind, first))
template <>
inline constexpr std::string_view note<ChangeMembership> =
    "From a day on a supplier is a member, or no longer one.";

/// Takes in an organisation that one deals with: a buyer, a shop, a creditor.
struct AddParty {
    OrganisationId organisation;
    std::string code;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(AddParty, (), (organisation, code, name))
template <>
inline constexpr std::string_view note<AddParty> =
    "Takes in an organisation that one deals with: a buyer, a shop, a creditor.";

/// A certificate of a supplier, valid from a day to a day.
struct AddCertificate {
    OrganisationId organisation;
    std::string supplier;
    std::string kind;  ///< tb_free, brucellosis_free, organic
    std::string issuer;
    Date first;
    Date last;
};
BOOST_DESCRIBE_STRUCT(AddCertificate, (), (organisation, supplier, kind, issuer, first, last))
template <>
inline constexpr std::string_view note<AddCertificate> =
    "A certificate of a supplier, valid from a day to a day.";

template <>
inline constexpr auto field_notes<AddCertificate> =
    std::to_array<FieldNote>({{.field = "kind", .longest = longest_term_text}});

/// Takes back a certificate that was entered by mistake; what is posted stays as it was priced.
struct WithdrawCertificate {
    OrganisationId organisation;
    std::string supplier;
    std::string kind;
    Date first;  ///< of the certificate
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawCertificate, (), (organisation, supplier, kind, first, reason))
template <>
inline constexpr std::string_view note<WithdrawCertificate> =
    "Takes back a certificate that was entered by mistake; what is posted stays as it was priced.";
template <>
inline constexpr auto field_notes<WithdrawCertificate> =
    std::to_array<FieldNote>({{.field = "kind", .longest = longest_term_text}});

/// Takes back the last change of a membership; the one before is in force again.
struct WithdrawMembership {
    OrganisationId organisation;
    std::string supplier;
    Date first;  ///< of the change
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawMembership, (), (organisation, supplier, first, reason))
template <>
inline constexpr std::string_view note<WithdrawMembership> =
    "Takes back the last change of a membership; the one before is in force again.";

/// A value of a dated series; a newer revision of a day replaces the older.
struct AddIndexValue {
    OrganisationId organisation;
    std::string series;
    Date day;
    std::int32_t revision = 0;
    Price value;
    std::string source;
};
BOOST_DESCRIBE_STRUCT(AddIndexValue, (), (organisation, series, day, revision, value, source))
template <>
inline constexpr std::string_view note<AddIndexValue> =
    "A value of a dated series; a newer revision of a day replaces the older.";
template <>
inline constexpr auto field_notes<AddIndexValue> = std::to_array<FieldNote>(
    {{.field = "series", .longest = longest_term_text}, {.field = "revision", .least = 0}});

/// Names the organisation that is asked about.
struct OrganisationQuery {
    OrganisationId organisation;
};
BOOST_DESCRIBE_STRUCT(OrganisationQuery, (), (organisation))
template <>
inline constexpr std::string_view note<OrganisationQuery> =
    "Names the organisation that is asked about.";

/// An organisation and what the asking user is in it.
struct OrganisationView {
    OrganisationId id;
    std::string name;
    OrganisationKind kind;
    Currency currency;
    std::string time_zone;
    std::optional<std::string> ruc;
    std::vector<Role> roles;
    bool second_factor_required = false;  ///< of whoever moves money there
};
BOOST_DESCRIBE_STRUCT(OrganisationView, (),
                      (id, name, kind, currency, time_zone, ruc, roles, second_factor_required))
template <>
inline constexpr std::string_view note<OrganisationView> =
    "An organisation and what the asking user is in it.";

/// The organisations that the user has a role in.
struct OrganisationsView {
    std::vector<OrganisationView> organisations;
};
BOOST_DESCRIBE_STRUCT(OrganisationsView, (), (organisations))
template <>
inline constexpr std::string_view note<OrganisationsView> =
    "The organisations that the user has a role in.";

/// Nothing needs to be said.
struct NoInput {};
BOOST_DESCRIBE_STRUCT(NoInput, (), ())
template <>
inline constexpr std::string_view note<NoInput> = "Nothing needs to be said.";

/// A product and its quality attributes.
struct ProductView {
    ProductId product;
    std::string code;
    std::string name;
    std::string unit;
    Rate density;
    std::vector<Attribute> attributes;
};
BOOST_DESCRIBE_STRUCT(ProductView, (), (product, code, name, unit, density, attributes))
template <>
inline constexpr std::string_view note<ProductView> = "A product and its quality attributes.";

/// The products of an organisation.
struct ProductsView {
    std::vector<ProductView> products;
};
BOOST_DESCRIBE_STRUCT(ProductsView, (), (products))
template <>
inline constexpr std::string_view note<ProductsView> = "The products of an organisation.";

/// Which suppliers.
struct SuppliersQuery {
    OrganisationId organisation;
    std::optional<std::string> search;  ///< part of a code or name
};
BOOST_DESCRIBE_STRUCT(SuppliersQuery, (), (organisation, search))
template <>
inline constexpr std::string_view note<SuppliersQuery> = "Which suppliers.";

/// A supplier as the list shows him.
struct SupplierView {
    std::string code;
    std::string name;
    MembershipKind kind;
    std::optional<std::string> hamlet;
    std::optional<std::string> household;  ///< code
    std::optional<std::string> household_name;
    std::vector<std::string> certificates;   ///< valid today
    std::optional<std::string> merged_into;  ///< code of the one who is kept
};
BOOST_DESCRIBE_STRUCT(SupplierView, (),
                      (code, name, kind, hamlet, household, household_name, certificates,
                       merged_into))
template <>
inline constexpr std::string_view note<SupplierView> = "A supplier as the list shows him.";

/// Suppliers by code.
struct SuppliersView {
    std::vector<SupplierView> suppliers;
};
BOOST_DESCRIBE_STRUCT(SuppliersView, (), (suppliers))
template <>
inline constexpr std::string_view note<SuppliersView> = "Suppliers by code.";

/// A household and how many suppliers belong to it.
struct HouseholdView {
    std::string code;
    std::string name;
    std::optional<std::string> hamlet;
    std::int64_t suppliers = 0;
};
BOOST_DESCRIBE_STRUCT(HouseholdView, (), (code, name, hamlet, suppliers))
template <>
inline constexpr std::string_view note<HouseholdView> =
    "A household and how many suppliers belong to it.";

/// Households by code.
struct HouseholdsView {
    std::vector<HouseholdView> households;
};
BOOST_DESCRIBE_STRUCT(HouseholdsView, (), (households))
template <>
inline constexpr std::string_view note<HouseholdsView> = "Households by code.";

/// A user and his roles here.
struct UserView {
    std::string login;
    std::string name;
    std::vector<Role> roles;
    bool has_password = false;
    bool has_second_factor = false;
    bool active = false;
};
BOOST_DESCRIBE_STRUCT(UserView, (), (login, name, roles, has_password, has_second_factor, active))
template <>
inline constexpr std::string_view note<UserView> = "A user and his roles here.";

/// The users of an organisation.
struct UsersView {
    std::vector<UserView> users;
};
BOOST_DESCRIBE_STRUCT(UsersView, (), (users))
template <>
inline constexpr std::string_view note<UsersView> = "The users of an organisation.";

}  // namespace ayni
