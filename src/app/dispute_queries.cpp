#include "app/buyer_account_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/sale_queries.h"
#include "domain/sale/reconcile_lot.h"
#include "domain/sale/sale_legs.h"
#include "kernel/check.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

Result<LiquidationLine> disputed_line(const View& view, LiquidationNumber liquidation,
                                      const std::optional<std::string>& code) {
    LotNumber lot;
    if (code) {
        const auto known = existing_lot(view, *code);
        if (!known) return std::unexpected(known.error());
        lot = known->number;
    }
    for (const auto& line : lines_of(view, liquidation))
        if (line.lot == lot && line.outcome == LineOutcome::disputed) return line;
    return refuse(Refusal::not_found, "/lot", code.value_or(std::string()));
}

// What the lot is worth by the decision.
Result<Money> decided_worth(const SettleDispute& command, const LiquidationLine& line) {
    if (command.outcome != DisputeEnd::agreed) {
        if (command.worth) return refuse(Refusal::not_a_choice, "/worth");
        return command.outcome == DisputeEnd::ours
                   ? line.ours
                   : his_worth({line.weight, line.amount, line.inputs, line.penalty}, line.backed);
    }
    if (!command.worth) return refuse(Refusal::field_missing, "/worth");
    if (command.worth->currency != line.ours.currency)
        return refuse(Refusal::currencies_differ, "/worth/currency");
    if (command.worth->is_negative()) return refuse(Refusal::amount_not_positive, "/worth");
    return *command.worth;
}

}  // namespace

std::optional<DisputeDecision> decision_about(const View& view, LiquidationNumber liquidation,
                                              LotNumber lot) {
    auto query = select<DisputeDecision>(
        view.db, "WHERE organisation = $1 AND liquidation = $2 AND lot = $3 AND reopened = 0");
    query.integer(view.organisation.number).integer(liquidation.number).integer(lot.number);
    return first_row<DisputeDecision>(query);
}

Result<void> settle_dispute(Work& work, const SettleDispute& command) {
    const auto known = existing_liquidation(work, command.liquidation);
    if (!known) return std::unexpected(known.error());
    const auto line = disputed_line(work, known->number, command.lot);
    if (!line) return std::unexpected(line.error());
    if (decision_about(work, known->number, line->lot))
        return refuse(Refusal::dispute_decided, "/lot");
    if (known->imported_by == work.caller.user) return refuse(Refusal::same_person, "/liquidation");
    if (auto open = check_entry_day(work, command.day); !open) return open;
    if (command.day < known->day) return refuse(Refusal::dates_reversed, "/day", print(known->day));
    const auto worth = decided_worth(command, *line);
    if (!worth) return std::unexpected(worth.error());
    DisputeDecision made{
        .organisation = work.organisation,
        .number = {next_number(work.db, "dispute_decision", "number", work.organisation)},
        .liquidation = known->number,
        .lot = line->lot,
        .day = command.day,
        .outcome = command.outcome,
        .worth = *worth,
        .reason = command.reason,
        .entry = {},
        .decided_by = work.caller.user,
        .position = work.position(),
        .reopened = 0};
    work.made("decision", made.number.number);
    auto legs = correction_legs(*worth - line->ours, known->buyer, line->lot, income_of(line->lot));
    if (!legs.empty()) {
        auto entry = new_entry(work, EntryKind::sale, command.day, std::move(legs),
                               known->number.number, known->buyer);
        keep_entry(work, entry);
        made.entry = entry.number;
        work.made("entry", entry.number.number);
    }
    insert(work.db, made);
    return {};
}

Result<void> reopen_dispute(Work& work, const ReopenDispute& command) {
    auto query = select<DisputeDecision>(
        work.db, "WHERE organisation = $1 AND number = $2 AND reopened = 0");
    query.integer(work.organisation.number).integer(command.decision.number);
    const auto known = first_row<DisputeDecision>(query);
    if (!known) return refuse(Refusal::not_found, "/decision");
    const auto liquidation = existing_liquidation(work, known->liquidation);
    CHECK(liquidation.has_value());
    if (!known->lot.is_none() && is_any_paid(work, liquidation->buyer, {known->lot}))
        return refuse(Refusal::sale_paid, "/decision");
    if (!known->entry.is_none()) {
        const auto entry = find_entry(work, known->entry);
        CHECK(entry.has_value());
        work.made("entry", keep_reversal(work, *entry, entry->event_date).number);
    }
    work.db
        .query("UPDATE dispute_decision SET reopened = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    return {};
}

}  // namespace ayni
