#include "app/settlement_job.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "app/prepare_settlement.h"
#include "app/register.h"

namespace ayni {
namespace {

// So much may be ready and not written: it bounds the memory of the job.
constexpr int most_ready = 64;

class Runner {
public:
    Runner(Service& service, const SettlementJob& job) : service_(service), job_(job) {}

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
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    std::condition_variable room_;
    int under_way_ = 0;
    std::int64_t done_ = 0;
    Result<void> result_;

    void prepare() {
        for (;;) {
            const auto place = next_++;
            if (place >= job_.organisations.size()) return;
            {
                std::unique_lock lock(mutex_);
                room_.wait(lock, [&] { return under_way_ < most_ready; });
                ++under_way_;
            }
            one(job_.organisations[place]);
        }
    }
    void one(OrganisationId organisation) {
        const ComputeSettlement command{organisation, job_.product, job_.period.first,
                                        job_.period.last};
        std::shared_ptr<Prepared> prepared;
        {
            auto read = service_.reader();
            const Transaction snapshot(read.db(), Transaction::Kind::reading);
            auto made = prepare_settlement(
                {read.db(), job_.computes, organisation, service_.now(), job_.period.last},
                command);
            if (made) prepared = std::make_shared<PreparedSettlement>(*std::move(made));
        }
        send("compute_settlement", job_.computes, to_json_text(command), organisation, prepared,
             [=, this](Answer answer) {
                 if (!answer) return finish(std::unexpected(answer.error()));
                 const auto receipt = from_json_text<Receipt>(*answer);
                 if (!receipt) return finish(std::unexpected(receipt.error()));
                 approve_and_post(organisation, {receipt->made.front().number}, prepared);
             });
    }
    void approve_and_post(OrganisationId organisation, SettlementNumber number,
                          const std::shared_ptr<Prepared>& prepared) {
        const auto input = to_json_text(SettlementCommand{organisation, number});
        send("approve_settlement", job_.approves, input, organisation, nullptr,
             [=, this](Answer approved) {
                 if (!approved) return finish(std::unexpected(approved.error()));
                 send("post_settlement", job_.computes, input, organisation, prepared,
                      [this](Answer posted) {
                          finish(posted ? Result<void>{} : std::unexpected(posted.error()));
                      });
             });
    }
    void send(std::string name, const Caller& caller, const std::string& input,
              OrganisationId organisation, std::shared_ptr<Prepared> prepared,
              std::function<void(Answer)> done) {
        auto json = parse_json(input);
        if (!json) return done(std::unexpected(json.error()));
        auto key = job_.key + "-" + name + "-" + std::to_string(organisation.number);
        service_.handle({caller, std::move(name), *std::move(json), std::move(key),
                         std::move(prepared), Urgency::can_wait},
                        std::move(done));
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
