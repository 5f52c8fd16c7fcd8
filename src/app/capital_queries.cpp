#include "app/capital_queries.h"

#include <algorithm>

#include "app/bank_use_limit_queries.h"
#include "app/closing_queries.h"
#include "app/decision_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/open_payables_queries.h"
#include "kernel/check.h"
#include "store/capital_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_member_on(const View& view, PartyId party, Date day) {
    const auto known = memberships(view, party);
    const auto* then = membership_on(known, day);
    return then && then->kind == MembershipKind::member;
}

// The same paper of the same member, unless it was sent back.
bool is_known(const View& view, const CapitalMovement& movement) {
    auto query = view.db.query(
        "SELECT 1 FROM capital_movement WHERE organisation = $1 AND document = $2 AND member = $3 "
        "AND kind = $4 AND state IN ($5, $6)");
    query.integer(view.organisation.number).text(movement.document);
    query.integer(movement.member.number).integer(static_cast<int>(movement.kind));
    query.integer(static_cast<int>(VoucherState::proposed));
    query.integer(static_cast<int>(VoucherState::posted));
    return query.next();
}

// Proposed refunds of the member beside this one.
Money pledged(const View& view, const CapitalMovement& movement) {
    auto query = view.db.query(
        "SELECT CAST(coalesce(sum(amount), 0) AS BIGINT) FROM capital_movement WHERE organisation "
        "= $1 AND member = $2 AND kind = $3 AND state = $4 AND number <> $5");
    query.integer(view.organisation.number).integer(movement.member.number);
    query.integer(static_cast<int>(CapitalKind::refund));
    query.integer(static_cast<int>(VoucherState::proposed)).integer(movement.number.number);
    return {query.next() ? query.integer_at(0) : 0, movement.amount.currency};
}

// He left, and has that much on the day and by now, besides what others propose.
Result<void> check_refund(const View& view, const CapitalMovement& movement) {
    if (is_member_on(view, movement.member, movement.day))
        return refuse(Refusal::still_a_member, "/member");
    const auto free = least(shares_on(view, movement.day).of(movement.member),
                            shares_on(view, latest_day).of(movement.member)) -
                      pledged(view, movement);
    if (free < movement.amount)
        return refuse(Refusal::capital_not_enough, "/amount", print_amount(free));
    return {};
}

template <class Command>
Result<CapitalMovement> movement_of(Work& work, const Command& command, CapitalKind kind) {
    const auto party = find_party(work, command.member, "/member");
    if (!party) return std::unexpected(party.error());
    if (auto open = check_entry_day(work, command.day); !open) return std::unexpected(open.error());
    CapitalMovement made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "capital_movement", "number", work.organisation)},
        .kind = kind,
        .member = party->party,
        .day = command.day,
        .amount = command.amount,
        .account = command.account,
        .document = command.document,
        .proposed_by = work.caller.user,
        .state = VoucherState::proposed,
        .decided_by = {},
        .reason = {},
        .entry = {},
        .position = work.position()};
    if (auto legs = capital_legs(made, own_organisation(work).currency); !legs)
        return std::unexpected(legs.error());
    if (is_known(work, made))
        return refuse(Refusal::already_recorded, "/document", command.document);
    return made;
}

EntryNumber post(Work& work, const CapitalMovement& movement) {
    auto legs = capital_legs(movement, movement.amount.currency);
    CHECK(legs.has_value());
    auto entry = new_entry(work, EntryKind::capital, movement.day, *std::move(legs),
                           movement.number.number, movement.member);
    keep_entry(work, entry);
    work.made("entry", entry.number.number);
    return entry.number;
}

std::optional<CapitalMovement> find_movement(const View& view, CapitalNumber number) {
    auto query = select<CapitalMovement>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    return first_row<CapitalMovement>(query);
}

Result<CapitalMovement> proposed_refund(const View& view, CapitalNumber number) {
    auto known = find_movement(view, number);
    if (!known || known->kind != CapitalKind::refund)
        return refuse(Refusal::not_found, "/refund", std::to_string(number.number));
    if (known->state != VoucherState::proposed) return refuse(Refusal::voucher_decided, "/refund");
    return *std::move(known);
}

// What he owes the organisation itself.
Money own_debts(const Balances& books, PartyId party, Currency currency) {
    using enum AccountRole;
    Money owes{0, currency};
    for (const auto role : {producer_advance, producer_receivable, input_receivable, loan_principal,
                            interest_receivable, claim_receivable})
        owes += books.of(role, party, currency);
    return owes;
}

