#include "edge/http_server.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <thread>

#include <boost/asio.hpp>
#include <boost/beast.hpp>

namespace ayni {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using net::ip::tcp;
using local = net::local::stream_protocol;
using Request = http::request<http::string_body>;
using Response = http::response<http::string_body>;

bool same_name(std::string_view a, std::string_view b) {
    return std::ranges::equal(a, b, [](char x, char y) { return (x | 32) == (y | 32); });
}

// `in` says already where it came from.
Incoming incoming_of(Request&& request, Incoming in) {
    in.method = std::string(request.method_string());
    in.target = std::string(request.target());
    for (const auto& field : request) in.headers.emplace_back(field.name_string(), field.value());
    in.body = std::move(request.body());
    return in;
}

Response response_of(Outgoing&& out, unsigned version, bool keep_alive) {
    Response response{static_cast<http::status>(out.status), version};
    response.set(http::field::content_type, out.type);
    for (const auto& [name, value] : out.headers) response.insert(name, value);
    response.body() = std::move(out.body);
    response.keep_alive(keep_alive);
    response.prepare_payload();
    return response;
}

Response plain(http::status status) {
    Response response{status, 11};
    response.keep_alive(false);
    response.prepare_payload();
    return response;
}

}  // namespace

std::string_view Incoming::header(std::string_view name) const noexcept {
    for (const auto& [known, value] : headers)
        if (same_name(known, name)) return value;
    return {};
}

struct HttpServer::Inner {
    net::io_context io;
    tcp::acceptor acceptor{io};
    local::acceptor beside{io};
    std::string beside_path;
    Handler handler;
    HttpLimits limits;
    std::atomic<int> live{0};
    std::atomic<bool> stopping{false};

    // Waits for the handler's answer, wherever it comes from.
    net::awaitable<Outgoing> answered(Incoming in) {
        auto executor = co_await net::this_coro::executor;
        auto out = std::make_shared<Outgoing>();
        co_await net::async_initiate<const net::use_awaitable_t<>, void(boost::system::error_code)>(
            [&](auto resume) {
                auto shared = std::make_shared<decltype(resume)>(std::move(resume));
                handler(std::move(in), [shared, executor, out](Outgoing answer) {
                    *out = std::move(answer);
                    net::post(executor, [shared] { (*shared)(boost::system::error_code{}); });
                });
            },
            net::use_awaitable);
        co_return std::move(*out);
    }

    // Reads one request; an answer instead when its size or form is wrong.
    template <class Stream>
    net::awaitable<bool> read(Stream& stream, beast::flat_buffer& buffer, Request& request) {
        http::request_parser<http::string_body> parser;
        parser.header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        parser.body_limit(limits.body_bytes);
        boost::system::error_code failed;
        // One deadline for the whole header, not for each read: that is what defeats slow senders.
        stream.expires_after(std::chrono::seconds(limits.header_seconds));
        co_await http::async_read_header(stream, buffer, parser,
                                         net::redirect_error(net::use_awaitable, failed));
        if (!failed && parser.get().find(http::field::transfer_encoding) != parser.get().end() &&
            parser.get().find(http::field::content_length) != parser.get().end())
            failed = http::error::bad_content_length;
        if (!failed && !parser.is_done()) {
            stream.expires_after(std::chrono::seconds(limits.body_seconds));
            if (same_name(std::string(parser.get()[http::field::expect]), "100-continue")) {
                Response go_on{http::status::continue_, 11};
                co_await http::async_write(stream, go_on,
                                           net::redirect_error(net::use_awaitable, failed));
            }
            co_await http::async_read(stream, buffer, parser,
                                      net::redirect_error(net::use_awaitable, failed));
        }
        if (!failed) {
            request = parser.release();
            co_return true;
        }
        auto status = http::status::unknown;
        if (failed == http::error::header_limit)
            status = http::status::request_header_fields_too_large;
        else if (failed == http::error::body_limit)
            status = http::status::payload_too_large;
        else if (failed.category() == http::make_error_code(http::error::bad_method).category() &&
                 failed != http::error::end_of_stream && failed != http::error::partial_message)
            status = http::status::bad_request;
        if (status != http::status::unknown) {
            auto response = plain(status);
            co_await http::async_write(stream, response,
                                       net::redirect_error(net::use_awaitable, failed));
        }
        co_return false;
    }

    static Incoming from(const tcp::socket& socket) {
        boost::system::error_code ignored;
        Incoming in;
        in.address = socket.remote_endpoint(ignored).address().to_string();
        return in;
    }
    static Incoming from(const local::socket&) {
        Incoming in;
        in.local = true;
        return in;
    }

