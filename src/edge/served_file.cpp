#include "edge/served_file.h"

#include <boost/asio.hpp>
#include <boost/beast.hpp>

#include "app/base64.h"
#include "edge/local_door.h"
#include "edge/local_forms.h"
#include "edge/refusal_json.h"
#include "kernel/address.h"
#include "kernel/described_json.h"

namespace ayni {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using net::local::stream_protocol;

class ServedFile final : public OpenFile {
public:
    explicit ServedFile(const std::string& socket) : server_(socket) {}

    [[nodiscard]] bool is_served() {
        boost::system::error_code failed;
        static_cast<void>(stream_protocol::socket(io_).connect(server_, failed));
        return !failed;
    }

    Result<Language> language_of(const std::string& login) override {
        const auto told = send(login, std::string(local_user_path), "{}", {});
        if (!told) return std::unexpected(told.error());
        const auto user = from_json_text<LocalUser>(*told);
        if (!user) return std::unexpected(user.error());
        return user->language;
    }
    Answer call(const std::string& login, const std::string& use_case, const Json& input,
                const std::string& key) override {
        return send(login, std::string(use_case_root) + use_case, print_json(input), key);
    }
    Answer link(const std::string& login, bool without_second_factor) override {
        const auto told = send(login, std::string(local_link_path),
                               to_json_text(LinkWish{without_second_factor}), {});
        if (!told) return told;
        auto made = from_json_text<LinkToken>(*told);
        if (!made) return std::unexpected(made.error());
        return std::move(made->token);
    }

private:
    net::io_context io_;
    stream_protocol::endpoint server_;

    // Each request has a connection of its own: the server keeps none open that waits for a person.
    // A settlement may take minutes; whoever waits at the terminal can stop it himself.
    Answer send(const std::string& login, const std::string& target, std::string body,
                const std::string& key) {
        http::request<http::string_body> request{http::verb::post, target, 11};
        request.set(http::field::host, "localhost");
        request.set(http::field::content_type, "application/json");
        request.set(login_header, to_base64(login));
        if (!key.empty()) request.set("Idempotency-Key", key);
        request.body() = std::move(body);
        request.prepare_payload();
        request.keep_alive(false);
        boost::system::error_code failed;
        stream_protocol::socket socket(io_);
        static_cast<void>(socket.connect(server_, failed));
        http::response_parser<http::string_body> answer;
        answer.body_limit(boost::none);
        beast::flat_buffer buffer;
        // What is too large is answered before all of it was sent.
        boost::system::error_code unsent;
        if (!failed) http::write(socket, request, unsent);
        if (!failed) http::read(socket, buffer, answer, failed);
        if (failed) return refuse(Refusal::busy, {}, failed.message());
        if (answer.get().result() == http::status::ok) return std::move(answer.get().body());
        if (answer.get().result() == http::status::payload_too_large)
            return refuse(Refusal::body_too_large);
        return std::unexpected(refused_from_json(answer.get().body()));
    }
};

}  // namespace

std::unique_ptr<OpenFile> connect_to_server(const std::string& path) {
    const auto socket = socket_of(path);
    if (socket.size() >= sizeof(sockaddr_un::sun_path)) return nullptr;
    auto served = std::make_unique<ServedFile>(socket);
    if (!served->is_served()) return nullptr;
    return served;
}

}  // namespace ayni
