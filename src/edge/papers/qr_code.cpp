#include "edge/papers/qr_code.h"

#include <memory>

#include <qrencode.h>

namespace ayni {

QrCode qr_code(std::string_view ascii) {
    const auto* const bytes = reinterpret_cast<const unsigned char*>(ascii.data());
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeData(static_cast<int>(ascii.size()), bytes, 0, QR_ECLEVEL_M), QRcode_free);
    QrCode result;
    if (!code) return result;
    result.side = static_cast<std::size_t>(code->width);
    result.dark.resize(result.side * result.side);
    for (std::size_t i = 0; i < result.dark.size(); ++i)
        result.dark[i] = (code->data[i] & 1U) != 0;  // the lowest bit is the colour
    return result;
}

}  // namespace ayni
