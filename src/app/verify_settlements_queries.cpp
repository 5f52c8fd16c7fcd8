#include "app/verify_settlements_queries.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "app/buying_queries.h"
#include "app/entry_queries.h"
#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/rule_codes_queries.h"
#include "app/settlement_inputs_queries.h"
#include "domain/collection/check_delivery.h"
#include "domain/settlement/carry_over.h"
#include "domain/settlement/post_settlement.h"
#include "domain/settlement/sum_up.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

class SettlementChecker {
public:
    SettlementChecker(const View& view, const RecordChecker& records, Pricing pricing,
                      Verification& counts, const Find& find)
        : db_(view.db),
          view_(view),
          organisation_(view.organisation),
          records_(records),
          pricing_(pricing),
          counts_(counts),
          find_(find),
          mergers_(all_mergers(view)) {}

    void check(const Settlement& settlement) {
        ++counts_.settlements;
        // The figures of others are not what was computed; nothing can be said of them.
        if (!check_digests(settlement)) return;
        const auto statements = statements_of(view_, settlement.number);
        check_sums(settlement, statements);
        const auto known = records_.settlement(settlement.number);
        if (settlement.state == SettlementState::posted) check_entries(settlement, statements);
        if (settlement.state == SettlementState::posted || known.posted != 0) {
            check_applications(settlement, statements);
            if (pricing_ == Pricing::computed_again) check_made_debts(settlement, statements);
        }
        check_late_changes(settlement);
        if (pricing_ == Pricing::computed_again) reprice(settlement);
    }

    // Nobody takes the number of a debt away.
    void check_numbers_of_debts() {
        auto query = db_.query(
            "SELECT count(*), coalesce(max(number), 0) FROM obligation WHERE organisation = $1");
        query.integer(organisation_.number);
        if (query.next() && query.integer_at(0) != query.integer_at(1))
            find_("obligation_gap", std::to_string(query.integer_at(1) - query.integer_at(0)));
    }

private:
    Connection& db_;
    const View& view_;
    OrganisationId organisation_;
    const RecordChecker& records_;
    Pricing pricing_;
    Verification& counts_;
    const Find& find_;
    std::vector<MergedParty> mergers_;

