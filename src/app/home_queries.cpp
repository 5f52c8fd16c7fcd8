#include <algorithm>

#include "app/accepted_milk_queries.h"
#include "app/analysis_queries.h"
#include "app/entry_queries.h"
#include "app/health_queries.h"
#include "app/lookup_queries.h"
#include "app/newest_milk_queries.h"
#include "app/register.h"
#include "app/settlement_inputs_queries.h"
#include "app/unsettled_spans_queries.h"
#include "app/use_cases.h"
#include "app/waiting_queries.h"
#include "domain/settlement/mean_price.h"
#include "domain/settlement/usual_period.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Whether he may ask for what everybody's figures come from: home tells nobody more than that does.
bool may_ask(const View& view, std::string_view name) {
    const auto& use_case = *the_register().find(name);
    return check_rights(use_case, view.caller, view.organisation) &&
           !limited_to(use_case, view.caller, view.organisation);
}

// Milk that counts, of the product that the organisation lives from: its first.
struct Milk {
    Quantity quantity;  // accepted
    std::int64_t deliveries = 0;
    Date first;
};

void add_milk_of(const View& view, ProductId product, Period days, Milk& milk) {
    each_accepted(view, product, days, [&](const Delivery& each) {
        milk.quantity += each.quantity;
        milk.first = milk.deliveries == 0 ? each.day : std::min(milk.first, each.day);
        ++milk.deliveries;
    });
}

std::vector<Product> products_of(const View& view) {
    auto query = select<Product>(view.db, "WHERE organisation = $1 ORDER BY product");
    query.integer(view.organisation.number);
    return all_rows<Product>(query);
}

// The newest day with milk, and the fifteen days up to it.
void add_milk(const View& view, const Product& product, HomeView& home) {
    const auto newest = newest_milk_day(view, product.product, {});
    if (!newest) return;
    home.newest = *newest;
    if (auto found = days(view, {view.organisation, product.code, {}, newest, {}})) {
        home.days = std::move(found->days);
        home.newest_quantity = home.days.back().morning + home.days.back().evening;
    }
}

void add_settlements(const View& view, const Product& first, HomeView& home) {
    const auto may = [&](Role role) { return view.caller.has(view.organisation, role); };
    for (const auto& row : settlements_of(view, {})) {
        if (row.state == SettlementState::withdrawn) continue;
        const auto item = [&](std::string kind) {
            HomeItem one;
            one.kind = std::move(kind);
            one.count = row.producers;
            one.settlement = row.number;
            one.first = row.first;
            one.last = row.last;
            home.items.push_back(std::move(one));
        };
        const bool keeps_books = may(Role::manager) || may(Role::accountant);
        const bool draft = row.state == SettlementState::computed ||
                           row.state == SettlementState::approved;
        if (draft && is_outdated(view, row)) {
            if (keeps_books) item("outdated");
        } else if (row.state == SettlementState::computed && row.rejection) {
            if (keeps_books) item("rejected");
        } else if (row.state == SettlementState::computed) {
            if (may(Role::approver) && row.computed_by != view.caller.user) item("approve");
        } else if (row.state == SettlementState::approved) {
            if (keeps_books) item("post");
        } else if (!home.mean_price && row.product == first.product) {
            Money milk{0, row.gross.currency};
            for (const auto& figures : statements_of(view, row.number)) milk += figures.milk;
            home.mean_price = mean_price(milk, row.quantity);
        }
    }
}

// The milk of a product that no settlement has taken in yet, and its oldest fortnight.
Milk add_waiting(const View& view, const Product& product, HomeView& home) {
    const auto may = [&](Role role) { return view.caller.has(view.organisation, role); };
    Milk milk{};
    for (const auto& days : unsettled_spans(view, product.product, view.today, Covers::all))
        add_milk_of(view, product.product, days, milk);
    if (milk.deliveries == 0) return milk;
    std::vector<Period> settled;
    for (const auto& row : settlements_of(view, product.product))
        if (row.state != SettlementState::withdrawn) settled.push_back({row.first, row.last});
    const auto period = usual_period(settled, milk.first);
    if ((!may(Role::manager) && !may(Role::accountant)) || period.last > view.today) return milk;
    const auto item = [&](std::string kind, std::int64_t count) {
        HomeItem one;
        one.kind = std::move(kind);
        one.count = count;
        one.first = period.first;
        one.last = period.last;
        one.product = product.code;
        home.items.push_back(std::move(one));
    };
    if (pays_by_analyses(view, product.product, period.last))
        if (const auto count = suppliers_without_analysis(view, product.product, period); count > 0)
            item("analyses", count);
    item("compute", milk.deliveries);
    return milk;
}

// What producers are owed, of whatever fortnight; nothing before the first one was posted.
void add_payable(const View& view, HomeView& home) {
    auto posted = view.db.query("SELECT 1 FROM settlement WHERE organisation = $1 AND state = $2");
    posted.integer(view.organisation.number).integer(static_cast<int>(SettlementState::posted));
    if (!posted.next()) return;
    const auto currency = own_organisation(view).currency;
    Money payable{0, currency};
    for (const auto& line : balances_on(view, view.today).by_party()) {
        if (line.role != AccountRole::producer_payable || line.amount.currency != currency)
            continue;
        payable -= line.amount;
        home.producers_to_pay += line.amount.is_negative();
    }
    home.to_pay = payable;
}

}  // namespace

Result<HomeView> home(const View& view, const OrganisationQuery&) {
    HomeView all;
    all.today = view.today;
    all.newest = view.today;
    if (view.own_party) return all;
    all.items = waiting_for_backups(view);
    const auto products = products_of(view);
    if (products.empty()) return all;
    const bool sees_milk = may_ask(view, "days");
    if (sees_milk) add_milk(view, products.front(), all);
    if (may_ask(view, "settlements")) add_settlements(view, products.front(), all);
    for (const auto& product : products) {
        if (!sees_milk) break;
        const auto milk = add_waiting(view, product, all);
        if (product.product == products.front().product) all.period_quantity = milk.quantity;
    }
    for (auto& item : waiting_in_books(view)) all.items.push_back(std::move(item));
    if (may_ask(view, "balances")) add_payable(view, all);
    return all;
}

}  // namespace ayni
