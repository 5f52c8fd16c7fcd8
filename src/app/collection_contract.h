#pragma once
// What may be asked and told about deliveries, analyses and files.

#include <optional>
#include <string>
#include <vector>

#include "domain/collection/source.h"
#include "kernel/describe.h"

namespace ayni {

/// One reading by the name of its attribute.
struct NamedReading {
    std::string attribute;
    std::string value;  ///< decimal text
};
BOOST_DESCRIBE_STRUCT(NamedReading, (), (attribute, value))
template <>
inline constexpr std::string_view note<NamedReading> = "One reading by the name of its attribute.";

/// Takes in a device that will number its own records: a telephone on the milk round.
struct RegisterSource {
    OrganisationId organisation;
    std::string name;
};
BOOST_DESCRIBE_STRUCT(RegisterSource, (), (organisation, name))
template <>
inline constexpr std::string_view note<RegisterSource> =
    "Takes in a device that will number its own records: a telephone on the milk round.";

/// One can of one supplier. With a source and its number it is a record of that device, once for
/// ever; without, the desk numbers it.
struct RecordDelivery {
    OrganisationId organisation;
    std::optional<SourceId> source;
    std::optional<std::int64_t> sequence;
    std::string product;
    std::string supplier;
    Date day;
    Shift shift;
    Quantity quantity;
    Outcome outcome;
    std::optional<std::string> reason;  ///< why it was rejected, or a note
    std::optional<std::vector<NamedReading>> readings;
};
BOOST_DESCRIBE_STRUCT(RecordDelivery, (),
                      (organisation, source, sequence, product, supplier, day, shift, quantity,
                       outcome, reason, readings))
template <>
inline constexpr std::string_view note<RecordDelivery> =
    "One can of one supplier. With a source and its number it is a record of that device, once for "
    "ever; without, the desk numbers it.";

/// What a laboratory found for a sample.
struct RecordAnalysis {
    OrganisationId organisation;
    std::string product;
    std::string supplier;
    Date day;
    Shift shift;
    std::vector<NamedReading> readings;
};
BOOST_DESCRIBE_STRUCT(RecordAnalysis, (), (organisation, product, supplier, day, shift, readings))
template <>
inline constexpr std::string_view note<RecordAnalysis> = "What a laboratory found for a sample.";

/// Takes back the latest analysis of a sample: it was another supplier's, or of another day. The
/// record itself stays.
struct WithdrawAnalysis {
    OrganisationId organisation;
    std::string product;
    std::string supplier;
    Date day;
    Shift shift;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawAnalysis, (), (organisation, product, supplier, day, shift, reason))
template <>
inline constexpr std::string_view note<WithdrawAnalysis> =
    "Takes back the latest analysis of a sample: it was another supplier's, or of another day. The "
    "record itself stays.";

/// Puts a new record in the place of one that was wrong.
struct CorrectDelivery {
    OrganisationId organisation;
    Date day;
    SourceId source;
    std::int64_t sequence = 0;
    std::string supplier;  ///< of the right record
    Date right_day;
    Shift shift;
    Quantity quantity;
    Outcome outcome;
    std::optional<std::vector<NamedReading>> readings;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(CorrectDelivery, (),
                      (organisation, day, source, sequence, supplier, right_day, shift, quantity,
                       outcome, readings, reason))
template <>
inline constexpr std::string_view note<CorrectDelivery> =
    "Puts a new record in the place of one that was wrong.";

/// Takes back a record that should not be; the record itself stays.
struct WithdrawDelivery {
    OrganisationId organisation;
    Date day;
    SourceId source;
    std::int64_t sequence = 0;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(WithdrawDelivery, (), (organisation, day, source, sequence, reason))
template <>
inline constexpr std::string_view note<WithdrawDelivery> =
    "Takes back a record that should not be; the record itself stays.";

/// Which column of the file holds a value.
struct ColumnChoice {
    std::string value;  ///< day shift supplier quantity outcome reason, or the code of an attribute
    std::string column;
};
BOOST_DESCRIBE_STRUCT(ColumnChoice, (), (value, column))
template <>
inline constexpr std::string_view note<ColumnChoice> = "Which column of the file holds a value.";

/// Takes in a CSV file of deliveries or analyses.
struct ImportFile {
    OrganisationId organisation;
    ImportKind kind;
    std::string product;
    std::string file_name;
    std::string content;                               ///< base64 of the bytes of the file
    std::optional<std::vector<ColumnChoice>> columns;  ///< where the titles do not say it
    bool good_rows_only = false;  ///< take the good rows although there are bad ones
};
BOOST_DESCRIBE_STRUCT(ImportFile, (),
                      (organisation, kind, product, file_name, content, columns, good_rows_only))
template <>
inline constexpr std::string_view note<ImportFile> =
    "Takes in a CSV file of deliveries or analyses.";
template <>
inline constexpr auto field_notes<ImportFile> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// The same as an import, but nothing is kept.
struct PreviewFile {
    OrganisationId organisation;
    ImportKind kind;
    std::string product;
    std::string file_name;
    std::string content;  ///< base64 of the bytes of the file
    std::optional<std::vector<ColumnChoice>> columns;
};
BOOST_DESCRIBE_STRUCT(PreviewFile, (), (organisation, kind, product, file_name, content, columns))
template <>
inline constexpr std::string_view note<PreviewFile> = "The same as an import, but nothing is kept.";
template <>
inline constexpr auto field_notes<PreviewFile> =
    std::to_array<FieldNote>({{.field = "content", .bulky = true, .longest = 24'000'000}});

/// A row that cannot be taken, with why.
struct BadRow {
    std::int64_t line = 0;  ///< in the file, from 1
    std::string column;
    std::string value;
    std::string code;    ///< of the refusal
    std::string reason;  ///< in the language of the reader
};
BOOST_DESCRIBE_STRUCT(BadRow, (), (line, column, value, code, reason))
template <>
inline constexpr std::string_view note<BadRow> = "A row that cannot be taken, with why.";
template <>
inline constexpr auto field_notes<BadRow> = std::to_array<FieldNote>(
    {{.field = "value", .may_be_empty = true}, {.field = "column", .may_be_empty = true}});

/// A good row, as it would be recorded.
struct PreviewedRow {
    std::int64_t line = 0;
    Date day;
    Shift shift;
    std::string supplier;
    std::string name;
    Quantity quantity;
    Outcome outcome;
    std::vector<NamedReading> readings;
};
BOOST_DESCRIBE_STRUCT(PreviewedRow, (),
                      (line, day, shift, supplier, name, quantity, outcome, readings))
template <>
inline constexpr std::string_view note<PreviewedRow> = "A good row, as it would be recorded.";

/// What an import would do.
struct PreviewView {
    std::string encoding;
    std::string delimiter;
    std::vector<std::string> header;    ///< one that stands twice is numbered: "kg", "kg (2)"
    std::vector<ColumnChoice> columns;  ///< as understood
    std::int64_t rows = 0;
    std::int64_t good = 0;
    std::int64_t bad = 0;
    std::optional<Date> first_day;
    std::optional<Date> last_day;
    Quantity quantity;
    std::vector<PreviewedRow> sample;              ///< the first good rows
    std::vector<BadRow> bad_rows;                  ///< the first thousand
    std::optional<ImportNumber> imported_already;  ///< as this import
    bool days_assumed = false;    ///< days as 3/4/2025, and none tells that the day stands first
    std::optional<Rate> density;  ///< by which litres became kilograms, or kilograms litres
};
BOOST_DESCRIBE_STRUCT(PreviewView, (),
                      (encoding, delimiter, header, columns, rows, good, bad, first_day, last_day,
                       quantity, sample, bad_rows, imported_already, days_assumed, density))
template <>
inline constexpr std::string_view note<PreviewView> = "What an import would do.";

/// Takes back a whole file, until it is settled, and with it the records that corrected its rows.
struct UndoImport {
    OrganisationId organisation;
    ImportNumber number;
    std::string reason;
};
BOOST_DESCRIBE_STRUCT(UndoImport, (), (organisation, number, reason))
template <>
inline constexpr std::string_view note<UndoImport> =
    "Takes back a whole file, until it is settled, with the records that corrected its rows.";

/// A file that was taken in.
struct ImportView {
    ImportNumber number;
    ImportKind kind;
    std::string file_name;
    std::int64_t rows = 0;
    Date first_day;
    Date last_day;
    Instant at;
    bool undone = false;
    bool can_be_undone = false;
};
BOOST_DESCRIBE_STRUCT(ImportView, (),
                      (number, kind, file_name, rows, first_day, last_day, at, undone,
                       can_be_undone))
template <>
inline constexpr std::string_view note<ImportView> = "A file that was taken in.";

/// Imported files, newest first.
struct ImportsView {
    std::vector<ImportView> imports;
};
BOOST_DESCRIBE_STRUCT(ImportsView, (), (imports))
template <>
inline constexpr std::string_view note<ImportsView> = "Imported files, newest first.";

/// Which deliveries.
struct DeliveriesQuery {
    OrganisationId organisation;
    std::string product;
    std::optional<Date> first;  ///< the fifteen days up to the last
    std::optional<Date> last;   ///< the newest with milk
    std::optional<std::string> supplier;
    std::optional<std::int64_t> offset;
    std::optional<std::int64_t> limit;  ///< 200 unless said, 5,000 at most
};
BOOST_DESCRIBE_STRUCT(DeliveriesQuery, (),
                      (organisation, product, first, last, supplier, offset, limit))
template <>
inline constexpr std::string_view note<DeliveriesQuery> =
    "Which deliveries; without days the fifteen up to the newest with milk.";

/// A delivery as a list shows it.
struct DeliveryView {
    Date day;
    SourceId source;
    std::int64_t sequence = 0;
    std::string supplier;
    std::string name;
    Shift shift;
    Quantity quantity;
    Outcome outcome;
    std::optional<std::string> reason;
    std::vector<NamedReading> readings;
    bool corrected = false;  ///< another record stands in its place
    bool undone = false;     ///< with its import
};
BOOST_DESCRIBE_STRUCT(DeliveryView, (),
                      (day, source, sequence, supplier, name, shift, quantity, outcome, reason,
                       readings, corrected, undone))
template <>
inline constexpr std::string_view note<DeliveryView> = "A delivery as a list shows it.";

/// Deliveries by day, source and number, with the totals of all that match.
struct DeliveriesView {
    Date first;
    Date last;
    std::int64_t total = 0;
    Quantity accepted;
    Quantity rejected;
    std::vector<DeliveryView> deliveries;
};
BOOST_DESCRIBE_STRUCT(DeliveriesView, (), (first, last, total, accepted, rejected, deliveries))
template <>
inline constexpr std::string_view note<DeliveriesView> =
    "Deliveries by day, source and number, with the totals of all that match.";

/// Numbers of a source that did not arrive: somebody still holds those records, or lost them.
struct MissingNumbers {
    std::int64_t first = 0;
    std::int64_t last = 0;
};
BOOST_DESCRIBE_STRUCT(MissingNumbers, (), (first, last))
template <>
inline constexpr std::string_view note<MissingNumbers> =
    "Numbers of a source that did not arrive: somebody still holds those records, or lost them.";

/// Whatever captures records, and what of it arrived.
struct SourceView {
    SourceId source;
    SourceKind kind;
    std::string name;
    std::int64_t last = 0;                        ///< the highest number received
    std::int64_t missing = 0;                     ///< how many numbers below it did not arrive
    std::vector<MissingNumbers> missing_numbers;  ///< the first hundred gaps
};
BOOST_DESCRIBE_STRUCT(SourceView, (), (source, kind, name, last, missing, missing_numbers))
template <>
inline constexpr std::string_view note<SourceView> =
    "Whatever captures records, and what of it arrived.";

/// The sources of an organisation, by number.
struct SourcesView {
    std::vector<SourceView> sources;
};
BOOST_DESCRIBE_STRUCT(SourcesView, (), (sources))
template <>
inline constexpr std::string_view note<SourcesView> = "The sources of an organisation, by number.";

/// Which analyses: of milk of these days, at most 400.
struct AnalysesQuery {
    OrganisationId organisation;
    std::string product;
    Date first;
    Date last;
    std::optional<std::string> supplier;
};
BOOST_DESCRIBE_STRUCT(AnalysesQuery, (), (organisation, product, first, last, supplier))
template <>
inline constexpr std::string_view note<AnalysesQuery> =
    "Which analyses: of milk of these days, at most 400.";

/// What a laboratory found for one sample.
struct AnalysisView {
    Date day;  ///< of the sample
    Shift shift;
    std::string supplier;
    std::string name;
    std::vector<NamedReading> readings;
};
BOOST_DESCRIBE_STRUCT(AnalysisView, (), (day, shift, supplier, name, readings))
template <>
inline constexpr std::string_view note<AnalysisView> = "What a laboratory found for one sample.";

/// The analyses that count, by day: of one sample the one recorded last.
struct AnalysesView {
    std::vector<AnalysisView> analyses;
};
BOOST_DESCRIBE_STRUCT(AnalysesView, (), (analyses))
template <>
inline constexpr std::string_view note<AnalysesView> =
    "The analyses that count, by day: of one sample the one recorded last.";

/// Which days.
struct DaysQuery {
    OrganisationId organisation;
    std::string product;
    std::optional<Date> first;  ///< the fifteen days up to the last
    std::optional<Date> last;   ///< the newest with milk
    std::optional<std::string> supplier;
};
BOOST_DESCRIBE_STRUCT(DaysQuery, (), (organisation, product, first, last, supplier))
template <>
inline constexpr std::string_view note<DaysQuery> =
    "Which days; without any the fifteen up to the newest with milk.";

/// The milk of one day.
struct DayView {
    Date day;
    Quantity morning;
    Quantity evening;
    Quantity rejected;
    std::int64_t deliveries = 0;
    std::int64_t suppliers = 0;
};
BOOST_DESCRIBE_STRUCT(DayView, (), (day, morning, evening, rejected, deliveries, suppliers))
template <>
inline constexpr std::string_view note<DayView> = "The milk of one day.";

/// Days in order; a day without milk is there too.
struct DaysView {
    std::vector<DayView> days;
};
BOOST_DESCRIBE_STRUCT(DaysView, (), (days))
template <>
inline constexpr std::string_view note<DaysView> =
    "Days in order; a day without milk is there too.";

}  // namespace ayni
