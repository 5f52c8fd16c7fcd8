#include <algorithm>
#include <cstdlib>
#include <set>

#include "app/base64.h"
#include "app/buyer_account_queries.h"
#include "app/buying_queries.h"
#include "app/closing_queries.h"
#include "app/entry_queries.h"
#include "app/liquidation_plan_queries.h"
#include "app/lookup_queries.h"
#include "app/readings.h"
#include "app/sale_queries.h"
#include "domain/sale/sale_legs.h"
#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/sale_tables.h"
#include "store/tables.h"

namespace ayni {
namespace {

bool is_known(const View& view, std::string_view column, const std::string& text, PartyId buyer) {
    auto query = view.db.query(
        "SELECT 1 FROM liquidation WHERE organisation = $1 AND buyer = $2 "
        "AND undone = 0 AND " +
        std::string(column) + " = $3");
    return query.integer(view.organisation.number).integer(buyer.number).text(text).next();
}

// Our number of another invoice that stands.
bool is_invoiced(const View& view, const std::string& invoice, LiquidationNumber but) {
    auto query = view.db.query(
        "SELECT 1 FROM liquidation WHERE organisation = $1 AND invoice = $2 AND undone = 0 AND "
        "number <> $3");
    query.integer(view.organisation.number).text(invoice).integer(but.number);
    return query.next();
}

// What settlements of these days claim of him for whom they were bought.
Money claimed_in(const std::vector<Entry>& entries, PartyId buyer, Period days, Currency currency) {
    Money sum{0, currency};
    for (const auto& entry : entries) {
        if (entry.kind != EntryKind::settlement || !days.contains(entry.event_date)) continue;
        for (const auto& leg : entry.legs)
            if (leg.role == AccountRole::buyer_receivable && leg.party == buyer) sum += leg.amount;
    }
    return sum;
}

// Holds his rows against ours, one after the other.
class ReconcilingLots {
public:
    ReconcilingLots(const View& view, const Liquidation& made, const std::vector<BuyersRow>& rows)
        : view_(view),
          made_(made),
          rows_(rows),
          nothing_{0, own_organisation(view).currency},
          entries_(standing(buyer_entries(view, made.buyer, latest_day))),
          advanced_(advanced_by(entries_, made.buyer, nothing_.currency)),
          sold_(sold_in(view, made.product, made.buyer, {made.first, made.last})),
          is_agent_(bought_for(view, made.product, made.last) == made.buyer) {}

    // Refused: as `worth_of`.
    Result<void> run() {
        for (const auto& row : rows_) {
            if (is_agent_)
                add_evidence(row);
            else if (auto added = add_lot(row); !added)
                return added;
        }
        if (is_agent_) add_claim();
        std::ranges::sort(lines_, {}, &LiquidationLine::lot);
        return {};
    }
    // A total that he rounded by itself. Refused: `totals_differ`.
    Result<void> hold_against(Money total) {
        if (total.currency != nothing_.currency)
            return refuse(Refusal::currencies_differ, "/total/currency");
        auto residue = total;
        for (const auto& row : rows_)
            residue -= row.figures.amount - row.figures.inputs - row.figures.penalty;
        if (std::abs(residue.minor) > std::ssize(rows_) * residue_of_a_lot)
            return refuse(Refusal::totals_differ, "/total", print_amount(total - residue));
        residue_ = residue;
        return {};
    }
    [[nodiscard]] const std::vector<LiquidationLine>& lines() const noexcept { return lines_; }
    [[nodiscard]] Money residue() const { return residue_.value_or(nothing_); }

private:
    const View& view_;
    const Liquidation& made_;
    const std::vector<BuyersRow>& rows_;
    Money nothing_;
    std::vector<Entry> entries_;
    Money advanced_;
    std::vector<Lot> sold_;
    bool is_agent_;
    std::optional<Money> residue_;
    std::vector<LiquidationLine> lines_;

