#pragma once
// The tables of members' capital and of the surplus.

#include "domain/capital/capital_movement.h"
#include "domain/capital/surplus_share.h"
#include "store/rows.h"

namespace ayni {

template <>
const Table& table_of<CapitalMovement>();
template <>
const Table& table_of<SurplusShare>();

}  // namespace ayni
