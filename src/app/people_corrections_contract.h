#pragma once
// What was entered wrongly about a person and is put right.

#include "app/people_contract.h"

namespace ayni {

/// Puts right what was entered about a person.
struct CorrectPerson {
    OrganisationId organisation;
    std::string supplier;
    std::string given_names;
    std::string family_names;
    Sex sex;
    std::optional<std::string> dni;
    std::optional<std::string> phone;
    std::optional<std::string> hamlet;
};
BOOST_DESCRIBE_STRUCT(CorrectPerson, (),
                      (organisation, supplier, given_names, family_names, sex, dni, phone, hamlet))
template <>
inline constexpr std::string_view note<CorrectPerson> =
    "Puts right what was entered about a person, all of it: what is not given is not known. Papers "
    "of before keep what they said.";
template <>
inline constexpr auto field_notes<CorrectPerson> =
    std::to_array<FieldNote>({{.field = "given_names", .personal = true},
                              {.field = "family_names", .personal = true},
                              {.field = "dni", .personal = true},
                              {.field = "phone", .personal = true}});

/// Puts right the day on which a membership began.
struct CorrectMembership {
    OrganisationId organisation;
    std::string supplier;
    Date first;
    Date began;
};
BOOST_DESCRIBE_STRUCT(CorrectMembership, (), (organisation, supplier, first, began))
template <>
inline constexpr std::string_view note<CorrectMembership> =
    "The membership that was entered from one day (first) began on another: the one before it ends "
    "on the day before.";

}  // namespace ayni
