#include "kernel/refusal.h"

#include <array>

namespace ayni {
namespace {

struct Texts {
    std::string_view code, spanish, english;
};

constexpr auto texts = std::to_array<Texts>({
#define AYNI_REFUSAL(code, spanish, english) {#code, spanish, english},
#include "kernel/refusals.def"
#undef AYNI_REFUSAL
});

}  // namespace

std::size_t refusal_count() noexcept { return texts.size(); }

std::string_view code_of(Refusal reason) noexcept {
    return texts[static_cast<std::size_t>(reason)].code;
}

std::string_view text_of(Refusal reason, Language language) noexcept {
    const auto& row = texts[static_cast<std::size_t>(reason)];
    return language == Language::es ? row.spanish : row.english;
}

std::optional<Refusal> refusal_of(std::string_view code) noexcept {
    for (std::size_t i = 0; i < texts.size(); ++i)
        if (texts[i].code == code) return static_cast<Refusal>(i);
    return std::nullopt;
}

}  // namespace ayni