    bool check_digests(const Settlement& settlement) {
        const auto where = std::to_string(settlement.number.number);
        Sha256 hash;
        hash.add(settlement.inputs_digest);
        hash.add(settlement.statements_digest);
        const auto digest = hash.finish();
        const auto* recorded = records_.effects_at(settlement.position);
        if (recorded && *recorded != bytes_of(digest)) {
            find_("settlement", where + "/statements_digest");
            return false;
        }
        if (digest_of_statements(settlement.number) == settlement.statements_digest) return true;
        find_("statements", where);
        return false;
    }
    void check_sums(const Settlement& settlement, const std::vector<StatementFigures>& statements) {
        const auto where = std::to_string(settlement.number.number);
        for (const auto& figures : statements)
            if (figures.net.is_negative() || figures.gross != figures.net + figures.deducted)
                find_("statement", where + "/" + std::to_string(figures.producer.number));
        if (statements.empty()) return find_("settlement_sums", where);
        auto summed = settlement;
        sum_up(summed, statements, statements.front().gross.currency);
        const auto totals = [](const Settlement& each) {
            return std::tuple(each.producers, each.deliveries, each.quantity.thousandths,
                              each.gross.minor, each.gross.currency, each.deducted.minor,
                              each.deducted.currency, each.net.minor, each.net.currency);
        };
        if (totals(summed) != totals(settlement)) find_("settlement_sums", where);
    }
    // Made when it was posted, and taken back when it was withdrawn.
    template <class Row>
    [[nodiscard]] bool is_of_its_records(const Settlement& settlement, const Row& row) const {
        const auto known = records_.settlement(settlement.number);
        return known.posted == 0 ||
               (row.position == known.posted && row.cancelled == known.withdrawn);
    }
    // Positions of the records that changed its milk or analyses after it was computed.
    std::set<std::int64_t> changed_at(const Settlement& settlement) {
        auto query = db_.query(
            "SELECT position FROM delivery WHERE organisation = $1 AND product = $2 AND day "
            "BETWEEN $3 AND $4 AND position > $5 UNION "
            "SELECT position FROM analysis WHERE organisation = $1 AND product = $2 AND day "
            "BETWEEN $6 AND $4 AND position > $5 UNION "
            "SELECT c.position FROM correction c JOIN delivery d ON d.organisation = "
            "c.organisation AND d.day = c.day AND d.source = c.source AND d.sequence = c.sequence "
            "WHERE c.organisation = $1 AND d.product = $2 AND c.day BETWEEN $3 AND $4 AND "
            "c.position > $5 UNION "
            "SELECT c.position FROM correction c JOIN analysis a ON a.organisation = "
            "c.organisation AND a.day = c.day AND a.source = c.source AND a.sequence = c.sequence "
            "WHERE c.organisation = $1 AND a.product = $2 AND c.day BETWEEN $6 AND $4 AND "
            "c.position > $5 UNION "
            "SELECT position FROM import WHERE organisation = $1 AND product IN (0, $2) AND "
            "first_day <= $4 AND last_day >= CASE kind WHEN 0 THEN $3 ELSE $6 END AND position > "
            "$5 UNION "
            "SELECT undone_position FROM import WHERE organisation = $1 AND product IN (0, $2) AND "
            "first_day <= $4 AND last_day >= CASE kind WHEN 0 THEN $3 ELSE $6 END AND "
            "undone_position > $5");
        query.integer(organisation_.number).integer(settlement.product.number);
        query.integer(settlement.first.days).integer(settlement.last.days);
        query.integer(settlement.position).integer(settlement.first.days - analysis_window_days);
        std::set<std::int64_t> positions;
        while (query.next()) positions.insert(query.integer_at(0));
        return positions;
    }
    // Each of these stands beside the settlement, which it prices again once that is posted; and
    // nothing else does.
    void check_late_changes(const Settlement& settlement) {
        if (settlement.state == SettlementState::withdrawn) return;
        auto changed = changed_at(settlement);
        auto query = select<LateChange>(db_, "WHERE organisation = $1 AND settlement = $2");
        query.integer(organisation_.number).integer(settlement.number.number);
        bool same = true;
        for (const auto& row : all_rows<LateChange>(query)) {
            const bool known = changed.erase(row.position) > 0;
            if (known && settlement.state == SettlementState::posted) same &= row.reprices;
            if (!known && records_.unknown() == 0) same &= !row.reprices;
        }
        if (!same || !changed.empty())
            find_("late_change", std::to_string(settlement.number.number));
    }
    // Of the bytes as they were kept, which may lack what statements have gained since.
    std::string digest_of_statements(SettlementNumber settlement) {
        Sha256 hash;
        auto query = db_.query(
            "SELECT figures FROM statement WHERE organisation = $1 AND settlement = $2 ORDER BY "
            "producer");
        query.integer(organisation_.number).integer(settlement.number);
        while (query.next()) hash.add(query.text_at(0));
        return hex(hash.finish());
    }
    // The obligation that the settlement made of what it found paid too much.
    ObligationNumber correction_of(const Settlement& settlement, PartyId producer) {
        auto query = db_.query(
            "SELECT number FROM obligation WHERE organisation = $1 AND party = $2 AND settlement = "
            "$3 AND kind = $4");
        query.integer(organisation_.number).integer(producer.number);
        query.integer(settlement.number.number)
            .integer(static_cast<int>(DeductionKind::correction));
        return {query.next() ? query.integer_at(0) : 0};
    }
    // One entry for each statement that has legs, in the order of producers, nothing else.
    void check_entries(const Settlement& settlement,
                       const std::vector<StatementFigures>& statements) {
        auto query = select<Entry>(
            db_, "WHERE organisation = $1 AND number BETWEEN $2 AND $3 ORDER BY number");
        query.integer(organisation_.number).integer(settlement.first_entry.number);
        query.integer(settlement.last_entry.number);
        const auto buyer = bought_for(view_, settlement.product, settlement.last,
                                      settlement.position);
        for (const auto& figures : statements) {
            auto legs = settlement_legs(figures, correction_of(settlement, figures.producer),
                                        buyer);
            if (legs.empty()) continue;
            const bool there = query.next();
            if (!there) return find_("entry_missing", std::to_string(settlement.number.number));
            const auto entry = row_of<Entry>(query);
            lead_to_kept({mergers_, entry.position}, legs);
            if (entry.legs != legs || entry.party != figures.producer ||
                entry.kind != EntryKind::settlement || entry.subject != settlement.number.number)
                find_("entry_differs", std::to_string(entry.number.number));
        }
        if (query.next()) find_("entry_surplus", std::to_string(settlement.number.number));
    }
    // What its statements asked and took of obligations, and nothing else. Settlements from before
    // it was kept what is asked have no rows of nothing taken, and nothing asked in the others.
    void check_applications(const Settlement& settlement,
                            const std::vector<StatementFigures>& statements) {
        std::map<std::int64_t, Application> kept;
        auto query = select<Application>(db_, "WHERE organisation = $1 AND settlement = $2");
        query.integer(organisation_.number).integer(settlement.number.number);
        for (auto& row : all_rows<Application>(query)) kept.emplace(row.obligation.number, row);
        const bool keeps_asked = std::ranges::any_of(
            kept, [](const auto& each) { return !each.second.asked.is_zero(); });
        bool same = std::ranges::all_of(
            kept, [&](const auto& each) { return is_of_its_records(settlement, each.second); });
        const auto expect = [&](ObligationNumber obligation, Money taken, Money asked) {
            const auto row = kept.extract(obligation.number);
            if (row.empty()) return taken.is_zero() && !keeps_asked;
            return row.mapped().amount == taken && (row.mapped().asked == asked || !keeps_asked);
        };
        for (const auto& figures : statements) {
            const auto after = carry_over(figures);
            for (const auto& each : after.obligations)
                same &= expect(each.obligation, each.taken, each.asked);
            if (!after.taken_back.is_zero())
                same &= expect(correction_of(settlement, figures.producer), after.taken_back,
                               figures.receivable);
        }
        if (!same || !kept.empty()) find_("applications", std::to_string(settlement.number.number));
    }
    // The debts that it made: of what was paid too much before, and of charges that did not fit
    // (none of these before they were carried over).
    void check_made_debts(const Settlement& settlement,
                          const std::vector<StatementFigures>& statements) {
        using Debt = std::tuple<PartyId, DeductionKind, std::string, std::int64_t>;
        std::multiset<Debt> kept, wanted;
        bool same = true, carries = false;
        auto query = select<Obligation>(db_, "WHERE organisation = $1 AND settlement = $2");
        query.integer(organisation_.number).integer(settlement.number.number);
        for (const auto& row : all_rows<Obligation>(query)) {
            kept.emplace(row.party, row.kind, row.rule, row.amount.minor);
            carries |= !row.rule.empty();
            same &= is_of_its_records(settlement, row) && row.instalment == row.amount &&
                    row.amount.currency == settlement.gross.currency &&
                    row.first_due == settlement.last + 1 && row.creditor.is_none();
        }
        RuleCodes rules(view_);
        for (const auto& figures : statements) {
            if (!figures.receivable.is_zero())
                wanted.emplace(figures.producer, DeductionKind::correction, "",
                               figures.receivable.minor);
            if (carries)
                for (const auto& each : carry_over(figures).charges)
                    wanted.emplace(figures.producer, each.kind, rules.of(each.terms, each.rule),
                                   each.amount.minor);
        }
        if (!same || kept != wanted)
            find_("carried_charges", std::to_string(settlement.number.number));
    }
    // Whether everybody whose milk, analysis or difference it is has been a supplier.
    static bool knows_everybody(const SettlementInputs& inputs) {
        std::set<PartyId> known;
        for (const auto& facts : inputs.producers) known.insert(facts.party);
        PartyId last;
        for (const auto& row : inputs.deliveries) {
            if (row.producer != last && !known.contains(row.producer)) return false;
            last = row.producer;
        }
        return std::ranges::all_of(inputs.late,
                                   [&](const auto& each) { return known.contains(each.producer); });
    }
    bool knows_product(ProductId product) {
        auto query = db_.query("SELECT 1 FROM product WHERE organisation = $1 AND product = $2");
        return query.integer(organisation_.number).integer(product.number).next();
    }
    // The digest of what it was computed from tells by which rules.
    bool is_by_other_rules(const Settlement& settlement) {
        if (!knows_product(settlement.product)) return true;
        const auto inputs = load_settlement_inputs_as_of(view_, settlement);
        return !inputs || digest_of(*inputs) != settlement.inputs_digest;
    }
    void reprice(const Settlement& settlement) {
        if (settlement.rules_version != settlement_rules_version) {
            ++counts_.settlements_not_repriced;
            if (!is_by_other_rules(settlement))
                find_("rules_version", std::to_string(settlement.number.number));
            return;
        }
        const auto where = std::to_string(settlement.number.number);
        if (!knows_product(settlement.product)) return find_("settlement_inputs", where);
        const auto inputs = load_settlement_inputs_as_of(view_, settlement);
        if (!inputs || !knows_everybody(*inputs)) return find_("settlement_inputs", where);
        const auto again = settle(*inputs);
        Sha256 hash;
        if (again)
            for (const auto& figures : *again) hash.add(pack(figures));
        if (!again || hex(hash.finish()) != settlement.statements_digest)
            find_("settlement", where);
    }
};

}  // namespace

void verify_settlements(const View& view, const RecordChecker& records, Pricing pricing,
                        Verification& counts, const Find& find, const Looked& looked) {
    SettlementChecker checker(view, records, pricing, counts, find);
    checker.check_numbers_of_debts();
    for (const auto& settlement : settlements_of(view, {})) {
        try {
            checker.check(settlement);
            looked(settlement.deliveries);
        } catch (const DatabaseError& failure) {
            if (failure.kind != DatabaseError::Kind::damaged) throw;
            find("damaged",
                 "settlement " + std::to_string(settlement.number.number) + ": " + failure.what());
        }
    }
}

}  // namespace ayni
