#include "app/verify_collection_queries.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

class CollectionChecker {
public:
    CollectionChecker(Connection& db, OrganisationId organisation, const RecordChecker& records,
                      Untold untold, Verification& counts, const Find& find, const Looked& looked)
        : db_(db),
          organisation_(organisation),
          records_(records),
          untold_(untold),
          counts_(counts),
          find_(find),
          looked_(looked) {}

    void imports() {
        auto query = select<Import>(db_, "WHERE organisation = $1 ORDER BY source, first_sequence");
        query.integer(organisation_.number);
        for (const auto& import : all_rows<Import>(query)) {
            const auto told = told_of(import);
            const bool same = import.kind == ImportKind::deliveries
                                  ? holds_rows<Delivery>(import, told)
                                  : holds_rows<Analysis>(import, told);
            if (!same || told == Told::otherwise) find_("import", number(import.number.number));
            files_[import.source].push_back(import);
        }
    }

    // Rows of corrections that put nothing in the place of what they withdraw, by their record.
    void withdrawals() {
        std::map<std::int64_t, Sha256> digests;
        for (const auto position : records_.withdrawals()) digests[position];
        auto query = select<Correction>(
            db_, "WHERE organisation = $1 AND by_sequence = 0 ORDER BY position, source, sequence");
        query.integer(organisation_.number);
        while (query.next()) {
            const auto row = row_of<Correction>(query);
            digests[row.position].add(pack(row));
        }
        for (auto& [position, digest] : digests)
            if (!is_effect_of(position, digest)) find_("correction", number(position));
    }

    void sources() {
        count<Delivery>(&Rows::deliveries);
        count<Analysis>(&Rows::analyses);
        auto query = select<Source>(db_, "WHERE organisation = $1");
        query.integer(organisation_.number);
        for (const auto& source : all_rows<Source>(query)) {
            const auto taken = rows_.extract(source.source);
            const auto rows = taken.empty() ? Rows{} : taken.mapped();
            const bool same = source.kind == SourceKind::file ? is_as_files_say(source, rows)
                                                              : is_as_recorded(source, rows);
            if (!same) find_("source_count", number(source.source.number));
        }
        for (const auto& [source, rows] : rows_) find_("source", number(source.number));
        if (untold_ == Untold::are_found)
            for (const auto& [source, known] : records_.sources())
                if (!seen_.contains(source)) find_("source", number(source.number));
    }

private:
    struct Rows {
        std::int64_t deliveries = 0, analyses = 0, last = 0;
    };
    // What the record of a file tells of it.
    enum class Told { nothing, rows, file, otherwise };

    Connection& db_;
    OrganisationId organisation_;
    const RecordChecker& records_;
    Untold untold_;
    Verification& counts_;
    const Find& find_;
    const Looked& looked_;
    std::map<SourceId, std::vector<Import>> files_;  // by their first number
    std::map<SourceId, Rows> rows_;
    std::set<SourceId> seen_;

    static std::string number(std::int64_t each) { return std::to_string(each); }