    template <class Protocol>
    net::awaitable<void> session(net::basic_stream_socket<Protocol> socket) {
        boost::system::error_code ignored;
        if constexpr (std::is_same_v<Protocol, tcp>)
            socket.set_option(tcp::no_delay(true), ignored);
        const auto remote = from(socket);
        beast::basic_stream<Protocol> stream(std::move(socket));
        beast::flat_buffer buffer;
        for (;;) {
            Request request;
            if (!co_await read(stream, buffer, request)) break;
            const bool keep_alive = request.keep_alive();
            const auto version = request.version();
            const bool head_only = request.method() == http::verb::head;
            stream.expires_after(std::chrono::seconds(limits.answer_seconds));
            auto out = co_await answered(incoming_of(std::move(request), remote));
            auto response = response_of(std::move(out), version, keep_alive && !stopping);
            if (head_only) response.body().clear();
            boost::system::error_code failed;
            stream.expires_after(std::chrono::seconds(limits.answer_seconds));
            co_await http::async_write(stream, response,
                                       net::redirect_error(net::use_awaitable, failed));
            if (failed || !response.keep_alive()) break;
        }
        stream.socket().shutdown(net::socket_base::shutdown_send, ignored);
    }

    template <class Protocol>
    net::awaitable<void> counted(net::basic_stream_socket<Protocol> socket) {
        ++live;
        try {
            co_await session(std::move(socket));
        } catch (const std::exception&) {
            // The other side went away in the middle; nothing of ours is open.
        }
        --live;
    }

    template <class Protocol>
    net::awaitable<void> accept(net::basic_socket_acceptor<Protocol>& door) {
        for (;;) {
            boost::system::error_code failed;
            auto socket = co_await door.async_accept(
                net::make_strand(io), net::redirect_error(net::use_awaitable, failed));
            if (stopping) co_return;
            if (failed || live >= limits.connections) continue;
            auto executor = socket.get_executor();
            net::co_spawn(executor, counted<Protocol>(std::move(socket)), net::detached);
        }
    }
};

HttpServer::HttpServer(const std::string& address, std::uint16_t port, Handler handler,
                       HttpLimits limits)
    : inner_(std::make_unique<Inner>()) {
    inner_->handler = std::move(handler);
    inner_->limits = limits;
    const tcp::endpoint endpoint(net::ip::make_address(address), port);
    inner_->acceptor.open(endpoint.protocol());
    inner_->acceptor.set_option(net::socket_base::reuse_address(true));
    inner_->acceptor.bind(endpoint);
    inner_->acceptor.listen(1024);
}

HttpServer::~HttpServer() = default;

std::uint16_t HttpServer::port() const noexcept { return inner_->acceptor.local_endpoint().port(); }

bool HttpServer::listen_beside(const std::string& path) {
    if (path.size() >= sizeof(sockaddr_un::sun_path)) return false;
    boost::system::error_code failed;
    std::error_code ignored;
    if (std::filesystem::is_socket(path, ignored)) std::filesystem::remove(path, ignored);
    auto& beside = inner_->beside;
    static_cast<void>(beside.open(local(), failed));
    if (!failed) static_cast<void>(beside.bind(local::endpoint(path), failed));
    if (failed) {
        static_cast<void>(beside.close(failed));
        return false;
    }
    inner_->beside_path = path;
    // Nobody can connect before `listen`, so the mode is in force for everyone.
    using std::filesystem::perms;
    std::filesystem::permissions(path, perms::owner_read | perms::owner_write);
    beside.listen(16);
    return true;
}

void HttpServer::stop() {
    net::post(inner_->io, [inner = inner_.get()] {
        if (inner->stopping.exchange(true)) return;
        boost::system::error_code ignored;
        static_cast<void>(inner->acceptor.close(ignored));
        static_cast<void>(inner->beside.close(ignored));
        const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(5);
        auto timer = std::make_shared<net::steady_timer>(inner->io);
        auto wait = std::make_shared<std::function<void()>>();
        *wait = [inner, end, timer, wait] {
            if (inner->live == 0 || std::chrono::steady_clock::now() > end) return inner->io.stop();
            timer->expires_after(std::chrono::milliseconds(20));
            timer->async_wait([wait](boost::system::error_code) { (*wait)(); });
        };
        (*wait)();
    });
}

void HttpServer::run(int threads, bool until_signal) {
    net::co_spawn(inner_->io, inner_->accept(inner_->acceptor), net::detached);
    if (inner_->beside.is_open())
        net::co_spawn(inner_->io, inner_->accept(inner_->beside), net::detached);
    net::signal_set signals(inner_->io);
    if (until_signal) {
        signals.add(SIGTERM);
        signals.add(SIGINT);
        signals.async_wait([this](boost::system::error_code failed, int) {
            if (!failed) stop();
        });
    }
    std::vector<std::jthread> others;
    for (int i = 1; i < threads; ++i) others.emplace_back([this] { inner_->io.run(); });
    inner_->io.run();
    std::error_code ignored;
    if (!inner_->beside_path.empty()) std::filesystem::remove(inner_->beside_path, ignored);
}

}  // namespace ayni
