#include "kernel/refusal.h"

#include <array>

namespace ayni {
namespace {

// Apart, since the page has the words of its own language and takes only the codes along.
constexpr auto codes = std::to_array<std::string_view>({
#define AYNI_REFUSAL(code, spanish, english) #code,
#include "kernel/refusals.def"
#undef AYNI_REFUSAL
});

struct Texts {
    std::string_view spanish, english;
};
constexpr auto texts = std::to_array<Texts>({
#define AYNI_REFUSAL(code, spanish, english) {spanish, english},
#include "kernel/refusals.def"
#undef AYNI_REFUSAL
});

}  // namespace

std::size_t refusal_count() noexcept { return texts.size(); }

std::string_view code_of(Refusal reason) noexcept {
    return codes[static_cast<std::size_t>(reason)];
}

std::string_view text_of(Refusal reason, Language language) noexcept {
    const auto& row = texts[static_cast<std::size_t>(reason)];
    return language == Language::es ? row.spanish : row.english;
}

std::optional<Refusal> refusal_of(std::string_view code) noexcept {
    for (std::size_t i = 0; i < codes.size(); ++i)
        if (codes[i] == code) return static_cast<Refusal>(i);
    return std::nullopt;
}

}  // namespace ayni
