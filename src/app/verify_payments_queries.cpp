#include "app/verify_payments_queries.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>
#include <vector>

#include "app/entry_queries.h"
#include "app/merge_queries.h"
#include "domain/payment/payment_step.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr auto kinds_of_payments = std::to_array<EntryKind>(
    {EntryKind::payment_ordered, EntryKind::payment_confirmed, EntryKind::payment_refused,
     EntryKind::payment_returned, EntryKind::payment_misdirected});

template <class Row>
std::vector<Row> rows_of(const View& view, std::string_view order) {
    auto query = select<Row>(view.db, "WHERE organisation = $1 ORDER BY " + std::string(order));
    query.integer(view.organisation.number);
    return all_rows<Row>(query);
}

// What the entry of a step says that the payment itself does not.
PaymentStep step_of(PaymentState to, const Entry& entry, Currency currency) {
    PaymentStep step{to, Money{0, currency}, {}};
    for (const auto& leg : entry.legs) {
        if (leg.role == AccountRole::bank_charges) step.fee = leg.amount;
        if (leg.role == AccountRole::claim_receivable) step.receiver = leg.party;
    }
    return step;
}

// What the steps of payments are held against.
struct Kept {
    std::map<EntryNumber, Entry> entries;  ///< those that steps name
    std::vector<MergedParty> mergers;
};

Kept kept_for_steps(const View& view) {
    auto query = select<Entry>(view.db,
                               "WHERE organisation = $1 AND number IN (SELECT entry FROM "
                               "payment_event WHERE organisation = $1)");
    query.integer(view.organisation.number);
    Kept kept{{}, all_mergers(view)};
    for (auto& entry : all_rows<Entry>(query)) kept.entries.emplace(entry.number, std::move(entry));
    return kept;
}

// The history of one payment, walked from step to step.
class Walk {
public:
    Walk(const Kept& kept, const Payment& payment, PaymentMethod method,
         std::span<const PaymentEvent> history)
        : kept_(kept), payment_(payment), method_(method), history_(history) {}

    [[nodiscard]] bool leads_to(PaymentState end) {
        payment_.state = PaymentState::ordered;
        for (std::size_t step = 0; step < history_.size(); ++step) {
            const auto& event = history_[step];
            if (event.sequence != static_cast<std::int32_t>(step) + 1 || !follows(step))
                return false;
            payment_.state = event.state;
        }
        return !history_.empty() && payment_.state == end;
    }

private:
    const Kept& kept_;
    Payment payment_;
    PaymentMethod method_;
    std::span<const PaymentEvent> history_;

    [[nodiscard]] bool follows(std::size_t step) const {
        const auto& event = history_[step];
        if (step == 0) return event.state == PaymentState::ordered && event.entry.is_none();
        Entry entry;
        if (!event.entry.is_none()) {
            const auto found = kept_.entries.find(event.entry);
            if (found == kept_.entries.end()) return false;
            entry = found->second;
            if (entry.subject != payment_.number.number || entry.position != event.position)
                return false;
        }
        if (!entry.reverses.is_none()) return takes_back(step, entry);
        return posts(event, entry) || takes_back_what_moved_nothing(step);
    }
    [[nodiscard]] bool posts(const PaymentEvent& event, const Entry& entry) const {
        auto posting = payment_step(payment_, method_,
                                    step_of(event.state, entry, payment_.amount.currency));
        if (!posting) return false;
        if (event.entry.is_none()) return posting->legs.empty();
        lead_to_kept({kept_.mergers, entry.position}, posting->legs);
        return entry.kind == posting->kind && entry.legs == posting->legs;
    }
    [[nodiscard]] bool takes_back_what_moved_nothing(std::size_t step) const {
        const auto standing = standing_steps(history_.first(step));
        return history_[step].entry.is_none() && standing.size() >= 2 &&
               standing.back().entry.is_none() &&
               history_[step].state == standing[standing.size() - 2].state;
    }
    // It stands again where it stood before the step that is taken back.
    [[nodiscard]] bool takes_back(std::size_t step, const Entry& entry) const {
        const auto before = history_.first(step);
        const auto taken = std::ranges::find(before, entry.reverses, &PaymentEvent::entry);
        return taken != before.end() && taken != before.begin() &&
               std::prev(taken)->state == history_[step].state;
    }
};

void verify_entries(const View& view, const std::set<EntryNumber>& told, const Find& find) {
    auto query = view.db.query(
        "SELECT number FROM entry WHERE organisation = $1 AND kind IN ($2, $3, $4, $5, $6) "
        "ORDER BY number");
    query.integer(view.organisation.number);
    for (const auto kind : kinds_of_payments) query.integer(static_cast<int>(kind));
    while (query.next())
        if (!told.contains({query.integer_at(0)}))
            find("payment_entry", std::to_string(query.integer_at(0)));
}

}  // namespace

void verify_payments(const View& view, const Find& find) {
    std::map<PaymentOrderNumber, PaymentMethod> methods;
    for (const auto& order : rows_of<PaymentOrder>(view, "number"))
        methods.emplace(order.number, order.method);
    const auto events = rows_of<PaymentEvent>(view, "payment, sequence");
    std::set<EntryNumber> told;
    for (const auto& event : events) told.insert(event.entry);
    const auto kept = kept_for_steps(view);
    for (const auto& payment : rows_of<Payment>(view, "number")) {
        const auto method = methods.find(payment.payment_order);
        const auto history = std::ranges::equal_range(events, payment.number, {},
                                                      &PaymentEvent::payment);
        if (method == methods.end() ||
            !Walk(kept, payment, method->second, history).leads_to(payment.state))
            find("payment", payment.reference);
    }
    verify_entries(view, told, find);
}

}  // namespace ayni
