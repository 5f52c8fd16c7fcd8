#include <filesystem>

#include <fmt/format.h>

#include "app/sessions_queries.h"
#include "app/settlement_contract.h"
#include "app/verify_queries.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/settle_data.h"
#include "edge/bench/timing.h"
#include "edge/console.h"

namespace ayni {

int bench_verify(const BenchOptions& options) {
    const auto file = options.folder + "/bench_settle.ayni";
    if (!std::filesystem::exists(file)) {
        fmt::print(stderr, "first: ayni bench settle --folder {}\n", options.folder);
        return 1;
    }
    Connection db(file, Connection::Access::read_only);
    for (const auto part : {VerifyPart::books, VerifyPart::everything}) {
        const Stopwatch watch;
        const auto found = verify(db, part);
        const auto took = watch.seconds();
        fmt::print(
            "verify {}: {:.2f} s, {} legs ({:.0f} legs/s), {} deliveries, {} settlements, {} "
            "findings\n",
            part == VerifyPart::books ? "books" : "everything", took, found.legs,
            static_cast<double>(found.legs) / took, found.deliveries,
            found.settlements,  // not money
            found.findings.size());
    }
    return 0;
}

int bench_statement(const BenchOptions& options) {
    const auto file = options.folder + "/bench_settle.ayni";
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    const auto data = find_settle_data(**service);
    const auto caller = (*service)->caller_of(data.computes);
    std::vector<double> waits;  // not money
    for (std::int64_t i = 0; i < 2000; ++i) {
        const auto producer = i * 7919 % data.producers;
        const StatementQuery query{{producer / 190 + 1}, {1}, fmt::format("P{}", producer + 1)};
        const Stopwatch one;
        if (const auto answer = send(**service, caller, "statement", query, {}); !answer)
            return print_refusal(answer.error(), false);
        waits.push_back(one.seconds());
    }
    fmt::print("statement: {} deliveries in the store: p50 {:.2f} ms, p99 {:.2f} ms\n",
               data.deliveries, percentile(waits, 50) * 1000, percentile(waits, 99) * 1000);
    return 0;
}

}  // namespace ayni
