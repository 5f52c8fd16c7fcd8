#include <algorithm>
#include <set>

#include "app/buyer_account_queries.h"
#include "app/lookup_queries.h"
#include "app/payment_queries.h"
#include "app/sale_queries.h"
#include "app/settlement_inputs_queries.h"
#include "domain/sale/expected_periods.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

// A period of an agreement's calendar and what became of it.
struct CalendarDue {
    SaleAgreement agreement;
    Period period;
    Quantity left, collected;
    std::vector<std::string> lots;
};

bool is_in_force(const View& view, const SaleAgreement& of, Date day) {
    const auto found = sale_agreement_on(view, of.agreement.product, of.agreement.buyer, day);
    return found && found->agreement.number == of.agreement.number;
}

// Of what left before the books began there is no record here.
Date books_begin(const View& view) {
    auto query = view.db.query(
        "SELECT min(e.event_date) FROM entry e WHERE e.organisation = $1 AND e.kind = $2 AND NOT "
        "EXISTS (SELECT 1 FROM entry r WHERE r.organisation = e.organisation AND r.reverses = "
        "e.number)");
    query.integer(view.organisation.number).integer(static_cast<int>(EntryKind::opening));
    if (!query.next() || query.is_null(0)) return Date{INT32_MIN};
    return Date{static_cast<std::int32_t>(query.integer_at(0))} + 1;
}

std::vector<CalendarDue> calendar_dues(const View& view, Period days) {
    std::vector<CalendarDue> dues;
    const auto begin = books_begin(view);
    for (const auto& of : sale_agreements(view)) {
        if (of.terms.expected == Quantity{}) continue;
        if (view.own_party && *view.own_party != of.agreement.buyer) continue;
        const auto lots = lots_where(view, of.agreement.buyer);
        for (const auto period : expected_periods(of.terms.per, days)) {
            if (period.first < begin || !is_in_force(view, of, period.first)) continue;
            CalendarDue due{of, period, {}, collected_in(view, of.agreement.product, period), {}};
            for (const auto& lot : lots) {
                if (lot.product != of.agreement.product || !period.contains(lot.day)) continue;
                if (lot.state == LotState::cancelled) continue;
                due.lots.push_back(lot.code);
                if (lot.state != LotState::rejected) due.left += lot.weight;
            }
            dues.push_back(std::move(due));
        }
    }
    return dues;
}

std::string text_of(Period period) { return print(period.first) + ".." + print(period.last); }

std::vector<PartyId> buyers(const View& view) {
    if (view.own_party) return {*view.own_party};
    std::set<PartyId> all;
    auto query = view.db.query(
        "SELECT DISTINCT buyer FROM agreement WHERE organisation = $1 UNION SELECT DISTINCT buyer "
        "FROM lot WHERE organisation = $1");
    query.integer(view.organisation.number);
    while (query.next()) all.insert({query.integer_at(0)});
    return {all.begin(), all.end()};
}

void add_deliveries(const View& view, Period days, const PartyNames& names, DueCalendarView& all) {
    for (const auto& due : calendar_dues(view, days))
        all.dues.push_back({due.period.last, AgreementSide::ours, DueKind::delivery,
                            names.of(due.agreement.agreement.buyer).code, text_of(due.period),
                            std::nullopt, due.agreement.terms.expected, due.left});
}

void add_receivables(const View& view, Period days, const PartyNames& names, DueCalendarView& all) {
    for (const auto buyer : buyers(view))
        for (const auto& item : buyer_items(view, buyer, latest_day))
            if (days.contains(item.due))
                all.dues.push_back(
                    {item.due, AgreementSide::buyers, DueKind::buyer_payment, names.of(buyer).code,
                     item.lot ? item.lot->code : std::to_string(item.claim.entry.number),
                     item.claim.amount, std::nullopt, std::nullopt});
}

// What of a settlement has not gone out; due as ordered, or from its last day on.
void add_settlements(const View& view, Period days, DueCalendarView& all) {
    for (const auto& settlement : settlements_of(view, std::nullopt)) {
        if (settlement.state != SettlementState::posted) continue;
        auto open = settlement.net;
        auto day = settlement.last;
        for (const auto& payment : payments_where(view, "settlement", settlement.number.number)) {
            if (payment.state == PaymentState::ordered) {
                if (const auto order = existing_order(view, payment.payment_order))
                    day = std::max(day, order->day);
            } else if (is_alive(payment.state)) {
                open -= payment.amount;
            }
        }
        if (open.minor <= 0 || !days.contains(day)) continue;
        all.dues.push_back({day, AgreementSide::ours, DueKind::producer_payment, std::nullopt,
                            text_of({settlement.first, settlement.last}), open, std::nullopt,
                            std::nullopt});
    }
}

