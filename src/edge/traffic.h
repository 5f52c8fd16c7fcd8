#pragma once

#include <atomic>
#include <cstdint>

namespace ayni {

/// What a server was asked since it began.
struct Traffic {
    std::atomic<std::uint64_t> requests{0}, refusals{0};
};

}  // namespace ayni
