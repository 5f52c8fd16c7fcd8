#include "app/settlement_job.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <span>
#include <thread>
#include <utility>

#include "app/prepare_settlement.h"
#include "app/register.h"
#include "kernel/check.h"
#include "store/reading_scopes.h"

namespace ayni {
namespace {

// So much may be ready and not written: it bounds the memory of the job.
constexpr std::size_t most_ready = 64;
// So many organisations are asked of a server, and written to it, in one go.
constexpr std::size_t most_together = 32;

class Runner {
public:
    Runner(Service& service, const SettlementJob& job)
        : service_(service),
          job_(job),
          together_(is_server_address(service.path()) ? most_together : 1),
          organisations_(job.organisations) {
        // Those of one writer come one after the other.
        std::ranges::stable_sort(organisations_, {},
                                 [&](OrganisationId each) { return service.writer_place(each); });
    }

    Result<void> run() {
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < job_.threads; ++i) threads.emplace_back([this] { prepare(); });
        }
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return under_way_ == 0; });
        return result_;
    }

private:
    Service& service_;
    const SettlementJob& job_;
    std::size_t together_;
    std::vector<OrganisationId> organisations_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::condition_variable room_;
    struct One {
        OrganisationId organisation;
        std::shared_ptr<Prepared> prepared;
        SettlementNumber number;
    };
    using Block = std::vector<One>;
    struct Answers {
        explicit Answers(std::size_t count) : all(count), awaited(count) {}
        std::vector<Answer> all;
        std::atomic<std::size_t> awaited;
    };
    std::size_t under_way_ = 0;
    std::int64_t done_ = 0;
    Result<void> result_;

    void prepare() {
        const auto all = std::span(std::as_const(organisations_));
        for (;;) {
            const auto place = next_.fetch_add(together_);
            if (place >= all.size()) return;
            const auto some = all.subspan(place, std::min(together_, all.size() - place));
            {
                std::unique_lock lock(mutex_);
                room_.wait(lock, [&] { return under_way_ < most_ready; });
                under_way_ += some.size();
            }
            prepare(some);
        }
    }
    void prepare(std::span<const OrganisationId> some) {
        std::vector<std::int64_t> numbers;
        for (const auto organisation : some) numbers.push_back(organisation.number);
        const auto block = std::make_shared<Block>(some.size());
        {
            auto read = service_.reader();
            const ReadsAhead together(std::move(numbers));
            const Transaction snapshot(read.db(), Transaction::Kind::reading);
            for (std::size_t i = 0; i < some.size(); ++i)
                (*block)[i] = {some[i], prepare(read.db(), some[i]), {}};
        }
        compute(block);
    }
    std::shared_ptr<Prepared> prepare(Connection& db, OrganisationId organisation) {
        auto made = prepare_settlement(
            {db, job_.computes, organisation, service_.now(), job_.period.last},
            {organisation, job_.product, job_.period.first, job_.period.last});
        if (!made) return nullptr;
        return std::make_shared<PreparedSettlement>(*std::move(made));
    }
    void compute(const std::shared_ptr<Block>& block) {
        send(
            "compute_settlement", job_.computes, block,
            [this](const One& one) {
                return to_json_text(ComputeSettlement{one.organisation, job_.product,
                                                      job_.period.first, job_.period.last});
            },
            [this](const std::shared_ptr<Block>& computed) { approve(computed); });
    }
    void approve(const std::shared_ptr<Block>& block) {
        send("approve_settlement", job_.approves, block, number_of,
             [this](const std::shared_ptr<Block>& approved) { post(approved); });
    }
    void post(const std::shared_ptr<Block>& block) {
        send("post_settlement", job_.computes, block, number_of,
             [this](const std::shared_ptr<Block>& posted) {
                 for (std::size_t i = 0; i < posted->size(); ++i) finish({});
             });
    }
    static std::string number_of(const One& one) {
        return to_json_text(SettlementCommand{one.organisation, one.number});
    }
    // One command for each of them; `then` goes on with those that were accepted.
    void send(std::string_view name, const Caller& caller, const std::shared_ptr<Block>& block,
              const std::function<std::string(const One&)>& input_of,
              const std::function<void(const std::shared_ptr<Block>&)>& then) {
        std::vector<Request> requests;
        for (const auto& one : *block) {
            auto json = parse_json(input_of(one));
            CHECK(json.has_value());
            // The same for all: a key is each organisation's own.
            requests.push_back({caller, std::string(name), *std::move(json),
                                job_.key + "-" + std::string(name), one.prepared,
                                Urgency::can_wait});
        }
        if (requests.empty()) return;
        const auto answers = std::make_shared<Answers>(block->size());
        service_.handle_together(std::move(requests), [=, this](std::size_t place, Answer answer) {
            answers->all[place] = std::move(answer);
            if (--answers->awaited == 0) then(accepted(*block, answers->all));
        });
    }
    std::shared_ptr<Block> accepted(const Block& block, const std::vector<Answer>& answers) {
        const auto rest = std::make_shared<Block>();
        for (std::size_t i = 0; i < block.size(); ++i) {
            const auto receipt = answers[i] ? from_json_text<Receipt>(*answers[i])
                                            : Result<Receipt>(std::unexpected(answers[i].error()));
            if (!receipt) {
                finish(std::unexpected(receipt.error()));
                continue;
            }
            rest->push_back(block[i]);
            if (block[i].number.is_none() && !receipt->made.empty())
                rest->back().number = {receipt->made.front().number};
        }
        return rest;
    }
    void finish(Result<void> result) {
        const std::lock_guard lock(mutex_);
        if (!result && result_) result_ = std::move(result);
        --under_way_;
        if (job_.progress) job_.progress(++done_);
        room_.notify_all();
    }
};

}  // namespace

Result<void> settle_all(Service& service, const SettlementJob& job) {
    return Runner(service, job).run();
}

}  // namespace ayni
