#include <algorithm>
#include <map>

#include "app/accruals_queries.h"
#include "app/buying_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/payment_queries.h"
#include "app/prepare_settlement.h"
#include "app/rule_codes_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/use_cases.h"
#include "domain/settlement/carry_over.h"
#include "domain/settlement/post_settlement.h"
#include "domain/settlement/sum_up.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

void set_state(Work& work, const Settlement& settlement, SettlementState state) {
    auto query = work.db.query(
        "UPDATE settlement SET state = $3 WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number)
        .integer(settlement.number.number)
        .integer(static_cast<int>(state))
        .run();
}

void remove_rows(Work& work, const char* sql, SettlementNumber number) {
    work.db.query(sql).integer(work.organisation.number).integer(number.number).run();
}

// A draft is no record: computing again takes its place, under the same number.
void remove_draft(Work& work, SettlementNumber number) {
    remove_rows(work, "DELETE FROM settlement WHERE organisation = $1 AND number = $2", number);
    remove_rows(work, "DELETE FROM statement WHERE organisation = $1 AND settlement = $2", number);
    remove_rows(work,
                "DELETE FROM settled_difference WHERE organisation = $1 AND in_settlement = $2",
                number);
    remove_rows(work, "DELETE FROM late_change WHERE organisation = $1 AND settlement = $2",
                number);
}

// The number under which the period is computed: its draft's own, or the next. Refused when a
// posted one of the product, or a draft of another period, shares a day with it.
Result<SettlementNumber> number_for(Work& work, ProductId product, Period period) {
    for (const auto& known : settlements_of(work, product)) {
        const Period its{known.first, known.last};
        if (known.state == SettlementState::withdrawn || !its.overlaps(period)) continue;
        if (known.state == SettlementState::posted)
            return refuse(
                its == period ? Refusal::period_already_posted : Refusal::period_overlaps_posted,
                "/first", print(its.first) + ".." + print(its.last));
        if (its != period)
            return refuse(Refusal::period_overlaps_draft, "/first",
                          print(its.first) + ".." + print(its.last));
        remove_draft(work, known.number);
        return known.number;
    }
    return SettlementNumber{next_number(work.db, "settlement", "number", work.organisation)};
}

void keep_statements(Work& work, SettlementNumber number, const PreparedSettlement& prepared) {
    auto query = work.db.query(
        "INSERT INTO statement (organisation, settlement, producer, figures) VALUES ($1, $2, $3, "
        "$4)");
    for (std::size_t i = 0; i < prepared.statements.size(); ++i) {
        query.integer(work.organisation.number)
            .integer(number.number)
            .integer(prepared.figures[i].producer.number);
        query.bytes(prepared.statements[i]).run();
    }
}

void keep_differences(Work& work, SettlementNumber number,
                      const std::vector<LateDifference>& late) {
    for (const auto& difference : late)
        insert(work.db, SettledDifference{work.organisation, difference.settlement, number,
                                          difference.producer, difference.amount, difference.member,
                                          difference.quantity, difference.terms});
}

// What was made ready beside the writer, as long as nothing that it read was recorded since.
bool still_holds(const Work& work, const ComputeSettlement& command, const Product& product) {
    const auto* prepared = work.prepared_as<PreparedSettlement>();
    const Period period{command.first, command.last};
    if (!prepared || prepared->organisation != work.organisation ||
        prepared->product != product.product || prepared->period != period)
        return false;
    return prepared->position + 1 == work.position() ||
           !inputs_changed_since(work, period, prepared->position);
}

}  // namespace

Result<PreparedSettlement> prepare_settlement(const View& view, const ComputeSettlement& command) {
    const Period period{command.first, command.last};
    const auto product = find_product(view, command.product);
    if (!product) return std::unexpected(product.error());
    auto inputs = load_settlement_inputs(view, *product, period);
    if (!inputs) return std::unexpected(named_by_code(view, inputs.error()));
    auto statements = settle(*inputs);
    if (!statements) return std::unexpected(named_by_code(view, statements.error()));
    if (view.progressed) view.progressed(work_of(period), work_of(period));
    PreparedSettlement made{};
    made.organisation = view.organisation;
    made.position = log_head(view.db, view.organisation).position;
    made.period = period;
    made.product = product->product;
    made.late = std::move(inputs->late);
    Sha256 digest;
    for (const auto& figures : *statements) {
        append_packed(made.statements.emplace_back(), shape_of<StatementFigures>(), &figures);
        digest.add(made.statements.back());
    }
    made.sums.rules_version = settlement_rules_version;
    made.sums.inputs_digest = digest_of(*inputs);
    made.sums.statements_digest = hex(digest.finish());
    sum_up(made.sums, *statements, inputs->currency);
    made.figures = *std::move(statements);
    return made;
}

