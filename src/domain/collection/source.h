#pragma once
// Whatever captures records, registered to one organisation for ever; it numbers them 1, 2, 3…

#include <optional>
#include <string>

#include "domain/collection/delivery.h"

namespace ayni {

enum class SourceKind { desk, file, device };
BOOST_DESCRIBE_ENUM(SourceKind, desk, file, device)

struct Source {
    OrganisationId organisation;
    SourceId source;
    SourceKind kind = SourceKind::desk;
    std::string name;
    std::int64_t last = 0;  ///< the highest number received
};
BOOST_DESCRIBE_STRUCT(Source, (), (organisation, source, kind, name, last))

/// Why a delivery was rejected, or whatever was noted with it.
struct DeliveryNote {
    OrganisationId organisation;
    SourceId source;
    std::int64_t sequence = 0;
    std::string text;
};
BOOST_DESCRIBE_STRUCT(DeliveryNote, (), (organisation, source, sequence, text))

/// A delivery that another record corrects, or a delivery or analysis that is withdrawn
/// (`by_sequence` 0). By the day of what is corrected, so that a period finds its own.
struct Correction {
    OrganisationId organisation;
    Date day;
    SourceId source;
    std::int64_t sequence = 0;
    SourceId by_source;
    std::int64_t by_sequence = 0;
    std::string reason;
    std::int64_t position = 0;  ///< of the log, when it was recorded
};
BOOST_DESCRIBE_STRUCT(Correction, (),
                      (organisation, day, source, sequence, by_source, by_sequence, reason,
                       position))

struct Import;
using ImportNumber = Id<Import>;

enum class ImportKind { deliveries, analyses };
BOOST_DESCRIBE_ENUM(ImportKind, deliveries, analyses)

/// One file that was taken in: a range of numbers of its source. Undone as a whole, or not at all.
struct Import {
    OrganisationId organisation;
    ImportNumber number;
    ImportKind kind = ImportKind::deliveries;
    SourceId source;
    std::int64_t first_sequence = 0;
    std::int64_t last_sequence = 0;
    Date first_day, last_day;
    std::string file_name;
    std::string file_digest;  ///< SHA-256, hexadecimal
    std::string rows_digest;  ///< SHA-256 over the packed rows, in order, each with its note
    Instant at;
    std::optional<Instant> undone;
    std::int64_t undone_position = 0;  ///< of the log; 0: it was not undone
    ProductId product;                 ///< none: of a file of version 1, which did not keep it
    /// Of the log, when it was recorded; none of its rows counts before. 0: its rows carry their
    /// own (until version 2).
    std::int64_t position = 0;
};
BOOST_DESCRIBE_STRUCT(Import, (),
                      (organisation, number, kind, source, first_sequence, last_sequence, first_day,
                       last_day, file_name, file_digest, rows_digest, at, undone, undone_position,
                       product, position))

/// One value of a dated series, with who published it; a revision is a new row.
struct IndexValue {
    OrganisationId organisation;
    std::string series;
    Date day;
    std::int32_t revision = 0;
    Price value;
    std::string source;
    std::int64_t position = 0;  ///< of the log, when it was recorded
};
BOOST_DESCRIBE_STRUCT(IndexValue, (),
                      (organisation, series, day, revision, value, source, position))

/// A product of an organisation.
struct Product {
    OrganisationId organisation;
    ProductId product;
    std::string code;  ///< "milk"
    std::string name;  ///< "Leche cruda"
    std::string unit;  ///< "kg"
    Rate density;      ///< kg for each litre (1.03), 1 where nothing is converted
    std::vector<Attribute> attributes;
};
BOOST_DESCRIBE_STRUCT(Product, (), (organisation, product, code, name, unit, density, attributes))

}  // namespace ayni