// How a lot was paid against the day on which it was due.
struct Lateness {
    Money open_when_due;
    std::optional<Date> last_paid;  ///< after that day
    Money open_now;
};

Lateness lateness_of(const std::vector<Entry>& entries, const Lot& lot, Money contested) {
    const Money nothing{0, lot.value.currency};
    Lateness found{-contested, {}, -contested};
    for (const auto& entry : entries)
        for (const auto& leg : entry.legs) {
            if (leg.role != AccountRole::buyer_receivable || leg.party != lot.buyer ||
                leg.item != lot.number.number)
                continue;
            found.open_now += leg.amount;
            if (entry.event_date <= *lot.due)
                found.open_when_due += leg.amount;
            else if (entry.kind == EntryKind::receipt)
                found.last_paid = entry.event_date;
        }
    return found;
}

void add_late_payments(const View& view, PartyId buyer, Period days, const std::string& code,
                       BreachesView& all) {
    const auto entries = standing(buyer_entries(view, buyer, latest_day));
    const auto liquidations = liquidations_by_lot(view, buyer, latest_day);
    const auto disputes = contested_of(view, buyer, latest_day);
    for (const auto& lot : lots_where(view, buyer)) {
        if (lot.state != LotState::accepted || !lot.due || !days.contains(*lot.due) ||
            *lot.due >= view.today)
            continue;
        const auto dispute = disputes.find(lot.number);
        const auto late = lateness_of(
            entries, lot,
            dispute == disputes.end() ? Money{0, lot.value.currency} : dispute->second);
        if (late.open_when_due.minor <= 0) continue;
        const bool is_open = late.open_now.minor > 0;
        const auto until = is_open ? view.today : late.last_paid.value_or(*lot.due);
        if (until <= *lot.due) continue;
        std::vector<std::string> evidence{lot.code};
        if (const auto of_it = liquidations.find(lot.number); of_it != liquidations.end()) {
            evidence.push_back(of_it->second.document);
            if (!of_it->second.invoice.empty()) evidence.push_back(of_it->second.invoice);
        }
        all.breaches.push_back({BreachKind::late_payment, AgreementSide::buyers, code, *lot.due,
                                until - *lot.due, std::move(evidence),
                                is_open ? late.open_now : late.open_when_due, std::nullopt,
                                std::nullopt, std::nullopt});
    }
}

void add_shortfalls(const View& view, Period days, const PartyNames& names, BreachesView& all) {
    days.last = std::min(days.last, view.today - 1);
    if (days.last < days.first) return;
    for (auto& due : calendar_dues(view, days)) {
        const auto& terms = due.agreement.terms;
        const auto whose = shortfall(terms.expected, terms.expected_tolerance, due.left,
                                     due.collected);
        if (whose == Shortfall::none) continue;
        const bool is_ours = whose == Shortfall::ours;
        due.lots.insert(due.lots.begin(), text_of(due.period));
        all.breaches.push_back({is_ours ? BreachKind::short_delivery : BreachKind::missed_pick_up,
                                is_ours ? AgreementSide::ours : AgreementSide::buyers,
                                names.of(due.agreement.agreement.buyer).code, due.period.last,
                                view.today - due.period.last, std::move(due.lots), std::nullopt,
                                terms.expected, due.left, due.collected});
    }
}

// No more than ten years of periods are gone through.
Result<Period> asked_days(const DueCalendarQuery& query) {
    if (query.last < query.first) return refuse(Refusal::dates_reversed, "/last");
    if (query.last - query.first > 3660)
        return refuse(Refusal::day_not_plausible, "/first", print(query.first));
    return Period{query.first, query.last};
}

}  // namespace

Result<DueCalendarView> due_calendar(const View& view, const DueCalendarQuery& query) {
    const auto days = asked_days(query);
    if (!days) return std::unexpected(days.error());
    const auto names = party_names(view);
    DueCalendarView all;
    add_deliveries(view, *days, names, all);
    add_receivables(view, *days, names, all);
    if (!view.own_party) add_settlements(view, *days, all);
    std::ranges::stable_sort(all.dues, {}, &DueView::day);
    return all;
}

Result<BreachesView> breaches(const View& view, const DueCalendarQuery& query) {
    const auto days = asked_days(query);
    if (!days) return std::unexpected(days.error());
    const auto names = party_names(view);
    BreachesView all;
    for (const auto buyer : buyers(view))
        add_late_payments(view, buyer, *days, names.of(buyer).code, all);
    add_shortfalls(view, *days, names, all);
    // How much we collected is the buyer's business only where he is said not to have fetched it.
    if (view.own_party)
        for (auto& breach : all.breaches)
            if (breach.side == AgreementSide::ours) breach.collected.reset();
    std::ranges::stable_sort(all.breaches, {}, &BreachView::since);
    return all;
}

}  // namespace ayni