std::shared_ptr<Prepared> prepare_beside(const View& view, const ComputeSettlement& command) {
    if (command.last < command.first || command.last > view.today) return nullptr;
    auto made = prepare_settlement(view, command);
    if (!made) return nullptr;
    return std::make_shared<PreparedSettlement>(*std::move(made));
}

Result<void> compute_settlement(Work& work, const ComputeSettlement& command) {
    const Period period{command.first, command.last};
    if (period.days() < 1) return refuse(Refusal::dates_reversed, "/last");
    if (period.last > work.today)
        return refuse(Refusal::period_not_ended, "/last", print(period.last));
    const auto product = find_product(work, command.product);
    if (!product) return std::unexpected(product.error());
    const auto number = number_for(work, product->product, period);
    if (!number) return std::unexpected(number.error());
    Result<PreparedSettlement> fresh = refuse(Refusal::settlement_outdated);
    const auto* prepared = work.prepared_as<PreparedSettlement>();
    if (!still_holds(work, command, *product)) {
        fresh = prepare_settlement(work, command);
        if (!fresh) return std::unexpected(fresh.error());
        prepared = &*fresh;
    }
    Settlement made = prepared->sums;
    made.organisation = work.organisation;
    made.number = *number;
    made.product = product->product;
    made.first = period.first;
    made.last = period.last;
    made.position = work.position();
    made.computed_by = work.caller.user;
    made.computed_at = work.now;
    insert(work.db, made);
    keep_statements(work, *number, *prepared);
    keep_differences(work, *number, prepared->late);
    work.effect(made.inputs_digest);
    work.effect(made.statements_digest);
    work.made("settlement", number->number);
    return {};
}

Result<void> approve_settlement(Work& work, const ApproveSettlement& command) {
    const auto known = existing_settlement(work, command.settlement);
    if (!known) return std::unexpected(known.error());
    if (known->state == SettlementState::posted)
        return refuse(Refusal::period_already_posted, "/settlement");
    if (known->state == SettlementState::approved)
        return refuse(Refusal::settlement_approved_already, "/settlement");
    if (known->state != SettlementState::computed || known->rejection)
        return refuse(Refusal::settlement_not_computed, "/settlement");
    if (known->computed_by == work.caller.user) return refuse(Refusal::same_person, "/settlement");
    if (command.seen && *command.seen != known->statements_digest)
        return refuse(Refusal::settlement_outdated, "/seen");
    if (is_outdated(work, *known)) return refuse(Refusal::settlement_outdated, "/settlement");
    auto query = work.db.query(
        "UPDATE settlement SET state = $3, approved_by = $4, approved_at = $5 WHERE organisation = "
        "$1 AND number = $2");
    query.integer(work.organisation.number).integer(known->number.number);
    query.integer(static_cast<int>(SettlementState::approved)).integer(work.caller.user.number);
    query.integer(work.now.milliseconds).run();
    work.effect(known->statements_digest);
    return {};
}

namespace {

// Computed or approved, and neither posted nor given up.
Result<Settlement> existing_draft(const View& view, SettlementNumber number) {
    auto known = existing_settlement(view, number);
    if (known && known->state == SettlementState::posted)
        return refuse(Refusal::period_already_posted, "/settlement");
    if (known && known->state == SettlementState::withdrawn)
        return refuse(Refusal::settlement_not_computed, "/settlement");
    return known;
}

}  // namespace

