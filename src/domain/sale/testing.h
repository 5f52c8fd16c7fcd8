#pragma once
// Amounts in the field's words, for the tests of this folder.

#include "kernel/check.h"
#include "kernel/money.h"
#include "kernel/result.h"

namespace ayni::testing {

inline Money soles(const char* text) {
    const auto amount = parse_money(text, Currency::known("PEN"));
    CHECK(amount.has_value());
    return *amount;
}

}  // namespace ayni::testing
