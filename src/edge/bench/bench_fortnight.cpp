#include <filesystem>

#include <fmt/format.h>

#include "app/register.h"
#include "app/sessions_queries.h"
#include "app/settlement_contract.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/timing.h"
#include "edge/console.h"
#include "edge/demo.h"
#include "edge/paper_files.h"

namespace ayni {
namespace {

// The fortnight that the demonstration leaves open.
constexpr std::string_view first_day = "2025-08-16", last_day = "2025-08-31";

Result<SettlementNumber> settle_and_post(Service& service) {
    const auto manager = service.caller_named("gerencia"), board = service.caller_named("consejo");
    const ComputeSettlement compute{{1}, "milk", *parse_date(first_day), *parse_date(last_day)};
    const auto computed = send(service, manager, "compute_settlement", compute, "compute");
    if (!computed) return std::unexpected(computed.error());
    const auto receipt = from_json_text<Receipt>(*computed);
    if (!receipt) return std::unexpected(receipt.error());
    const SettlementNumber number{receipt->made.front().number};
    const SettlementCommand command{{1}, number};
    if (auto done = send(service, board, "approve_settlement", command, "approve"); !done)
        return std::unexpected(done.error());
    if (auto done = send(service, manager, "post_settlement", command, "post"); !done)
        return std::unexpected(done.error());
    return number;
}

}  // namespace

int bench_fortnight(const BenchOptions& options) {
    const auto file = options.folder + "/bench_fortnight.ayni";
    for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), false);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    if (auto made = make_demo(**service, "examples/cabeza_de_toro"); !made)
        return print_refusal(made.error(), false);
    const Stopwatch watch;
    const auto number = settle_and_post(**service);
    if (!number) return print_refusal(number.error(), false);
    const auto posted = watch.seconds();
    const auto papers = paper_file(
        **service, (*service)->caller_named("gerencia"),
        parse_address(
            fmt::format("/files/statements.pdf?organisation=1&settlement={}", number->number)));
    if (!papers) return print_refusal(papers.error(), false);
    fmt::print(
        "fortnight: settled, approved and posted in {:.3f} s; with every statement in one "
        "PDF of {} KiB {:.2f} s\n",
        posted, papers->body.size() / 1024, watch.seconds());
    return 0;
}

}  // namespace ayni
