#pragma once

#include <string>

#include "app/service.h"

namespace ayni {

/// Somebody of the demonstration and his single-use link.
struct DemoUser {
    std::string login, name, role, link;
};

/// How far the story is told.
enum class DemoUpTo {
    open_fortnight,  ///< three fortnights are posted, none is paid, the last is left to be settled
    closed_months,   ///< and what an accountant does with the rest of both months
};

/// Makes the co-operative of Cabeza de Toro in an empty database from the files of `folder`: two
/// months of milk, three fortnights settled and posted, the last one left to be settled; up to
/// `closed_months` also the payments, the bank, vouchers, stock and assets, and both months closed.
[[nodiscard]] Result<std::vector<DemoUser>> make_demo(Service& service, const std::string& folder,
                                                      DemoUpTo up_to = DemoUpTo::open_fortnight,
                                                      const Progressed& progressed = {});

}  // namespace ayni