    bool is_effect_of(std::int64_t position, Sha256& hash) const {
        const auto digest = hash.finish();
        const auto* recorded = records_.effects_at(position);
        return !recorded || *recorded == bytes_of(digest);
    }
    // Records once told of the rows only. A file of before its position was kept has no record by
    // which to find it.
    Told told_of(const Import& import) const {
        const auto* recorded = import.position == 0 ? nullptr
                                                    : records_.effects_at(import.position);
        if (!recorded) return Told::nothing;
        if (*recorded == bytes_of(sha256(import.rows_digest + import.file_digest)))
            return Told::file;
        return *recorded == bytes_of(sha256(import.rows_digest)) ? Told::rows : Told::otherwise;
    }
    // Packed, by the number of their row.
    std::map<std::int64_t, std::string> notes_of(const Import& import) {
        std::map<std::int64_t, std::string> notes;
        auto query = select<DeliveryNote>(
            db_, "WHERE organisation = $1 AND source = $2 AND sequence BETWEEN $3 AND $4");
        query.integer(organisation_.number).integer(import.source.number);
        query.integer(import.first_sequence).integer(import.last_sequence);
        for (const auto& note : all_rows<DeliveryNote>(query))
            notes.emplace(note.sequence, pack(note));
        return notes;
    }
    template <class Row>
    bool holds_rows(const Import& import, Told told) {
        Sha256 hash;
        auto notes = told == Told::file ? notes_of(import) : std::map<std::int64_t, std::string>{};
        auto query = select<Row>(
            db_,
            "WHERE organisation = $1 AND source = $2 AND sequence BETWEEN $3 AND $4 "
            "AND day BETWEEN $5 AND $6 ORDER BY sequence");
        query.integer(organisation_.number).integer(import.source.number);
        query.integer(import.first_sequence).integer(import.last_sequence);
        query.integer(import.first_day.days).integer(import.last_day.days);
        std::string bytes;
        Period days{import.last_day, import.first_day};
        try {
            while (query.next()) {
                const auto row = row_of<Row>(query);
                days = {std::min(days.first, row.day), std::max(days.last, row.day)};
                bytes.clear();
                append_packed(bytes, shape_of<Row>(), &row);
                if (const auto note = notes.extract(row.sequence)) bytes += note.mapped();
                hash.add(bytes);
                looked_(1);
            }
        } catch (const DatabaseError& failure) {
            if (failure.kind != DatabaseError::Kind::damaged) throw;
            find_("damaged", fmt::format("import {}: {}", import.number.number, failure.what()));
            return false;
        }
        return hex(hash.finish()) == import.rows_digest && notes.empty() &&
               days == Period{import.first_day, import.last_day};
    }
    template <class Row>
    void count(std::int64_t Rows::*counted) {
        auto query = db_.query(fmt::format(
            "SELECT source, count(*), max(sequence) FROM {} WHERE organisation = $1 GROUP BY "
            "source",
            table_of<Row>().name));
        query.integer(organisation_.number);
        while (query.next()) {
            auto& rows = rows_[{query.integer_at(0)}];
            rows.*counted = query.integer_at(1);
            rows.last = std::max(rows.last, query.integer_at(2));
        }
    }
    // The numbers of files follow one another. Rows of a file that was only being taken in when the
    // database was copied do not count.
    bool is_as_files_say(const Source& source, const Rows& rows) {
        if (source.last == 0) return !files_.contains(source.source);
        counts_.deliveries += rows.deliveries;
        std::int64_t last = 0, deliveries = 0, analyses = 0;
        bool named = false, in_order = true;
        for (const auto& import : files_[source.source]) {
            in_order &= import.first_sequence == last + 1 && last <= import.last_sequence;
            const auto count = import.last_sequence - last;
            (import.kind == ImportKind::deliveries ? deliveries : analyses) += count;
            last = import.last_sequence;
            named |= source.name == import.file_name || source.name == name_of(source.kind);
        }
        return in_order && named && source.last == last && rows.deliveries == deliveries &&
               rows.analyses == analyses;
    }
    // Missing numbers are records that somebody still holds, or lost.
    bool is_as_recorded(const Source& source, const Rows& rows) {
        seen_.insert(source.source);
        counts_.deliveries += rows.deliveries;
        const auto missing = source.last - rows.deliveries - rows.analyses;
        counts_.records_missing += std::max<std::int64_t>(missing, 0);
        if (missing < 0 || source.last != rows.last) return false;
        if (source.kind == SourceKind::desk && source.name != name_of(source.kind)) return false;
        if (untold_ == Untold::are_none_of_ours) return true;
        const auto& known = records_.sources();
        const auto found = known.find(source.source);
        const auto told = found == known.end() ? SourceByLog{} : found->second;
        return rows.deliveries == told.deliveries && rows.analyses == told.analyses &&
               source.last == told.last;
    }
};

}  // namespace

void verify_collection(Connection& db, OrganisationId organisation, const RecordChecker& records,
                       Untold untold, Verification& counts, const Find& find,
                       const Looked& looked) {
    CollectionChecker checker(db, organisation, records, untold, counts, find, looked);
    checker.imports();
    checker.withdrawals();
    checker.sources();
}

}  // namespace ayni
