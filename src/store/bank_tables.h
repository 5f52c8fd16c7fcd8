#pragma once
// The tables of statements, of what their lines were, and of the formats of banks.

#include "domain/banking/bank_format.h"
#include "domain/banking/bank_statement.h"
#include "store/rows.h"

namespace ayni {

template <>
const Table& table_of<KeptStatement>();
template <>
const Table& table_of<KeptLine>();
template <>
const Table& table_of<KeptLineParty>();
template <>
const Table& table_of<BankMatch>();
template <>
const Table& table_of<BankExplanation>();
template <>
const Table& table_of<ResultFile>();
template <>
const Table& table_of<BankFormat>();

}  // namespace ayni
