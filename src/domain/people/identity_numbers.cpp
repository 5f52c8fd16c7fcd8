#include "domain/people/identity_numbers.h"

#include <algorithm>
#include <array>
#include <span>

#include "kernel/text.h"

namespace ayni {
namespace {

// Each digit times the weight at its place, added up.
int weighted_sum(std::string_view digits, std::span<const int> weights) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) sum += (digits[i] - '0') * weights[i];
    return sum;
}

char ruc_check_digit(std::string_view first_ten) noexcept {
    constexpr auto weights = std::to_array({5, 4, 3, 2, 7, 6, 5, 4, 3, 2});
    return static_cast<char>('0' + (11 - weighted_sum(first_ten, weights) % 11) % 10);
}

bool dni_character_fits(std::string_view dni, char character) noexcept {
    constexpr auto weights = std::to_array({3, 2, 7, 6, 5, 4, 3, 2});
    const auto place = static_cast<std::size_t>(weighted_sum(dni, weights) % 11);
    return character == "65432110987"[place] || character == "KJIHGFEDCBA"[place];
}

// Weights 1, 2, 1, 2… from the left; of a product above 9 the digits are added.
char cci_control_digit(std::string_view digits) noexcept {
    int sum = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        const int product = (digits[i] - '0') * (i % 2 == 0 ? 1 : 2);
        sum += product / 10 + product % 10;
    }
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

bool is_short_number(std::string_view text) noexcept {
    return !text.empty() && text.size() <= 15 && all_digits(text);
}

}  // namespace

Result<std::string> read_ruc(std::string_view text) {
    constexpr auto prefixes = std::to_array<std::string_view>({"10", "15", "17", "20"});
    if (text.size() != 11 || !all_digits(text)) return refuse(Refusal::ruc_invalid);
    if (std::ranges::find(prefixes, text.substr(0, 2)) == prefixes.end())
        return refuse(Refusal::ruc_invalid);
    if (text.back() != ruc_check_digit(text.substr(0, 10))) return refuse(Refusal::ruc_invalid);
    return std::string(text);
}

Result<std::string> read_dni(std::string_view text) {
    const auto digits = text.substr(0, 8);
    auto character = text.substr(digits.size());
    if (digits.size() != 8 || !all_digits(digits)) return refuse(Refusal::dni_invalid);
    if (character.size() == 2 && character.starts_with('-')) character.remove_prefix(1);
    if (character.size() > 1) return refuse(Refusal::dni_invalid);
    if (!character.empty() && !dni_character_fits(digits, character.front()))
        return refuse(Refusal::dni_invalid);
    if (digits.find_first_not_of('0') == digits.npos) return refuse(Refusal::dni_not_plausible);
    return std::string(digits);
}

Result<std::string> ruc_of_person(std::string_view dni) {
    auto digits = read_dni(dni);
    if (!digits) return digits;
    auto ruc = "10" + *digits;
    ruc += ruc_check_digit(ruc);
    return ruc;
}

bool cci_fits(std::string_view cci) noexcept {
    return cci.size() == 20 && all_digits(cci) && cci[18] == cci_control_digit(cci.substr(0, 6)) &&
           cci[19] == cci_control_digit(cci.substr(6, 12));
}

std::optional<int> nit_check_digit(std::string_view nit) noexcept {
    constexpr auto weights = std::to_array(
        {3, 7, 13, 17, 19, 23, 29, 37, 41, 43, 47, 53, 59, 67, 71});
    if (!is_short_number(nit)) return std::nullopt;
    int sum = 0;
    for (std::size_t i = 0; i < nit.size(); ++i)
        sum += (nit[nit.size() - 1 - i] - '0') * weights[i];
    const int rest = sum % 11;
    return rest < 2 ? rest : 11 - rest;
}

std::optional<char> rut_check_character(std::string_view rut) noexcept {
    if (!is_short_number(rut)) return std::nullopt;
    int sum = 0;
    for (std::size_t i = 0; i < rut.size(); ++i)
        sum += (rut[rut.size() - 1 - i] - '0') * static_cast<int>(i % 6 + 2);
    return "0K987654321"[sum % 11];
}

}  // namespace ayni
