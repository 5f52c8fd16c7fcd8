#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "edge/commands.h"
#include "edge/console.h"
#include "edge/http_server.h"
#include "edge/local_door.h"
#include "edge/web_door.h"

namespace ayni {
namespace {

// The network says by an exception that an address is none of ours, or taken.
std::unique_ptr<HttpServer> listening(const ServeOptions& options, WebDoor& door) {
    try {
        return std::make_unique<HttpServer>(
            options.address, options.port,
            [&door](Incoming in, Reply reply) { door.handle(std::move(in), std::move(reply)); });
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

}  // namespace

int serve(const ServeOptions& options) {
    auto service = Service::open(options.file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    WebDoor door(**service, {.public_url = options.public_url,
                             .requests_per_second = options.requests_per_second,
                             .burst = options.requests_per_second * 2});
    const auto server = listening(options, door);
    if (!server)
        return print_refusal(
            {{{Refusal::cannot_listen, {}, fmt::format("{}:{}", options.address, options.port)}}},
            false);
    const bool beside = server->listen_beside(socket_of(options.file));
    fmt::print("Ayni: http://{}:{}\n", options.address, server->port());
    static_cast<void>(std::fflush(stdout));
    // Our writer is the only one that checkpoints, so the fault of older versions cannot occur.
    spdlog::info("SQLite {}; file {}; Ctrl-C stops", sqlite_version(),
                 shown_database(options.file));
    if (!beside)
        spdlog::warn("no socket {}: the command line cannot work while this serves",
                     socket_of(options.file));
    server->run(options.threads, true);
    spdlog::info("stopped; everything answered is on disk");
    return 0;
}

}  // namespace ayni
