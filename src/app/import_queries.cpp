#include <algorithm>

#include "app/base64.h"
#include "app/import_plan_queries.h"
#include "app/lookup_queries.h"
#include "app/readings.h"
#include "app/use_cases.h"
#include "domain/collection/check_delivery.h"
#include "kernel/packed.h"
#include "store/tables.h"

namespace ayni {
namespace {

constexpr std::size_t sample_size = 20;

template <class Command>
Result<FilePlan> plan_of(const View& view, const Command& command, std::string& bytes) {
    auto product = find_product(view, command.product);
    if (!product) return std::unexpected(product.error());
    auto decoded = from_base64(command.content);
    if (!decoded) return refuse(Refusal::wrong_type, "/content");
    bytes = *std::move(decoded);
    return plan_file(view, command.kind, *std::move(product), bytes, command.columns);
}

std::optional<ImportNumber> imported_as(const View& view, std::string_view digest) {
    auto query = view.db.query(
        "SELECT number FROM import WHERE organisation = $1 AND file_digest = $2 AND undone IS "
        "NULL");
    query.integer(view.organisation.number).text(digest);
    if (!query.next()) return std::nullopt;
    return ImportNumber{query.integer_at(0)};
}

Refused bad_rows_of(const FilePlan& plan) {
    Refused refused{{{Refusal::import_has_bad_rows, "/content", std::to_string(plan.bad_count)}}};
    for (const auto& row : plan.bad)
        refused.problems.push_back({*refusal_of(row.code), "/content/" + std::to_string(row.line),
                                    row.column.empty() ? row.value : row.column + "=" + row.value});
    return refused;
}

Period days_of(const FilePlan& plan) {
    const auto [first, last] = std::ranges::minmax(plan.rows, {}, &Delivery::day);
    return {first.day, last.day};
}

// Puts the rows into the store under the numbers of the source of files, and gives their digest.
std::string keep_rows(Work& work, FilePlan& plan, const Source& source) {
    Sha256 digest;
    std::string bytes;
    for (std::size_t i = 0; i < plan.rows.size(); ++i) {
        auto& row = plan.rows[i];
        row.source = source.source;
        row.sequence = source.last + static_cast<std::int64_t>(i) + 1;
        row.position = work.position();
        bytes.clear();
        if (plan.kind == ImportKind::deliveries) {
            insert(work.db, row);
            append_packed(bytes, shape_of<Delivery>(), &row);
            if (!plan.reasons[i].empty())
                insert(work.db,
                       DeliveryNote{work.organisation, row.source, row.sequence, plan.reasons[i]});
        } else {
            const Analysis analysis{work.organisation, row.producer, row.day,
                                    row.source,        row.sequence, row.product,
                                    row.shift,         row.readings, row.position};
            insert(work.db, analysis);
            append_packed(bytes, shape_of<Analysis>(), &analysis);
        }
        digest.add(bytes);
    }
    return hex(digest.finish());
}

}  // namespace

Result<void> import_file(Work& work, const ImportFile& command) {
    std::string bytes;
    auto plan = plan_of(work, command, bytes);
    if (!plan) return std::unexpected(plan.error());
    const auto digest = hex(sha256(bytes));
    if (imported_as(work, digest))
        return refuse(Refusal::file_imported_already, "/content", command.file_name);
    if (plan->bad_count > 0 && !command.good_rows_only) return std::unexpected(bad_rows_of(*plan));
    if (plan->rows.empty()) return std::unexpected(bad_rows_of(*plan));
    const auto source = source_of_kind(work, SourceKind::file);
    const auto days = days_of(*plan);
    const auto rows_digest = keep_rows(work, *plan, source);
    const auto last = source.last + std::ssize(plan->rows);
    const Import made{work.organisation,
                      {next_number(work.db, "import", "number", work.organisation)},
                      plan->kind,
                      source.source,
                      source.last + 1,
                      last,
                      days.first,
                      days.last,
                      command.file_name,
                      digest,
                      rows_digest,
                      work.now,
                      {},
                      0,
                      plan->product.product};
    insert(work.db, made);
    count_source(work, source.source, last);
    const auto reach = plan->kind == ImportKind::analyses ? reach_of_analyses(days) : days;
    mark_changed_days(work, plan->product.product, reach);
    work.effect(rows_digest);
    work.made("import", made.number.number);
    work.made("rows", std::ssize(plan->rows));
    return {};
}

Result<PreviewView> preview_import(const View& view, const PreviewFile& query) {
    std::string bytes;
    auto plan = plan_of(view, query, bytes);
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
    preview.imported_already = imported_as(view, hex(sha256(bytes)));
    if (plan->rows.empty()) return preview;
    const auto days = days_of(*plan);
    preview.first_day = days.first;
    preview.last_day = days.last;
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

// The days whose settlement the file may have changed.
Period days_reached(const Import& import) {
    const Period days{import.first_day, import.last_day};
    return import.kind == ImportKind::analyses ? reach_of_analyses(days) : days;
}

// A file of version 1 did not say its product: then any product's settlement counts.
bool is_settled(const View& view, const Import& import) {
    const auto days = days_reached(import);
    auto query = view.db.query(
        "SELECT 1 FROM settlement WHERE organisation = $1 AND state = $2 AND first <= $4 AND last "
        ">= $3 AND (product = $5 OR $5 = 0)");
    query.integer(view.organisation.number).integer(static_cast<int>(SettlementState::posted));
    query.integer(days.first.days).integer(days.last.days).integer(import.product.number);
    return query.next();
}

// A corrected can would lose what it corrects, and be paid all the same.
bool has_corrected_rows(const View& view, const Import& import) {
    auto query = view.db.query(
        "SELECT 1 FROM correction WHERE organisation = $1 AND source = $2 AND by_sequence > 0 AND "
        "sequence BETWEEN $3 AND $4");
    query.integer(view.organisation.number).integer(import.source.number);
    return query.integer(import.first_sequence).integer(import.last_sequence).next();
}

}  // namespace

Result<void> undo_import(Work& work, const UndoImport& command) {
    auto query = select<Import>(work.db, "WHERE organisation = $1 AND number = $2");
    query.integer(work.organisation.number).integer(command.number.number);
    const auto known = first_row<Import>(query);
    if (!known) return refuse(Refusal::not_found, "/number");
    if (known->undone) return refuse(Refusal::import_undone_already, "/number");
    if (is_settled(work, *known)) return refuse(Refusal::import_settled, "/number");
    if (has_corrected_rows(work, *known)) return refuse(Refusal::already_corrected, "/number");
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
