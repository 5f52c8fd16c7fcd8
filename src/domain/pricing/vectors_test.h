#pragma once
// The domain's own examples (`vectors/domain_vectors.json`): each id has one check here.

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "domain/pricing/apply_terms.h"
#include "domain/pricing/exact.h"
#include "domain/pricing/examples_test.h"
#include "kernel/json.h"

namespace ayni::vectors {

/// What goes in and what must come out, as written in the file.
struct Vector {
    const Json &in, &out;

    [[nodiscard]] static const Json& member(const Json& object, std::string_view name) {
        static const Json nothing;
        const auto* found = object.find(name);
        if (found == nullptr) ADD_FAILURE() << "the vector has no " << name;
        return found == nullptr ? nothing : *found;
    }
    /// The text of an input, or of an expected value.
    [[nodiscard]] const std::string& given(std::string_view name) const {
        return member(in, name).text;
    }
    [[nodiscard]] const std::string& expected(std::string_view name) const {
        return member(out, name).text;
    }
    [[nodiscard]] Exact exact(std::string_view name) const { return number(given(name)); }

    [[nodiscard]] static Exact number(const std::string& decimal) {
        const auto parsed = Exact::parse(decimal);
        EXPECT_TRUE(parsed.has_value()) << decimal;
        return parsed.value_or(Exact{});
    }
    /// The computed value is the expected one, rounded half-up to as many places as that has.
    void expect(std::string_view name, const Exact& computed) const {
        const auto& text = expected(name);
        const auto dot = text.find('.');
        const auto places = dot == text.npos ? 0 : static_cast<int>(text.size() - dot) - 1;
        EXPECT_EQ(computed.printed(places, Rounding::half_up), text) << name;
    }
    /// The same, and nothing was rounded.
    void expect_exactly(std::string_view name, const Exact& computed) const {
        EXPECT_TRUE(computed == number(expected(name)))
            << name << " " << *computed.printed(12, Rounding::half_up);
    }
};

/// Money as the file writes it.
inline Money money(const std::string& amount, const char* currency = "PEN") {
    const auto parsed = parse_money(amount, Currency::known(currency));
    EXPECT_TRUE(parsed.has_value()) << amount;
    return parsed.value_or(Money{});
}

/// The price of a unit by terms, as a fraction of the major unit, before it is rounded to be shown.
inline Exact price_by_terms(const std::string& terms, const examples::Milk& milk,
                            const char* currency) {
    Exact exact;
    const auto priced = apply_terms(
        examples::compiled(terms, currency), milk.facts(),
        [&](std::size_t, const StepOutcome&, const GrowingPrice& price) { exact = price.exact(); });
    EXPECT_TRUE(priced.has_value()) << terms;
    return exact;
}

/// A percentage from the file as a reading of an attribute.
inline Reading reading(AttributeNumber attribute, const Exact& value) {
    const auto decimals = find_attribute(examples::attributes(), attribute)->decimals;
    return {attribute, static_cast<std::int32_t>(*value.rounded(decimals, Rounding::down))};
}

using Checks = std::map<std::string_view, void (*)(const Vector&)>;
[[nodiscard]] const Checks& milk_checks();
[[nodiscard]] const Checks& crop_checks();
[[nodiscard]] const Checks& amount_checks();  ///< tax and rounding

}  // namespace ayni::vectors
