#pragma once
// A load of keep-alive connections, each waiting for its answer before it sends again.

#include <cstdint>
#include <string>

namespace ayni {

struct HttpLoad {
    double per_second = 0, p50_ms = 0, p99_ms = 0;  // not money
    std::int64_t failed = 0;
};

/// Posts distinct deliveries of supplier P1 of the organisation to 127.0.0.1:port for some seconds.
[[nodiscard]] HttpLoad post_deliveries(std::uint16_t port, const std::string& token,
                                       std::int64_t organisation, int connections, int seconds);

}  // namespace ayni
