#include "app/payment_queries.h"

#include <algorithm>
#include <set>

#include "app/bank_books_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/open_payables_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "domain/payment/pay_account.h"
#include "domain/payment/payment_step.h"
#include "kernel/check.h"

namespace ayni {
namespace {

// A pay day lies near: a year ahead is a slip of the pen.
constexpr int longest_ahead = 62;

bool is_among(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

Result<PaymentOrder> proposed_order(const View& view, PaymentOrderNumber number) {
    auto known = existing_order(view, number);
    if (known && known->state != OrderState::proposed)
        return refuse(Refusal::order_decided, "/order");
    return known;
}

void decide(Work& work, const PaymentOrder& order, OrderState state) {
    work.db
        .query(
            "UPDATE payment_order SET state = $3, decided_by = $4, sent = $5 WHERE organisation "
            "= $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(order.number.number)
        .integer(static_cast<int>(state))
        .integer(work.caller.user.number)
        .integer(work.now.milliseconds)
        .run();
}

int steps_of(const View& view, PaymentNumber payment) {
    auto query = view.db.query(
        "SELECT count(*) FROM payment_event WHERE organisation = $1 AND payment = $2");
    CHECK(query.integer(view.organisation.number).integer(payment.number).next());
    return static_cast<int>(query.integer_at(0));
}

void keep_step(Work& work, const Payment& payment, const PaymentEvent& event) {
    insert(work.db, event);
    work.db.query("UPDATE payment SET state = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(payment.number.number)
        .integer(static_cast<int>(event.state))
        .run();
}

// What of a producer's net is paid or under way, and how often it was tried.
struct Tried {
    Money alive;
    int times = 0;
};
std::map<PartyId, Tried> tried_of(const View& view, SettlementNumber settlement) {
    std::map<PartyId, Tried> by_producer;
    const auto kept = kept_parties(view);
    const auto of = [&](PartyId party, Money amount) -> Tried& {
        return by_producer.try_emplace(party, Tried{Money{0, amount.currency}, 0}).first->second;
    };
    // A reference is his own for ever; the money is of the one to whom his code leads by now.
    for (const auto& payment : payments_where(view, "settlement", settlement.number)) {
        ++of(payment.producer, payment.amount).times;
        if (is_alive(payment.state))
            of(kept.of(payment.producer), payment.amount).alive += payment.amount;
    }
    return by_producer;
}

// A dispute that is held back is not paid out: what is set aside of each balance.
std::map<PartyId, Money> holds_of_producers(const View& view) {
    auto query = select<KeptHold>(view.db,
                                  "WHERE organisation = $1 AND role = $2 AND released = 0");
    query.integer(view.organisation.number);
    query.integer(static_cast<int>(AccountRole::producer_payable));
    const auto kept = kept_parties(view);
    std::map<PartyId, Money> held;
    for (const auto& each : all_rows<KeptHold>(query))
        held.try_emplace(kept.of(each.party), Money{0, each.amount.currency}).first->second +=
            each.amount;
    return held;
}

// What a producer is owed, before what he was paid of it.
struct Due {
    PartyId producer;
    Money amount;
};

std::vector<Due> dues_of(const View& view, const Settlement& settlement) {
    std::map<PartyId, Money> by_producer;
    const auto kept = kept_parties(view);
    for (const auto& figures : statements_of(view, settlement.number))
        by_producer.try_emplace(kept.of(figures.producer), Money{0, figures.net.currency})
            .first->second += figures.net;
    std::vector<Due> dues;
    for (const auto& [producer, net] : by_producer) dues.push_back({producer, net});
    return dues;
}

std::vector<Due> dues_outside_settlements(const View& view) {
    std::vector<Due> dues;
    for (const auto& [party, line] : owed_outside_settlements(view).by_party)
        dues.push_back({party, line.owed});
    return dues;
}

// What is still to be paid to one producer, and by which reference.
struct Unpaid {
    PartyId producer;
    std::string reference;
    Money amount;
};

// The party's number, since a code may be longer than a bank takes.
std::string reference_of(SettlementNumber settlement, PartyId producer, int tried) {
    const auto of = settlement.is_none() ? std::string("P")
                                         : "S" + std::to_string(settlement.number);
    const auto reference = of + "-" + std::to_string(producer.number);
    return tried == 0 ? reference : reference + "-" + std::to_string(tried + 1);
}

// Less what is paid or under way, and less what is set aside.
std::vector<Unpaid> unpaid_of(const View& view, SettlementNumber settlement,
                              const std::vector<Due>& dues) {
    const auto tried_by = tried_of(view, settlement);
    const auto held_by = holds_of_producers(view);
    std::vector<Unpaid> unpaid;
    for (const auto& due : dues) {
        const auto tried = tried_by.find(due.producer);
        const auto held = held_by.find(due.producer);
        auto amount = due.amount;
        if (tried != tried_by.end()) amount -= tried->second.alive;
        if (held != held_by.end()) amount -= held->second;
        if (amount.is_zero() || amount.is_negative()) continue;
        const int times = tried == tried_by.end() ? 0 : tried->second.times;
        unpaid.push_back({due.producer, reference_of(settlement, due.producer, times), amount});
    }
    return unpaid;
}

class Ordering {
public:
    Ordering(Work& work, const OrderPayments& command)
        : work_(work),
          command_(command),
          settlement_(command.settlement.value_or(SettlementNumber{})),
          names_(party_names(work)) {}

    // The payments, whose number is given.
    Result<std::int64_t> make(PaymentOrderNumber order, const std::vector<Due>& dues) {
        if (auto known = find_suppliers(); !known) return std::unexpected(known.error());
        auto next = next_number(work_.db, "payment", "number", work_.organisation);
        const auto first = next;
        for (const auto& unpaid : unpaid_of(work_, settlement_, dues)) {
            if (command_.suppliers && !wanted_.contains(unpaid.producer)) continue;
            const auto& name = names_.of(unpaid.producer);
            const auto account = newest_account(work_, unpaid.producer);
            if (!goes_by(account)) continue;
            keep({.organisation = work_.organisation,
                  .number = {next++},
                  .payment_order = order,
                  .settlement = settlement_,
                  .producer = unpaid.producer,
                  .reference = unpaid.reference,
                  .amount = unpaid.amount,
                  .state = PaymentState::ordered},
                 name.name, account);
        }
        if (next == first) return refuse(Refusal::nothing_to_pay, "/settlement");
        return next - first;
    }

private:
    Work& work_;
    const OrderPayments& command_;
    SettlementNumber settlement_;
    PartyNames names_;
    std::set<PartyId> wanted_;

    // To whom the codes that are named lead.
    Result<void> find_suppliers() {
        if (!command_.suppliers) return {};
        for (std::size_t i = 0; i < command_.suppliers->size(); ++i) {
            const auto where = "/suppliers/" + std::to_string(i);
            const auto found = find_party(work_, (*command_.suppliers)[i], where);
            if (!found) return std::unexpected(found.error());
            wanted_.insert(found->party);
        }
        return {};
    }
    // By bank to those whose account is known; in cash to the others, and to whom is named.
    [[nodiscard]] bool goes_by(const std::string& account) const {
        if (command_.method == PaymentMethod::bank) return !account.empty();
        return account.empty() || command_.suppliers;
    }
    void keep(const Payment& payment, const std::string& name, const std::string& account) {
        insert(work_.db, payment);
        const bool is_cash = command_.method == PaymentMethod::cash;
        insert(work_.db, PaymentPayee{work_.organisation, payment.number, name,
                                      is_cash ? std::string() : account});
        insert(work_.db, PaymentEvent{work_.organisation,
                                      payment.number,
                                      1,
                                      PaymentState::ordered,
                                      command_.day,
                                      {},
                                      {},
                                      work_.caller.user,
                                      work_.position()});
    }
};

std::vector<PaymentEvent> history_of(const View& view, PaymentNumber payment) {
    auto query = select<PaymentEvent>(view.db,
                                      "WHERE organisation = $1 AND payment = $2 ORDER BY sequence");
    query.integer(view.organisation.number).integer(payment.number);
    return all_rows<PaymentEvent>(query);
}

// Nobody is paid before the payment was sent.
Result<void> check_sent_by(const View& view, const Payment& payment, Date day) {
    for (const auto& event : history_of(view, payment.number))
        if (event.state == PaymentState::sent && day < event.day)
            return refuse(Refusal::dates_reversed, "/day", print(event.day));
    return {};
}

// What he is owed again is on its way once more: both would pay it.
bool is_ordered_again(const View& view, const Payment& payment) {
    const auto kept = kept_parties(view);
    return std::ranges::any_of(payments_where(view, "settlement", payment.settlement.number),
                               [&](const Payment& other) {
                                   return kept.of(other.producer) == kept.of(payment.producer) &&
                                          payment.number < other.number && is_alive(other.state);
                               });
}

bool is_told_by_a_person(PaymentState state) {
    return state != PaymentState::ordered && state != PaymentState::sent &&
           state != PaymentState::cancelled;
}

// The payment stands where it stood before the last of these steps.
Result<void> take_back_last(Work& work, const Payment& payment,
                            std::span<const PaymentEvent> standing, const std::string& where,
                            const std::string& reason) {
    const auto& last = standing.back();
    if (!last.entry.is_none() && is_stated(work, last.entry))
        return refuse(Refusal::line_matched, where, payment.reference);
    const auto before = standing[standing.size() - 2].state;
    if (is_alive(before) && !is_alive(last.state) && is_ordered_again(work, payment))
        return refuse(Refusal::already_recorded, where, payment.reference);
    EntryNumber reversal;
    if (!last.entry.is_none()) {
        const auto entry = find_entry(work, last.entry);
        CHECK(entry.has_value());
        reversal = keep_reversal(work, *entry, entry->date);
    }
    keep_step(work, payment,
              {work.organisation, payment.number, steps_of(work, payment.number) + 1, before,
               last.day, reason, reversal, work.caller.user, work.position()});
    return {};
}

std::vector<PaymentNumber> payments_told_of(const View& view, std::int64_t position) {
    auto query = view.db.query(
        "SELECT payment FROM payment_event WHERE organisation = $1 AND position = $2 ORDER BY "
        "payment");
    query.integer(view.organisation.number).integer(position);
    std::vector<PaymentNumber> all;
    while (query.next()) all.push_back({query.integer_at(0)});
    return all;
}

}  // namespace

std::string newest_account(const View& view, PartyId party) {
    auto query = view.db.query(
        "SELECT account FROM pay_account WHERE organisation = $1 AND party = $2 ORDER BY position "
        "DESC LIMIT 1");
    query.integer(view.organisation.number).integer(party.number);
    return std::string(query.next() ? query.text_at(0) : "");
}

Result<Payment> payment_named(const View& view, const std::string& reference) {
    auto query = select<Payment>(view.db, "WHERE organisation = $1 AND reference = $2");
    query.integer(view.organisation.number).text(reference);
    auto known = first_row<Payment>(query);
    if (!known) return refuse(Refusal::not_found, "/reference", reference);
    return *std::move(known);
}

Result<EntryNumber> take_step(Work& work, const Payment& payment, PaymentMethod method,
                              const PaymentStep& step, Date day, const std::string& reason) {
    auto posting = payment_step(payment, method, step);
    if (!posting) return std::unexpected(posting.error());
    EntryNumber number;
    if (!posting->legs.empty()) {
        auto entry = new_entry(work, posting->kind, day, std::move(posting->legs),
                               payment.number.number, payment.producer);
        keep_entry(work, entry);
        number = entry.number;
    }
    keep_step(work, payment,
              {work.organisation, payment.number, steps_of(work, payment.number) + 1, step.to, day,
               reason, number, work.caller.user, work.position()});
    return number;
}

Result<void> take_back_step(Work& work, const Payment& payment, EntryNumber made,
                            const std::string& reason) {
    const auto history = history_of(work, payment.number);
    const auto taken = std::ranges::find(history, made, &PaymentEvent::entry);
    CHECK(taken != history.end() && taken != history.begin());
    if (taken->state != payment.state)
        return refuse(Refusal::payment_state_unfit, "/line", payment.reference);
    const auto before = std::prev(taken)->state;
    if (is_alive(before) && !is_alive(taken->state) && is_ordered_again(work, payment))
        return refuse(Refusal::already_recorded, "/line", payment.reference);
    const auto entry = find_entry(work, made);
    CHECK(entry.has_value());
    const auto number = keep_reversal(work, *entry, entry->date);
    keep_step(work, payment,
              {work.organisation, payment.number, history.back().sequence + 1, before, taken->day,
               reason, number, work.caller.user, work.position()});
    return {};
}

std::vector<Payment> payments_where(const View& view, std::string_view column,
                                    std::int64_t number) {
    auto query = select<Payment>(
        view.db, "WHERE organisation = $1 AND " + std::string(column) + " = $2 ORDER BY number");
    query.integer(view.organisation.number).integer(number);
    return all_rows<Payment>(query);
}

Result<PaymentOrder> existing_order(const View& view, PaymentOrderNumber number) {
    auto query = select<PaymentOrder>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    auto known = first_row<PaymentOrder>(query);
    if (!known) return refuse(Refusal::not_found, "/order", std::to_string(number.number));
    return *std::move(known);
}

std::map<PaymentOrderNumber, PaymentMethod> order_methods(const View& view) {
    auto query = select<PaymentOrder>(view.db, "WHERE organisation = $1");
    query.integer(view.organisation.number);
    std::map<PaymentOrderNumber, PaymentMethod> methods;
    for (const auto& order : all_rows<PaymentOrder>(query))
        methods.emplace(order.number, order.method);
    return methods;
}

bool is_being_paid(const View& view, SettlementNumber settlement) {
    return std::ranges::any_of(payments_where(view, "settlement", settlement.number),
                               [](const Payment& each) { return is_alive(each.state); });
}

Result<void> set_pay_account(Work& work, const SetPayAccount& command) {
    const auto party = find_party_if(work, command.supplier, "/supplier");
    if (!party) return std::unexpected(party.error());
    std::string account;
    if (command.account) {
        auto read = read_account(*command.account);
        if (!read) return refuse(Refusal::account_not_plausible, "/account");
        account = *std::move(read);
    }
    insert(work.db, PayAccount{work.organisation, *party, work.position(), account});
    return {};
}

namespace {

// What an order may pay, and from which day on.
struct Payable {
    Date first;
    std::vector<Due> dues;
};

Result<Payable> payable_of(const View& view, const OrderPayments& command) {
    if (!command.settlement)
        return Payable{view.today - oldest_delivery_days, dues_outside_settlements(view)};
    const auto settlement = existing_settlement(view, *command.settlement);
    if (!settlement) return std::unexpected(settlement.error());
    if (settlement->state != SettlementState::posted)
        return refuse(Refusal::settlement_not_posted, "/settlement");
    return Payable{settlement->last, dues_of(view, *settlement)};
}

// What is ordered of a settlement and not paid yet.
std::vector<PaymentRow> under_way(const View& view, SettlementNumber settlement,
                                  const PartyNames& names) {
    std::vector<PaymentRow> rows;
    const auto methods = order_methods(view);
    for (const auto& payment : payments_where(view, "settlement", settlement.number)) {
        if (!is_alive(payment.state) || payment.state == PaymentState::paid) continue;
        const auto& name = names.of(payment.producer);
        rows.push_back({name.code, name.name, payment.amount, payment.reference,
                        methods.at(payment.payment_order), payment.state});
    }
    return rows;
}

}  // namespace

std::vector<StatementPayment> statement_payments(const View& view, SettlementNumber settlement,
                                                 PartyId producer) {
    const auto methods = order_methods(view);
    const auto kept = kept_parties(view);
    std::vector<StatementPayment> all;
    for (const auto& payment : payments_where(view, "settlement", settlement.number)) {
        const bool is_his = payment.producer == producer || payment.producer == kept.of(producer);
        if (!is_his || payment.state == PaymentState::cancelled) continue;
        all.push_back({payment.reference, payment.amount, methods.at(payment.payment_order),
                       payment.state, history_of(view, payment.number).back().day});
    }
    return all;
}

Result<PaymentListView> payment_list(const View& view, const SettlementCommand& query) {
    const auto known = existing_settlement(view, query.settlement);
    if (!known) return std::unexpected(known.error());
    if (known->state != SettlementState::posted)
        return refuse(Refusal::settlement_not_posted, "/settlement");
    const auto names = party_names(view);
    PaymentListView all{.organisation_name = own_organisation(view).name,
                        .settlement = known->number,
                        .first = known->first,
                        .last = known->last,
                        .count = 0,
                        .total = Money{0, known->net.currency},
                        .payments = under_way(view, known->number, names)};
    for (const auto& unpaid : unpaid_of(view, known->number, dues_of(view, *known))) {
        const auto& name = names.of(unpaid.producer);
        all.payments.push_back({name.code, name.name, unpaid.amount, unpaid.reference, {}, {}});
    }
    std::ranges::stable_sort(all.payments, {}, &PaymentRow::supplier);
    for (const auto& row : all.payments) all.total += row.amount;
    all.count = std::ssize(all.payments);
    return all;
}

Result<void> order_payments(Work& work, const OrderPayments& command) {
    const auto payable = payable_of(work, command);
    if (!payable) return std::unexpected(payable.error());
    if (command.day < payable->first || command.day > work.today + longest_ahead)
        return refuse(Refusal::day_not_plausible, "/day", print(command.day));
    PaymentOrder made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "payment_order", "number", work.organisation)},
        .settlement = command.settlement.value_or(SettlementNumber{}),
        .method = command.method,
        .day = command.day,
        .account = {},
        .state = OrderState::proposed,
        .ordered_by = work.caller.user,
        .decided_by = {},
        .sent = {},
        .position = work.position()};
    if (command.method == PaymentMethod::bank) {
        made.account = newest_account(work, {});
        if (made.account.empty()) return refuse(Refusal::own_account_missing, "/method");
    }
    const auto count = Ordering(work, command).make(made.number, payable->dues);
    if (!count) return std::unexpected(count.error());
    insert(work.db, made);
    work.made("payment_order", made.number.number);
    work.made("payments", *count);
    return {};
}

Result<void> send_payments(Work& work, const SendPayments& command) {
    const auto order = proposed_order(work, command.order);
    if (!order) return std::unexpected(order.error());
    if (order->ordered_by == work.caller.user) return refuse(Refusal::same_person, "/order");
    const auto day = std::min(order->day, work.today);
    for (const auto& payment : payments_where(work, "payment_order", order->number.number)) {
        const PaymentStep step{PaymentState::sent, Money{0, payment.amount.currency}, {}};
        if (auto taken = take_step(work, payment, order->method, step, day, {}); !taken)
            return std::unexpected(taken.error());
    }
    decide(work, *order, OrderState::sent);
    return {};
}

Result<void> cancel_payments(Work& work, const CancelPayments& command) {
    const auto order = proposed_order(work, command.order);
    if (!order) return std::unexpected(order.error());
    for (const auto& payment : payments_where(work, "payment_order", order->number.number)) {
        const PaymentStep step{PaymentState::cancelled, Money{0, payment.amount.currency}, {}};
        if (auto taken = take_step(work, payment, order->method, step, work.today, command.reason);
            !taken)
            return std::unexpected(taken.error());
    }
    decide(work, *order, OrderState::cancelled);
    return {};
}

Result<void> record_payment(Work& work, const RecordPayment& command) {
    const auto payment = payment_named(work, command.reference);
    if (!payment) return std::unexpected(payment.error());
    if (!is_told_by_a_person(command.state))
        return refuse(Refusal::not_a_choice, "/state", std::string(name_of(command.state)));
    if (auto open = check_entry_day(work, command.day); !open) return open;
    if (auto sent = check_sent_by(work, *payment, command.day); !sent) return sent;
    const auto receiver = find_party_if(work, command.receiver, "/receiver");
    if (!receiver) return std::unexpected(receiver.error());
    const PaymentStep step{command.state, command.fee.value_or(Money{0, payment->amount.currency}),
                           *receiver};
    const auto order = existing_order(work, payment->payment_order);
    CHECK(order.has_value());
    const auto taken = take_step(work, *payment, order->method, step, command.day,
                                 command.reason.value_or(std::string()));
    if (!taken) return std::unexpected(taken.error());
    return {};
}

Result<void> take_back_payment(Work& work, const TakeBackPayment& command) {
    const auto payment = payment_named(work, command.reference);
    if (!payment) return std::unexpected(payment.error());
    const auto history = history_of(work, payment->number);
    const auto standing = standing_steps(history);
    // What is no longer said was taken back before: it stands where an earlier step led.
    if (!is_told_by_a_person(payment->state) || standing.back().sequence != history.back().sequence)
        return refuse(Refusal::payment_state_unfit, "/reference",
                      std::string(name_of(payment->state)));
    return take_back_last(work, *payment, standing, "/reference", command.reason);
}

Result<std::int64_t> take_back_told(Work& work, std::int64_t position, const std::string& reason) {
    std::int64_t taken = 0;
    for (const auto number : payments_told_of(work, position)) {
        const auto payment = payments_where(work, "number", number.number).front();
        const auto standing = standing_steps(history_of(work, number));
        const auto told = std::ranges::find(standing, position, &PaymentEvent::position);
        if (told == standing.end()) continue;
        if (std::next(told) != standing.end())
            return refuse(Refusal::payment_state_unfit, "/file", payment.reference);
        if (auto done = take_back_last(work, payment, standing, "/file", reason); !done)
            return std::unexpected(done.error());
        ++taken;
    }
    return taken;
}

Result<void> record_order_paid(Work& work, const RecordOrderPaid& command) {
    const auto order = existing_order(work, command.order);
    if (!order) return std::unexpected(order.error());
    if (auto open = check_entry_day(work, command.day); !open) return open;
    const auto payments = payments_where(work, "payment_order", order->number.number);
    const auto but = command.but.value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < but.size(); ++i)
        if (std::ranges::find(payments, but[i], &Payment::reference) == payments.end())
            return refuse(Refusal::not_found, "/but/" + std::to_string(i), but[i]);
    std::int64_t paid = 0;
    for (const auto& payment : payments) {
        const bool is_under_way = payment.state == PaymentState::sent ||
                                  payment.state == PaymentState::unknown;
        if (!is_under_way || is_among(but, payment.reference)) continue;
        if (auto sent = check_sent_by(work, payment, command.day); !sent) return sent;
        const PaymentStep step{PaymentState::paid, Money{0, payment.amount.currency}, {}};
        if (auto taken = take_step(work, payment, order->method, step, command.day, {}); !taken)
            return std::unexpected(taken.error());
        ++paid;
    }
    if (paid == 0) return refuse(Refusal::nothing_to_pay, "/order");
    work.made("payments", paid);
    return {};
}

}  // namespace ayni
