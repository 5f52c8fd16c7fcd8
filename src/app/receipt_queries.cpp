#include <set>

#include "app/bank_books_queries.h"
#include "app/buyer_account_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/sale_queries.h"
#include "app/overdraft_queries.h"
#include "domain/sale/apply_receipt.h"
#include "domain/sale/sale_legs.h"
#include "kernel/check.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_known(const View& view, PartyId buyer, const std::string& document) {
    auto query = view.db.query(
        "SELECT 1 FROM buyer_receipt WHERE organisation = $1 AND buyer = $2 AND document = $3 AND "
        "reversed = 0");
    query.integer(view.organisation.number).integer(buyer.number).text(document);
    return query.next();
}

Result<void> check_amount(Money amount, Currency currency, const std::string& where,
                          std::int64_t least_minor) {
    if (amount.currency != currency) return refuse(Refusal::currencies_differ, where + "/currency");
    if (amount.minor < least_minor) return refuse(Refusal::amount_not_positive, where);
    return {};
}

// What he took off, checked; `advanced` is what he may take off for what he had advanced.
Result<Money> check_taken_off(const std::vector<TakenOff>& taken_off, Money advanced) {
    Money sum{0, advanced.currency};
    for (std::size_t i = 0; i < taken_off.size(); ++i) {
        const auto where = "/taken_off/" + std::to_string(i);
        const auto& [account, amount] = taken_off[i];
        if (account != AccountRole::buyer_advance && account != AccountRole::sales_produce &&
            account != AccountRole::bank_charges)
            return refuse(Refusal::not_a_choice, where + "/account", std::string(name_of(account)));
        if (auto sound = check_amount(amount, advanced.currency, where + "/amount", 1); !sound)
            return std::unexpected(sound.error());
        sum += amount;
        if (account != AccountRole::buyer_advance) continue;
        if (advanced < amount)
            return refuse(Refusal::above_what_is_owed, where + "/amount", print_amount(advanced));
        advanced -= amount;
    }
    return sum;
}

// The lots that the money is for; none: whatever is due first.
Result<std::optional<std::set<LotNumber>>> lots_meant(const View& view,
                                                      const RecordReceipt& command, PartyId buyer) {
    if (!command.lots && !command.liquidation) return std::nullopt;
    std::set<LotNumber> lots;
    if (command.liquidation) {
        const auto meant = existing_liquidation(view, *command.liquidation);
        if (!meant) return std::unexpected(meant.error());
        if (meant->buyer != buyer) return refuse(Refusal::not_found, "/liquidation");
        for (const auto& line : lines_of(view, meant->number)) lots.insert(line.lot);
    }
    const auto codes = command.lots.value_or(std::vector<std::string>{});
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto where = "/lots/" + std::to_string(i);
        const auto lot = existing_lot(view, codes[i], where);
        if (!lot) return std::unexpected(lot.error());
        if (lot->buyer != buyer) return refuse(Refusal::not_found, where, codes[i]);
        lots.insert(lot->number);
    }
    return lots;
}

// Money pays what arose by the day on which it came; before that it is an advance.
std::vector<PayableClaim> payable(const View& view, PartyId buyer, Date day,
                                  const std::optional<std::set<LotNumber>>& lots) {
    std::vector<PayableClaim> claims;
    for (const auto& item : buyer_items(view, buyer, latest_day))
        if (item.claim.day <= day && (!lots || lots->contains({item.claim.lot})))
            claims.push_back({item.claim.lot, item.claim.amount, item.contested});
    return claims;
}

std::optional<BuyerReceipt> find_receipt(const View& view, std::string_view column,
                                         std::int64_t number) {
    auto query = select<BuyerReceipt>(
        view.db, "WHERE organisation = $1 AND " + std::string(column) + " = $2");
    query.integer(view.organisation.number).integer(number);
    return first_row<BuyerReceipt>(query);
}

void reverse(Work& work, const BuyerReceipt& receipt) {
    const auto entry = find_entry(work, receipt.entry);
    CHECK(entry.has_value());
    work.made("entry", keep_reversal(work, *entry, entry->event_date).number);
    work.db.query("UPDATE buyer_receipt SET reversed = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(receipt.number.number)
        .integer(work.position())
        .run();
}

}  // namespace

Result<void> record_receipt(Work& work, const RecordReceipt& command) {
    const auto buyer = find_buyer(work, command.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    if (command.into != AccountRole::bank && command.into != AccountRole::cash)
        return refuse(Refusal::not_a_choice, "/into", std::string(name_of(command.into)));
    if (auto open = check_entry_day(work, command.day); !open) return open;
    const auto currency = own_organisation(work).currency;
    if (auto sound = check_amount(command.amount, currency, "/amount", 0); !sound) return sound;
    if (is_known(work, buyer->party, command.document))
        return refuse(Refusal::already_recorded, "/document", command.document);
    const auto lots = lots_meant(work, command, buyer->party);
    if (!lots) return std::unexpected(lots.error());
    BuyerReceipt made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "buyer_receipt", "number", work.organisation)},
        .buyer = buyer->party,
        .day = command.day,
        .amount = command.amount,
        .kept_in = command.into,
        .document = command.document,
        .taken_off = command.taken_off.value_or(std::vector<TakenOff>{}),
        .advance = Money{0, currency},
        .entry = {},
        .position = work.position(),
        .reversed = 0};
    const auto taken_off = check_taken_off(
        made.taken_off,
        advanced_by(buyer_entries(work, buyer->party, latest_day), buyer->party, currency));
    if (!taken_off) return std::unexpected(taken_off.error());
    const auto paid = command.amount + *taken_off;
    if (paid.is_zero()) return refuse(Refusal::amount_not_positive, "/amount");
    const auto applied = apply_receipt(paid, payable(work, buyer->party, command.day, *lots));
    if (!applied.rest.is_zero() && !command.rest_is_advance.value_or(false))
        return refuse(Refusal::above_what_is_owed, "/amount", print_amount(paid - applied.rest));
    made.advance = applied.rest;
    auto entry = new_entry(work, EntryKind::receipt, command.day, receipt_legs(made, applied),
                           made.number.number, buyer->party);
    keep_entry(work, entry);
    made.entry = entry.number;
    insert(work.db, made);
    work.made("receipt", made.number.number);
    work.made("entry", entry.number.number);
    return {};
}

Result<void> reverse_receipt(Work& work, const ReverseReceipt& command) {
    const auto known = find_receipt(work, "number", command.receipt.number);
    if (!known) return refuse(Refusal::not_found, "/receipt");
    if (known->reversed != 0) return refuse(Refusal::entry_reversed_already, "/receipt");
    // What the bank says happened is taken from its line first.
    if (is_stated(work, known->entry)) return refuse(Refusal::line_matched, "/receipt");
    const auto entry = find_entry(work, known->entry);
    CHECK(entry.has_value());
    if (auto left = check_still_there(work, *entry, "/receipt"); !left) return left;
    reverse(work, *known);
    return {};
}

Result<void> reverse_receipt_of(Work& work, const Entry& entry) {
    const auto known = find_receipt(work, "entry", entry.number.number);
    CHECK(known.has_value());
    if (auto left = check_still_there(work, entry, "/entry"); !left) return left;
    reverse(work, *known);
    return {};
}

}  // namespace ayni
