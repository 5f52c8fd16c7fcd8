#pragma once

#include <string>

#include "app/service.h"

namespace ayni {

/// Somebody of the demonstration and his single-use link.
struct DemoUser {
    std::string login, name, role, link;
};

/// Makes the co-operative of Cabeza de Toro in an empty database from the files of `folder`: two
/// months of milk, three fortnights settled and posted, the last one left to be settled.
[[nodiscard]] Result<std::vector<DemoUser>> make_demo(Service& service, const std::string& folder);

}  // namespace ayni
