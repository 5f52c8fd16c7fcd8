#include "app/work.h"

namespace ayni {

LogBody Work::record(std::string command, std::string payload) {
    LogBody body{.at = now,
                 .actor = caller.user,
                 .command = std::move(command),
                 .payload = std::move(payload),
                 .made = std::move(made_),
                 .effects_digest = {}};
    if (has_effects_) body.effects_digest = Bytes{std::string(bytes_of(effects_.finish()))};
    return body;
}

}  // namespace ayni
