#include "app/verify_queries.h"

#include <algorithm>
#include <future>
#include <map>
#include <set>

#include <fmt/format.h>

#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/verify_accruals_queries.h"
#include "app/verify_bank_queries.h"
#include "app/verify_collection_queries.h"
#include "app/verify_inputs_queries.h"
#include "app/verify_payments_queries.h"
#include "app/verify_sales_queries.h"
#include "app/verify_settlements_queries.h"
#include "domain/settlement/debt_legs.h"
#include "domain/settlement/post_settlement.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

class Verifier {
public:
    Verifier(Connection& db, VerifyPart part, const Looked& looked)
        : db_(db),
          part_(part),
          looked_(looked),
          told_([this](std::int64_t position,
                       const std::string& path) { return personal(position, path); },
                [this](const std::string& login) { return user_named(login); }) {}

    void file(const std::vector<std::string>& broken) {
        organisation_ = {};
        for (const auto& page : broken) find("file", page);
    }
    // A row that cannot be read ends what reads it; it was named by then, or is now.
    void organisation(OrganisationId organisation) {
        organisation_ = organisation;
        ++result_.organisations;
        const Find find_here = [this](std::string what, std::string where) {
            find(std::move(what), std::move(where));
        };
        records_.emplace(db_, organisation, told_, find_here);
        each_part({[&] { chain(); }, [&] { rows(find_here); }, [&] { personal_values(); },
                   [&] { entries(); }, [&] { bank(find_here); }});
        if (organisation.is_none() || part_ == VerifyPart::books) return;
        each_part({[&] { beyond_the_log(); },
                   [&] {
                       verify_collection(db_, organisation_, *records_, untold(), result_,
                                         find_here, looked_);
                   },
                   [&] { verify_accruals(db_, organisation_, find_here); },
                   [&] { verify_sales(view(), find_here); },
                   [&] { verify_payments(view(), find_here); },
                   [&] { verify_inputs(view(), find_here); }, [&] { settlements(find_here); }});
    }
    Verification result() && { return std::move(result_); }

private:
    Connection& db_;
    VerifyPart part_;
    const Looked& looked_;
    OrganisationId organisation_;
    LogHead head_;
    ToldRows told_;
    std::optional<RecordChecker> records_;
    std::map<std::int64_t, BankEffects> bank_;       // that no entry was found for yet
    std::set<std::int64_t> banking_;                 // records, likewise
    bool installation_sound_ = true, sound_ = true;  // rows are as records tell
    std::int64_t unknown_to_installation_ = 0;
    Caller nobody_;
    Verification result_;

    [[nodiscard]] View view() const { return {db_, nobody_, organisation_, {}, latest_day}; }
    void find(std::string what, std::string where) {
        result_.findings.push_back({organisation_, std::move(what), std::move(where)});
    }
    void each_part(const std::vector<std::function<void()>>& parts) {
        for (const auto& part : parts) try {
                part();
            } catch (const DatabaseError& failure) {
                if (failure.kind != DatabaseError::Kind::damaged) throw;
                sound_ = false;
                find("damaged", failure.what());
            }
    }
    std::optional<std::string> personal(std::int64_t position, const std::string& path) {
        auto query = db_.query(
            "SELECT value FROM personal_value WHERE organisation = $1 AND position = $2 AND path = "
            "$3");
        query.integer(organisation_.number).integer(position).text(path);
        if (!query.next()) return std::nullopt;
        return std::string(query.text_at(0));
    }
    UserId user_named(const std::string& login) {
        auto query = db_.query("SELECT id FROM user_account WHERE login = $1");
        query.text(login);
        return {query.next() ? query.integer_at(0) : 0};
    }
    // Where another version recorded what we do not know, we do not know what it made.
    [[nodiscard]] Untold untold() const {
        return unknown_to_installation_ + records_->unknown() == 0 ? Untold::are_found
                                                                   : Untold::are_none_of_ours;
    }

