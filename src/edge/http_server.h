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
    std::string address;  ///< of the other side, without the port; none if it is `local`
    bool local = false;   ///< it came by the socket beside the file, not from the network
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
    /// Also listens on a Unix socket that only this user may open; one that an earlier server left
    /// is replaced, so the caller must know that nobody else serves there. False if the path is too
    /// long for a socket, or taken by something else. It is removed when `run` ends.
    [[nodiscard]] bool listen_beside(const std::string& path);
    /// Serves on `threads` threads until `stop` or, with `until_signal`, SIGTERM or SIGINT; then
    /// waits at most five seconds for what is under way.
    void run(int threads, bool until_signal);
    void stop();

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace ayni
