#pragma once
// Answers that cross the network in few bytes.

#include <string>
#include <string_view>

#include "edge/http_server.h"

namespace ayni {

/// The bytes in the format of RFC 1952. `level` from 1 (quick) to 9 (small).
[[nodiscard]] std::string gzip(std::string_view bytes, int level);

/// Whether a client that sends this `Accept-Encoding` takes gzip (RFC 9110 §12.5.3).
[[nodiscard]] bool takes_gzip(std::string_view accepted);

/// Packs the body for a client that takes it so, where it is text and longer than a packet. What is
/// packed already stays as it is.
void pack_answer(std::string_view accepted, Outgoing& out);

}  // namespace ayni
