#include <atomic>
#include <filesystem>
#include <future>
#include <thread>

#include <fmt/format.h>

#include "edge/bench/benchmarks.h"
#include "edge/bench/timing.h"
#include "edge/console.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

// A milk entry: purchases, the net, a contribution, the transport.
Entry posted_entry(std::int64_t i) {
    const auto pen = Currency::known("PEN");
    const PartyId party{i % 100'000 + 1};
    const Money gross{10'000 + i % 90'000, pen}, part{100, pen};
    Entry entry{};
    entry.organisation = {1};
    entry.date = entry.event_date = date_of({2026, 10, 31});
    entry.kind = EntryKind::voucher;
    entry.party = party;
    entry.legs = {{AccountRole::purchases_third, {}, {}, 0, gross},
                  {AccountRole::retention_payable, party, {}, 0, -part},
                  {AccountRole::cost_recovered, party, {}, 0, -part},
                  {AccountRole::producer_payable, party, {}, 0, -(gross - part - part)}};
    return entry;
}

// Everything that makes a posting: checked, numbered, written, chained.
class Book {
public:
    void post(Connection& db, Entry entry, std::string_view key) {
        if (head_.position == 0) {
            head_ = log_head(db, {1});
            auto last = db.query("SELECT max(number) FROM entry WHERE organisation = 1");
            next_ = (last.next() ? last.integer_at(0) : 0) + 1;
        }
        CHECK(check_balanced(entry.legs).has_value());
        entry.number = {next_++};
        insert(db, entry);
        LogBody body{};
        body.command = "bench_post";
        body.effects_digest = Bytes{std::string(bytes_of(sha256(pack(entry))))};
        append_record(db, {1}, key, body, head_);
    }

private:
    LogHead head_;
    std::int64_t next_ = 0;
};

void post_one_by_one(Service& service, Book& book, const BenchOptions& options) {
    std::atomic<std::int64_t> posted{0};
    std::vector<double> waits;  // not money
    std::mutex mutex;
    const Stopwatch watch;
    {
        std::vector<std::jthread> clients;
        for (int client = 0; client < options.clients; ++client)
            clients.emplace_back([&, client] {
                std::vector<double> own;  // not money
                for (std::int64_t i = 0; watch.seconds() < options.seconds; ++i) {
                    const Stopwatch one;
                    const auto key = fmt::format("{}-{}", client, i);
                    service.write([&](Connection& db) {
                        book.post(db, posted_entry(i * 31 + client), key);
                        return true;
                    });
                    own.push_back(one.seconds());
                    ++posted;
                }
                const std::lock_guard lock(mutex);
                waits.insert(waits.end(), own.begin(), own.end());
            });
    }
    fmt::print("post: {} clients: {:.0f} durable entries/s, p50 {:.2f} ms, p99 {:.2f} ms\n",
               options.clients,
               static_cast<double>(posted.load()) / watch.seconds(),  // not money
               percentile(waits, 50) * 1000, percentile(waits, 99) * 1000);
}

void post_in_bulk(Service& service, Book& book) {
    constexpr std::int64_t batch = 1000, batches = 500;
    const Stopwatch watch;
    for (std::int64_t b = 0; b < batches; ++b)
        service.write([&](Connection& db) {
            for (std::int64_t i = 0; i < batch; ++i)
                book.post(db, posted_entry(b * batch + i), fmt::format("bulk-{}-{}", b, i));
            return true;
        });
    fmt::print("post: bulk: {:.0f} durable entries/s ({} in transactions of {})\n",
               static_cast<double>(batch * batches) / watch.seconds(), batch * batches,
               batch);  // not money
}

}  // namespace

int bench_post(const BenchOptions& options) {
    const auto file = options.folder + "/bench_post.ayni";
    for (const auto* tail : {"", "-wal", "-shm", ".lock"}) std::filesystem::remove(file + tail);
    if (auto made = Service::create(file); !made) return print_refusal(made.error(), false);
    auto service = Service::open(file, real_surroundings());
    if (!service) return print_refusal(service.error(), false);
    Book book;
    post_one_by_one(**service, book, options);
    post_in_bulk(**service, book);
    return 0;
}

}  // namespace ayni
