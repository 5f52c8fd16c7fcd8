#include "ledger/account.h"

namespace ayni {

AccountClass class_of(AccountRole role) noexcept {
    // These two came later; the rest of the enumeration stands in the order of the classes, and
    // these are the first of each.
    if (role == AccountRole::sales_inputs) return AccountClass::income;
    if (role == AccountRole::stock_produce) return AccountClass::asset;
    if (role < AccountRole::producer_payable) return AccountClass::asset;
    if (role < AccountRole::share_capital) return AccountClass::liability;
    if (role < AccountRole::sales_produce) return AccountClass::equity;
    if (role < AccountRole::purchases_member) return AccountClass::income;
    return AccountClass::expense;
}

}  // namespace ayni
