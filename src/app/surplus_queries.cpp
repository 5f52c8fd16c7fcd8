#include "app/surplus_queries.h"

#include <algorithm>
#include <map>

#include "app/closing_queries.h"
#include "app/decision_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/open_payables_queries.h"
#include "app/undone_queries.h"
#include "kernel/check.h"
#include "store/capital_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

Period days_of(std::int32_t year) { return {date_of({year, 1, 1}), date_of({year, 12, 31})}; }

bool is_year_closed(const View& view, std::int32_t year) {
    return std::ranges::any_of(closed_months(view), [&](const Closing& each) {
        return each.last == days_of(year).last && !each.year_entry.is_none();
    });
}

Money surplus_in_books(const View& view) {
    const auto currency = own_organisation(view).currency;
    return -balances_on(view, latest_day).of(AccountRole::surplus, {}, currency);
}

// Who was a member on which days.
class MemberDays {
public:
    explicit MemberDays(const View& view) {
        for (const auto& row : all_memberships(view)) by_party_[row.party].push_back(row);
    }
    [[nodiscard]] bool contain(PartyId party, Date day) const {
        const auto found = by_party_.find(party);
        if (found == by_party_.end()) return false;
        const auto* then = membership_on(found->second, day);
        return then && then->kind == MembershipKind::member;
    }

private:
    std::map<PartyId, std::vector<Membership>> by_party_;
};

// What each member delivered of the product in the year while he was one, and was accepted.
std::map<PartyId, Quantity> delivered_by_members(const View& view, ProductId product,
                                                 std::int32_t year) {
    const auto days = days_of(year);
    const MemberDays members(view);
    const auto replaced = ReplacedDeliveries::of(view, days);
    auto query = select<Delivery>(
        view.db, "WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND product = $4");
    query.integer(view.organisation.number).integer(days.first.days).integer(days.last.days);
    query.integer(product.number);
    const auto kept = kept_parties(view);
    std::map<PartyId, Quantity> volumes;
    Delivery row;
    while (query.next()) {
        read_row(query, describe<Delivery>(), &row);
        if (row.outcome == Outcome::accepted && replaced.counts(row) &&
            members.contain(row.producer, row.day))
            volumes[kept.of(row.producer)] += row.quantity;
    }
    return volumes;
}

std::string place_of(std::size_t i) { return "/to_members/" + std::to_string(i); }

Result<void> check_amount(const std::vector<SurplusOfProduct>& all, std::size_t i,
                          Currency currency) {
    const auto& amount = all[i].amount;
    if (amount.currency != currency)
        return refuse(Refusal::currencies_differ, place_of(i) + "/amount");
    if (amount.is_zero() || amount.is_negative())
        return refuse(Refusal::amount_not_positive, place_of(i) + "/amount");
    for (std::size_t before = 0; before < i; ++before)
        if (all[before].product == all[i].product)
            return refuse(Refusal::duplicate_row, place_of(i) + "/product", all[i].product);
    return {};
}

// The amounts with the volumes by which they are shared.
Result<std::vector<SharedByVolume>> shared(const View& view, std::int32_t year,
                                           const std::vector<SurplusOfProduct>& to_members) {
    const auto currency = own_organisation(view).currency;
    std::vector<SharedByVolume> products;
    for (std::size_t i = 0; i < to_members.size(); ++i) {
        if (auto sound = check_amount(to_members, i, currency); !sound)
            return std::unexpected(sound.error());
        const auto product = find_product(view, to_members[i].product, place_of(i) + "/product");
        if (!product) return std::unexpected(product.error());
        SharedByVolume one{to_members[i].amount, {}};
        for (const auto& [member, quantity] : delivered_by_members(view, product->product, year))
            one.members.push_back({member, quantity});
        if (one.members.empty())
            return refuse(Refusal::nothing_to_settle, place_of(i) + "/product",
                          to_members[i].product);
        products.push_back(std::move(one));
    }
    return products;
}

Money to_members_of(const std::vector<SharedByVolume>& products, Currency currency) {
    Money total{0, currency};
    for (const auto& each : products) total += each.amount;
    return total;
}

// Everything but who decides, so that it is looked at again when it is approved.
Result<std::vector<Leg>> legs_of(const View& view, const SurplusShare& share) {
    if (!is_year_closed(view, share.year)) return refuse(Refusal::year_not_closed, "/year");
    const auto currency = own_organisation(view).currency;
    if (share.reserve.currency != currency) return refuse(Refusal::currencies_differ, "/reserve");
    if (share.reserve.is_negative()) return refuse(Refusal::amount_not_positive, "/reserve");
    const auto products = shared(view, share.year, share.to_members);
    if (!products) return std::unexpected(products.error());
    const auto total = share.reserve + to_members_of(*products, currency);
    if (total.is_zero()) return refuse(Refusal::amount_not_positive, "/reserve");
    const auto there = surplus_in_books(view);
    if (there < total) return refuse(Refusal::surplus_not_enough, "/reserve", print_amount(there));
    return surplus_legs(share.reserve, shares_by_volume(*products));
}

Result<SurplusShare> existing_share(const View& view, SurplusShareNumber number) {
    auto query = select<SurplusShare>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    auto known = first_row<SurplusShare>(query);
    if (!known) return refuse(Refusal::not_found, "/share", std::to_string(number.number));
    return *std::move(known);
}

Result<SurplusShare> proposed_share(const View& view, SurplusShareNumber number) {
    auto known = existing_share(view, number);
    if (known && known->state != VoucherState::proposed)
        return refuse(Refusal::voucher_decided, "/share");
    return known;
}

