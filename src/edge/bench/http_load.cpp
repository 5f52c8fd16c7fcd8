#include "edge/bench/http_load.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <vector>

#include <fmt/format.h>

#include "edge/bench/timing.h"
#include "kernel/check.h"

namespace ayni {
namespace {

struct Client {
    int socket = -1;
    std::int64_t sent = 0;
    std::string answer;
    Stopwatch since;
};

int connect_to(std::uint16_t port) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    CHECK(socket >= 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    CHECK(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

class Load {
public:
    Load(std::uint16_t port, const std::vector<Collector>& collectors, int connections)
        : collectors_(collectors), clients_(std::size_t(connections)) {
        poll_ = ::epoll_create1(0);
        for (std::size_t i = 0; i < clients_.size(); ++i) {
            clients_[i].socket = connect_to(port);
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            ::epoll_ctl(poll_, EPOLL_CTL_ADD, clients_[i].socket, &event);
        }
    }
    ~Load() {
        for (auto& client : clients_) ::close(client.socket);
        ::close(poll_);
    }
    HttpLoad run(int seconds) {
        const Stopwatch watch;
        for (std::size_t i = 0; i < clients_.size(); ++i) send(i);
        epoll_event events[256];
        while (watch.seconds() < seconds) {
            const int count = ::epoll_wait(poll_, events, 256, 100);
            for (int e = 0; e < count; ++e) receive(events[e].data.u64);
        }
        HttpLoad load;
        load.per_second = static_cast<double>(waits_.size()) / watch.seconds();  // not money
        load.p50_ms = percentile(waits_, 50) * 1000;
        load.p99_ms = percentile(waits_, 99) * 1000;
        load.failed = failed_;
        return load;
    }

private:
    const std::vector<Collector>& collectors_;
    std::vector<Client> clients_;
    int poll_ = -1;
    std::vector<double> waits_;  // not money
    std::int64_t failed_ = 0;

    void send(std::size_t i) {
        auto& client = clients_[i];
        const auto& collector = collectors_[i % collectors_.size()];
        const auto number = ++client.sent;
        const auto body = fmt::format(
            "{{\"organisation\":{},\"product\":\"milk\",\"supplier\":\"P{}\",\"day\":\"2025-07-"
            "01\","
            "\"shift\":\"morning\","
            "\"quantity\":\"{}.{:03}\",\"outcome\":\"accepted\",\"readings\":[{{\"attribute\":"
            "\"fat\",\"value\":\"3.65\"}}]}}",
            collector.organisation, number % load_suppliers + 1, 10 + i, number % 1000);
        const auto request = fmt::format(
            "POST /api/v1/record_delivery HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Ayni: 1\r\n"
            "Content-Type: "
            "application/json\r\n"
            "Cookie: ayni={}\r\nIdempotency-Key: load-{}-{}\r\nContent-Length: {}\r\n\r\n{}",
            collector.token, i, number, body.size(), body);
        client.answer.clear();
        client.since = Stopwatch();
        CHECK(::send(client.socket, request.data(), request.size(), 0) ==
              static_cast<ssize_t>(request.size()));
    }
    void receive(std::size_t i) {
        auto& client = clients_[i];
        char bytes[4096];
        const auto size = ::recv(client.socket, bytes, sizeof bytes, 0);
        CHECK(size > 0);
        client.answer.append(bytes, static_cast<std::size_t>(size));
        // An answer is short and ends with its JSON; the header alone does not end in a brace.
        const auto body = client.answer.find("\r\n\r\n");
        if (body == std::string::npos || !client.answer.ends_with("}")) return;
        waits_.push_back(client.since.seconds());
        if (!client.answer.starts_with("HTTP/1.1 200")) ++failed_;
        send(i);
    }
};

}  // namespace

HttpLoad post_deliveries(std::uint16_t port, const std::vector<Collector>& collectors,
                         int connections, int seconds) {
    return Load(port, collectors, connections).run(seconds);
}

}  // namespace ayni
