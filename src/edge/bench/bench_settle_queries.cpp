#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <filesystem>

#include <fmt/format.h>

#include "app/settlement_job.h"
#include "edge/bench/benchmarks.h"
#include "edge/bench/settle_data.h"
#include "edge/console.h"
#include "store/tables.h"

namespace ayni {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {  // not money
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start)
        .count();  // not money
}

// Accounts of SPEC.md: 1 purchases, 2 payable, 3 contribution, 4 transport, 5 inputs, 6 loans.
int account_number(AccountRole role) {
    switch (role) {
        case AccountRole::purchases_third: return 1;
        case AccountRole::producer_payable: return 2;
        case AccountRole::retention_payable: return 3;
        case AccountRole::cost_recovered: return 4;
        case AccountRole::input_receivable: return 5;
        case AccountRole::loan_principal: return 6;
        default: return 0;
    }
}

// The seven checksums, from the entries as they stand on disk.
void print_checksums(Service& service, const SettleData& data) {
    auto read = service.reader();
    std::int64_t entries = 0, legs = 0, sums[7] = {}, check = 0;
    auto query = select<Entry>(read.db(), "ORDER BY organisation, number");
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        ++entries;
        const auto producer = data.first_producer_of(entry.organisation) + entry.party.number;
        for (const auto& leg : entry.legs) {
            ++legs;
            const int account = account_number(leg.role);
            sums[account] += leg.amount.minor;
            check += leg.amount.minor * (producer % 1009 + 1) * account;
        }
    }
    fmt::print("CHECK|{}|{}|{}|{}|{}|{}|{}\n", entries, legs, sums[1], -sums[2], -sums[5], -sums[6],
               check);
}

std::int64_t peak_memory_mib() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    return used.ru_maxrss / 1024;
}

double cpu_seconds() {  // not money
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = used.ru_utime.tv_sec + used.ru_stime.tv_sec;
    const auto micros = used.ru_utime.tv_usec + used.ru_stime.tv_usec;
    return static_cast<double>(seconds) + static_cast<double>(micros) / 1e6;  // not money
}

int make_data(const std::string& file, const BenchOptions& options) {
    if (options.database.empty())
        for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), false);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    const auto start = std::chrono::steady_clock::now();
    Progress bar("data");
    const auto data = make_settle_data(**service, options.deliveries, options.organisations,
                                       [&](auto done, auto all) { bar.at(done, all); });
    fmt::print("data: {} deliveries of {} producers in {} organisations in {:.1f} s\n",
               data.deliveries, data.producers, data.organisations, seconds_since(start));
    return 0;
}

// In a process of its own, so that its memory is not counted as the settlement's.
int make_data_apart(const std::string& file, const BenchOptions& options) {
    static_cast<void>(std::fflush(nullptr));
    const auto child = fork();
    if (child == 0) {
        const int code = make_data(file, options);
        static_cast<void>(std::fflush(nullptr));
        _exit(code);
    }
    int status = 1;
    if (child < 0 || waitpid(child, &status, 0) != child || !WIFEXITED(status)) return 1;
    return WEXITSTATUS(status);
}

// A second settlement would only be told what the first one did.
bool is_settled(Service& service) {
    auto read = service.reader();
    return read.db().query("SELECT 1 FROM settlement LIMIT 1").next();
}

}  // namespace

int bench_settle(const BenchOptions& options) {
    const bool is_file = options.database.empty();
    const auto file = is_file ? options.folder + "/bench_settle.ayni" : options.database;
    if (!options.keep || (is_file && !std::filesystem::exists(file)))
        if (const int code = make_data_apart(file, options); code != 0) return code;
    if (options.only_data) return 0;
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    const auto data = find_settle_data(**service);
    if (is_settled(**service)) {
        fmt::print("settle: settled by an earlier run\n");
        print_checksums(**service, data);
        return 0;
    }
    SettlementJob job{.organisations = {},
                      .product = std::string(bench_product),
                      .period = bench_period(),
                      .computes = (*service)->caller_of(data.computes),
                      .approves = (*service)->caller_of(data.approves),
                      .key = "bench",
                      .threads = 2,
                      .progress = {}};
    for (std::int64_t number = 1; number <= data.organisations; ++number)
        job.organisations.push_back({number});
    Progress bar("settle");
    job.progress = [&](std::int64_t done) { bar.at(done, data.organisations); };
    const auto used_before = cpu_seconds();
    const auto start = std::chrono::steady_clock::now();
    const auto settled = settle_all(**service, job);
    const auto took = seconds_since(start);
    if (!settled) return print_refusal(settled.error(), false);
    fmt::print("settle: {:.2f} s, {:.0f} deliveries/s, peak memory {} MiB, CPU {:.2f} s\n", took,
               static_cast<double>(data.deliveries) / took,  // not money
               peak_memory_mib(), cpu_seconds() - used_before);
    print_checksums(**service, data);
    return 0;
}

}  // namespace ayni
