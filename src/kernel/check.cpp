#include "kernel/check.h"

#include <cstdio>
#include <cstdlib>

namespace ayni {

void stop_on_broken_claim(const char* claim, const char* file, int line) noexcept {
    static_cast<void>(
        std::fprintf(stderr, "ayni stopped: broken claim `%s` at %s:%d\n", claim, file, line));
    std::abort();
}

}  // namespace ayni
