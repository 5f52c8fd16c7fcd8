#pragma once
// Every reason for which Ayni says no. A reason is appended, never renamed: clients rely on the
// code.

#include <cstddef>
#include <optional>
#include <string_view>

namespace ayni {

/// The code of a refusal; its two texts stand beside it in `refusals.def`.
enum class Refusal {
#define AYNI_REFUSAL(code, spanish, english) code,
#include "kernel/refusals.def"
#undef AYNI_REFUSAL
};

/// The languages of the interface; Spanish is the source.
enum class Language { es, en };

/// How many reasons there are (for tests that walk through all of them).
[[nodiscard]] std::size_t refusal_count() noexcept;

/// The stable code, as on the wire: `period_already_posted`.
[[nodiscard]] std::string_view code_of(Refusal reason) noexcept;

/// What the person reads, in his language.
[[nodiscard]] std::string_view text_of(Refusal reason, Language language) noexcept;

/// The reason with this code, if there is one.
[[nodiscard]] std::optional<Refusal> refusal_of(std::string_view code) noexcept;

}  // namespace ayni
