#pragma once
// Many organisations' periods in one go: each prepared on a snapshot by a thread of its own, then
// computed, approved and posted by the writer, with the commands that a person would send.

#include <functional>
#include <string>
#include <vector>

#include "app/service.h"

namespace ayni {

struct SettlementJob {
    std::vector<OrganisationId> organisations;
    std::string product;
    Period period;
    Caller computes, approves;  ///< two people
    std::string key;            ///< of the job: sent again, it does nothing twice
    int threads = 2;
    std::function<void(std::int64_t)> progress;  ///< organisations done; from the writer's thread
};

/// Settles all of them. Refused: the first organisation's reason; the others are done all the same.
[[nodiscard]] Result<void> settle_all(Service& service, const SettlementJob& job);

}  // namespace ayni
