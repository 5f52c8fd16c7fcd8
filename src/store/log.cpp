#include "store/log.h"

#include "kernel/check.h"
#include "kernel/packed.h"
#include "store/rows.h"

namespace ayni {

LogHead log_head(Connection& db, OrganisationId organisation) {
    auto query = db.query(
        "SELECT position, hash FROM log WHERE organisation = $1 ORDER BY position DESC LIMIT 1");
    query.integer(organisation.number);
    if (!query.next()) return {};
    return {query.integer_at(0), digest_of(query.text_at(1))};
}

Digest chained(const Digest& before, std::string_view body) {
    thread_local Sha256 hash;
    hash.add(bytes_of(before));
    hash.add(body);
    return hash.finish();
}

void append_record(Connection& db, OrganisationId organisation, std::string_view key,
                   const LogBody& body, LogHead& head) {
    const std::string bytes = pack(body);
    const Digest hash = chained(head.hash, bytes);
    auto query = db.query(
        "INSERT INTO log (organisation, position, key, body, hash) VALUES ($1, $2, $3, $4, $5)");
    query.integer(organisation.number)
        .integer(head.position + 1)
        .text(key)
        .bytes(bytes)
        .bytes(bytes_of(hash))
        .run();
    head = {head.position + 1, hash};
}

std::optional<LogRecord> record_of_key(Connection& db, OrganisationId organisation,
                                       std::string_view key) {
    auto query = db.query(
        "SELECT position, body, hash FROM log WHERE organisation = $1 AND key = $2");
    query.integer(organisation.number).text(key);
    if (!query.next()) return std::nullopt;
    return LogRecord{organisation, query.integer_at(0), std::string(key),
                     Bytes{std::string(query.text_at(1))}, Bytes{std::string(query.text_at(2))}};
}

std::optional<LogBody> body_at(Connection& db, OrganisationId organisation, std::int64_t position) {
    auto query = db.query("SELECT body FROM log WHERE organisation = $1 AND position = $2");
    if (!query.integer(organisation.number).integer(position).next()) return std::nullopt;
    auto body = unpack<LogBody>(query.text_at(0));
    CHECK(body.has_value());
    return *std::move(body);
}

std::string concealed(std::string_view salt, std::string_view value) {
    Sha256 hash;
    hash.add(salt);
    hash.add(value);
    return hex(hash.finish());
}

}  // namespace ayni
