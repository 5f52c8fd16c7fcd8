#include <fmt/format.h>

#include "edge/bench/benchmarks.h"
#include "edge/commands.h"

namespace ayni {

int bench(const BenchOptions& options) {
    if (options.what == "settle") return bench_settle(options);
    if (options.what == "post") return bench_post(options);
    if (options.what == "verify") return bench_verify(options);
    if (options.what == "import") return bench_import(options);
    if (options.what == "statement") return bench_statement(options);
    if (options.what == "bank") return bench_bank(options);
    if (options.what == "books") return bench_books(options);
    if (options.what == "http") return bench_http(options);
    if (options.what == "fortnight") return bench_fortnight(options);
    fmt::print(
        stderr,
        "ayni bench: settle, post, verify, import, statement, bank, books, fortnight or http\n");
    return 2;
}

}  // namespace ayni
