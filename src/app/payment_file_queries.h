#pragma once

#include "app/work.h"
#include "domain/payment/pain001.h"
#include "domain/payment/payment.h"

namespace ayni {

/// A sent order as banks take it.
struct OrderedTransfers {
    TransferOrder order;
    std::vector<Transfer> transfers;
};

/// Refused: `not_found` at /order for one that is in cash, or was not sent.
[[nodiscard]] Result<OrderedTransfers> ordered_transfers(const View& view,
                                                         PaymentOrderNumber number);

}  // namespace ayni
