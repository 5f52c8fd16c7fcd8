#pragma once
// The table of parties that were merged.

#include "domain/people/merged_party.h"
#include "store/rows.h"

namespace ayni {

template <>
const Table& table_of<MergedParty>();

}  // namespace ayni
