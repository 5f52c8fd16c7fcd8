#include "app/staged_import_queries.h"

#include <algorithm>

#include "app/base64.h"
#include "app/lookup_queries.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

// Some two milliseconds; the writer takes as many as its turn has room for.
constexpr std::size_t slice = 500;

Refused bad_rows_of(const FilePlan& plan) {
    Refused refused{{{Refusal::import_has_bad_rows, "/content", std::to_string(plan.bad_count)}}};
    for (const auto& row : plan.bad)
        refused.problems.push_back({*refusal_of(row.code), "/content/" + std::to_string(row.line),
                                    row.column.empty() ? row.value : row.column + "=" + row.value});
    return refused;
}

// The file's plan, refused where it has nothing to take in or the bad rows are not to be left out.
Result<FilePlan> sound_plan(const View& view, const ImportFile& command, std::string& digest) {
    auto product = find_product(view, command.product);
    if (!product) return std::unexpected(product.error());
    const auto bytes = from_base64(command.content);
    if (!bytes) return refuse(Refusal::wrong_type, "/content");
    digest = hex(sha256(*bytes));
    if (imported_as(view, digest))
        return refuse(Refusal::file_imported_already, "/content", command.file_name);
    auto plan = plan_file(view, command.kind, *std::move(product), *bytes, command.columns);
    if (plan && (plan->rows.empty() || (plan->bad_count > 0 && !command.good_rows_only)))
        return std::unexpected(bad_rows_of(*plan));
    return plan;
}

// Takes a slice of the rows of a source away, from the end; false when there were none left.
bool erase_rows(Connection& db, OrganisationId organisation, SourceId source, const char* table) {
    const std::string name(table);
    auto newest = db.query("SELECT max(sequence) FROM " + name +
                           " WHERE organisation = $1 AND source = $2");
    newest.integer(organisation.number).integer(source.number);
    if (!newest.next() || newest.is_null(0)) return false;
    const auto above = newest.integer_at(0) - static_cast<std::int64_t>(slice);
    for (const auto& each : {name, std::string("delivery_note")})
        db.query("DELETE FROM " + each +
                 " WHERE organisation = $1 AND source = $2 AND sequence > $3")
            .integer(organisation.number)
            .integer(source.number)
            .integer(above)
            .run();
    return true;
}

bool erase_source(Connection& db, OrganisationId organisation, SourceId source) {
    if (erase_rows(db, organisation, source, "delivery")) return true;
    if (erase_rows(db, organisation, source, "analysis")) return true;
    db.query("DELETE FROM source WHERE organisation = $1 AND source = $2")
        .integer(organisation.number)
        .integer(source.number)
        .run();
    return false;
}

}  // namespace

StagedImport::StagedImport(const View& view, const ImportFile& command)
    : organisation_(view.organisation),
      position_(log_head(view.db, view.organisation).position),
      file_name_(command.file_name),
      plan_(sound_plan(view, command, file_digest_)) {}

bool StagedImport::still_holds(const View& view) const {
    if (!plan_ || log_head(view.db, organisation_).position == position_) return true;
    const std::string table = plan_->kind == ImportKind::deliveries ? "delivery" : "analysis";
    auto query = view.db.query("SELECT EXISTS (SELECT 1 FROM " + table +
                               " WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND position > "
                               "$4) OR EXISTS (SELECT 1 FROM import WHERE organisation = $1 AND "
                               "position > $4)");
    const auto covered = days();
    query.integer(organisation_.number).integer(covered.first.days).integer(covered.last.days);
    query.integer(position_);
    return query.next() && query.integer_at(0) == 0;
}

Period StagedImport::days() const {
    const auto [first, last] = std::ranges::minmax(plan_->rows, {}, &Delivery::day);
    return {first.day, last.day};
}

std::size_t StagedImport::slices() const {
    return plan_ ? (plan_->rows.size() + slice - 1) / slice : 0;
}

void StagedImport::write_slice(Connection& db) {
    if (source_.is_none())
        source_ = add_source(db, organisation_, SourceKind::file, file_name_).source;
    const auto end = std::min(next_ + slice, plan_->rows.size());
    while (next_ < end) write_row(db, next_++);
    if (next_ == plan_->rows.size()) rows_digest_ = hex(digest_.finish());
}

// The row carries no position: what counts is that of its import.
void StagedImport::write_row(Connection& db, std::size_t place) {
    auto& row = plan_->rows[place];
    row.source = source_;
    std::string bytes;
    if (plan_->kind == ImportKind::deliveries) {
        insert(db, row);
        append_packed(bytes, shape_of<Delivery>(), &row);
        if (const auto& reason = plan_->reasons[place]; !reason.empty()) {
            const DeliveryNote note{organisation_, source_, row.sequence, reason};
            insert(db, note);
            append_packed(bytes, shape_of<DeliveryNote>(), &note);
        }
    } else {
        const Analysis analysis{organisation_, row.producer, row.day,      source_, row.sequence,
                                row.product,   row.shift,    row.readings, 0};
        insert(db, analysis);
        append_packed(bytes, shape_of<Analysis>(), &analysis);
    }
    digest_.add(bytes);
}

bool StagedImport::is_left_over(bool accepted) const {
    return !source_.is_none() && !(accepted && counts_);
}

bool StagedImport::erase_slice(Connection& db) { return erase_source(db, organisation_, source_); }

std::optional<ImportNumber> imported_as(const View& view, std::string_view digest) {
    auto query = view.db.query(
        "SELECT number FROM import WHERE organisation = $1 AND file_digest = $2 AND undone IS "
        "NULL");
    query.integer(view.organisation.number).text(digest);
    if (!query.next()) return std::nullopt;
    return ImportNumber{query.integer_at(0)};
}

void erase_unfinished_imports(Connection& db) {
    std::vector<std::pair<OrganisationId, SourceId>> unfinished;
    {
        auto query = db.query(
            "SELECT organisation, source FROM source WHERE kind = $1 AND last = 0");
        query.integer(static_cast<int>(SourceKind::file));
        while (query.next())
            unfinished.emplace_back(OrganisationId{query.integer_at(0)},
                                    SourceId{query.integer_at(1)});
    }
    for (const auto& [organisation, source] : unfinished)
        for (bool more = true; more;) {
            Transaction transaction(db, Transaction::Kind::writing);
            more = erase_source(db, organisation, source);
            transaction.commit();
        }
}

}  // namespace ayni
