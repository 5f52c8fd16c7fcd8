#pragma once
// A file of Ayni through the server that holds it.

#include <memory>
#include <string>

#include "edge/open_file.h"

namespace ayni {

/// Connects to the socket beside the file; nothing if nobody answers there.
[[nodiscard]] std::unique_ptr<OpenFile> connect_to_server(const std::string& path);

}  // namespace ayni
