#pragma once
// The tables of what is sold; see tables.cpp for keys and indices.

#include "domain/sale/sale.h"
#include "store/rows.h"

namespace ayni {

template <>
const Table& table_of<SaleTerms>();
template <>
const Table& table_of<Lot>();
template <>
const Table& table_of<Liquidation>();
template <>
const Table& table_of<LiquidationLine>();
template <>
const Table& table_of<DisputeDecision>();
template <>
const Table& table_of<BuyerReceipt>();

}  // namespace ayni
