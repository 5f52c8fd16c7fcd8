#include <filesystem>
#include <thread>

#include <fmt/format.h>

#include "app/people_contract.h"
#include "app/sessions_queries.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/http_load.h"
#include "edge/console.h"
#include "edge/http_server.h"
#include "edge/web_door.h"

namespace ayni {
namespace {

Result<std::string> make_collector(Service& service) {
    const auto user = add_installation_user(service, "bench", "bench");
    const auto tell = [&](std::string_view name, const auto& command,
                          std::string key) -> Result<void> {
        if (auto done = send(service, service.caller_of(user), name, command, std::move(key));
            !done)
            return std::unexpected(done.error());
        return {};
    };
    const RegisterOrganisation organisation{
        "bench", OrganisationKind::producer_organisation, Currency::known("PEN"), "UTC", {}, {}};
    if (auto done = tell("register_organisation", organisation, "1"); !done)
        return std::unexpected(done.error());
    const AddUser manager{{1}, "bench", "bench", Language::en, Role::manager, {}};
    if (auto done = tell("add_user", manager, "2"); !done) return std::unexpected(done.error());
    const AddProduct product{{1},  "milk",          "Milk",
                             "kg", Rate{1'000'000}, {{"fat", "Fat", "%", 2, "0", "20"}}};
    if (auto done = tell("add_product", product, "3"); !done) return std::unexpected(done.error());
    const AddSupplier supplier{{1},
                               "P1",
                               MembershipKind::supplier,
                               date_of({2025, 1, 1}),
                               "Given",
                               "Family",
                               Sex::not_said,
                               {},
                               {},
                               {},
                               {}};
    if (auto done = tell("add_supplier", supplier, "4"); !done)
        return std::unexpected(done.error());
    return open_session(service, user);
}

}  // namespace

int bench_http(const BenchOptions& options) {
    const auto file = options.folder + "/bench_http.ayni";
    for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), false);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    const auto token = make_collector(**service);
    if (!token) return print_refusal(token.error(), false);
    WebDoor door(**service, {.public_url = {}, .requests_per_second = 0, .burst = 0});
    HttpServer server("127.0.0.1", 0, [&](Incoming in, Reply reply) {
        door.handle(std::move(in), std::move(reply));
    });
    std::jthread serving([&] { server.run(1, false); });
    const auto load = post_deliveries(server.port(), *token, options.clients, options.seconds);
    server.stop();
    fmt::print(
        "http: {} connections: {:.0f} durable deliveries/s, p50 {:.2f} ms, p99 {:.2f} ms, {} "
        "failed\n",
        options.clients, load.per_second, load.p50_ms, load.p99_ms, load.failed);
    return load.failed == 0 ? 0 : 1;
}

}  // namespace ayni
