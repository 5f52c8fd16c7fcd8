#include "app/verify_queries.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "app/lookup_queries.h"
#include "app/rule_codes_queries.h"
#include "app/settlement_inputs_queries.h"
#include "app/verify_records_queries.h"
#include "domain/settlement/carry_over.h"
#include "domain/settlement/debt_legs.h"
#include "domain/settlement/post_settlement.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

class Verifier {
public:
    Verifier(Connection& db, VerifyPart part) : db_(db), part_(part) {}

    // Every page is read and its order checked; the books alone are read in any case.
    void file() {
        if (part_ == VerifyPart::books) return;
        auto query = db_.query("PRAGMA quick_check(10)");
        while (query.next())
            if (query.text_at(0) != "ok") find("file", std::string(query.text_at(0)));
    }
    void organisation(OrganisationId organisation) {
        organisation_ = organisation;
        ++result_.organisations;
        records_.emplace(db_, organisation, founders_, [this](std::string what, std::string where) {
            find(std::move(what), std::move(where));
        });
        chain();
        if (part_ != VerifyPart::books) records_->finish();
        personal_values();
        entries();
        if (organisation.is_none() || part_ == VerifyPart::books) return;
        beyond_the_log();
        imports();
        sources();
        for (const auto& settlement : settlements_of(view(), {})) check(settlement);
    }
    Verification result() && { return std::move(result_); }

private:
    Connection& db_;
    VerifyPart part_;
    OrganisationId organisation_;
    LogHead head_;
    std::optional<RecordChecker> records_;
    RecordChecker::Founders founders_;
    Caller nobody_;
    Verification result_;

    [[nodiscard]] View view() const { return {db_, nobody_, organisation_, {}, Date{INT32_MAX}}; }
    void find(std::string what, std::string where) {
        result_.findings.push_back({organisation_, std::move(what), std::move(where)});
    }