    // Every record follows the one before, and its hash is that of its bytes.
    void chain() {
        LogHead& head = head_ = {};
        auto query = db_.query(
            "SELECT position, body, hash FROM log WHERE organisation = $1 ORDER BY position");
        query.integer(organisation_.number);
        while (query.next()) {
            ++result_.records;
            looked_(1);
            const auto position = query.integer_at(0);
            if (position != head.position + 1) find("chain_gap", std::to_string(position));
            const auto hash = chained(head.hash, query.text_at(1));
            if (bytes_of(hash) != query.text_at(2)) find("chain", std::to_string(position));
            head = {position, digest_of(query.text_at(2))};
            if (const auto body = unpack<LogBody>(query.text_at(1))) {
                records_->check(position, *body);
            } else {
                find("record", std::to_string(position));
            }
        }
    }
    void rows(const Find& find_here) {
        if (organisation_.is_none()) unknown_to_installation_ = records_->unknown();
        result_.records_unknown += records_->unknown();
        if (part_ == VerifyPart::books) return told_.forget(organisation_);
        const auto before = result_.findings.size();
        verify_rows(db_, organisation_, told_, untold(), find_here);
        sound_ = installation_sound_ && result_.findings.size() == before;
        if (organisation_.is_none()) installation_sound_ = sound_;
        told_.forget(organisation_);
    }
    void settlements(const Find& find_here) {
        if (!sound_) find("left_out", "settlements are not priced again: rows differ");
        verify_settlements(view(), *records_, sound_ ? Pricing::computed_again : Pricing::left_out,
                           result_, find_here, looked_);
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
        bank_ = bank_effects(db_, organisation_);
        banking_ = records_->banking();
        while (query.next()) {
            try {
                read_row(query, describe<Entry>(), &entry);
            } catch (const DatabaseError& failure) {
                if (failure.kind != DatabaseError::Kind::damaged) throw;
                find("damaged", fmt::format("entry {}: {}", query.text_at(1), failure.what()));
                continue;
            }
            check_effects(effects, entry.position);
            effects.add(entry);
            ++result_.entries;
            looked_(1);
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
    // Those entered since entering one posts; older ones have no entry to hold them against. What
    // cannot be read was named before.
    std::vector<Obligation> debts_with_entry() {
        auto query = select<Obligation>(db_,
                                        "WHERE organisation = $1 AND entry > 0 ORDER BY number");
        query.integer(organisation_.number);
        std::vector<Obligation> debts;
        while (query.next()) try {
                const auto debt = row_of<Obligation>(query);
                if (debt.amount.currency == debt.interest.currency) debts.push_back(debt);
            } catch (const DatabaseError& failure) {
                if (failure.kind != DatabaseError::Kind::damaged) throw;
            }
        return debts;
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
            return items.of(account_of(kind), kept_parties(view()).of(debt.party),
                            debt.number.number, currency);
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
        // What was done to statements stands behind the entries.
        if (auto done = bank_.extract(effects.position))
            effects.digest->add(bytes_of(std::move(done.mapped())));
        banking_.erase(effects.position);
        const auto digest = effects.digest->finish();
        const auto* recorded = records_->effects_at(effects.position);
        if (!recorded || *recorded != bytes_of(digest))
            find("entries", std::to_string(effects.position));
        effects.digest.reset();
    }
    // What was done to statements without an entry; nothing of it is gone.
    void bank(const Find& find_here) {
        for (auto& [position, done] : bank_) {
            banking_.erase(position);
            const auto* recorded = records_->effects_at(position);
            if (!recorded || *recorded != bytes_of(sha256(bytes_of(std::move(done)))))
                find("bank", std::to_string(position));
        }
        for (const auto position : banking_) find("bank", std::to_string(position));
        bank_.clear();
        banking_.clear();
        verify_bank_lines(db_, organisation_, find_here);
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
};

// Those that have a row, and those of which there is only a log left.
std::vector<std::int64_t> organisations_of(Connection& db) {
    std::vector<std::int64_t> all{installation.number};
    auto query = db.query(
        "SELECT id FROM organisation WHERE id <> 0 UNION SELECT DISTINCT organisation FROM log "
        "WHERE organisation <> 0 ORDER BY 1");
    while (query.next()) all.push_back(query.integer_at(0));
    return all;
}

// How many rows of an organisation are looked at one by one, by what its other rows say of them.
std::int64_t rows_to_look_at(Connection& db, std::int64_t organisation, VerifyPart part) {
    static const std::string books =
        "SELECT coalesce((SELECT max(position) FROM log WHERE organisation = $1), 0) + "
        "coalesce((SELECT max(number) FROM entry WHERE organisation = $1), 0)";
    static const std::string everything =
        books +
        " + CAST(coalesce((SELECT sum(last_sequence - first_sequence + 1) FROM import WHERE "
        "organisation = $1), 0) AS BIGINT) + CAST(coalesce((SELECT sum(deliveries) FROM settlement "
        "WHERE organisation = $1), 0) AS BIGINT)";
    try {
        auto query = db.query(part == VerifyPart::books ? books : everything);
        return query.integer(organisation).next() ? query.integer_at(0) : 0;
    } catch (const DatabaseError& failure) {
        if (failure.kind != DatabaseError::Kind::damaged) throw;
        return 0;  // Who reads them names them.
    }
}

// Every page is read and its order checked, beside everything else where it can be; the books alone
// are read in any case. A server looks after its own pages.
class FileCheck {
public:
    FileCheck(Connection& db, VerifyPart part)
        : db_(db), is_wanted_(part != VerifyPart::books && db.dialect() == Dialect::sqlite) {
        if (is_wanted_) beside_ = db.beside();
        if (beside_) found_ = std::async(std::launch::async, [this] { return check(*beside_); });
    }
    [[nodiscard]] std::vector<std::string> broken() {
        if (found_.valid()) return found_.get();
        return is_wanted_ ? check(db_) : std::vector<std::string>{};
    }

private:
    Connection& db_;
    bool is_wanted_;
    std::unique_ptr<Connection> beside_;
    std::future<std::vector<std::string>> found_;

    static std::vector<std::string> check(Connection& db) {
        std::vector<std::string> broken;
        auto query = db.query("PRAGMA quick_check(10)");
        while (query.next())
            if (query.text_at(0) != "ok") broken.emplace_back(query.text_at(0));
        return broken;
    }
};

}  // namespace

Verification verify(Connection& db, VerifyPart part, const Progressed& progressed) {
    const Transaction snapshot(db, Transaction::Kind::reading);
    FileCheck file(db, part);
    const auto organisations = organisations_of(db);
    std::vector<std::int64_t> until;  // the rows of each and of those before it
    for (std::int64_t all = 0; const auto number : organisations)
        until.push_back(all += progressed ? rows_to_look_at(db, number, part) : 0);
    Steps steps(progressed, until.back());
    const Looked looked = [&](std::int64_t rows) { steps.add(rows); };
    Verifier verifier(db, part, looked);
    for (std::size_t i = 0; i < organisations.size(); ++i) {
        verifier.organisation({organisations[i]});
        steps.reach(until[i]);
    }
    verifier.file(file.broken());
    return std::move(verifier).result();
}

}  // namespace ayni
