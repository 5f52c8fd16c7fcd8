#pragma once
// Where each payment stands, held against its history, and its history against the book.

#include "app/verify_queries.h"
#include "app/work.h"

namespace ayni {

/// The steps of each payment follow each other as `payment_step` says, each with the entry that it
/// makes, and the payment stands where the last one led; each entry of a payment is of one step.
/// `find` is told ("payment", "S1-17") and ("payment_entry", "12").
void verify_payments(const View& view, const Find& find);

}  // namespace ayni
