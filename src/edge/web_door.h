#pragma once
// What stands at which address: the register, sessions, papers, the application's own pages.

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "app/service.h"
#include "edge/http_server.h"
#include "edge/traffic.h"

namespace ayni {

struct DoorSettings {
    std::string public_url;            ///< "https://…" when it stands behind TLS; else plain HTTP
    double requests_per_second = 200;  ///< of one session or, signed out, one address; not money
    double burst = 400;                ///< not money
    std::shared_ptr<Traffic> traffic = std::make_shared<Traffic>();  ///< is counted there
};

class WebDoor {
public:
    WebDoor(Service& service, DoorSettings settings);
    ~WebDoor();
    /// Answers one request; long ones on a thread of their own.
    void handle(Incoming in, Reply reply);

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace ayni