SurplusShareView view_of(const View& view, const SurplusShare& row) {
    SurplusShareView one{.share = row.number,
                         .year = row.year,
                         .day = row.day,
                         .document = row.document,
                         .reserve = row.reserve,
                         .to_members = row.to_members,
                         .state = row.state,
                         .proposed_by = login_of(view, row.proposed_by),
                         .decided_by = {},
                         .reason = {},
                         .entry = {}};
    show_decision(view, row, one);
    return one;
}

}  // namespace

namespace {

bool is_surplus(const View& view, std::int32_t year, VoucherState state) {
    auto query = view.db.query(
        "SELECT 1 FROM surplus_share WHERE organisation = $1 AND year = $2 AND state = $3");
    query.integer(view.organisation.number).integer(year);
    return query.integer(static_cast<int>(state)).next();
}

}  // namespace

bool is_surplus_decided(const View& view, std::int32_t year) {
    return is_surplus(view, year, VoucherState::posted);
}

bool is_surplus_proposed(const View& view, std::int32_t year) {
    return is_surplus(view, year, VoucherState::proposed);
}

Result<void> propose_surplus(Work& work, const ProposeSurplus& command) {
    if (is_surplus_decided(work, command.year)) return refuse(Refusal::surplus_decided, "/year");
    if (is_surplus_proposed(work, command.year)) return refuse(Refusal::surplus_proposed, "/year");
    SurplusShare made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "surplus_share", "number", work.organisation)},
        .year = command.year,
        .day = command.day,
        .document = command.document,
        .reserve = command.reserve,
        .to_members = command.to_members,
        .proposed_by = work.caller.user,
        .state = VoucherState::proposed,
        .decided_by = {},
        .reason = {},
        .entry = {},
        .position = work.position()};
    if (const auto legs = legs_of(work, made); !legs) return std::unexpected(legs.error());
    if (command.day <= days_of(command.year).last)
        return refuse(Refusal::dates_reversed, "/day", print(command.day));
    if (auto open = check_entry_day(work, command.day); !open) return open;
    insert(work.db, made);
    work.made("surplus_share", made.number.number);
    return {};
}

Result<void> approve_surplus(Work& work, const ApproveSurplus& command) {
    const auto known = proposed_share(work, command.share);
    if (!known) return std::unexpected(known.error());
    if (known->proposed_by == work.caller.user) return refuse(Refusal::same_person, "/share");
    auto legs = legs_of(work, *known);
    if (!legs) return std::unexpected(legs.error());
    auto entry = new_entry(work, EntryKind::surplus_share, known->day, *std::move(legs),
                           known->number.number);
    keep_entry(work, entry);
    keep_decision(work, "surplus_share", known->number.number,
                  {VoucherState::posted, {}, entry.number});
    work.made("entry", entry.number.number);
    return {};
}

Result<void> reject_surplus(Work& work, const RejectSurplus& command) {
    const auto known = proposed_share(work, command.share);
    if (!known) return std::unexpected(known.error());
    keep_decision(work, "surplus_share", known->number.number,
                  {VoucherState::rejected, command.reason, {}});
    return {};
}

Result<void> reverse_surplus(Work& work, const Entry& entry, const std::string& reason) {
    const auto owed = owed_outside_settlements(work);
    const auto kept = kept_parties(work);
    std::map<PartyId, Money> shares;
    for (const auto& leg : entry.legs)
        if (leg.role == AccountRole::producer_payable)
            shares.try_emplace(kept.of(leg.party), Money{0, leg.amount.currency}).first->second -=
                leg.amount;
    for (const auto& [member, share] : shares)
        if (owed.free_of(member) < share)
            return refuse(Refusal::entry_not_by_hand, "/entry", party_names(work).of(member).code);
    keep_decision(work, "surplus_share", entry.subject,
                  {VoucherState::reversed, reason, entry.number});
    work.made("entry", keep_reversal(work, entry, entry.event_date).number);
    return {};
}

Result<SurplusPreviewView> surplus_preview(const View& view, const PreviewSurplus& query) {
    const auto products = shared(view, query.year, query.to_members);
    if (!products) return std::unexpected(products.error());
    const auto names = party_names(view);
    const Money zero{0, own_organisation(view).currency};
    SurplusPreviewView all{surplus_in_books(view), is_year_closed(view, query.year), {}, zero};
    std::map<PartyId, MemberShareView> lines;
    for (std::size_t i = 0; i < products->size(); ++i)
        for (const auto& each : (*products)[i].members) {
            const auto& name = names.of(each.member);
            auto& line =
                lines.try_emplace(each.member, MemberShareView{name.code, name.name, {}, zero})
                    .first->second;
            line.delivered.push_back({query.to_members[i].product, each.quantity});
        }
    for (const auto& each : shares_by_volume(*products)) {
        lines.at(each.member).amount = each.amount;
        all.total += each.amount;
    }
    for (auto& [member, line] : lines) all.members.push_back(std::move(line));
    std::ranges::sort(all.members, {}, &MemberShareView::member);
    return all;
}

Result<SurplusSharesView> surplus_shares(const View& view, const OrganisationQuery&) {
    auto rows = select<SurplusShare>(view.db, "WHERE organisation = $1 ORDER BY number DESC");
    rows.integer(view.organisation.number);
    SurplusSharesView all;
    for (const auto& row : all_rows<SurplusShare>(rows)) all.shares.push_back(view_of(view, row));
    return all;
}

}  // namespace ayni
