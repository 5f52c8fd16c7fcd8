#include <algorithm>
#include <map>

#include "app/late_details_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/payment_queries.h"
#include "app/readings.h"
#include "app/settlement_inputs_queries.h"
#include "app/text_message.h"
#include "app/use_cases.h"
#include "app/words.h"
#include "domain/settlement/carry_over.h"
#include "domain/settlement/mean_price.h"
#include "domain/settlement/unasked_obligations.h"
#include "kernel/check.h"
#include "kernel/decimal.h"
#include "kernel/described_json.h"
#include "store/tables.h"

namespace ayni {
namespace {

std::string name_of_user(const View& view, UserId user) {
    auto query = view.db.query("SELECT name FROM user_account WHERE id = $1");
    query.integer(user.number);
    return query.next() ? std::string(query.text_at(0)) : std::string();
}

SettlementSummary summary_of(const View& view, const Settlement& row) {
    SettlementSummary summary;
    summary.settlement = row.number;
    summary.product = product_numbered(view, row.product).code;
    summary.first = row.first;
    summary.last = row.last;
    summary.state = row.state;
    summary.computed_by = name_of_user(view, row.computed_by);
    summary.computed_at = row.computed_at;
    if (row.approved_by) summary.approved_by = name_of_user(view, *row.approved_by);
    summary.approved_at = row.approved_at;
    summary.rejection = row.rejection;
    summary.outdated = is_outdated(view, row);
    summary.producers = row.producers;
    summary.deliveries = row.deliveries;
    summary.quantity = row.quantity;
    summary.gross = row.gross;
    summary.deducted = row.deducted;
    summary.net = row.net;
    summary.digest = row.statements_digest;
    return summary;
}

// The signed documents behind the lines of a settlement, read once.
class Documents {
public:
    Documents(const View& view, ProductId product) : product_(product_numbered(view, product)) {
        auto query = select<PurchaseTerms>(view.db, "WHERE organisation = $1 AND product = $2");
        query.integer(view.organisation.number).integer(product.number);
        for (const auto& row : all_rows<PurchaseTerms>(query)) {
            auto price = from_json_text<PriceTerms>(row.price, Limits::none);
            auto waterfall = from_json_text<WaterfallTerms>(row.waterfall, Limits::none);
            CHECK(price && waterfall);
            by_number_.emplace(row.number, std::pair{*std::move(price), *std::move(waterfall)});
        }
    }
    [[nodiscard]] std::string label_of_line(const StatementLine& line, Language language) const {
        return words_of(line, {}, language).first;
    }
    // Of a charge by the unit the words say of how many.
    [[nodiscard]] std::pair<std::string, std::string> words_of(const StatementLine& line,
                                                               Quantity charged,
                                                               Language language) const {
        if (line.kind == LineKind::late) return {late_label(language), {}};
        const auto& [price, waterfall] = by_number_.at(line.terms);
        const auto place = static_cast<std::size_t>(line.place);
        if (line.kind == LineKind::milk)
            return {label_of(price.terms.at(place), product_, language),
                    detail_of(price.terms.at(place), product_, language)};
        if (line.place < 0 || place >= waterfall.rules.size())
            return {label_of(line.deduction, language), {}};
        const auto& rule = waterfall.rules[place];
        if (line.deduction == DeductionKind::interest)
            return {label_of(line.deduction, language), rule.name};
        if (line.reference != 0 && rule.basis != DeductionBasis::obligation)
            return {carried_over_label(rule, language), {}};
        return {rule.name, detail_of(rule, product_, language) +
                               (is_all_charged(line, charged, rule, waterfall.rounding)
                                    ? times(charged, product_)
                                    : "")};
    }
    [[nodiscard]] const Product& product() const { return product_; }

private:
    Product product_;
    std::map<TermsNumber, std::pair<PriceTerms, WaterfallTerms>> by_number_;

