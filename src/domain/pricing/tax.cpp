#include "domain/pricing/tax.h"

#include "kernel/check.h"

namespace ayni {
namespace {

Money times(Money amount, std::int64_t factor) {
    Money product{0, amount.currency};
    CHECK(!__builtin_mul_overflow(amount.minor, factor, &product.minor));
    return product;
}

}  // namespace

TaxLimits limits_of(const MemberIncomeTax& tax) {
    return {.untaxed = times(tax.uit, tax.untaxed_uit), .most = times(tax.uit, tax.most_uit)};
}

Result<Money> member_income_tax(const MemberIncomeTax& tax, Money income) {
    const auto limits = limits_of(tax);
    if (limits.most < income) return refuse(Refusal::out_of_range);
    const auto taxed = limits.untaxed < income ? income - limits.untaxed
                                               : Money{0, income.currency};
    return share_of(taxed, tax.rate, Rounding::half_up);
}

Result<Money> movement_tax(const MovementTax& tax, Money amount) {
    CHECK(tax.step > 0);
    if (amount.is_negative()) return refuse(Refusal::out_of_range);
    const auto exact = share_of(amount, tax.rate, Rounding::down);
    if (!exact) return exact;
    return Money{exact->minor / tax.step * tax.step, amount.currency};
}

}  // namespace ayni
