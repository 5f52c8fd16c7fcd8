#pragma once

#include "app/people_corrections_contract.h"
#include "app/work.h"

namespace ayni {

/// Refused: `unknown_supplier`, what a DNI refuses, `dni_taken`.
Result<void> correct_person(Work& work, const CorrectPerson& command);
/// Refused: `unknown_supplier`, `not_found` at /first, `membership_overlaps` at /began when another
/// one stands there or it would end before it begins, and as `check_begun_day`.
Result<void> correct_membership(Work& work, const CorrectMembership& command);

}  // namespace ayni
