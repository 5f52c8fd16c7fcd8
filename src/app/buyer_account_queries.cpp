#include "app/buyer_account_queries.h"

#include <algorithm>
#include <tuple>

#include "app/bank_use_limit_queries.h"
#include "app/lookup_queries.h"
#include "app/sale_queries.h"
#include "domain/sale/reconcile_lot.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_agent_of(const View& view, PartyId buyer) {
    auto query = view.db.query(
        "SELECT 1 FROM buying_policy WHERE organisation = $1 AND buyer = $2");
    return query.integer(view.organisation.number).integer(buyer.number).next();
}

// A claim about no lot is due as it arises. Of what was bought for him, the newest is disputed.
void spread_contested(std::vector<BuyerItem>& items, Money contested) {
    for (auto item = items.rbegin(); item != items.rend() && contested.minor > 0; ++item) {
        if (item->claim.lot != 0 || item->claim.amount.is_negative()) continue;
        item->contested = least(item->claim.amount, contested);
        contested -= item->contested;
    }
}

// What he has paid too much is never late.
std::int32_t days_late(const BuyerItem& item, Date as_of) {
    return item.claim.amount.is_negative() ? 0 : std::max(as_of - item.due, 0);
}

BuyerItemView view_of(const BuyerItem& item, Date as_of) {
    BuyerItemView one{.lot = {},
                      .kind = item.claim.kind,
                      .entry = item.claim.entry,
                      .liquidation = {},
                      .document = {},
                      .invoice = {},
                      .day = item.claim.day,
                      .due = item.due,
                      .days_late = days_late(item, as_of),
                      .amount = item.claim.amount,
                      .contested = item.contested};
    if (item.lot) one.lot = item.lot->code;
    if (item.liquidation) {
        one.liquidation = item.liquidation->number;
        one.document = item.liquidation->document;
        if (!item.liquidation->invoice.empty()) one.invoice = item.liquidation->invoice;
    }
    return one;
}

// What is in dispute is not late.
void add_to(BuyerAccountView& account, const BuyerItemView& item) {
    account.owed += item.amount;
    account.contested += item.contested;
    const auto undisputed = item.amount - item.contested;
    auto& ageing = account.ageing;
    auto& slot = item.days_late == 0    ? ageing.not_due
                 : item.days_late <= 30 ? ageing.to_30
                 : item.days_late <= 60 ? ageing.to_60
                 : item.days_late <= 90 ? ageing.to_90
                                        : ageing.older;
    slot += undisputed;
    ageing.not_due += item.contested;
    if (item.days_late == 0) return;
    account.overdue += undisputed;
}

std::vector<BuyerReceiptView> receipts_of(const View& view, PartyId buyer, Date as_of) {
    auto query = select<BuyerReceipt>(
        view.db, "WHERE organisation = $1 AND buyer = $2 AND day <= $3 ORDER BY number DESC");
    query.integer(view.organisation.number).integer(buyer.number).integer(as_of.days);
    std::vector<BuyerReceiptView> all;
    for (const auto& row : all_rows<BuyerReceipt>(query))
        all.push_back({row.number, row.day, row.amount, row.kept_in, row.document, row.advance,
                       row.entry, row.reversed != 0,
                       row.kept_in == AccountRole::cash &&
                           reaches_bank_use_limit(view, row.day, row.amount)});
    return all;
}

}  // namespace

std::vector<Entry> buyer_entries(const View& view, PartyId buyer, Date as_of) {
    // Entries of others that may move his account: those made by hand or by a bank, and, where
    // milk is bought for him, those of settlements.
    auto query = select<Entry>(
        view.db,
        "WHERE organisation = $1 AND date <= $2 AND (party = $3 OR kind IN ($4, $5, $6, $7, $8, "
        "$9)) ORDER BY number");
    query.integer(view.organisation.number).integer(as_of.days).integer(buyer.number);
    for (const auto kind :
         {EntryKind::reversal, EntryKind::voucher, EntryKind::opening, EntryKind::bank_line,
          EntryKind::merge, is_agent_of(view, buyer) ? EntryKind::settlement : EntryKind::sale})
        query.integer(static_cast<int>(kind));
    return all_rows<Entry>(query);
}

Money advanced_by(const std::vector<Entry>& entries, PartyId buyer, Currency currency) {
    Money sum{0, currency};
    for (const auto& entry : entries)
        for (const auto& leg : entry.legs)
            if (leg.role == AccountRole::buyer_advance && leg.party == buyer) sum -= leg.amount;
    return sum;
}

