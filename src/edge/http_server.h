#pragma once
// One HTTP/1.1 layer: limits of size and time, keep-alive, a graceful stop. It knows no use case.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ayni {

/// A request as it came in.
struct Incoming {
    std::string method;
    std::string target;
    std::string body;
    std::string address;  ///< of the other side, without the port
    std::vector<std::pair<std::string, std::string>> headers;
    /// The header's value, whatever the case of its name; empty if it is not there.
    [[nodiscard]] std::string_view header(std::string_view name) const noexcept;
};

/// What is answered.
struct Outgoing {
    unsigned status = 200;
    std::string type = "application/json";
    std::string body = {};
    std::vector<std::pair<std::string, std::string>> headers = {};
};

using Reply = std::function<void(Outgoing)>;
/// Answers at once or later, from any thread, exactly once.
using Handler = std::function<void(Incoming, Reply)>;

struct HttpLimits {
    std::size_t header_bytes = 16UL * 1024;
    std::size_t body_bytes = 32UL * 1024 * 1024;
    int header_seconds = 10;
    int body_seconds = 60;
    int answer_seconds = 120;
    int connections = 2000;
};

class HttpServer {
public:
    /// Listens on address:port (port 0: any free one).
    HttpServer(const std::string& address, std::uint16_t port, Handler handler,
               HttpLimits limits = {});
    ~HttpServer();
    [[nodiscard]] std::uint16_t port() const noexcept;
    /// Serves on `threads` threads until `stop` or, with `until_signal`, SIGTERM or SIGINT; then
    /// waits at most five seconds for what is under way.
    void run(int threads, bool until_signal);
    void stop();

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace ayni
