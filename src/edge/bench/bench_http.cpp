#include <filesystem>
#include <thread>

#include <fmt/format.h>

#include "app/people_contract.h"
#include "app/register.h"
#include "app/sessions_queries.h"
#include "app/settlement_job.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/http_load.h"
#include "edge/bench/settle_data.h"
#include "edge/bench/timing.h"
#include "edge/console.h"
#include "edge/http_server.h"
#include "edge/web_door.h"

namespace ayni {
namespace {

struct Collector {
    std::string token;
    OrganisationId organisation;
};

// A user who may record, and his organisation with one supplier.
Result<Collector> make_collector(Service& service) {
    const auto user = add_installation_user(service, "bench", "bench");
    const auto tell = [&](std::string_view name, const auto& command,
                          std::string key) -> Result<Receipt> {
        const auto done = send(service, service.caller_of(user), name, command, std::move(key));
        if (!done) return std::unexpected(done.error());
        return from_json_text<Receipt>(*done);
    };
    const RegisterOrganisation organisation{
        "bench", OrganisationKind::producer_organisation, Currency::known("PEN"), "UTC", {}, {}};
    const auto registered = tell("register_organisation", organisation, "1");
    if (!registered) return std::unexpected(registered.error());
    const OrganisationId id{registered->made.front().number};
    const AddUser manager{id, "bench", "bench", Language::en, Role::manager, {}};
    if (auto done = tell("add_user", manager, "2"); !done) return std::unexpected(done.error());
    const AddProduct product{id,   "milk",          "Milk",
                             "kg", Rate{1'000'000}, {{"fat", "Fat", "%", 2, "0", "20"}}};
    if (auto done = tell("add_product", product, "3"); !done) return std::unexpected(done.error());
    const AddSupplier supplier{id,
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
    return Collector{open_session(service, user), id};
}

// The settlement job of SPEC.md, run on a thread of its own while the phones send.
class LargeSettlement {
public:
    explicit LargeSettlement(Service& service) : service_(service) {}

    void make_data(std::int64_t deliveries) {
        data_ = make_settle_data(service_, deliveries, [](auto, auto) {});
    }
    void run() {
        SettlementJob job{.organisations = {},
                          .product = std::string(bench_product),
                          .period = bench_period(),
                          .computes = service_.caller_of(data_.computes),
                          .approves = service_.caller_of(data_.approves),
                          .key = "bench",
                          .threads = 1,
                          .progress = {}};
        for (std::int64_t number = 1; number <= data_.organisations; ++number)
            job.organisations.push_back({number});
        const Stopwatch watch;
        const auto settled = settle_all(service_, job);
        fmt::print("settle: {} deliveries in {:.2f} s beside them, {}\n", data_.deliveries,
                   watch.seconds(), settled ? "all posted" : "refused");
    }

private:
    Service& service_;
    SettleData data_;
};

}  // namespace

int bench_http(const BenchOptions& options) {
    const auto file = options.folder + "/bench_http.ayni";
    for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), false);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    LargeSettlement large(**service);
    if (options.settling) large.make_data(options.deliveries);
    const auto collector = make_collector(**service);
    if (!collector) return print_refusal(collector.error(), false);
    WebDoor door(**service, {.public_url = {}, .requests_per_second = 0, .burst = 0});
    HttpServer server("127.0.0.1", 0, [&](Incoming in, Reply reply) {
        door.handle(std::move(in), std::move(reply));
    });
    std::jthread serving([&] { server.run(1, false); });
    std::jthread settling;
    if (options.settling) settling = std::jthread([&] { large.run(); });
    const auto load = post_deliveries(server.port(), collector->token,
                                      collector->organisation.number, options.clients,
                                      options.seconds);
    server.stop();
    fmt::print(
        "http: {} connections: {:.0f} durable deliveries/s, p50 {:.2f} ms, p99 {:.2f} ms, {} "
        "failed\n",
        options.clients, load.per_second, load.p50_ms, load.p99_ms, load.failed);
    return load.failed == 0 ? 0 : 1;
}

}  // namespace ayni
