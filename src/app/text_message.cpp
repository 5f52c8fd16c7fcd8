#include "app/text_message.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "kernel/decimal.h"
#include "kernel/sms_text.h"
#include "kernel/text.h"

namespace ayni {
namespace {

struct MessageWords {
    std::array<std::string_view, 12> months;
    std::string_view gross, deducted, net, collect, to_approve, approved, withdrawn;
};

constexpr MessageWords spanish{
    .months = {"ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "set", "oct", "nov", "dic"},
    .gross = "a favor",
    .deducted = "descuentos",
    .net = "RECIBE",
    .collect = "Cobre en su organización.",
    .to_approve = "Falta aprobar.",
    .approved = "Aprobado.",
    .withdrawn = "ANULADO.",
};
constexpr MessageWords english{
    .months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
    .gross = "credit",
    .deducted = "deducted",
    .net = "YOU GET",
    .collect = "Collect it at your organisation.",
    .to_approve = "To be approved.",
    .approved = "Approved.",
    .withdrawn = "WITHDRAWN.",
};

std::string day_and_month(const CivilDay& day, const MessageWords& words) {
    return fmt::format("{} {}", day.day, words.months[static_cast<std::size_t>(day.month - 1)]);
}

// "1-15 jul"; the year is the one we live in.
std::string short_period(Period period, const MessageWords& words) {
    const auto from = civil(period.first), to = civil(period.last);
    auto last = day_and_month(to, words);
    if (period.first == period.last) return last;
    if (from.month == to.month && from.year == to.year) return fmt::format("{}-{}", from.day, last);
    return fmt::format("{}-{}", day_and_month(from, words), last);
}

// Without grouping: places are few, and some phones break a number at its comma.
std::string amount(Money money) {
    const auto code = money.currency.code();
    return fmt::format("{} {}", code == "PEN" ? "S/" : code, print_amount(money));
}

// As much of the text as fits, at the end of a word where one is near, in letters of GSM.
std::string cut(std::string_view text, int places) {
    auto plain = gsm_text(trimmed(text));
    std::ranges::replace_if(
        plain, [](char c) { return c == '\n' || c == '\r'; }, ' ');
    if (gsm_length(plain) <= places) return plain;
    std::size_t end = 0, last_word = 0;
    while (end < plain.size()) {
        auto next = end + 1;
        while (next < plain.size() && (static_cast<unsigned char>(plain[next]) & 0xC0U) == 0x80U)
            ++next;
        if (gsm_length(std::string_view(plain).substr(0, next)) > places - 1) break;
        if (plain[next - 1] == ' ') last_word = end;
        end = next;
    }
    return plain.substr(0, last_word > end / 2 ? last_word : end) + ".";
}

struct Abbreviation {
    std::string_view word, abbreviated;
};
constexpr auto abbreviations = std::to_array<Abbreviation>(
    {{"Cooperativa", "Coop."}, {"Asociación", "Asoc."}});

std::string shortened_name(std::string_view name, int places) {
    if (gsm_length(gsm_text(name)) > places)
        for (const auto& [word, abbreviated] : abbreviations)
            if (name.starts_with(word))
                return cut(fmt::format("{}{}", abbreviated, name.substr(word.size())), places);
    return cut(name, places);
}

std::string_view state_text(SettlementState state, const MessageWords& words) {
    switch (state) {
        case SettlementState::computed: return words.to_approve;
        case SettlementState::approved: return words.approved;
        case SettlementState::withdrawn: return words.withdrawn;
        case SettlementState::posted: break;
    }
    return {};
}

const MessageWords& words_in(Language language) noexcept {
    return language == Language::es ? spanish : english;
}

}  // namespace

std::string short_period(Period period, Language language) {
    return short_period(period, words_in(language));
}

std::string statement_message(const StatementView& statement, Language language) {
    constexpr int least_name = 12, longest_unit = 8;
    const auto& words = words_in(language);
    const auto period = short_period({statement.first, statement.last}, words);
    const auto quantity = print_decimal(statement.quantity.thousandths, 3, 1);
    const auto net = fmt::format("{} {}.", words.net, amount(statement.net));
    const auto state = state_text(statement.state, words);
    const auto figures = fmt::format(
        "{}. {} {}, {} {}, {} {}, {}", period, quantity, cut(statement.unit, longest_unit),
        words.gross, amount(statement.gross), words.deducted, amount(statement.deducted), net);

    // What matters least goes first: where to collect, the name, how the payment came about.
    const bool is_paid_out = !statement.net.is_zero() && !statement.net.is_negative();
    const auto hint = state.empty() && is_paid_out ? words.collect : state;
    const auto with = [](std::string_view text, std::string_view end) {
        return gsm_text(end.empty() ? std::string(text) : fmt::format("{} {}", text, end));
    };
    for (const auto end : {hint, state}) {
        const auto rest = with(figures, end);
        const int room = longest_sms - gsm_length(rest) - 2;
        if (room < least_name) continue;
        const auto name = shortened_name(statement.organisation_name, room);
        if (!name.empty()) return fmt::format("{}: {}", name, rest);
    }
    for (const auto end : {hint, state})
        if (auto rest = with(figures, end); gsm_length(rest) <= longest_sms) return rest;
    return with(fmt::format("{}. {}", period, net), state);
}

}  // namespace ayni
