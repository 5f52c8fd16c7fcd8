#include <algorithm>

#include "app/base64.h"
#include "app/lookup_queries.h"
#include "app/readings.h"
#include "app/staged_import_queries.h"
#include "app/undone_queries.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::size_t sample_size = 20;

// The days whose settlement the file may change.
Period days_reached(ImportKind kind, Period days) {
    return kind == ImportKind::analyses ? reach_of_analyses(days) : days;
}

}  // namespace

std::shared_ptr<Prepared> stage_import(const View& view, const ImportFile& command) {
    return std::make_shared<StagedImport>(view, command);
}

Result<void> import_file(Work& work, const ImportFile& command) {
    std::optional<StagedImport> read_now;
    auto* staged = work.prepared_as<StagedImport>();
    if (!staged || !staged->still_holds(work)) {
        staged = &read_now.emplace(work, command);
        for (auto left = staged->slices(); left > 0; --left) staged->write_slice(work.db);
    }
    if (!staged->plan()) return std::unexpected(staged->plan().error());
    const auto& plan = *staged->plan();
    const auto days = staged->days();
    const auto count = std::ssize(plan.rows);
    const Import made{work.organisation,
                      {next_number(work.db, "import", "number", work.organisation)},
                      plan.kind,
                      staged->source(),
                      1,
                      count,
                      days.first,
                      days.last,
                      command.file_name,
                      staged->file_digest(),
                      staged->rows_digest(),
                      work.now,
                      {},
                      0,
                      plan.product.product,
                      work.position()};
    insert(work.db, made);
    count_source(work, made.source, count);
    staged->now_counts();
    mark_changed_days(work, made.product, days_reached(made.kind, days));
    work.effect(made.rows_digest);
    work.effect(made.file_digest);
    work.made("import", made.number.number);
    work.made("rows", count);
    return {};
}

Result<PreviewView> preview_import(const View& view, const PreviewFile& query) {
    auto product = find_product(view, query.product);
    if (!product) return std::unexpected(product.error());
    const auto bytes = from_base64(query.content);
    if (!bytes) return refuse(Refusal::wrong_type, "/content");
    auto plan = plan_file(view, query.kind, *std::move(product), *bytes, query.columns);
    if (!plan) return std::unexpected(plan.error());
    PreviewView preview;
    preview.encoding = plan->encoding;
    preview.delimiter = std::string(1, plan->delimiter);
    preview.header = plan->header;
    preview.columns = plan->columns;
    preview.good = std::ssize(plan->rows);
    preview.bad = plan->bad_count;
    preview.rows = preview.good + preview.bad;
    preview.quantity = plan->quantity;
    preview.bad_rows = std::move(plan->bad);
    preview.days_assumed = plan->days_assumed;
    preview.density = plan->density;
    preview.imported_already = imported_as(view, hex(sha256(*bytes)));
    if (plan->rows.empty()) return preview;
    const auto [first, last] = std::ranges::minmax(plan->rows, {}, &Delivery::day);
    preview.first_day = first.day;
    preview.last_day = last.day;
    const auto names = party_names(view);
    for (std::size_t i = 0; i < std::min(sample_size, plan->rows.size()); ++i) {
        const auto& row = plan->rows[i];
        const auto& name = names.of(row.producer);
        preview.sample.push_back({plan->lines[i], row.day, row.shift, name.code, name.name,
                                  row.quantity, row.outcome,
                                  named(plan->product.attributes, row.readings)});
    }
    return preview;
}

