#include "ledger/account.h"

namespace ayni {

AccountClass class_of(AccountRole role) noexcept {
    if (role == AccountRole::stock_produce) return AccountClass::asset;  // It was added later.
    // The rest of the enumeration stands in the order of the classes; these are the first of each.
    if (role < AccountRole::producer_payable) return AccountClass::asset;
    if (role < AccountRole::share_capital) return AccountClass::liability;
    if (role < AccountRole::sales_produce) return AccountClass::equity;
    if (role < AccountRole::purchases_member) return AccountClass::income;
    return AccountClass::expense;
}

}  // namespace ayni
