#include "app/waiting_queries.h"

#include <array>
#include <map>
#include <set>

#include "app/bank_views_queries.h"
#include "app/buyer_account_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/payment_queries.h"
#include "app/register.h"
#include "app/sale_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/use_cases.h"
#include "domain/payment/payment_step.h"
#include "store/tables.h"

namespace ayni {
namespace {

// A bank answers, and a sheet comes back signed, within a weekend.
constexpr int days_to_answer = 3;

bool may(const View& view, std::string_view use_case) {
    return check_rights(*the_register().find(use_case), view.caller, view.organisation).has_value();
}

HomeItem item(std::string kind, std::int64_t count) {
    HomeItem one;
    one.kind = std::move(kind);
    one.count = count;
    return one;
}

// What of each settlement is paid or under way, in one question: payments become ever more.
std::map<SettlementNumber, std::int64_t> paid_of_settlements(const View& view) {
    auto query = view.db.query(
        "SELECT settlement, state, CAST(sum(amount) AS BIGINT) FROM payment WHERE organisation = "
        "$1 GROUP BY settlement, state");
    query.integer(view.organisation.number);
    std::map<SettlementNumber, std::int64_t> paid;
    while (query.next())
        if (is_alive(static_cast<PaymentState>(query.integer_at(1))))
            paid[{query.integer_at(0)}] += query.integer_at(2);
    return paid;
}

// What did not reach whom it was for and is not ordered again, one item for each order of it.
void add_failed(const View& view, const PaymentListView& list, std::vector<HomeItem>& items) {
    std::set<std::string> unpaid;
    for (const auto& each : list.payments)
        if (!each.state) unpaid.insert(each.supplier);
    const auto names = party_names(view);
    const auto kept = kept_parties(view);
    std::map<PartyId, Payment> last;
    for (auto& each : payments_where(view, "settlement", list.settlement.number))
        if (each.state != PaymentState::cancelled) last[kept.of(each.producer)] = std::move(each);
    std::map<PaymentOrderNumber, HomeItem> by_order;
    for (const auto& [producer, payment] : last) {
        if (is_alive(payment.state) || !unpaid.contains(names.of(producer).code)) continue;
        auto& one =
            by_order.try_emplace(payment.payment_order, item("payments_failed", 0)).first->second;
        ++one.count;
        one.order = payment.payment_order;
        one.amount = one.amount ? *one.amount + payment.amount : payment.amount;
    }
    for (auto& [order, one] : by_order) items.push_back(std::move(one));
}

// Posted settlements of which somebody was neither paid nor is being paid.
void add_to_order(const View& view, std::vector<HomeItem>& items) {
    if (!may(view, "order_payments")) return;
    const auto paid_by = paid_of_settlements(view);
    for (const auto& row : settlements_of(view, {})) {
        if (row.state != SettlementState::posted) continue;
        const auto found = paid_by.find(row.number);
        const Money paid{found == paid_by.end() ? 0 : found->second, row.net.currency};
        if (!(paid < row.net)) continue;
        const auto list = payment_list(view, {view.organisation, row.number});
        if (!list) continue;
        auto one = item("order_payments", 0);
        one.amount = Money{0, row.net.currency};
        for (const auto& each : list->payments) {
            if (each.state) continue;
            ++one.count;
            *one.amount += each.amount;
        }
        if (one.count == 0) continue;
        add_failed(view, *list, items);
        one.settlement = row.number;
        one.first = row.first;
        one.last = row.last;
        items.push_back(std::move(one));
    }
}

std::vector<PaymentOrder> orders_in(const View& view, OrderState state) {
    auto query = select<PaymentOrder>(view.db,
                                      "WHERE organisation = $1 AND state = $2 ORDER BY number");
    query.integer(view.organisation.number).integer(static_cast<int>(state));
    return all_rows<PaymentOrder>(query);
}

HomeItem of_order(const View& view, std::string kind, const PaymentOrder& order,
                  bool (*counts)(PaymentState)) {
    auto one = item(std::move(kind), 0);
    for (const auto& payment : payments_where(view, "payment_order", order.number.number)) {
        if (!counts(payment.state)) continue;
        ++one.count;
        one.amount = one.amount ? *one.amount + payment.amount : payment.amount;
    }
    one.order = order.number;
    one.last = order.day;
    return one;
}

bool is_any(PaymentState) { return true; }
bool is_unanswered(PaymentState state) {
    return state == PaymentState::sent || state == PaymentState::unknown;
}

void add_orders(const View& view, std::vector<HomeItem>& items) {
    if (may(view, "send_payments"))
        for (const auto& order : orders_in(view, OrderState::proposed))
            if (order.ordered_by != view.caller.user)
                items.push_back(of_order(view, "send_payments", order, is_any));
    if (!may(view, "record_payment")) return;
    for (const auto& order : orders_in(view, OrderState::sent)) {
        if (view.today < order.day + days_to_answer) continue;
        auto one = of_order(view, "payment_results", order, is_unanswered);
        if (one.count > 0) items.push_back(std::move(one));
    }
}

// Numbers that a telephone gave and that did not arrive: milk that nobody prices yet.
void add_missing(const View& view, std::vector<HomeItem>& items) {
    if (!may(view, "register_source")) return;
    const auto all = sources(view, {view.organisation});
    std::int64_t missing = 0;
    if (all)
        for (const auto& each : all->sources) missing += each.missing;
    if (missing > 0) items.push_back(item("missing_numbers", missing));
}

// What one person proposed and another decides.
void add_proposals(const View& view, std::vector<HomeItem>& items) {
    struct Kind {
        std::string_view use_case, table;
    };
    static constexpr std::array kinds{Kind{"approve_voucher", "voucher"},
                                      Kind{"approve_refund", "capital_movement"},
                                      Kind{"approve_surplus", "surplus_share"}};
    for (const auto& [use_case, table] : kinds) {
        if (!may(view, use_case)) continue;
        auto query = view.db.query("SELECT count(*) FROM " + std::string(table) +
                                   " WHERE organisation = $1 AND state = $2 AND proposed_by <> $3");
        query.integer(view.organisation.number).integer(static_cast<int>(VoucherState::proposed));
        query.integer(view.caller.user.number);
        if (!query.next() || query.integer_at(0) == 0) continue;
        items.push_back(item(std::string(use_case), query.integer_at(0)));
    }
}

void add_bank(const View& view, std::vector<HomeItem>& items) {
    if (!may(view, "match_line")) return;
    const auto lines = lines_not_explained(view, latest_day);
    if (lines > 0) items.push_back(item("explain_lines", lines));
}

void add_lots(const View& view, std::vector<HomeItem>& items) {
    if (!may(view, "accept_lot")) return;
    std::int64_t undecided = 0;
    for (const auto& lot : lots_where(view, {})) undecided += lot.state == LotState::dispatched;
    if (undecided > 0) items.push_back(item("decide_lots", undecided));
}

void add_disputes(const View& view, std::vector<HomeItem>& items) {
    if (!may(view, "settle_dispute")) return;
    const auto open = liquidations(
        view, {.organisation = view.organisation, .buyer = {}, .disputed_only = true});
    std::int64_t count = 0;
    if (open)
        for (const auto& each : open->liquidations) count += each.disputes;
    if (count > 0) items.push_back(item("settle_disputes", count));
}

// What a buyer owes and should have paid by today, one item for each of them.
void add_late_buyers(const View& view, std::vector<HomeItem>& items) {
    if (!may(view, "record_receipt")) return;
    const auto names = party_names(view);
    for (const auto& line : balances_on(view, latest_day).by_party()) {
        if (line.role != AccountRole::buyer_receivable || line.amount.is_negative()) continue;
        auto one = item("late_buyer", 0);
        Money late{0, line.amount.currency};
        for (const auto& owed : buyer_items(view, line.party, view.today)) {
            if (owed.due >= view.today || owed.claim.amount.is_negative()) continue;
            ++one.count;
            late += owed.claim.amount;
            if (!one.first) one.first = owed.due;
        }
        if (one.count == 0) continue;
        one.amount = late;
        one.party = names.of(line.party).code;
        one.party_name = names.of(line.party).name;
        items.push_back(std::move(one));
    }
}

// The month that follows the last one that was closed, once it is over: who never closed one is not
// asked to.
void add_month(const View& view, std::vector<HomeItem>& items) {
    if (!may(view, "close_month") || closed_months(view).empty()) return;
    const auto month = month_of(open_from(view));
    if (view.today <= month.last) return;
    auto one = item("close_month", 1);
    one.first = month.first;
    one.last = month.last;
    items.push_back(std::move(one));
}

}  // namespace

std::vector<HomeItem> waiting_in_books(const View& view) {
    std::vector<HomeItem> items;
    add_orders(view, items);
    add_to_order(view, items);
    add_missing(view, items);
    add_proposals(view, items);
    add_late_buyers(view, items);
    add_disputes(view, items);
    add_lots(view, items);
    add_bank(view, items);
    add_month(view, items);
    return items;
}

}  // namespace ayni
