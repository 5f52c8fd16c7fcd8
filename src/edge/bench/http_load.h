#pragma once
// A load of keep-alive connections, each waiting for its answer before it sends again.

#include <cstdint>
#include <string>
#include <vector>

namespace ayni {

struct HttpLoad {
    double per_second = 0, p50_ms = 0, p99_ms = 0;  // not money
    std::int64_t failed = 0;
};

/// Who sends: a session, and the organisation that it records for.
struct Collector {
    std::string token;
    std::int64_t organisation = 0;
};

/// The suppliers of each organisation: P1, P2… so many.
inline constexpr std::int64_t load_suppliers = 20;

/// Posts distinct deliveries of these suppliers to 127.0.0.1:port for some seconds; the connections
/// are shared out to the collectors in turn.
[[nodiscard]] HttpLoad post_deliveries(std::uint16_t port, const std::vector<Collector>& collectors,
                                       int connections, int seconds);

}  // namespace ayni
