#include <algorithm>
#include <filesystem>
#include <thread>
#include <vector>

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

// Tells commands as one user; the first refusal is kept.
class Told {
public:
    Told(Service& service, UserId user) : service_(service), user_(user) {}

    // What it made, or nothing once something was refused.
    std::int64_t operator()(std::string_view name, const auto& command) {
        if (!refused_.has_value()) return 0;
        const auto done = send(service_, service_.caller_of(user_), name, command,
                               fmt::format("{}-{}", user_.number, ++told_));
        const auto receipt = done ? from_json_text<Receipt>(*done)
                                  : Result<Receipt>(std::unexpected(done.error()));
        if (!receipt) {
            refused_ = std::unexpected(receipt.error());
            return 0;
        }
        return receipt->made.empty() ? 0 : receipt->made.front().number;
    }
    [[nodiscard]] const Result<void>& result() const noexcept { return refused_; }

private:
    Service& service_;
    UserId user_;
    int told_ = 0;
    Result<void> refused_;
};

AddSupplier supplier_of(OrganisationId id, std::int64_t number) {
    return {id,
            fmt::format("P{}", number),
            MembershipKind::supplier,
            date_of({2025, 1, 1}),
            "Given",
            "Family",
            Sex::not_said,
            {},
            {},
            {},
            {}};
}

// A user who may record, and his organisation with its suppliers.
Result<Collector> make_collector(Service& service, std::int64_t number) {
    const auto login = fmt::format("bench{}", number);
    const auto user = add_installation_user(service, login, login);
    Told tell(service, user);
    const OrganisationId id{
        tell("register_organisation", RegisterOrganisation{login,
                                                           OrganisationKind::producer_organisation,
                                                           Currency::known("PEN"),
                                                           "UTC",
                                                           {},
                                                           {}})};
    tell("add_user", AddUser{id, login, login, Language::en, Role::manager, {}});
    tell(
        "add_product",
        AddProduct{id, "milk", "Milk", "kg", Rate{1'000'000}, {{"fat", "Fat", "%", 2, "0", "20"}}});
    for (std::int64_t each = 1; each <= load_suppliers; ++each)
        tell("add_supplier", supplier_of(id, each));
    if (!tell.result()) return std::unexpected(tell.result().error());
    return Collector{open_session(service, user), id.number};
}

// The settlement job of SPEC.md, run on a thread of its own while the phones send.
class LargeSettlement {
public:
    explicit LargeSettlement(Service& service) : service_(service) {}

    void make_data(std::int64_t deliveries) {
        data_ = make_settle_data(service_, deliveries, 0, [](auto, auto) {});
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
    const bool is_file = options.database.empty();
    const auto file = is_file ? options.folder + "/bench_http.ayni" : options.database;
    if (is_file)
        for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), false);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    LargeSettlement large(**service);
    if (options.settling) large.make_data(options.deliveries);
    std::vector<Collector> collectors;
    for (std::int64_t number = 1; number <= std::max<std::int64_t>(1, options.organisations);
         ++number) {
        auto collector = make_collector(**service, number);
        if (!collector) return print_refusal(collector.error(), false);
        collectors.push_back(*std::move(collector));
    }
    WebDoor door(**service, {.public_url = {}, .requests_per_second = 0, .burst = 0});
    HttpServer server("127.0.0.1", 0, [&](Incoming in, Reply reply) {
        door.handle(std::move(in), std::move(reply));
    });
    std::jthread serving([&] { server.run(1, false); });
    std::jthread settling;
    if (options.settling) settling = std::jthread([&] { large.run(); });
    const auto load = post_deliveries(server.port(), collectors, options.clients, options.seconds);
    server.stop();
    fmt::print(
        "http: {} connections over {} organisations: {:.0f} durable deliveries/s, p50 {:.2f} ms, "
        "p99 {:.2f} ms, {} failed\n",
        options.clients, collectors.size(), load.per_second, load.p50_ms, load.p99_ms, load.failed);
    return load.failed == 0 ? 0 : 1;
}

}  // namespace ayni
