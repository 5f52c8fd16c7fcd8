// Any text as an amount, a quantity, a price and a rate.
#include "kernel/money.h"

#include "fuzzed.h"
#include "kernel/measure.h"
#include "plain_number.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto code = fuzzed.text();
    const auto currency = Currency::of(code);
    if (currency)
        CHECK(currency->code() == code && Currency::numbered(currency->number()) == *currency);
    const auto text = fuzzed.rest();
    if (const auto amount = currency ? parse_money(text, *currency)
                                     : refuse(Refusal::unknown_currency)) {
        CHECK(amount->minor <= largest_amount && amount->minor >= -largest_amount);
        CHECK(plain_number(print_amount(*amount)) == plain_number(text));
        CHECK(parse_money(print_amount(*amount), *currency) == *amount);
    }
    const auto same = [&](const auto& value, auto parse) {
        if (!value) return;
        CHECK(plain_number(print(*value)) == plain_number(text));
        CHECK(parse(print(*value)) == *value);
    };
    same(parse_quantity(text), parse_quantity);
    same(parse_price(text), parse_price);
    same(parse_rate(text), parse_rate);
}

}  // namespace ayni