CapitalMovementView view_of(const View& view, const CapitalMovement& row, const PartyNames& names,
                            const Balances& books) {
    const auto& name = names.of(row.member);
    CapitalMovementView one{.number = row.number,
                            .kind = row.kind,
                            .member = name.code,
                            .name = name.name,
                            .day = row.day,
                            .amount = row.amount,
                            .account = row.account,
                            .document = row.document,
                            .state = row.state,
                            .proposed_by = login_of(view, row.proposed_by),
                            .decided_by = {},
                            .reason = {},
                            .entry = {},
                            .owes = own_debts(books, row.member, row.amount.currency),
                            .cash_above_limit = row.account == AccountRole::cash &&
                                                reaches_bank_use_limit(view, row.day, row.amount)};
    show_decision(view, row, one);
    return one;
}

}  // namespace

ShareRegister shares_on(const View& view, Date day) {
    ShareRegister shares(own_organisation(view).currency);
    auto query = select<Entry>(view.db, "WHERE organisation = $1 AND date <= $2 ORDER BY number");
    query.integer(view.organisation.number).integer(day.days);
    Entry entry;
    while (query.next()) {
        read_row(query, describe<Entry>(), &entry);
        shares.add(entry);
    }
    return shares;
}

Result<void> contribute_capital(Work& work, const ContributeCapital& command) {
    auto made = movement_of(work, command, CapitalKind::contribution);
    if (!made) return std::unexpected(made.error());
    if (!is_member_on(work, made->member, made->day))
        return refuse(Refusal::not_a_member, "/member");
    work.made("capital", made->number.number);
    made->state = VoucherState::posted;
    made->entry = post(work, *made);
    insert(work.db, *made);
    return {};
}

Result<void> refund_capital(Work& work, const RefundCapital& command) {
    const auto made = movement_of(work, command, CapitalKind::refund);
    if (!made) return std::unexpected(made.error());
    if (auto sound = check_refund(work, *made); !sound) return sound;
    insert(work.db, *made);
    work.made("capital", made->number.number);
    return {};
}

Result<void> approve_refund(Work& work, const ApproveRefund& command) {
    const auto known = proposed_refund(work, command.refund);
    if (!known) return std::unexpected(known.error());
    if (known->proposed_by == work.caller.user) return refuse(Refusal::same_person, "/refund");
    if (auto sound = check_refund(work, *known); !sound) return sound;
    keep_decision(work, "capital_movement", known->number.number,
                  {VoucherState::posted, {}, post(work, *known)});
    return {};
}

Result<void> reject_refund(Work& work, const RejectRefund& command) {
    const auto known = proposed_refund(work, command.refund);
    if (!known) return std::unexpected(known.error());
    keep_decision(work, "capital_movement", known->number.number,
                  {VoucherState::rejected, command.reason, {}});
    return {};
}

Result<void> reverse_capital(Work& work, const Entry& entry, const std::string& reason) {
    const auto known = find_movement(work, CapitalNumber{entry.subject});
    CHECK(known.has_value());
    const bool is_refund = known->kind == CapitalKind::refund;
    const auto member = kept_parties(work).of(known->member);
    const auto has = shares_on(work, latest_day).of(member) - pledged(work, *known);
    if (!is_refund && has < known->amount)
        return refuse(Refusal::capital_not_enough, "/entry", print_amount(has));
    if (is_refund && known->account == AccountRole::producer_payable &&
        owed_outside_settlements(work).free_of(member) < known->amount)
        return refuse(Refusal::entry_not_by_hand, "/entry");
    keep_decision(work, "capital_movement", known->number.number,
                  {VoucherState::reversed, reason, entry.number});
    work.made("entry", keep_reversal(work, entry, entry.event_date).number);
    return {};
}

Result<CapitalRegisterView> capital_register(const View& view, const CapitalRegisterQuery& query) {
    const auto shares = shares_on(view, query.as_of.value_or(latest_day));
    const auto names = party_names(view);
    CapitalRegisterView all{{}, Money{0, own_organisation(view).currency}};
    for (const auto& [party, line] : shares.lines()) {
        if (view.own_party && party != *view.own_party) continue;
        const auto& name = names.of(party);
        all.members.push_back(
            {name.code, name.name, is_member_on(view, party, query.as_of.value_or(view.today)),
             line.settled, line.contributed, line.refunded, line.other, line.balance()});
        all.total += line.balance();
    }
    std::ranges::sort(all.members, {}, &CapitalLine::member);
    return all;
}

Result<CapitalMovementsView> capital_movements(const View& view,
                                               const CapitalMovementsQuery& query) {
    const auto wanted = find_party_if(view, query.member, "/member");
    if (!wanted) return std::unexpected(wanted.error());
    auto rows = select<CapitalMovement>(view.db, "WHERE organisation = $1 ORDER BY number DESC");
    rows.integer(view.organisation.number);
    const auto names = party_names(view);
    const auto books = balances_on(view, latest_day);
    CapitalMovementsView all;
    for (const auto& row : all_rows<CapitalMovement>(rows)) {
        if (!wanted->is_none() && row.member != *wanted) continue;
        if (query.state && row.state != *query.state) continue;
        all.movements.push_back(view_of(view, row, names, books));
    }
    return all;
}

}  // namespace ayni
