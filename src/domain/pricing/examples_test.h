#pragma once
// Milk and terms for the tests of pricing, written as an organisation would send them.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/pricing/price.h"
#include "kernel/decimal.h"
#include "kernel/described_json.h"

namespace ayni::examples {

inline constexpr AttributeNumber fat = 1, solids = 2, cells = 3, hygiene = 4, grade = 5,
                                 freezing = 6, protein = 7;

inline const std::vector<Attribute>& attributes() {
    static const std::vector<Attribute> all{
        {fat, "fat", "Grasa", "%", 2, 150, 900},
        {solids, "solids", "Sólidos totales", "%", 2, 800, 2000},
        {cells, "cells", "Células somáticas", "miles/ml", 0, 0, 9999},
        {hygiene, "hygiene", "Higiene", "", 0, 0, 3},
        {grade, "grade", "Calidad", "", 0, 1, 3},
        {freezing, "freezing", "Punto crioscópico", "°C", 3, -700, 0},
        {protein, "protein", "Proteína", "%", 3, 1000, 6000}};
    return all;
}

/// `{"kind":"base","price":"1.45"}, {…}` in a document in soles, rounded half-even by delivery.
inline PriceTerms terms_of(std::string_view terms, std::string_view currency = "PEN") {
    const auto text = R"({"currency":")" + std::string(currency) +
                      R"(","rounding":"half_even","rounding_point":"delivery","terms":[)" +
                      std::string(terms) + "]}";
    auto read = from_json_text<PriceTerms>(text);
    EXPECT_TRUE(read.has_value()) << text << " at "
                                  << (read ? "" : read.error().problems.front().where);
    return read ? *std::move(read) : PriceTerms{};
}

inline CompiledTerms compiled(std::string_view terms, std::string_view currency = "PEN") {
    auto made = CompiledTerms::compile(terms_of(terms, currency), attributes());
    if (!made) {
        const auto& problem = made.error().problems.front();
        ADD_FAILURE() << code_of(problem.reason) << " " << problem.where << " " << problem.detail;
        made = CompiledTerms::compile(terms_of(R"({"kind":"base","price":"1"})"), attributes());
    }
    return *std::move(made);
}

/// Everything one delivery needs, kept together so that the facts may point into it.
struct Milk {
    Readings sample;
    PeriodStatistics period;
    Means last_three;
    Quantity producer_volume, organisation_volume;
    std::vector<std::optional<Price>> indices;
    bool held[4] = {};  ///< certificates, in the order of the terms

    Milk() = default;
    Milk(std::initializer_list<Reading> readings) {
        for (const auto& reading : readings) sample.set(reading);
    }
    [[nodiscard]] PricingFacts facts() const {
        return {.sample = &sample,
                .period = &period,
                .last_three = &last_three,
                .producer_volume = producer_volume,
                .organisation_volume = organisation_volume,
                .certificates = held,
                .indices = indices};
    }
};

/// A price as text, or the code of what was refused.
inline std::string print_price(const Result<Price>& priced) {
    if (!priced) return std::string(code_of(priced.error().reason()));
    return print(*priced);
}
inline std::string price_of(std::string_view terms, const Milk& milk) {
    return print_price(price(compiled(terms), milk.facts()));
}

}  // namespace ayni::examples