    // Every record follows the one before, and its hash is that of its bytes.
    void chain() {
        LogHead& head = head_ = {};
        auto query = db_.query(
            "SELECT position, body, hash FROM log WHERE organisation = $1 ORDER BY position");
        query.integer(organisation_.number);
        while (query.next()) {
            ++result_.records;
            const auto position = query.integer_at(0);
            if (position != head.position + 1) find("chain_gap", std::to_string(position));
            const auto hash = chained(head.hash, query.text_at(1));
            if (bytes_of(hash) != query.text_at(2)) find("chain", std::to_string(position));
            head = {position, digest_of(query.text_at(2))};
            if (const auto body = unpack<LogBody>(query.text_at(1))) {
                effects(position, *body);
                records_->check(position, *body);
            } else {
                find("record", std::to_string(position));
            }
        }
    }
    // What a record says it did is what stands in the tables.
    void effects(std::int64_t position, const LogBody& body) {
        std::int64_t source = 0, sequence = 0;
        for (const auto& made : body.made) {
            if (made.kind == "source") source = made.number;
            if (made.kind == "delivery") sequence = made.number;
        }
        if (sequence == 0 || body.effects_digest.value.empty()) return;
        auto query = select<Delivery>(db_,
                                      "WHERE organisation = $1 AND source = $2 AND sequence = $3");
        query.integer(organisation_.number).integer(source).integer(sequence);
        const auto row = first_row<Delivery>(query);
        if (!row || body.effects_digest.value != bytes_of(sha256(pack(*row))))
            find("delivery", std::to_string(position));
    }
    void personal_values() {
        auto query = select<PersonalValue>(db_, "WHERE organisation = $1 ORDER BY position");
        query.integer(organisation_.number);
        while (query.next()) {
            const auto value = row_of<PersonalValue>(query);
            auto record = db_.query(
                "SELECT body FROM log WHERE organisation = $1 AND position = $2");
            record.integer(organisation_.number).integer(value.position);
            if (!record.next() || record.text_at(0).find(concealed(value.salt, value.value)) ==
                                      std::string_view::npos)
                find("personal_value", std::to_string(value.position) + value.path);
        }
    }
    // Numbers without gaps, legs that sum to zero, reversals that undo exactly, and only once.
    void entries() {
        std::int64_t number = 0;
        const auto debts = debts_with_entry();
        OpenItems items;
        std::vector<std::pair<std::int64_t, std::int64_t>> reversed;  // an entry, and by which one
        auto query = select<Entry>(db_, "WHERE organisation = $1 ORDER BY number");
        query.integer(organisation_.number);
        Entry entry;
        EffectsOfEntries effects;
        while (query.next()) {
            read_row(query, describe<Entry>(), &entry);
            check_effects(effects, entry.position);
            effects.add(entry);
            ++result_.entries;
            result_.legs += std::ssize(entry.legs);
            if (entry.number.number != ++number)
                find("entry_gap", std::to_string(entry.number.number));
            number = entry.number.number;
            if (!check_balanced(entry.legs)) find("entry", std::to_string(number));
            if (!debts.empty()) items.add(entry);
            if (!entry.reverses.is_none()) reversed.emplace_back(entry.reverses.number, number);
        }
        check_effects(effects, 0);
        // A reversal that was itself reversed does not count: its entry stands again.
        std::set<std::int64_t> undone, in_force;
        for (const auto& [entry_undone, by] : reversed) undone.insert(entry_undone);
        for (const auto& [entry_undone, by] : reversed)
            if (!undone.contains(by) && !in_force.insert(entry_undone).second)
                find("reversed_twice", std::to_string(entry_undone));
        for (const auto& debt : debts) check_ledger_of(debt, items);
    }
    // Those entered since entering one posts; older ones have no entry to hold them against.
    std::vector<Obligation> debts_with_entry() {
        auto query = select<Obligation>(db_,
                                        "WHERE organisation = $1 AND entry > 0 ORDER BY number");
        query.integer(organisation_.number);
        return all_rows<Obligation>(query);
    }
    // What the books still have open of an own credit is what its applications leave of it.
    void check_ledger_of(const Obligation& debt, const OpenItems& items) {
        auto query = db_.query(
            "SELECT coalesce(sum(amount), 0) FROM application WHERE organisation = $1 AND "
            "obligation = $2 AND cancelled = 0");
        query.integer(organisation_.number).integer(debt.number.number);
        const auto currency = debt.amount.currency;
        const Money taken{query.next() ? query.integer_at(0) : 0, currency};
        const Money nothing{0, currency};
        const auto paid_interest = least(taken, debt.interest);
        const auto interest = debt.cancelled != 0 ? nothing : debt.interest - paid_interest;
        const auto rest = debt.cancelled != 0 ? nothing : debt.amount - taken - interest;
        const auto in_books = [&](DeductionKind kind) {
            return items.of(account_of(kind), debt.party, debt.number.number, currency);
        };
        if (in_books(debt.kind) != rest || in_books(DeductionKind::interest) != interest)
            find("obligation_ledger", std::to_string(debt.number.number));
    }
    // All entries of one command, in the order of their numbers.
    struct EffectsOfEntries {
        std::int64_t position = 0;
        std::optional<Sha256> digest = {};

