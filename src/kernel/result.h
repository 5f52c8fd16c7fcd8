#pragma once
// Refusals are values: what a function could not do, where, and why, for a person to read.

#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "kernel/refusal.h"

namespace ayni {

/// One reason, with where it was found (RFC 6901 path, "/terms/2/rate"; empty: the whole) and,
/// if it helps, the value or limit concerned. `detail` holds data, never a sentence.
struct Problem {
    Refusal reason{};
    std::string where;
    std::string detail;
    bool operator==(const Problem&) const = default;
};

/// Everything that is wrong at once; never empty when it is an error.
struct Refused {
    std::vector<Problem> problems;
    /// The first reason, for callers that need only one.
    [[nodiscard]] Refusal reason() const noexcept { return problems.front().reason; }
    bool operator==(const Refused&) const = default;
};

/// A value, or why there is none.
template <class T>
using Result = std::expected<T, Refused>;

/// The error side of a `Result`, with one reason.
[[nodiscard]] inline std::unexpected<Refused> refuse(Refusal reason, std::string where = {},
                                                     std::string detail = {}) {
    return std::unexpected<Refused>(
        Refused{{Problem{reason, std::move(where), std::move(detail)}}});
}

}  // namespace ayni
