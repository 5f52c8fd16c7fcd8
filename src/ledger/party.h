#pragma once
// Who deals with an organisation: a person or another organisation, by a number of that
// organisation's own (1, 2, 3…), so that accounts by party stay dense.

#include "kernel/id.h"

namespace ayni {

struct Organisation;
struct User;

/// Tag of a party of one organisation; parties of two organisations never mix.
struct Party;

using OrganisationId = Id<Organisation>;
using PartyId = Id<Party>;
using UserId = Id<User>;

}  // namespace ayni
