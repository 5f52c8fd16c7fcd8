#pragma once
// One organisation's hash-chained record of every accepted command: one record per command, never
// per row. hash(n) = SHA-256(hash(n-1) ‖ stored bytes(n)).

#include <optional>
#include <string>
#include <vector>

#include "kernel/date.h"
#include "kernel/describe.h"
#include "kernel/sha256.h"
#include "ledger/party.h"
#include "store/database.h"

namespace ayni {

/// Something that a command made, for its receipt: kind "settlement", number 3.
struct Made {
    std::string kind;
    std::int64_t number = 0;
    bool operator==(const Made&) const = default;
};
BOOST_DESCRIBE_STRUCT(Made, (), (kind, number))

/// One record, as stored. `body` is what is hashed: packed `LogBody`.
struct LogRecord {
    OrganisationId organisation;
    std::int64_t position = 0;  ///< 1, 2, 3… without gaps
    std::string key;            ///< of the command, chosen by who sent it; once for ever
    Bytes body;
    Bytes hash;  ///< 32 bytes
};
BOOST_DESCRIBE_STRUCT(LogRecord, (), (organisation, position, key, body, hash))

/// What a record says. Personal values stand in `payload` only as salted digests.
struct LogBody {
    Instant at;
    UserId actor;
    std::string command;
    std::string payload;  ///< canonical JSON
    std::vector<Made> made;
    Bytes effects_digest;  ///< SHA-256 over the rows and entries it made; empty: none
};
BOOST_DESCRIBE_STRUCT(LogBody, (), (at, actor, command, payload, made, effects_digest))

/// A personal value of a record, with the salt of its digest; erasable.
struct PersonalValue {
    OrganisationId organisation;
    std::int64_t position = 0;
    std::string path;
    std::string salt;  ///< 16 random bytes, hexadecimal
    std::string value;
};
BOOST_DESCRIBE_STRUCT(PersonalValue, (), (organisation, position, path, salt, value))

/// The last position of a log and its hash; position 0 has 32 zero bytes.
struct LogHead {
    std::int64_t position = 0;
    Digest hash{};
};

[[nodiscard]] LogHead log_head(Connection& db, OrganisationId organisation);
/// hash(n) from hash(n-1) and the stored bytes.
[[nodiscard]] Digest chained(const Digest& before, std::string_view body);
/// Appends a record after `head` and moves `head` on.
void append_record(Connection& db, OrganisationId organisation, std::string_view key,
                   const LogBody& body, LogHead& head);
/// The record of a command's key, if that command was accepted before.
[[nodiscard]] std::optional<LogRecord> record_of_key(Connection& db, OrganisationId organisation,
                                                     std::string_view key);
/// What the record at a position says; none where there is no such record.
[[nodiscard]] std::optional<LogBody> body_at(Connection& db, OrganisationId organisation,
                                             std::int64_t position);
/// SHA-256(salt ‖ value), hexadecimal: what stands in the log for a personal value.
[[nodiscard]] std::string concealed(std::string_view salt, std::string_view value);

}  // namespace ayni
