#include "domain/settlement/post_settlement.h"

namespace ayni {
namespace {

bool takes_back_difference(const StatementLine& line) noexcept {
    return line.kind == LineKind::deduction && line.place == taken_back;
}

// Legs of one statement; a leg of nothing is not written.
class Legs {
public:
    Legs(PartyId producer, PartyId bought_for) : producer_(producer), bought_for_(bought_for) {}

    void add(AccountRole role, Money amount, std::int64_t item = 0) {
        add_for(role, producer_, {}, amount, item);
    }
    // What was bought: a purchase, or a claim of him for whom it was bought.
    void add_bought(bool from_member, Money amount) {
        if (bought_for_.is_none())
            add(from_member ? AccountRole::purchases_member : AccountRole::purchases_third, amount);
        else
            add_about(AccountRole::buyer_receivable, bought_for_, amount, 0);
    }
    // A claim of someone else, about the producer.
    void add_about(AccountRole role, PartyId creditor, Money amount, std::int64_t item) {
        add_for(role, creditor, producer_, amount, item);
    }
    std::vector<Leg> take() { return std::move(legs_); }

private:
    PartyId producer_, bought_for_;
    std::vector<Leg> legs_;

    void add_for(AccountRole role, PartyId party, PartyId about, Money amount, std::int64_t item) {
        if (!amount.is_zero()) legs_.push_back({role, party, about, item, amount});
    }
};

void add_purchases(Legs& legs, const StatementFigures& statement, bool from_member) {
    Money bought{0, statement.gross.currency};
    for (const auto& line : statement.lines)
        if (line.kind != LineKind::deduction && line.member == from_member) bought += line.amount;
    legs.add_bought(from_member, bought);
}

void add_difference(Legs& legs, const StatementLine& line, ObligationNumber correction) {
    const Money difference = line.amount + line.carried;
    legs.add(AccountRole::producer_receivable, difference, correction.number);
    legs.add_bought(line.member, -difference);
}

void add_deduction(Legs& legs, const StatementLine& line, ObligationNumber correction) {
    const auto role = account_of(line.deduction);
    const auto item = takes_back_difference(line) ? correction.number : line.reference;
    const bool of_another = line.deduction == DeductionKind::third_party ||
                            line.deduction == DeductionKind::tax;
    if (of_another)
        legs.add_about(role, line.creditor, -line.amount, item);
    else
        legs.add(role, -line.amount, item);
}

}  // namespace

AccountRole account_of(DeductionKind kind) noexcept {
    switch (kind) {
        case DeductionKind::own_service: return AccountRole::cost_recovered;
        case DeductionKind::capital: return AccountRole::share_capital;
        case DeductionKind::retention: return AccountRole::retention_payable;
        case DeductionKind::tax: return AccountRole::tax_withheld;
        case DeductionKind::input: return AccountRole::input_receivable;
        case DeductionKind::advance: return AccountRole::producer_advance;
        case DeductionKind::loan: return AccountRole::loan_principal;
        case DeductionKind::third_party: return AccountRole::withheld_third_party;
        case DeductionKind::interest: return AccountRole::interest_receivable;
        case DeductionKind::correction: break;
    }
    return AccountRole::producer_receivable;
}

std::vector<Leg> settlement_legs(const StatementFigures& statement, ObligationNumber correction,
                                 PartyId bought_for) {
    Legs legs(statement.producer, bought_for);
    add_purchases(legs, statement, true);
    add_purchases(legs, statement, false);
    for (const auto& line : statement.lines)
        if (takes_back_difference(line)) add_difference(legs, line, correction);
    for (const auto& line : statement.lines)
        if (line.kind == LineKind::deduction) add_deduction(legs, line, correction);
    legs.add(AccountRole::producer_payable, -statement.net);
    return legs.take();
}

}  // namespace ayni
