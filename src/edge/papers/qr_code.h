#pragma once
// A QR code as rows of modules.

#include <cstddef>
#include <string_view>
#include <vector>

namespace ayni {

/// `side` x `side` modules, row by row; dark ones are true. No quiet zone.
struct QrCode {
    std::size_t side = 0;
    std::vector<bool> dark;
};

/// The smallest code of error correction M (15 %: paper gets dirty). Printable ASCII only, since
/// readers guess other encodings differently. Of side 0 for a text that no code can hold (2,331).
[[nodiscard]] QrCode qr_code(std::string_view ascii);

}  // namespace ayni