    void add_line(LotNumber lot, const Readings& readings, const BuyersLot& his, Money ours,
                  Money booked, const Reconciliation& found) {
        lines_.push_back({view_.organisation, made_.number, lot, his.weight, readings, his.amount,
                          his.inputs, his.penalty, ours, booked, found.backed, found.outcome});
    }
    Result<void> add_lot(const BuyersRow& row) {
        const auto ours = worth_of(view_, row.lot, row.lot.agreement, with(sold_, row.lot));
        if (!ours) return std::unexpected(ours.error());
        const auto terms = sale_terms_numbered(view_, row.lot.terms);
        const auto found = reconcile_lot({row.lot.weight, ours->value}, row.figures,
                                         {terms.weight_tolerance, terms.value_tolerance},
                                         advanced_);
        advanced_ -= found.backed;
        add_line(row.lot.number, row.readings, row.figures, ours->value, row.lot.value, found);
        return {};
    }
    // What was bought for him is claimed as a whole; his lots only show how he comes to it.
    void add_evidence(const BuyersRow& row) {
        add_line(row.lot.number, row.readings, row.figures, row.lot.value, row.lot.value,
                 {LineOutcome::agreed, nothing_, nothing_});
    }
    void add_claim() {
        BuyersLot all{{}, nothing_, nothing_, nothing_};
        for (const auto& row : rows_) {
            all.weight += row.figures.weight;
            all.amount += row.figures.amount;
            all.inputs += row.figures.inputs;
            all.penalty += row.figures.penalty;
        }
        const auto claim = claimed_in(entries_, made_.buyer, {made_.first, made_.last},
                                      nothing_.currency);
        auto found = reconcile_lot({all.weight, claim}, all, {}, advanced_);
        // More than the claim is the organisation's own: what it did for him.
        if (found.outcome == LineOutcome::disputed && !found.difference.is_negative())
            found.outcome = LineOutcome::corrected;
        add_line({}, {}, all, claim, claim, found);
    }
};

Result<void> check_days(const View& view, const ImportLiquidation& command) {
    if (command.last < command.first) return refuse(Refusal::dates_reversed, "/last");
    if (command.day < command.first) return refuse(Refusal::dates_reversed, "/day");
    return check_entry_day(view, command.day);
}

std::map<LotNumber, Lot> lots_of(const View& view, PartyId buyer) {
    std::map<LotNumber, Lot> lots;
    for (auto& lot : lots_where(view, buyer)) lots.emplace(lot.number, std::move(lot));
    return lots;
}

LiquidationLineView view_of(const View& view, const LiquidationLine& line, const Product& product,
                            const std::map<LotNumber, Lot>& lots, bool undone) {
    const BuyersLot his{line.weight, line.amount, line.inputs, line.penalty};
    LiquidationLineView one{.lot = {},
                            .our_quantity = line.weight,
                            .his_quantity = line.weight,
                            .our_readings = {},
                            .his_readings = named(product.attributes, line.readings),
                            .ours = line.ours,
                            .amount = line.amount,
                            .inputs = line.inputs,
                            .penalty = line.penalty,
                            .difference = his_worth(his, line.backed) - line.ours,
                            .outcome = line.outcome,
                            .open = false,
                            .decision = {}};
    if (const auto lot = lots.find(line.lot); lot != lots.end()) {
        one.lot = lot->second.code;
        one.our_quantity = lot->second.weight;
        one.our_readings = named(product.attributes, lot->second.readings);
    }
    if (line.outcome != LineOutcome::disputed) return one;
    if (const auto found = decision_about(view, line.liquidation, line.lot))
        one.decision = DecisionView{found->number,  found->day,
                                    found->outcome, found->worth,
                                    found->reason,  login_of(view, found->decided_by)};
    one.open = !one.decision && !undone;
    return one;
}

LiquidationView view_of(const View& view, const Liquidation& row,
                        const std::vector<LiquidationLine>& lines, const PartyNames& names,
                        const std::map<LotNumber, Lot>& lots) {
    const Money nothing{0, row.residue.currency};
    LiquidationView one{.liquidation = row.number,
                        .buyer = names.of(row.buyer).code,
                        .document = row.document,
                        .invoice = {},
                        .day = row.day,
                        .first = row.first,
                        .last = row.last,
                        .file_name = row.file_name,
                        .undone = row.undone != 0,
                        .disputes = 0,
                        .ours = nothing,
                        .his = row.residue,
                        .entry = {},
                        .lines = {}};
    if (!row.invoice.empty()) one.invoice = row.invoice;
    if (!row.entry.is_none()) one.entry = row.entry;
    const auto product = product_numbered(view, row.product);
    const bool is_claimed = !lines.empty() && lines.front().lot.is_none();
    for (const auto& line : lines) {
        one.lines.push_back(view_of(view, line, product, lots, one.undone));
        one.disputes += one.lines.back().open ? 1 : 0;
        // Of what was bought for him the claim says what is ours, and his lots what is his.
        if (line.lot.is_none() == is_claimed) one.ours += line.ours;
        if (line.lot.is_none()) continue;
        one.his += line.amount - line.inputs - line.penalty;
    }
    return one;
}

// His file held against ours, as it would be kept.
struct HeldLiquidation {
    Liquidation made;
    std::vector<LiquidationLine> lines;
};

Result<HeldLiquidation> hold_liquidation(const View& view, const ImportLiquidation& command) {
    const auto product = find_product(view, command.product);
    if (!product) return std::unexpected(product.error());
    const auto buyer = find_buyer(view, command.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    if (auto sound = check_days(view, command); !sound) return std::unexpected(sound.error());
    const auto bytes = from_base64(command.content);
    if (!bytes) return refuse(Refusal::wrong_type, "/content");
    const auto file_digest = hex(sha256(*bytes));
    if (is_known(view, "file_digest", file_digest, buyer->party))
        return refuse(Refusal::file_imported_already, "/content", command.file_name);
    if (is_known(view, "document", command.document, buyer->party))
        return refuse(Refusal::already_recorded, "/document", command.document);
    if (command.invoice && is_invoiced(view, *command.invoice, {}))
        return refuse(Refusal::already_recorded, "/invoice", *command.invoice);
    const auto rows = plan_liquidation(view, *product, buyer->party, *bytes, command.columns);
    if (!rows) return std::unexpected(rows.error());
    Liquidation made{.organisation = view.organisation,
                     .number = {next_number(view.db, "liquidation", "number", view.organisation)},
                     .buyer = buyer->party,
                     .product = product->product,
                     .document = command.document,
                     .invoice = command.invoice.value_or(std::string()),
                     .day = command.day,
                     .first = command.first,
                     .last = command.last,
                     .file_name = command.file_name,
                     .file_digest = file_digest,
                     .lines_digest = {},
                     .residue = {},
                     .entry = {},
                     .imported_by = {},
                     .position = 0,
                     .undone = 0};
    ReconcilingLots found(view, made, *rows);
    if (auto done = found.run(); !done) return std::unexpected(done.error());
    if (command.total)
        if (auto held = found.hold_against(*command.total); !held)
            return std::unexpected(held.error());
    made.lines_digest = digest_of(found.lines());
    made.residue = found.residue();
    return HeldLiquidation{made, found.lines()};
}

}  // namespace

Result<Liquidation> existing_liquidation(const View& view, LiquidationNumber number) {
    auto query = select<Liquidation>(view.db, "WHERE organisation = $1 AND number = $2");
    query.integer(view.organisation.number).integer(number.number);
    auto known = first_row<Liquidation>(query);
    if (!known) return refuse(Refusal::not_found, "/liquidation", std::to_string(number.number));
    if (known->undone != 0) return refuse(Refusal::import_undone_already, "/liquidation");
    return *std::move(known);
}

std::vector<LiquidationLine> lines_of(const View& view, LiquidationNumber number) {
    auto query = select<LiquidationLine>(
        view.db, "WHERE organisation = $1 AND liquidation = $2 ORDER BY lot");
    query.integer(view.organisation.number).integer(number.number);
    return all_rows<LiquidationLine>(query);
}

std::string digest_of(const std::vector<LiquidationLine>& lines) {
    Sha256 digest;
    for (const auto& line : lines) digest.add(pack(line));
    return hex(digest.finish());
}

Result<void> import_liquidation(Work& work, const ImportLiquidation& command) {
    auto held = hold_liquidation(work, command);
    if (!held) return std::unexpected(held.error());
    auto& [made, lines] = *held;
    made.imported_by = work.caller.user;
    made.position = work.position();
    work.made("liquidation", made.number.number);
    if (auto legs = liquidation_legs(made, lines); !legs.empty()) {
        auto entry = new_entry(work, EntryKind::sale, command.day, std::move(legs),
                               made.number.number, made.buyer);
        keep_entry(work, entry);
        made.entry = entry.number;
        work.made("entry", entry.number.number);
    }
    insert(work.db, made);
    for (const auto& line : lines) insert(work.db, line);
    return {};
}

Result<LiquidationView> preview_liquidation(const View& view, const ImportLiquidation& query) {
    const auto held = hold_liquidation(view, query);
    if (!held) return std::unexpected(held.error());
    return view_of(view, held->made, held->lines, party_names(view),
                   lots_of(view, held->made.buyer));
}

Result<void> set_invoice(Work& work, const SetInvoice& command) {
    const auto known = existing_liquidation(work, command.liquidation);
    if (!known) return std::unexpected(known.error());
    if (is_invoiced(work, command.invoice, known->number))
        return refuse(Refusal::already_recorded, "/invoice", command.invoice);
    work.db.query("UPDATE liquidation SET invoice = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .text(command.invoice)
        .run();
    return {};
}

Result<void> undo_liquidation(Work& work, const UndoLiquidation& command) {
    const auto known = existing_liquidation(work, command.liquidation);
    if (!known) return std::unexpected(known.error());
    std::set<LotNumber> lots;
    std::vector<EntryNumber> entries;
    if (!known->entry.is_none()) entries.push_back(known->entry);
    for (const auto& line : lines_of(work, known->number)) {
        if (!line.lot.is_none()) lots.insert(line.lot);
        if (const auto decision = decision_about(work, known->number, line.lot);
            decision && !decision->entry.is_none())
            entries.push_back(decision->entry);
    }
    if (is_any_paid(work, known->buyer, lots)) return refuse(Refusal::sale_paid, "/liquidation");
    for (const auto number : entries) {
        const auto entry = find_entry(work, number);
        CHECK(entry.has_value());
        work.made("entry", keep_reversal(work, *entry, entry->event_date).number);
    }
    work.db
        .query(
            "UPDATE dispute_decision SET reopened = $3 WHERE organisation = $1 AND liquidation = "
            "$2 AND reopened = 0")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    work.db.query("UPDATE liquidation SET undone = $3 WHERE organisation = $1 AND number = $2")
        .integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.position())
        .run();
    return {};
}

Result<LiquidationsView> liquidations(const View& view, const LiquidationsQuery& query) {
    const auto buyer = asked_buyer(view, query.buyer);
    if (!buyer) return std::unexpected(buyer.error());
    const auto lots = lots_of(view, *buyer);
    auto rows = select<Liquidation>(
        view.db, "WHERE organisation = $1 AND (buyer = $2 OR $2 = 0) ORDER BY number DESC");
    rows.integer(view.organisation.number).integer(buyer->number);
    const auto names = party_names(view);
    LiquidationsView all;
    for (const auto& row : all_rows<Liquidation>(rows)) {
        auto one = view_of(view, row, lines_of(view, row.number), names, lots);
        if (!query.disputed_only.value_or(false) || one.disputes > 0)
            all.liquidations.push_back(std::move(one));
    }
    return all;
}

}  // namespace ayni
