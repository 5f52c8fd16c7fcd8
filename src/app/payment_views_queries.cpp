#include <fmt/format.h>

#include "app/bank_use_limit_queries.h"
#include "app/lookup_queries.h"
#include "app/payment_file_queries.h"
#include "app/payment_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"

namespace ayni {
namespace {

std::vector<PaymentEventView> events_of(const View& view, PaymentNumber payment) {
    auto query = select<PaymentEvent>(view.db,
                                      "WHERE organisation = $1 AND payment = $2 ORDER BY sequence");
    query.integer(view.organisation.number).integer(payment.number);
    std::vector<PaymentEventView> history;
    for (const auto& event : all_rows<PaymentEvent>(query)) {
        PaymentEventView one{event.state, event.day, {}, {}, login_of(view, event.told_by)};
        if (!event.reason.empty()) one.reason = event.reason;
        if (!event.entry.is_none()) one.entry = event.entry;
        history.push_back(std::move(one));
    }
    return history;
}

std::vector<Payment> all_payments(const View& view) {
    auto query = select<Payment>(view.db, "WHERE organisation = $1 ORDER BY number");
    query.integer(view.organisation.number);
    return all_rows<Payment>(query);
}

PaymentPayee payee_of(const View& view, PaymentNumber payment) {
    auto query = select<PaymentPayee>(view.db, "WHERE organisation = $1 AND payment = $2");
    query.integer(view.organisation.number).integer(payment.number);
    return first_row<PaymentPayee>(query).value_or(PaymentPayee{});
}

std::string tax_number_of(const View& view) {
    auto query = view.db.query(
        "SELECT ruc FROM registration WHERE organisation = $1 ORDER BY first DESC LIMIT 1");
    return std::string(query.integer(view.organisation.number).next() ? query.text_at(0) : "");
}

}  // namespace

Result<PaymentsView> payments(const View& view, const PaymentsQuery& query) {
    const auto wanted = find_party_if(view, query.supplier, "/supplier");
    if (!wanted) return std::unexpected(wanted.error());
    const auto names = party_names(view);
    PaymentsView all{{}, Money{0, own_organisation(view).currency}};
    for (const auto& payment : all_payments(view)) {
        if (query.settlement && payment.settlement != *query.settlement) continue;
        if (query.order && payment.payment_order != *query.order) continue;
        if (query.state && payment.state != *query.state) continue;
        if (!wanted->is_none() && payment.producer != *wanted) continue;
        const auto order = existing_order(view, payment.payment_order);
        CHECK(order.has_value());
        const auto& name = names.of(payment.producer);
        all.payments.push_back({payment.reference, payment.payment_order, payment.settlement,
                                name.code, name.name, order->method, payment.amount, payment.state,
                                events_of(view, payment.number),
                                order->method == PaymentMethod::cash &&
                                    reaches_bank_use_limit(view, order->day, payment.amount)});
        all.total += payment.amount;
    }
    return all;
}

Result<PaymentOrdersView> payment_orders(const View& view, const OrganisationQuery&) {
    const Money zero{0, own_organisation(view).currency};
    auto query = select<PaymentOrder>(view.db, "WHERE organisation = $1 ORDER BY number DESC");
    query.integer(view.organisation.number);
    PaymentOrdersView all;
    for (const auto& row : all_rows<PaymentOrder>(query)) {
        PaymentOrderView one{.order = row.number,
                             .settlement = row.settlement,
                             .method = row.method,
                             .day = row.day,
                             .state = row.state,
                             .count = 0,
                             .total = zero,
                             .ordered_by = login_of(view, row.ordered_by),
                             .decided_by = {}};
        for (const auto& payment : payments_where(view, "payment_order", row.number.number)) {
            ++one.count;
            one.total += payment.amount;
        }
        if (!row.decided_by.is_none()) one.decided_by = login_of(view, row.decided_by);
        all.orders.push_back(std::move(one));
    }
    return all;
}

Result<OrderedTransfers> ordered_transfers(const View& view, PaymentOrderNumber number) {
    const auto order = existing_order(view, number);
    if (!order) return std::unexpected(order.error());
    if (order->method != PaymentMethod::bank || order->state != OrderState::sent)
        return refuse(Refusal::not_found, "/order", std::string(name_of(order->state)));
    OrderedTransfers made;
    for (const auto& payment : payments_where(view, "payment_order", order->number.number)) {
        const auto payee = payee_of(view, payment.number);
        made.transfers.push_back({payment.reference, payee.name, payee.account, payment.amount});
    }
    made.order = {
        .message = fmt::format("AYNI-{}-{}", view.organisation.number, order->number.number),
        .payer = own_organisation(view).name,
        .tax_number = tax_number_of(view),
        .account = order->account,
        .day = order->day,
        .made = order->sent.value(),
        .purpose = order->settlement.is_none() ? fmt::format("P{}", order->number.number)
                                               : fmt::format("S{}", order->settlement.number)};
    return made;
}

Result<PaymentFileView> payment_file(const View& view, const PaymentOrderQuery& query) {
    const auto ordered = ordered_transfers(view, query.order);
    if (!ordered) return std::unexpected(ordered.error());
    const auto file = pain001(ordered->order, ordered->transfers);
    if (!file) return std::unexpected(file.error());
    return PaymentFileView{fmt::format("payments-{}.xml", query.order.number), *file};
}

}  // namespace ayni
