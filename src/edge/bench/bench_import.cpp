#include <filesystem>

#include <fmt/format.h>

#include "app/base64.h"
#include "app/collection_contract.h"
#include "app/people_contract.h"
#include "app/sessions_queries.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/timing.h"
#include "edge/console.h"

namespace ayni {
namespace {

constexpr std::int64_t suppliers = 190;

Result<void> make_organisation(Service& service) {
    const auto user = add_installation_user(service, "bench", "bench");
    const RegisterOrganisation command{
        "bench", OrganisationKind::producer_organisation, Currency::known("PEN"), "UTC", {}, {}};
    if (auto done = send(service, service.caller_of(user), "register_organisation", command, "1");
        !done)
        return std::unexpected(done.error());
    const AddUser manager{{1}, "bench", "bench", Language::en, Role::manager, {}};
    if (auto done = send(service, service.caller_of(user), "add_user", manager, "2"); !done)
        return std::unexpected(done.error());
    const auto caller = service.caller_of(user);
    const AddProduct product{{1},  "milk",          "Milk",
                             "kg", Rate{1'000'000}, {{"fat", "Fat", "%", 2, "0", "20"}}};
    if (auto done = send(service, caller, "add_product", product, "3"); !done)
        return std::unexpected(done.error());
    for (std::int64_t i = 0; i < suppliers; ++i) {
        const AddSupplier supplier{{1},
                                   fmt::format("P{}", i),
                                   MembershipKind::supplier,
                                   date_of({2025, 1, 1}),
                                   "Given",
                                   "Family",
                                   Sex::not_said,
                                   {},
                                   {},
                                   {},
                                   {}};
        if (auto done = send(service, caller, "add_supplier", supplier, fmt::format("s{}", i));
            !done)
            return std::unexpected(done.error());
    }
    return {};
}

// Distinct cans: the quantity differs where day, shift and supplier repeat.
std::string csv_of(std::int64_t rows) {
    std::string text = "date,shift,supplier,kg,fat\n";
    const auto start = date_of({2025, 1, 1});
    for (std::int64_t i = 0; i < rows; ++i) {
        const auto slot = i / suppliers;
        text += fmt::format("{},{},P{},{}.{},{}.{:02}\n",
                            print(start + static_cast<int>(slot / 2 % 365)),
                            slot % 2 == 0 ? "morning" : "evening", i % suppliers, 10 + slot / 730,
                            i % 10, 3 + i % 2, i % 100);
    }
    return text;
}

}  // namespace

int bench_import(const BenchOptions& options) {
    const auto file = options.folder + "/bench_import.ayni";
    for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), false);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    if (auto made = make_organisation(**service); !made) return print_refusal(made.error(), false);
    const auto rows = std::min<std::int64_t>(options.deliveries, 500'000);
    const auto content = to_base64(csv_of(rows));
    const auto caller = (*service)->caller_named("bench");
    const Stopwatch watch;
    const auto answer = send(
        **service, caller, "import_file",
        ImportFile{{1}, ImportKind::deliveries, "milk", "bench.csv", content, {}, false}, "import");
    const auto took = watch.seconds();
    if (!answer) return print_refusal(answer.error(), false);
    fmt::print("import: {} rows in {:.2f} s: {:.0f} durable rows/s\n", rows, took,
               static_cast<double>(rows) / took);  // not money
    return 0;
}

}  // namespace ayni