Result<void> reject_settlement(Work& work, const SettlementRefusal& command) {
    const auto known = existing_draft(work, command.settlement);
    if (!known) return std::unexpected(known.error());
    auto query = work.db.query(
        "UPDATE settlement SET state = $3, approved_by = NULL, approved_at = NULL, rejection = $4 "
        "WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number).integer(known->number.number);
    query.integer(static_cast<int>(SettlementState::computed)).text(command.reason).run();
    return {};
}

Result<void> discard_settlement(Work& work, const SettlementRefusal& command) {
    const auto known = existing_draft(work, command.settlement);
    if (!known) return std::unexpected(known.error());
    auto query = work.db.query(
        "UPDATE settlement SET state = $3, rejection = $4 WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number).integer(known->number.number);
    query.integer(static_cast<int>(SettlementState::withdrawn)).text(command.reason).run();
    outdate_computed(work);
    return {};
}

namespace {

// The job that computed the statements may still hold them; the digest says that they are these.
bool holds_figures_of(const PreparedSettlement* prepared, const Settlement& settlement) {
    return prepared && prepared->organisation == settlement.organisation &&
           prepared->sums.statements_digest == settlement.statements_digest;
}

// Obligations as a settlement leaves them, statement by statement.
class ObligationKeeper {
public:
    ObligationKeeper(Work& work, const Settlement& settlement)
        : work_(work),
          settlement_(settlement),
          rules_(work),
          next_(next_number(work.db, "obligation", "number", work.organisation)) {}

    // What was asked and taken of obligations. What was found paid too much before becomes one,
    // whose number is given back, and so does each charge that did not fit.
    ObligationNumber keep(const StatementFigures& figures) {
        const auto after = carry_over(figures);
        for (const auto& each : after.obligations) apply(each.obligation, each.taken, each.asked);
        ObligationNumber correction;
        if (!figures.receivable.is_zero()) {
            correction = make(figures.producer, DeductionKind::correction, figures.receivable,
                              "settlement", {});
            if (!after.taken_back.is_zero())
                apply(correction, after.taken_back, figures.receivable);
        }
        for (const auto& charge : after.charges)
            make(figures.producer, charge.kind, charge.amount, "carried",
                 rules_.of(charge.terms, charge.rule));
        return correction;
    }

private:
    Work& work_;
    const Settlement& settlement_;
    RuleCodes rules_;
    std::int64_t next_;

    void apply(ObligationNumber obligation, Money taken, Money asked) {
        insert(work_.db, Application{work_.organisation, obligation, settlement_.number, taken,
                                     work_.position(), 0, asked});
    }
    ObligationNumber make(PartyId party, DeductionKind kind, Money amount, std::string document,
                          std::string rule) {
        const ObligationNumber number{next_++};
        insert(work_.db, Obligation{.organisation = work_.organisation,
                                    .number = number,
                                    .party = party,
                                    .kind = kind,
                                    .creditor = {},
                                    .amount = amount,
                                    .instalment = amount,
                                    .first_due = settlement_.last + 1,
                                    .document = std::move(document),
                                    .settlement = settlement_.number.number,
                                    .position = work_.position(),
                                    .cancelled = 0,
                                    .rule = std::move(rule)});
        return number;
    }
};

}  // namespace

Result<void> post_settlement(Work& work, const SettlementCommand& command) {
    const auto known = existing_settlement(work, command.settlement);
    if (!known) return std::unexpected(known.error());
    if (known->state == SettlementState::posted)
        return refuse(Refusal::period_already_posted, "/settlement");
    if (known->state != SettlementState::approved)
        return refuse(Refusal::settlement_not_approved, "/settlement");
    if (is_outdated(work, *known)) return refuse(Refusal::settlement_outdated, "/settlement");
    ObligationKeeper obligations(work, *known);
    const auto buyer = bought_for(work, known->product, known->last, known->position);
    auto entry = new_entry(work, EntryKind::settlement, known->last, {}, known->number.number);
    const auto first = entry.number.number;
    const auto* prepared = work.prepared_as<PreparedSettlement>();
    const bool held = holds_figures_of(prepared, *known);
    const auto read = held ? std::vector<StatementFigures>{} : statements_of(work, known->number);
    for (const auto& figures : held ? prepared->figures : read) {
        entry.legs = settlement_legs(figures, obligations.keep(figures), buyer);
        if (entry.legs.empty()) continue;
        entry.party = figures.producer;
        keep_entry(work, entry);
        ++entry.number.number;
    }
    auto query = work.db.query(
        "UPDATE settlement SET state = $3, first_entry = $4, last_entry = $5 WHERE organisation = "
        "$1 AND number = $2");
    query.integer(work.organisation.number).integer(known->number.number);
    query.integer(static_cast<int>(SettlementState::posted))
        .integer(first)
        .integer(entry.number.number - 1)
        .run();
    work.made("settlement", known->number.number);
    work.made("entries", entry.number.number - first);
    outdate_computed(work);
    return replace_accruals(work, known->product, {known->first, known->last});
}

Result<void> withdraw_settlement(Work& work, const SettlementRefusal& command) {
    const auto known = existing_settlement(work, command.settlement);
    if (!known) return std::unexpected(known.error());
    if (known->state != SettlementState::posted)
        return refuse(Refusal::settlement_not_posted, "/settlement");
    if (is_being_paid(work, known->number)) return refuse(Refusal::settlement_paid, "/settlement");
    for (const auto& other : settlements_of(work, known->product))
        if (other.state == SettlementState::posted && other.first > known->last)
            return refuse(Refusal::later_settlement_posted, "/settlement",
                          std::to_string(other.number.number));
    // A debt that this one made may have been taken by a settlement of another product.
    auto took = work.db.query(
        "SELECT a.settlement FROM application a JOIN obligation o ON o.organisation = "
        "a.organisation AND o.number = a.obligation WHERE o.organisation = $1 AND o.settlement = "
        "$2 AND a.settlement <> $2 AND a.cancelled = 0 AND a.amount <> 0");
    took.integer(work.organisation.number).integer(known->number.number);
    if (took.next())
        return refuse(Refusal::later_settlement_posted, "/settlement",
                      std::to_string(took.integer_at(0)));
    auto query = select<Entry>(
        work.db, "WHERE organisation = $1 AND number BETWEEN $2 AND $3 ORDER BY number");
    query.integer(work.organisation.number)
        .integer(known->first_entry.number)
        .integer(known->last_entry.number);
    for (const auto& entry : all_rows<Entry>(query)) keep_reversal(work, entry, known->last);
    for (const auto* sql :
         {"UPDATE application SET cancelled = $3 WHERE organisation = $1 AND settlement = $2",
          "UPDATE obligation SET cancelled = $3 WHERE organisation = $1 AND settlement = $2"})
        work.db.query(sql)
            .integer(work.organisation.number)
            .integer(known->number.number)
            .integer(work.position())
            .run();
    set_state(work, *known, SettlementState::withdrawn);
    outdate_computed(work);
    return restore_accruals(work, *known);
}

namespace {

constexpr std::string_view mark_sql =
    "INSERT INTO late_change (organisation, settlement, position, reprices) "
    "SELECT organisation, number, $2, $3 FROM settlement WHERE organisation = $1 AND state <> $4";
constexpr std::string_view marked_already =
    " ON CONFLICT (organisation, settlement, position) DO NOTHING";

}  // namespace

void mark_changed_days(Work& work, ProductId product, Period days) {
    // Most milk comes before its settlement, and then there is nothing to mark.
    auto touched = work.db.query(
        "SELECT 1 FROM settlement WHERE organisation = $1 AND state <> $2 AND product = $3 AND "
        "first <= $5 AND last >= $4 LIMIT 1");
    touched.integer(work.organisation.number);
    touched.integer(static_cast<int>(SettlementState::withdrawn)).integer(product.number);
    touched.integer(days.first.days).integer(days.last.days);
    if (!touched.next()) return;
    static const std::string sql = std::string(mark_sql) +
                                   " AND product = $5 AND first <= $7 AND last >= $6" +
                                   std::string(marked_already);
    auto query = work.db.query(sql);
    query.integer(work.organisation.number).integer(work.position()).integer(1);
    query.integer(static_cast<int>(SettlementState::withdrawn)).integer(product.number);
    query.integer(days.first.days).integer(days.last.days).run();
    // A difference of an earlier, posted period also changes what is being settled now.
    if (work.db.changes() > 0) outdate_computed(work);
}

void outdate_computed(Work& work) {
    static const std::string sql = std::string(mark_sql) + " AND state <> $5" +
                                   std::string(marked_already);
    auto query = work.db.query(sql);
    query.integer(work.organisation.number).integer(work.position()).integer(0);
    query.integer(static_cast<int>(SettlementState::withdrawn))
        .integer(static_cast<int>(SettlementState::posted))
        .run();
}

}  // namespace ayni