        void add(const Entry& entry) {
            if (!digest) digest.emplace();
            position = entry.position;
            digest->add(pack(entry));
        }
    };
    void check_effects(EffectsOfEntries& effects, std::int64_t next) {
        if (!effects.digest || effects.position == next) return;
        const auto digest = effects.digest->finish();
        const auto* recorded = records_->effects_at(effects.position);
        if (!recorded || *recorded != bytes_of(digest))
            find("entries", std::to_string(effects.position));
        effects.digest.reset();
    }
    template <class Row>
    std::string digest_of_range(const Import& import) {
        Sha256 hash;
        auto query = select<Row>(
            db_,
            "WHERE organisation = $1 AND source = $2 AND sequence BETWEEN $3 AND $4 "
            "AND day BETWEEN $5 AND $6 ORDER BY sequence");
        query.integer(organisation_.number).integer(import.source.number);
        query.integer(import.first_sequence).integer(import.last_sequence);
        query.integer(import.first_day.days).integer(import.last_day.days);
        std::string bytes;
        while (query.next()) {
            const auto row = row_of<Row>(query);
            bytes.clear();
            append_packed(bytes, shape_of<Row>(), &row);
            hash.add(bytes);
        }
        return hex(hash.finish());
    }
    // A row that names a record after the last one: the end of the log is gone.
    void beyond_the_log() {
        for (const auto* table : all_tables()) {
            const auto named = [](const Field& field) { return field.name == "position"; };
            if (table->name == "log" || std::ranges::none_of(table->description->fields, named))
                continue;
            auto query = db_.query(
                fmt::format("SELECT max(position) FROM {} WHERE organisation = $1", table->name));
            query.integer(organisation_.number);
            if (query.next() && query.integer_at(0) > head_.position)
                find("log_end", fmt::format("{} {}", table->name, query.integer_at(0)));
        }
    }
    void imports() {
        auto query = select<Import>(db_, "WHERE organisation = $1 ORDER BY number");
        query.integer(organisation_.number);
        for (const auto& import : all_rows<Import>(query)) {
            const auto digest = import.kind == ImportKind::deliveries
                                    ? digest_of_range<Delivery>(import)
                                    : digest_of_range<Analysis>(import);
            if (digest != import.rows_digest) find("import", std::to_string(import.number.number));
        }
    }
    // Rows of files that were only being taken in when the file was copied.
    std::int64_t not_recorded(std::string_view table) {
        auto query = db_.query(fmt::format(
            "SELECT count(*) FROM source s JOIN {} d ON d.organisation = s.organisation AND "
            "d.source = s.source WHERE s.organisation = $1 AND s.kind = $2 AND s.last = 0",
            table));
        query.integer(organisation_.number).integer(static_cast<int>(SourceKind::file));
        return query.next() ? query.integer_at(0) : 0;
    }
    // Missing numbers of a source are records that somebody still holds, or lost.
    void sources() {
        auto query = db_.query(
            "SELECT coalesce(sum(last), 0), (SELECT count(*) FROM delivery WHERE organisation = "
            "$1), "
            "(SELECT count(*) FROM analysis WHERE organisation = $1) FROM source WHERE "
            "organisation = $1");
        query.integer(organisation_.number);
        if (!query.next()) return;
        const auto deliveries = query.integer_at(1) - not_recorded("delivery");
        const auto analyses = query.integer_at(2) - not_recorded("analysis");
        result_.deliveries += deliveries;
        const auto missing = query.integer_at(0) - deliveries - analyses;
        if (missing < 0)
            find("source_count", std::to_string(missing));
        else
            result_.records_missing += missing;
    }

