#include "ledger/by_party.h"

namespace ayni {

bool is_by_party(AccountRole role) noexcept {
    using enum AccountRole;
    switch (role) {
        case buyer_receivable:
        case producer_payable:
        case claim_receivable:
        case withheld_third_party:
        case retention_payable:
        case overpayment:
        case share_capital:
        case trade_payable:
        case buyer_advance:
        case bank_loan:
        case premium_held:
        case staff_advance: return true;
        default: return false;
    }
}

}  // namespace ayni