    // Not where a part was charged by an earlier tariff, or only members' milk was.
    static bool is_all_charged(const StatementLine& line, Quantity charged,
                               const DeductionRule& rule, Rounding rounding) {
        if (!rule.price) return false;
        const auto charge = value_of(charged, *rule.price, line.amount.currency, rounding);
        return charge && *charge == line.amount + line.carried;
    }
};

Money carried_of(const StatementFigures& figures) {
    Money carried{0, figures.net.currency};
    for (const auto& line : figures.lines) carried += line.carried;
    return carried;
}

bool is_member(const StatementFigures& figures) {
    return std::ranges::any_of(figures.lines,
                               [](const StatementLine& line) { return line.member; });
}

std::vector<FlowView> flows_of(const std::vector<StatementFigures>& statements,
                               const Documents& documents, Language language) {
    std::vector<FlowView> flows;
    for (const auto& figures : statements)
        for (const auto& line : figures.lines) {
            const auto label = documents.label_of_line(line, language);
            auto found = std::ranges::find_if(flows, [&](const FlowView& flow) {
                return flow.kind == line.kind && flow.label == label;
            });
            if (found == flows.end()) {
                const auto deduction = line.kind == LineKind::deduction
                                           ? std::optional(line.deduction)
                                           : std::nullopt;
                const Money zero{0, line.amount.currency};
                found = flows.insert(flows.end(), {line.kind, label, deduction, zero, zero, 0});
            }
            found->amount += line.amount;
            found->carried += line.carried;
            found->producers += !line.amount.is_zero();
        }
    std::ranges::stable_sort(flows, {}, &FlowView::kind);
    return flows;
}

Result<std::vector<UnaskedView>> unasked_of(const View& view, const Settlement& settlement,
                                            const std::vector<StatementFigures>& statements,
                                            const PartyNames& names) {
    const auto inputs = load_obligations_as_of(view, settlement);
    if (!inputs) return std::unexpected(inputs.error());
    std::vector<UnaskedView> all;
    for (const auto& each : unasked_obligations(*inputs)) {
        if (std::ranges::find(statements, each.producer, &StatementFigures::producer) ==
            statements.end())
            continue;
        const auto& name = names.of(each.producer);
        all.push_back({each.due.number, name.code, name.name, each.due.kind, each.due.remaining});
    }
    std::ranges::stable_sort(all, {}, &UnaskedView::supplier);
    return all;
}

}  // namespace

Result<SettlementsView> settlements(const View& view, const SettlementsQuery& query) {
    std::optional<ProductId> product;
    if (query.product) {
        const auto found = find_product(view, *query.product);
        if (!found) return std::unexpected(found.error());
        product = found->product;
    }
    const auto own = view.own_party;
    SettlementsView all;
    for (const auto& row : settlements_of(view, product)) {
        if (own && row.state != SettlementState::posted) continue;
        auto summary = summary_of(view, row);
        // A producer sees himself, not what the others get.
        if (own) {
            const auto all_figures = statements_of(view, row.number);
            const auto mine = std::ranges::find(all_figures, *own, &StatementFigures::producer);
            if (mine == all_figures.end()) continue;
            summary.producers = 1;
            summary.deliveries = mine->deliveries;
            summary.quantity = mine->quantity;
            summary.gross = mine->gross;
            summary.deducted = mine->deducted;
            summary.net = mine->net;
        }
        all.settlements.push_back(std::move(summary));
    }
    return all;
}

Result<SettlementView> settlement(const View& view, const SettlementCommand& query) {
    const auto known = existing_settlement(view, query.settlement);
    if (!known) return std::unexpected(known.error());
    const auto statements = statements_of(view, known->number);
    const auto names = party_names(view);
    const Documents documents(view, known->product);
    SettlementView all;
    all.summary = summary_of(view, *known);
    all.flows = flows_of(statements, documents, view.caller.language);
    for (const auto& figures : statements) {
        const auto& name = names.of(figures.producer);
        const auto carried = carried_of(figures);
        all.producers.push_back({name.code, name.name, is_member(figures), name.hamlet,
                                 figures.quantity, figures.gross, figures.deducted, figures.net,
                                 carried, !carried.is_zero(),
                                 mean_price(figures.milk, figures.quantity)});
    }
    std::ranges::sort(all.producers, {}, &ProducerRow::supplier);
    auto unasked = unasked_of(view, *known, statements, names);
    if (!unasked) return std::unexpected(unasked.error());
    all.not_asked = *std::move(unasked);
    all.may_approve = known->state == SettlementState::computed && !known->rejection &&
                      !all.summary.outdated && known->computed_by != view.caller.user &&
                      view.caller.has(view.organisation, Role::approver);
    all.may_post = known->state == SettlementState::approved && !all.summary.outdated &&
                   (view.caller.has(view.organisation, Role::manager) ||
                    view.caller.has(view.organisation, Role::accountant));
    return all;
}

Result<WhatIfView> what_if(const View& view, const WhatIfQuery& query) {
    const auto known = existing_settlement(view, query.settlement);
    if (!known) return std::unexpected(known.error());
    if (query.share < Rate{0} || query.share > Rate{1'000'000})
        return refuse(Refusal::out_of_range, "/share");
    if (query.days_late < 0 || query.days_late > 365)
        return refuse(Refusal::out_of_range, "/days_late");
    const auto product = product_numbered(view, known->product);
    const auto inputs = load_settlement_inputs(view, product, {known->first, known->last});
    if (!inputs) return std::unexpected(inputs.error());
    const auto rows = pay_day_if(statements_of(view, known->number), inputs->member_terms,
                                 inputs->other_terms, {query.share, query.days_late});
    if (!rows) return std::unexpected(named_by_code(view, rows.error()));
    const auto names = party_names(view);
    const Money zero{0, known->net.currency};
    const auto pay_day = query.pay_day.value_or(std::max(known->last, view.today));
    if (pay_day < known->last) return refuse(Refusal::dates_reversed, "/pay_day", print(pay_day));
    WhatIfView all{.pay_day = pay_day,
                   .money_comes = pay_day + query.days_late,
                   .agreed = zero,
                   .on_pay_day = zero,
                   .later = zero,
                   .postponed_deductions = zero,
                   .still_owed = zero,
                   .producers = {}};
    for (const auto& row : *rows) {
        all.agreed += row.agreed;
        all.on_pay_day += row.on_pay_day;
        all.later += row.later;
        all.postponed_deductions += row.postponed_deductions;
        all.still_owed += row.still_owed;
        all.short_of_agreed += row.on_pay_day < row.agreed;
        const auto& name = names.of(row.producer);
        all.producers.push_back({name.code, name.name, row.agreed, row.on_pay_day, row.later,
                                 row.postponed_deductions, row.still_owed});
    }
    std::ranges::sort(all.producers, {}, &WhatIfRow::supplier);
    return all;
}

namespace {

// Of a loan with interest two lines took.
Money taken_for(const StatementFigures& figures, std::int64_t obligation) {
    Money taken{0, figures.net.currency};
    for (const auto& each : carry_over(figures).obligations)
        if (each.obligation.number == obligation) taken += each.taken;
    return taken;
}

std::optional<Money> remaining_after(const View& view, const StatementFigures& figures,
                                     const StatementLine& line, SettlementNumber settlement,
                                     bool posted) {
    if (line.kind != LineKind::deduction || line.reference == 0 || line.place < 0)
        return std::nullopt;
    auto query = view.db.query(
        "SELECT o.amount, coalesce((SELECT sum(a.amount) FROM application a WHERE a.organisation = "
        "o.organisation AND "
        "a.obligation = o.number AND a.settlement <= $3 AND a.cancelled = 0), 0) FROM obligation o "
        "WHERE "
        "o.organisation = $1 AND "
        "o.number = $2");
    query.integer(view.organisation.number).integer(line.reference).integer(settlement.number);
    if (!query.next()) return std::nullopt;
    Money remaining{query.integer_at(0) - query.integer_at(1), line.amount.currency};
    if (!posted) remaining -= taken_for(figures, line.reference);
    return remaining;
}

std::optional<EntryNumber> entry_of(const View& view, const Settlement& settlement,
                                    PartyId producer) {
    if (settlement.state != SettlementState::posted) return std::nullopt;
    auto query = view.db.query(
        "SELECT number FROM entry WHERE organisation = $1 AND number BETWEEN $2 AND $3 AND party = "
        "$4");
    query.integer(view.organisation.number).integer(settlement.first_entry.number);
    query.integer(settlement.last_entry.number).integer(producer.number);
    if (!query.next()) return std::nullopt;
    return EntryNumber{query.integer_at(0)};
}

std::optional<StatementFigures> figures_of(const View& view, SettlementNumber settlement,
                                           PartyId producer) {
    auto query = select<Statement>(view.db,
                                   "WHERE organisation = $1 AND settlement = $2 AND producer = $3");
    query.integer(view.organisation.number).integer(settlement.number).integer(producer.number);
    if (auto row = first_row<Statement>(query)) return std::move(row->figures);
    return std::nullopt;
}

void add_days(StatementView& all, const SettlementInputs& inputs, PartyId producer) {
    for (Date day = inputs.period.first; day <= inputs.period.last; day = day + 1)
        all.days.push_back({day, {}, {}});
    for (const auto& delivery : inputs.deliveries) {
        if (delivery.producer != producer) continue;
        auto& day = all.days[static_cast<std::size_t>(delivery.day - inputs.period.first)];
        (delivery.outcome == Outcome::accepted ? day.quantity : day.rejected) += delivery.quantity;
    }
}

}  // namespace

namespace {

// What the statements of one settlement share, read once.
struct StatementMaker {
    const View& view;
    Settlement settlement;
    Documents documents;
    SettlementInputs inputs;
    LateDetails late;
    PartyNames names;
    std::string organisation_name;