namespace {

Period days_reached(const Import& import) {
    return days_reached(import.kind, {import.first_day, import.last_day});
}

// Whether something that came at a position of the log is in a posted settlement: in that of its
// days, if it was computed later, or among the differences that a later one settled. A file of
// version 1 did not say its product: then any product's settlement counts.
bool is_settled(const View& view, Period days, ProductId product, std::int64_t position) {
    auto query = view.db.query(
        "SELECT 1 FROM settlement s WHERE s.organisation = $1 AND s.state = $2 AND s.first <= $4 "
        "AND s.last >= $3 AND (s.product = $5 OR $5 = 0) AND (s.position > $6 OR EXISTS (SELECT 1 "
        "FROM settled_difference d JOIN settlement t ON t.organisation = d.organisation AND "
        "t.number = d.in_settlement WHERE d.organisation = s.organisation AND d.settlement = "
        "s.number AND t.state = $2 AND t.position > $6))");
    query.integer(view.organisation.number).integer(static_cast<int>(SettlementState::posted));
    query.integer(days.first.days).integer(days.last.days).integer(product.number);
    return query.integer(position).next();
}
bool is_settled(const View& view, const Import& import) {
    return is_settled(view, days_reached(import), import.product, import.position);
}

// The records that stand for rows of the file now: the last of each chain of corrections, unless
// it was withdrawn. They would be paid although what they correct was undone.
std::vector<Delivery> replacements(const View& view, const Import& import) {
    auto query = view.db.query(
        "WITH RECURSIVE chain(source, sequence) AS (SELECT by_source, by_sequence FROM correction "
        "WHERE organisation = $1 AND source = $2 AND sequence BETWEEN $3 AND $4 UNION SELECT "
        "c.by_source, c.by_sequence FROM correction c JOIN chain ON c.organisation = $1 AND "
        "c.source = chain.source AND c.sequence = chain.sequence) SELECT source, sequence FROM "
        "chain WHERE sequence > 0 AND NOT EXISTS (SELECT 1 FROM correction c WHERE c.organisation "
        "= $1 AND c.source = chain.source AND c.sequence = chain.sequence) ORDER BY source, "
        "sequence");
    query.integer(view.organisation.number).integer(import.source.number);
    query.integer(import.first_sequence).integer(import.last_sequence);
    std::vector<Delivery> found;
    while (query.next()) {
        auto record = select<Delivery>(view.db,
                                       "WHERE organisation = $1 AND source = $2 AND sequence = $3");
        record.integer(view.organisation.number).integer(query.integer_at(0));
        record.integer(query.integer_at(1));
        if (auto row = first_row<Delivery>(record)) found.push_back(*row);
    }
    return found;
}

}  // namespace

Result<void> undo_import(Work& work, const UndoImport& command) {
    auto query = select<Import>(work.db, "WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number).integer(command.number.number);
    const auto known = first_row<Import>(query);
    if (!known) return refuse(Refusal::not_found, "/number");
    if (known->undone) return refuse(Refusal::import_undone_already, "/number");
    if (is_settled(work, *known)) return refuse(Refusal::import_settled, "/number");
    const auto replaced_by = replacements(work, *known);
    for (const auto& row : replaced_by)
        if (is_settled(work, {row.day, row.day}, row.product, row.position))
            return refuse(Refusal::import_settled, "/number");
    for (const auto& row : replaced_by) withdraw_record(work, row, command.reason);
    auto undo = work.db.query(
        "UPDATE import SET undone = $3, undone_position = $4 WHERE organisation = $1 AND number = "
        "$2");
    undo.integer(work.organisation.number)
        .integer(known->number.number)
        .integer(work.now.milliseconds)
        .integer(work.position())
        .run();
    auto product = work.db.query(
        "SELECT product FROM product WHERE organisation = $1 AND (product = $2 OR $2 = 0)");
    product.integer(work.organisation.number).integer(known->product.number);
    while (product.next()) mark_changed_days(work, {product.integer_at(0)}, days_reached(*known));
    return {};
}

Result<ImportsView> imports(const View& view, const OrganisationQuery&) {
    ImportsView all;
    auto query = select<Import>(view.db, "WHERE organisation = $1 ORDER BY number DESC");
    query.integer(view.organisation.number);
    for (auto& row : all_rows<Import>(query))
        all.imports.push_back({row.number, row.kind, row.file_name,
                               row.last_sequence - row.first_sequence + 1, row.first_day,
                               row.last_day, row.at, row.undone.has_value(),
                               !row.undone && !is_settled(view, row)});
    return all;
}

}  // namespace ayni
