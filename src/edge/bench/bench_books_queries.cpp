#include <fmt/format.h>

#include "app/accounting_contract.h"
#include "edge/bench/bench_coop.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/timing.h"
#include "edge/console.h"
#include "edge/printed_file.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::int64_t entries_a_day = 750;
const Date books_begun = date_of({2023, 1, 1});

// Four legs of one producer's fortnight.
Entry milk_entry(std::int64_t i) {
    const PartyId party{i % 270 + 1};
    const Money gross{10'000 + i * 7 % 90'000, Currency::known("PEN")}, part{100, gross.currency};
    Entry entry{};
    entry.organisation = ours;
    entry.number = {i + 1};
    entry.date = entry.event_date = books_begun + static_cast<int>(i / entries_a_day);
    entry.kind = EntryKind::settlement;
    entry.party = party;
    entry.legs = {{AccountRole::purchases_third, {}, {}, 0, gross},
                  {AccountRole::cost_recovered, party, {}, 0, -part},
                  {AccountRole::retention_payable, party, {}, 0, -part},
                  {AccountRole::producer_payable, party, {}, 0, -(gross - part - part)}};
    return entry;
}

void make_entries(Service& service, std::int64_t count) {
    constexpr std::int64_t slice = 10'000;
    for (std::int64_t begun = 0; begun < count; begun += slice)
        service.write([&](Connection& db) {
            for (auto i = begun; i < std::min(begun + slice, count); ++i) insert(db, milk_entry(i));
            return true;
        });
}

template <class Query>
Result<std::string> ask(Service& service, std::string_view name, const Query& query) {
    auto input = parse_json(to_json_text(query));
    if (!input) return std::unexpected(input.error());
    return service.call({service.caller_named("bench"), std::string(name), *std::move(input), {}});
}

}  // namespace

int bench_books(const BenchOptions& options) {
    auto service = fresh_service(options.folder + "/bench_books.ayni");
    if (!service) return print_refusal(service.error(), false);
    if (auto made = make_bench_organisation(**service); !made)
        return print_refusal(made.error(), false);
    const auto count = std::min<std::int64_t>(options.deliveries, 750'000);
    make_entries(**service, count);
    const auto last = books_begun + static_cast<int>((count - 1) / entries_a_day);
    for (const auto as_of : {last, last - 100, last - 400}) {
        const Stopwatch watch;
        const auto answer = ask(**service, "position", PositionQuery{ours, as_of, {}});
        if (!answer) return print_refusal(answer.error(), false);
        fmt::print("books: position as of {} ({} legs in the books): {:.0f} ms\n", print(as_of),
                   count * 4, watch.seconds() * 1000);
    }
    const auto days = static_cast<int>(std::min<std::int64_t>(count, 100'000) / entries_a_day);
    const Stopwatch watch;
    const auto journal = ask(**service, "journal_file",
                             ReportQuery{ours, books_begun, books_begun + (days - 1), {}});
    if (!journal) return print_refusal(journal.error(), false);
    fmt::print("books: journal of {} entries: {:.2f} s, {} bytes\n", days * entries_a_day,
               watch.seconds(), journal->size());
    const auto days_asked = to_json_text(
        ReportQuery{ours, books_begun, books_begun + (days - 1), {}});
    const Stopwatch printing;
    const auto workbook = printed_file(
        [&](const std::string& name, const Json& input) {
            return (*service)->call({(*service)->caller_named("bench"), name, input, {}});
        },
        {"journal", *parse_json(days_asked), "xlsx", Language::es, (*service)->now()});
    if (!workbook) return print_refusal(workbook.error(), false);
    fmt::print("books: the same journal as XLSX: {:.2f} s, {} bytes\n", printing.seconds(),
               workbook->bytes.size());
    return 0;
}

}  // namespace ayni
