#include "domain/payment/pay_account.h"

#include <algorithm>

namespace ayni {

Result<std::string> read_account(std::string_view text) {
    constexpr std::size_t digits_of_cci = 20;
    std::string digits;
    for (const char c : text) {
        if (c == ' ' || c == '-') continue;
        if (c < '0' || c > '9') return refuse(Refusal::account_not_plausible);
        digits += c;
    }
    const bool is_filled_in = std::ranges::any_of(digits, [](char c) { return c != '0'; });
    if (digits.size() != digits_of_cci || !is_filled_in)
        return refuse(Refusal::account_not_plausible);
    return digits;
}

}  // namespace ayni