    static Result<StatementMaker> of(const View& view, const Settlement& settlement,
                                     const std::vector<StatementFigures>& statements) {
        Documents documents(view, settlement.product);
        auto inputs = load_settlement_inputs_as_of(view, settlement);
        if (!inputs) return std::unexpected(inputs.error());
        auto late = LateDetails::of(view, documents.product(), settlement, statements);
        if (!late) return std::unexpected(late.error());
        return StatementMaker{view,
                              settlement,
                              std::move(documents),
                              *std::move(inputs),
                              *std::move(late),
                              party_names(view),
                              own_organisation(view).name};
    }

    void put_head(StatementView& all, const StatementFigures& figures) const {
        const auto& name = names.of(figures.producer);
        all.organisation_name = organisation_name;
        all.supplier = name.code;
        all.name = name.name;
        all.member = is_member(figures);
        all.hamlet = name.hamlet;
        all.product = documents.product().name;
        all.unit = documents.product().unit;
        all.first = settlement.first;
        all.last = settlement.last;
        all.state = settlement.state;
        all.deliveries = figures.deliveries;
        all.quantity = figures.quantity;
        all.rejected = figures.rejected;
        all.gross = figures.gross;
        all.deducted = figures.deducted;
        all.net = figures.net;
        all.entry = entry_of(view, settlement, figures.producer);
    }
    // What a term went by, where it was one value for all of his milk: so he can check the line.
    [[nodiscard]] std::string value_of_term(const StatementLine& line,
                                            const std::vector<ExplainedDelivery>& explained) const {
        const PriceLine* found = nullptr;
        for (const auto& one : explained) {
            if (one.terms != line.terms) continue;
            const auto& term = one.lines.at(static_cast<std::size_t>(line.place));
            if (!term.value || (found && found->value != term.value)) return {};
            found = &term;
        }
        if (found == nullptr || !found->attribute) return {};
        return with_value(*found->value,
                          find_attribute(documents.product().attributes, *found->attribute),
                          view.caller.language);
    }
    void put_lines(StatementView& all, const StatementFigures& figures,
                   const std::vector<ExplainedDelivery>& explained) const {
        const bool posted = settlement.state == SettlementState::posted;
        const auto charged = charged_quantity(figures);
        for (const auto& line : figures.lines) {
            auto [label, detail] = documents.words_of(line, charged, view.caller.language);
            if (line.kind == LineKind::milk) detail += value_of_term(line, explained);
            const auto deduction = line.kind == LineKind::deduction ? std::optional(line.deduction)
                                                                    : std::nullopt;
            all.lines.push_back({line.kind, std::move(label), std::move(detail), line.amount,
                                 line.carried, deduction,
                                 remaining_after(view, figures, line, settlement.number, posted),
                                 line.reference, std::nullopt});
            if (is_difference(line)) put_late(all.lines.back(), figures.producer, line);
        }
    }
    void put_late(StatementLineView& shown, PartyId producer, const StatementLine& line) const {
        const auto& why = shown.late.emplace(late.of(producer, line));
        shown.detail = late_detail({{why.first, why.last}, why.quantity, why.changes},
                                   documents.product(), view.caller.language);
    }
    StatementView make(const StatementFigures& figures,
                       const std::vector<ExplainedDelivery>& explained) const {
        StatementView all;
        put_head(all, figures);
        add_days(all, inputs, figures.producer);
        put_lines(all, figures, explained);
        for (const auto& one : explained)
            all.priced.push_back({one.delivery.day, one.delivery.shift, one.delivery.source,
                                  one.delivery.sequence, one.delivery.quantity,
                                  named(documents.product().attributes, one.delivery.readings),
                                  one.price, one.value, one.lines});
        all.text_message = statement_message(all, view.caller.language);
        return all;
    }
};

}  // namespace

Result<StatementView> statement(const View& view, const StatementQuery& query) {
    const auto known = existing_settlement(view, query.settlement);
    if (!known) return std::unexpected(known.error());
    const auto party = find_party_itself(view, query.supplier);
    if (!party) return std::unexpected(party.error());
    const auto figures = figures_of(view, known->number, party->party);
    const bool may_see = known->state == SettlementState::posted || !view.own_party;
    if (!figures || !may_see) return refuse(Refusal::not_found, "/supplier", query.supplier);
    const auto maker = StatementMaker::of(view, *known, {*figures});
    if (!maker) return std::unexpected(maker.error());
    const auto explained = explain_deliveries(maker->inputs, party->party);
    if (!explained) return std::unexpected(named_by_code(view, explained.error()));
    auto all = maker->make(*figures, *explained);
    all.payments = statement_payments(view, known->number, party->party);
    return all;
}

Result<StatementsView> statements(const View& view, const SettlementCommand& query) {
    const auto known = existing_settlement(view, query.settlement);
    if (!known) return std::unexpected(known.error());
    const auto figures = statements_of(view, known->number);
    const auto maker = StatementMaker::of(view, *known, figures);
    if (!maker) return std::unexpected(maker.error());
    std::vector<PartyId> producers;
    for (const auto& each : figures) producers.push_back(each.producer);
    const auto explained = explain_deliveries(maker->inputs, producers);
    if (!explained) return std::unexpected(named_by_code(view, explained.error()));
    StatementsView all;
    for (std::size_t i = 0; i < figures.size(); ++i)
        all.statements.push_back(maker->make(figures[i], (*explained)[i]));
    std::ranges::sort(all.statements, {}, &StatementView::supplier);
    return all;
}

}  // namespace ayni
