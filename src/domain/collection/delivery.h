#pragma once
// One can handed over at one stop; what pricing, settlement and traceability start from.

#include <cstdint>
#include <optional>
#include <string>

#include "domain/collection/product.h"
#include "kernel/date.h"
#include "kernel/describe.h"
#include "kernel/measure.h"
#include "kernel/quality.h"
#include "ledger/party.h"

namespace ayni {

struct Source;
using SourceId = Id<Source>;

enum class Shift { morning, evening };
BOOST_DESCRIBE_ENUM(Shift, morning, evening)

/// Whether the milk was taken. What was rejected is recorded, with its reason, and not paid.
enum class Outcome { accepted, rejected };
BOOST_DESCRIBE_ENUM(Outcome, accepted, rejected)

/// One product of one producer at one moment. Never edited: a correction is a new record that
/// names the one it corrects. (organisation, source, sequence) is its identity for ever.
struct Delivery {
    OrganisationId organisation;
    Date day;  ///< the day that the collector confirmed, not the day of arrival
    SourceId source;
    std::int64_t sequence = 0;  ///< 1, 2, 3… without gaps in its source
    PartyId producer;
    ProductId product;
    Shift shift = Shift::morning;
    Quantity quantity;  ///< in the product's unit
    Outcome outcome = Outcome::accepted;
    Readings readings;          ///< what was measured with the delivery itself; may be empty
    std::int64_t position = 0;  ///< of the log, when it was recorded
    bool operator==(const Delivery&) const = default;
};
BOOST_DESCRIBE_STRUCT(Delivery, (),
                      (organisation, day, source, sequence, producer, product, shift, quantity,
                       outcome, readings, position))

/// What a laboratory found for one producer's sample of one day and shift, whenever it arrives.
struct Analysis {
    OrganisationId organisation;
    PartyId producer;
    Date day;  ///< the day the sample was taken
    SourceId source;
    std::int64_t sequence = 0;
    ProductId product;
    Shift shift = Shift::morning;
    Readings readings;          ///< never empty
    std::int64_t position = 0;  ///< of the log, when it was recorded
    bool operator==(const Analysis&) const = default;
};
BOOST_DESCRIBE_STRUCT(Analysis, (),
                      (organisation, producer, day, source, sequence, product, shift, readings,
                       position))

}  // namespace ayni