    void check(const Settlement& settlement) {
        ++result_.settlements;
        const auto where = std::to_string(settlement.number.number);
        const auto statements = statements_of(view(), settlement.number);
        Money gross{0, settlement.gross.currency}, net = gross;
        for (const auto& figures : statements) {
            gross += figures.gross;
            net += figures.net;
            if (figures.net.is_negative() || figures.gross != figures.net + figures.deducted)
                find("statement", where + "/" + std::to_string(figures.producer.number));
        }
        if (digest_of_statements(settlement.number) != settlement.statements_digest)
            find("statements", where);
        if (gross != settlement.gross || net != settlement.net) find("settlement_sums", where);
        if (settlement.state == SettlementState::posted) {
            check_entries(settlement, statements);
            check_applications(settlement, statements);
            check_carried(settlement, statements);
        }
        check_record(settlement);
        check_late_change(settlement);
        reprice(settlement);
    }
    // Who computed and approved it, and how far it is.
    void check_record(const Settlement& settlement) {
        const auto& known = records_->settlements();
        const auto found = known.find(settlement.number.number);
        const SettlementByLog stands{settlement.state, settlement.position, settlement.computed_by,
                                     settlement.approved_by};
        if (found == known.end() || found->second != stands)
            find("settlement_record", std::to_string(settlement.number.number));
    }
    // Milk that came in after it was computed, and nobody was told.
    void check_late_change(const Settlement& settlement) {
        if (settlement.state == SettlementState::withdrawn) return;
        auto query = db_.query(
            "SELECT max(position) FROM delivery WHERE organisation = $1 AND day BETWEEN $2 AND $3 "
            "AND product = $4 UNION ALL SELECT max(position) FROM import WHERE organisation = $1 "
            "AND product = $4 AND kind = 0 AND first_day <= $3 AND last_day >= $2");
        query.integer(organisation_.number).integer(settlement.first.days);
        query.integer(settlement.last.days).integer(settlement.product.number);
        std::int64_t newest = 0;
        while (query.next()) newest = std::max(newest, query.integer_at(0));
        if (newest > settlement.position && !is_outdated(view(), settlement))
            find("late_change", std::to_string(settlement.number.number));
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
        for (const auto& figures : statements) {
            const auto legs = settlement_legs(figures, correction_of(settlement, figures.producer));
            if (legs.empty()) continue;
            const bool there = query.next();
            if (!there) return find("entry_missing", std::to_string(settlement.number.number));
            const auto entry = row_of<Entry>(query);
            if (entry.legs != legs || entry.party != figures.producer ||
                entry.subject != settlement.number.number)
                find("entry_differs", std::to_string(entry.number.number));
        }
        if (query.next()) find("entry_surplus", std::to_string(settlement.number.number));
    }
    // What its statements asked and took of obligations, and nothing else. Settlements from before
    // it was kept what is asked have no rows of nothing taken, and nothing asked in the others.
    void check_applications(const Settlement& settlement,
                            const std::vector<StatementFigures>& statements) {
        std::map<std::int64_t, Application> kept;
        auto query = select<Application>(
            db_, "WHERE organisation = $1 AND settlement = $2 AND cancelled = 0");
        query.integer(organisation_.number).integer(settlement.number.number);
        for (auto& row : all_rows<Application>(query)) kept.emplace(row.obligation.number, row);
        const bool keeps_asked = std::ranges::any_of(
            kept, [](const auto& each) { return !each.second.asked.is_zero(); });
        bool same = true;
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
        if (!same || !kept.empty()) find("applications", std::to_string(settlement.number.number));
    }
    // The debts that it made of charges that did not fit; none before they were carried over.
    void check_carried(const Settlement& settlement,
                       const std::vector<StatementFigures>& statements) {
        using Charge = std::tuple<PartyId, std::string, std::int64_t>;
        std::multiset<Charge> kept, charges;
        auto query = select<Obligation>(
            db_, "WHERE organisation = $1 AND settlement = $2 AND rule <> ''");
        query.integer(organisation_.number).integer(settlement.number.number);
        for (const auto& row : all_rows<Obligation>(query))
            kept.emplace(row.party, row.rule, row.amount.minor);
        if (kept.empty()) return;
        const auto reading = view();
        RuleCodes rules(reading);
        for (const auto& figures : statements)
            for (const auto& each : carry_over(figures).charges)
                charges.emplace(figures.producer, rules.of(each.terms, each.rule),
                                each.amount.minor);
        if (kept != charges) find("carried_charges", std::to_string(settlement.number.number));
    }
    void reprice(const Settlement& settlement) {
        if (settlement.rules_version != settlement_rules_version) {
            ++result_.settlements_not_repriced;
            return;
        }
        const auto inputs = load_settlement_inputs_as_of(view(), settlement);
        if (!inputs) return find("settlement_inputs", std::to_string(settlement.number.number));
        const auto again = settle(*inputs);
        Sha256 hash;
        if (again)
            for (const auto& figures : *again) hash.add(pack(figures));
        if (!again || hex(hash.finish()) != settlement.statements_digest)
            find("settlement", std::to_string(settlement.number.number));
    }
};

}  // namespace

Verification verify(Connection& db, VerifyPart part,
                    const std::function<void(std::int64_t, std::int64_t)>& progress) {
    const Transaction snapshot(db, Transaction::Kind::reading);
    Verifier verifier(db, part);
    verifier.file();
    std::vector<std::int64_t> organisations{installation.number};
    auto query = db.query("SELECT id FROM organisation ORDER BY id");
    while (query.next()) organisations.push_back(query.integer_at(0));
    std::int64_t done = 0;
    for (auto number : organisations) {
        verifier.organisation({number});
        if (progress) progress(++done, std::ssize(organisations));
    }
    return std::move(verifier).result();
}

}  // namespace ayni
