#include "app/voucher_queries.h"

#include "app/bank_match_queries.h"
#include "app/bank_use_limit_queries.h"
#include "app/closing_queries.h"
#include "app/decision_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/open_payables_queries.h"
#include "app/overdraft_queries.h"
#include "app/use_cases.h"
#include "kernel/check.h"
#include "store/tables.h"

namespace ayni {
namespace {

Result<std::vector<VoucherLine>> lines_of(const View& view,
                                          const std::vector<VoucherLineInput>& inputs) {
    std::vector<VoucherLine> lines;
    for (const auto& input : inputs) {
        const auto where = "/lines/" + std::to_string(lines.size()) + "/party";
        const auto party = find_party_if(view, input.party, where);
        if (!party) return std::unexpected(party.error());
        lines.push_back({input.account, *party, input.amount});
    }
    return lines;
}

// The same paper of the same payee, unless it was sent back.
bool is_known(const View& view, const std::string& document, PartyId payee) {
    auto query = view.db.query(
        "SELECT 1 FROM voucher WHERE organisation = $1 AND document = $2 AND payee = $3 AND state "
        "IN ($4, $5)");
    query.integer(view.organisation.number).text(document).integer(payee.number);
    query.integer(static_cast<int>(VoucherState::proposed));
    query.integer(static_cast<int>(VoucherState::posted));
    return query.next();
}

Result<Voucher> existing_voucher(const View& view, VoucherNumber number) {
    auto query = select<Voucher>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    auto known = first_row<Voucher>(query);
    if (!known) return refuse(Refusal::not_found, "/voucher", std::to_string(number.number));
    return *std::move(known);
}

Result<Voucher> proposed_voucher(const View& view, VoucherNumber number) {
    auto known = existing_voucher(view, number);
    if (known && known->state != VoucherState::proposed)
        return refuse(Refusal::voucher_decided, "/voucher");
    return known;
}

Money total_of(const Voucher& voucher) {
    Money total{0, voucher.lines.front().amount.currency};
    for (const auto& line : voucher.lines) total += line.amount;
    return total;
}

bool is_cash_above_limit(const View& view, const Voucher& voucher) {
    const bool is_cash = voucher.paid_from == AccountRole::cash ||
                         voucher.paid_from == AccountRole::petty_cash;
    return is_cash && reaches_bank_use_limit(view, voucher.day, total_of(voucher));
}

VoucherView view_of(const View& view, const Voucher& voucher, const PartyNames& names) {
    VoucherView one{.number = voucher.number,
                    .day = voucher.day,
                    .document = voucher.document,
                    .purpose = voucher.purpose,
                    .payee = names.code(voucher.payee),
                    .payee_name = {},
                    .lines = {},
                    .paid_from = voucher.paid_from,
                    .total = total_of(voucher),
                    .state = voucher.state,
                    .proposed_by = login_of(view, voucher.proposed_by),
                    .decided_by = {},
                    .reason = {},
                    .entry = {},
                    .cash_above_limit = is_cash_above_limit(view, voucher)};
    if (one.payee) one.payee_name = names.of(voucher.payee).name;
    show_decision(view, voucher, one);
    for (const auto& line : voucher.lines)
        one.lines.push_back({line.account, names.code(line.party), line.amount});
    return one;
}

Refusal beyond(AccountRole role) {
    switch (role) {
        case AccountRole::staff_advance: return Refusal::advance_accounted;
        case AccountRole::petty_cash: return Refusal::petty_cash_short;
        case AccountRole::compensation: return Refusal::above_compensations;
        default: return Refusal::above_what_is_owed;
    }
}

// What somebody was given to account for, or owes for what he let spoil, is accounted for once; the
// petty cash holds no more than was put into it, and no more is claimed than was compensated.
// Nobody is paid more than he is owed, advanced, or than was withheld for him: what he gets before
// is an advance, another account's.
Result<void> check_overdraft(const View& view, const std::vector<Leg>& legs, AccountRole paid_from,
                             std::string_view where_paid, std::string_view where_lines) {
    const auto overdraft = overdraft_of(view, legs);
    if (!overdraft) return {};
    return refuse(beyond(overdraft->role),
                  std::string(overdraft->role == paid_from ? where_paid : where_lines),
                  print_amount(overdraft->left));
}

}  // namespace

Result<void> propose_voucher(Work& work, const ProposeVoucher& command) {
    if (auto open = check_entry_day(work, command.day); !open) return open;
    const auto payee = find_party_if(work, command.payee, "/payee");
    if (!payee) return std::unexpected(payee.error());
    // Spoiled milk was a producer's.
    if (command.paid_from == AccountRole::producer_payable && command.payee)
        if (auto producer = find_supplier(work, *command.payee); !producer)
            return refuse(producer.error().reason(), "/payee", *command.payee);
    const auto lines = lines_of(work, command.lines);
    if (!lines) return std::unexpected(lines.error());
    const auto currency = own_organisation(work).currency;
    const auto legs = voucher_legs(*lines, command.paid_from, *payee, currency);
    if (!legs) return std::unexpected(legs.error());
    if (auto left = check_overdraft(work, *legs, command.paid_from, "/paid_from", "/lines"); !left)
        return left;
    if (is_known(work, command.document, *payee))
        return refuse(Refusal::already_recorded, "/document", command.document);
    const VoucherNumber number{next_number(work.db, "voucher", "number", work.organisation)};
    insert(work.db, Voucher{.organisation = work.organisation,
                            .number = number,
                            .day = command.day,
                            .document = command.document,
                            .purpose = command.purpose,
                            .payee = *payee,
                            .lines = *lines,
                            .paid_from = command.paid_from,
                            .proposed_by = work.caller.user,
                            .state = VoucherState::proposed,
                            .decided_by = {},
                            .reason = {},
                            .entry = {},
                            .position = work.position()});
    work.made("voucher", number.number);
    return {};
}

Result<void> approve_voucher(Work& work, const ApproveVoucher& command) {
    const auto known = proposed_voucher(work, command.voucher);
    if (!known) return std::unexpected(known.error());
    if (known->proposed_by == work.caller.user) return refuse(Refusal::same_person, "/voucher");
    auto legs = voucher_legs(known->lines, known->paid_from, known->payee,
                             total_of(*known).currency);
    CHECK(legs.has_value());
    if (auto left = check_overdraft(work, *legs, known->paid_from, "/voucher", "/voucher"); !left)
        return left;
    auto entry = new_entry(work, entry_kind_of(known->paid_from), known->day, *std::move(legs),
                           known->number.number, known->payee);
    keep_entry(work, entry);
    keep_decision(work, "voucher", known->number.number, {VoucherState::posted, {}, entry.number});
    match_voucher(work, known->number, entry.number);
    work.made("entry", entry.number.number);
    return {};
}

Result<void> reject_voucher(Work& work, const RejectVoucher& command) {
    const auto known = proposed_voucher(work, command.voucher);
    if (!known) return std::unexpected(known.error());
    keep_decision(work, "voucher", known->number.number,
                  {VoucherState::rejected, command.reason, {}});
    return {};
}

Result<void> reverse_voucher(Work& work, const Entry& entry, const std::string& reason) {
    const auto known = existing_voucher(work, VoucherNumber{entry.subject});
    CHECK(known.has_value());
    // What a producer was promised for spoiled milk is his once it is paid or under way.
    if (known->paid_from == AccountRole::producer_payable &&
        owed_outside_settlements(work).free_of(kept_parties(work).of(known->payee)) <
            total_of(*known))
        return refuse(Refusal::entry_not_by_hand, "/entry");
    if (auto left = check_still_there(work, entry, "/entry"); !left) return left;
    keep_decision(work, "voucher", known->number.number,
                  {VoucherState::reversed, reason, entry.number});
    work.made("entry", keep_reversal(work, entry, entry.event_date).number);
    return {};
}

Result<VouchersView> vouchers(const View& view, const VouchersQuery& query) {
    auto rows = select<Voucher>(
        view.db, "WHERE organisation = $1 AND day BETWEEN $2 AND $3 ORDER BY number DESC");
    rows.integer(view.organisation.number);
    rows.integer(query.first.value_or(Date{INT32_MIN}).days);
    rows.integer(query.last.value_or(latest_day).days);
    const auto names = party_names(view);
    VouchersView all;
    for (const auto& row : all_rows<Voucher>(rows))
        if (!query.state || row.state == *query.state)
            all.vouchers.push_back(view_of(view, row, names));
    return all;
}

}  // namespace ayni
