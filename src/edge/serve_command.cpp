#include <filesystem>
#include <memory>
#include <stdexcept>

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "edge/commands.h"
#include "edge/console.h"
#include "edge/http_server.h"
#include "edge/local_door.h"
#include "edge/serving_machine.h"
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

std::optional<CopyPlan> plan_of(const ServeOptions& options) {
    if (options.backups.empty()) return std::nullopt;
    return CopyPlan{options.backups, minutes_of_day(options.backup_at).value()};
}

}  // namespace

std::optional<int> minutes_of_day(std::string_view hour) {
    const auto date = parse_instant(fmt::format("2000-01-01T{}:00.000Z", hour));
    if (!date) return std::nullopt;
    const Instant midnight = parse_instant("2000-01-01T00:00:00.000Z").value();
    return static_cast<int>((date->milliseconds - midnight.milliseconds) / 60'000);
}

int serve(const ServeOptions& options) {
    auto surroundings = real_surroundings();
    const auto traffic = std::make_shared<Traffic>();
    const auto plan = plan_of(options);
    if (plan && is_server_address(options.file))
        return print_refusal({{{Refusal::backups_of_server, {}, {}}}}, false);
    const auto machine = std::make_shared<ServingMachine>(options.file, plan, traffic,
                                                          surroundings.now);
    surroundings.machine = machine;
    auto service = Service::open(options.file, std::move(surroundings));
    if (!service) return print_refusal(service.error(), false);
    WebDoor door(**service, {.public_url = options.public_url,
                             .requests_per_second = options.requests_per_second,
                             .burst = options.requests_per_second * 2,
                             .traffic = traffic});
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
    if (plan && !std::filesystem::is_directory(plan->folder))
        spdlog::warn("no folder {}: no backups until it is there", plan->folder);
    machine->begin();
    server->run(options.threads, true);
    machine->end();
    spdlog::info("stopped; everything answered is on disk");
    return 0;
}

}  // namespace ayni
