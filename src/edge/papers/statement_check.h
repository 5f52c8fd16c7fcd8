#pragma once
// What makes a printed statement comparable with the book: a digest of its figures, and a QR text.

#include <string>

#include "app/settlement_contract.h"

namespace ayni {

/// The first 64 bits, as 16 hexadecimal digits, of SHA-256 over the figures of a statement: whose,
/// of which period, what was delivered and priced, taken and paid. Words that depend on the
/// language do not count, so the same statement has the same digest in both.
[[nodiscard]] std::string statement_digest(const StatementView& statement);

/// The text of the statement's QR code, in ASCII: organisation, product and period (which name the
/// settlement), supplier, net, entry of the book, digest.
[[nodiscard]] std::string statement_code(const StatementView& statement, std::string_view digest);

}  // namespace ayni