std::map<LotNumber, Money> contested_of(const View& view, PartyId buyer, Date as_of) {
    auto query = select<LiquidationLine>(
        view.db,
        "WHERE organisation = $1 AND outcome = $2 AND EXISTS (SELECT 1 FROM liquidation q WHERE "
        "q.organisation = liquidation_line.organisation AND q.number = "
        "liquidation_line.liquidation AND q.buyer = $3 AND q.undone = 0 AND q.day <= $4) AND NOT "
        "EXISTS (SELECT 1 FROM dispute_decision d WHERE d.organisation = "
        "liquidation_line.organisation AND d.liquidation = liquidation_line.liquidation AND d.lot "
        "= liquidation_line.lot AND d.reopened = 0)");
    query.integer(view.organisation.number).integer(static_cast<int>(LineOutcome::disputed));
    query.integer(buyer.number).integer(as_of.days);
    const Money nothing{0, own_organisation(view).currency};
    std::map<LotNumber, Money> open;
    for (const auto& line : all_rows<LiquidationLine>(query))
        open.try_emplace(line.lot, nothing).first->second += contested(line);
    return open;
}

std::map<LotNumber, Liquidation> liquidations_by_lot(const View& view, PartyId buyer, Date as_of) {
    auto query = select<Liquidation>(
        view.db,
        "WHERE organisation = $1 AND buyer = $2 AND undone = 0 AND day <= $3 ORDER BY number");
    query.integer(view.organisation.number).integer(buyer.number).integer(as_of.days);
    std::map<LotNumber, Liquidation> by_lot;
    for (const auto& row : all_rows<Liquidation>(query))
        for (const auto& line : lines_of(view, row.number))
            if (!line.lot.is_none()) by_lot.emplace(line.lot, row);
    return by_lot;
}

std::vector<BuyerItem> buyer_items(const View& view, PartyId buyer, Date as_of) {
    std::map<LotNumber, Lot> lots;
    for (auto& lot : lots_where(view, buyer)) lots.emplace(lot.number, std::move(lot));
    const auto liquidations = liquidations_by_lot(view, buyer, as_of);
    const auto disputes = contested_of(view, buyer, as_of);
    const Money nothing{0, own_organisation(view).currency};
    std::vector<BuyerItem> items;
    for (const auto& claim : buyer_claims(buyer_entries(view, buyer, as_of), buyer)) {
        BuyerItem item{claim, {}, {}, claim.day, nothing};
        if (const auto lot = lots.find({claim.lot}); lot != lots.end()) {
            item.lot = lot->second;
            item.due = lot->second.due.value_or(claim.day);
            if (const auto of_it = liquidations.find({claim.lot}); of_it != liquidations.end())
                item.liquidation = of_it->second;
            if (const auto open = disputes.find({claim.lot});
                open != disputes.end() && claim.amount.minor > 0)
                item.contested = least(open->second, claim.amount);
        }
        items.push_back(std::move(item));
    }
    if (const auto open = disputes.find({}); open != disputes.end())
        spread_contested(items, open->second);
    std::ranges::stable_sort(items, {}, [](const BuyerItem& each) { return each.due; });
    return items;
}

bool is_any_paid(const View& view, PartyId buyer, const std::set<LotNumber>& lots) {
    for (const auto& entry : standing(buyer_entries(view, buyer, latest_day))) {
        if (entry.kind != EntryKind::receipt) continue;
        for (const auto& leg : entry.legs)
            if (leg.item != 0 && leg.role == AccountRole::buyer_receivable &&
                lots.contains({leg.item}))
                return true;
    }
    return false;
}

Result<BuyerAccountView> buyer_account(const View& view, const BuyerAccountQuery& query) {
    const auto buyer = asked_buyer(view, query.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    if (buyer->is_none()) return refuse(Refusal::field_missing, "/buyer");
    const auto currency = own_organisation(view).currency;
    const Money nothing{0, currency};
    const auto names = party_names(view);
    BuyerAccountView account{
        .buyer = names.of(*buyer).code,
        .name = names.of(*buyer).name,
        .as_of = query.as_of,
        .items = {},
        .owed = nothing,
        .overdue = nothing,
        .contested = nothing,
        .advance = advanced_by(buyer_entries(view, *buyer, query.as_of), *buyer, currency),
        .ageing = {nothing, nothing, nothing, nothing, nothing},
        .receipts = receipts_of(view, *buyer, query.as_of)};
    for (const auto& item : buyer_items(view, *buyer, query.as_of)) {
        account.items.push_back(view_of(item, query.as_of));
        add_to(account, account.items.back());
    }
    return account;
}

}  // namespace ayni
