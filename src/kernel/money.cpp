#include "kernel/money.h"

#include "kernel/check.h"
#include "kernel/decimal.h"

namespace ayni {

Money operator+(Money a, Money b) {
    CHECK(a.currency == b.currency);
    Money sum{0, a.currency};
    CHECK(!__builtin_add_overflow(a.minor, b.minor, &sum.minor));
    return sum;
}

Money operator-(Money a) {
    Money opposite{0, a.currency};
    CHECK(!__builtin_sub_overflow(std::int64_t{0}, a.minor, &opposite.minor));
    return opposite;
}

Money operator-(Money a, Money b) {
    CHECK(a.currency == b.currency);
    Money difference{0, a.currency};
    CHECK(!__builtin_sub_overflow(a.minor, b.minor, &difference.minor));
    return difference;
}

Money& operator+=(Money& a, Money b) { return a = a + b; }

Money& operator-=(Money& a, Money b) { return a = a - b; }

bool operator<(Money a, Money b) {
    CHECK(a.currency == b.currency);
    return a.minor < b.minor;
}

Money least(Money a, Money b) { return b < a ? b : a; }

Result<Money> parse_money(std::string_view text, Currency currency) {
    const auto minor = parse_decimal(text, currency.decimals());
    if (!minor) return std::unexpected(minor.error());
    if (*minor > largest_amount || *minor < -largest_amount) return refuse(Refusal::out_of_range);
    return Money{*minor, currency};
}

std::string print_amount(Money amount) {
    return print_decimal(amount.minor, amount.currency.decimals());
}

}  // namespace ayni
