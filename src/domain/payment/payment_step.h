#pragma once
// From state to state of a payment, and what each step says in the books (postings 16 to 20).

#include <span>
#include <vector>

#include "domain/payment/payment.h"

namespace ayni {

/// What a step is about besides the payment.
struct PaymentStep {
    PaymentState to = PaymentState::paid;
    Money fee;         ///< that the bank took for it; zero for none
    PartyId receiver;  ///< who was paid instead; for `misdirected`
};

/// What the step posts; both empty when no money moves.
struct StepPosting {
    EntryKind kind = EntryKind::payment_ordered;
    std::vector<Leg> legs;
};

/// The legs of a step (a fee is a cost of the organisation's own):
/// - `sent` by bank: what he is owed goes on its way (16); cash stays in the box until he signs
/// - `paid`: it left the bank (17), or the box (20)
/// - `refused`: he is owed it again (18); cash was never out
/// - `returned`: it came back to the bank, and he is owed it again (18b)
/// - `misdirected`: somebody else has it, of whom it is claimed, and he is owed it again (19)
/// Refused: `payment_state_unfit` at /state when the payment cannot go there from where it is,
/// `field_missing` at /receiver, `amount_not_positive` at /fee below zero, `currencies_differ`.
[[nodiscard]] Result<StepPosting> payment_step(const Payment& payment, PaymentMethod method,
                                               const PaymentStep& step);

/// The steps of a history that stand: without those that were taken back, and without what took
/// them back. The last one is where the payment stands.
[[nodiscard]] std::vector<PaymentEvent> standing_steps(std::span<const PaymentEvent> history);

}  // namespace ayni
