#pragma once
// The tables of assets and of inputs in store.

#include "domain/asset/asset.h"
#include "domain/stock/input_movement.h"
#include "store/rows.h"

namespace ayni {

template <>
const Table& table_of<Asset>();
template <>
const Table& table_of<InputMovement>();

}  // namespace ayni
