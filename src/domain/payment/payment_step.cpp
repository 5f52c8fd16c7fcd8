#include "domain/payment/payment_step.h"

#include <algorithm>
#include <array>

namespace ayni {
namespace {

using enum PaymentState;

struct Way {
    PaymentState from, to;
};
constexpr auto ways = std::to_array<Way>({
    {ordered, sent},
    {ordered, cancelled},
    {sent, unknown},
    {sent, paid},
    {sent, refused},
    {sent, misdirected},
    {unknown, paid},
    {unknown, refused},
    {unknown, misdirected},
    {paid, returned},
    {paid, misdirected},
});

bool may_go(PaymentState from, PaymentState to) {
    return std::ranges::any_of(ways, [&](Way way) { return way.from == from && way.to == to; });
}

// The legs of one step of one payment; zero amounts are left out at the end.
class Posting {
public:
    Posting(const Payment& payment, PaymentMethod method, const PaymentStep& step)
        : payment_(payment), step_(step), is_bank_(method == PaymentMethod::bank) {}

    [[nodiscard]] StepPosting of_step() const {
        switch (step_.to) {
            case sent: return is_bank_ ? StepPosting{EntryKind::payment_ordered, order()} : none();
            case paid: return {EntryKind::payment_confirmed, pay()};
            case refused:
                return is_bank_ ? StepPosting{EntryKind::payment_refused, refuse_it()} : none();
            case returned: return {EntryKind::payment_returned, give_back()};
            case misdirected: return {EntryKind::payment_misdirected, claim()};
            case ordered:
            case unknown:
            case cancelled: break;
        }
        return none();
    }

private:
    const Payment& payment_;
    const PaymentStep& step_;
    bool is_bank_;

    [[nodiscard]] static StepPosting none() { return {EntryKind::payment_ordered, {}}; }
    [[nodiscard]] Money amount() const { return payment_.amount; }
    [[nodiscard]] Leg payable(Money moved) const {
        return {AccountRole::producer_payable, payment_.producer, {}, 0, moved};
    }
    [[nodiscard]] Leg in_transit(Money moved) const {
        return {AccountRole::in_transit, payment_.producer, {}, 0, moved};
    }
    [[nodiscard]] Leg money(Money moved) const {
        return {is_bank_ ? AccountRole::bank : AccountRole::cash, {}, payment_.producer, 0, moved};
    }
    void add_fee(std::vector<Leg>& legs) const {
        if (step_.fee.is_zero()) return;
        legs.push_back({AccountRole::bank_charges, {}, {}, 0, step_.fee});
        legs.push_back(money(-step_.fee));
    }

    [[nodiscard]] std::vector<Leg> order() const {
        return {payable(amount()), in_transit(-amount())};
    }
    [[nodiscard]] std::vector<Leg> pay() const {
        std::vector<Leg> legs{is_bank_ ? in_transit(amount()) : payable(amount()),
                              money(-amount())};
        add_fee(legs);
        return legs;
    }
    [[nodiscard]] std::vector<Leg> refuse_it() const {
        std::vector<Leg> legs{in_transit(amount()), payable(-amount())};
        add_fee(legs);
        return legs;
    }
    [[nodiscard]] std::vector<Leg> give_back() const {
        std::vector<Leg> legs{money(amount()), payable(-amount())};
        add_fee(legs);
        return legs;
    }
    [[nodiscard]] std::vector<Leg> claim() const {
        std::vector<Leg> legs{
            {AccountRole::claim_receivable, step_.receiver, payment_.producer, 0, amount()}};
        if (payment_.state == paid) {
            legs.push_back(payable(-amount()));
        } else {
            legs.push_back(money(-amount()));
            if (is_bank_) {
                legs.push_back(in_transit(amount()));
                legs.push_back(payable(-amount()));
            }
        }
        add_fee(legs);
        return legs;
    }
};

}  // namespace

Result<StepPosting> payment_step(const Payment& payment, PaymentMethod method,
                                 const PaymentStep& step) {
    if (!may_go(payment.state, step.to))
        return refuse(Refusal::payment_state_unfit, "/state", std::string(name_of(payment.state)));
    if (step.to == misdirected && step.receiver.is_none())
        return refuse(Refusal::field_missing, "/receiver");
    if (!step.fee.is_zero() && step.fee.currency != payment.amount.currency)
        return refuse(Refusal::currencies_differ, "/fee");
    if (step.fee.is_negative()) return refuse(Refusal::amount_not_positive, "/fee");
    return Posting(payment, method, step).of_step();
}

std::vector<PaymentEvent> standing_steps(std::span<const PaymentEvent> history) {
    std::vector<PaymentEvent> standing;
    for (const auto& event : history) {
        // No way leads back: whatever does, takes back.
        if (standing.empty() || may_go(standing.back().state, event.state))
            standing.push_back(event);
        else
            while (standing.size() > 1 && standing.back().state != event.state) standing.pop_back();
    }
    return standing;
}

}  // namespace ayni
