#pragma once
// Crops that are not sold yet when a month ends (posting table row 10b).

#include <string>
#include <vector>

#include "domain/people/organisation.h"
#include "domain/settlement/settle.h"
#include "ledger/entry.h"

namespace ayni {

struct ProduceStock;
using ProduceStockNumber = Id<ProduceStock>;

/// One lot of a product in the store, at cost, from the day it was counted until it is sold.
struct ProduceStock {
    OrganisationId organisation;
    ProduceStockNumber number;
    ProductId product;
    Date day;         ///< on which it was counted
    std::string lot;  ///< its name in the store
    Quantity quantity;
    Money cost;    ///< of what is there
    Money shrink;  ///< of what was lost since it was bought
    MembershipKind bought_from = MembershipKind::member;
    EntryNumber entry, released_by;  ///< none: it is still there
    std::int64_t position = 0;       ///< of the log, when it was counted
};
BOOST_DESCRIBE_STRUCT(ProduceStock, (),
                      (organisation, number, product, day, lot, quantity, cost, shrink, bought_from,
                       entry, released_by, position))

/// The lot leaves purchases for the store, at cost; what was lost leaves them for shrinkage.
[[nodiscard]] std::vector<Leg> stock_legs(const ProduceStock& stock);
/// What is left of it goes back into purchases as it is sold; what was lost stays lost.
[[nodiscard]] std::vector<Leg> release_legs(const ProduceStock& stock);

}  // namespace ayni
