#pragma once
// Statements as the tests of the papers need them: a fortnight of two cans a day.

#include <string>
#include <utility>
#include <vector>

#include "app/settlement_contract.h"
#include "kernel/json.h"
#include "kernel/shared_data_test.h"

namespace ayni {

inline Money soles(std::int64_t minor) { return {minor, Currency::known("PEN")}; }

inline Instant sample_instant() { return parse_instant("2025-07-16T15:04:05.678Z").value(); }

inline StatementLineView sample_credit(std::string label, std::string detail, std::int64_t minor) {
    return {.kind = LineKind::milk,
            .label = std::move(label),
            .detail = std::move(detail),
            .amount = soles(minor),
            .carried = soles(0),
            .deduction = {},
            .remaining = {}};
}

inline StatementLineView sample_deduction(std::string label, std::string detail,
                                          std::int64_t minor) {
    auto line = sample_credit(std::move(label), std::move(detail), minor);
    line.kind = LineKind::deduction;
    line.deduction = DeductionKind::own_service;
    return line;
}

/// Deliveries of `days` days from 1 July 2025, all different; the ninth day brought nothing.
inline void fill_days(StatementView& statement, int days, int seed) {
    for (int i = 0; i < days; ++i) {
        const Date day = statement.first + i;
        StatementDay sum{.day = day, .quantity = {}, .rejected = {}};
        for (const auto shift : {Shift::morning, Shift::evening}) {
            if (i == 8) continue;
            const int n = i * 2 + static_cast<int>(shift);
            const Quantity quantity{13'000 + (n * 37 + seed * 113) % 41 * 100};
            const Price price{1'450'000 + (n * 53 + seed * 7) % 97 * 1'000};
            const auto value =
                value_of(quantity, price, soles(0).currency, Rounding::half_even).value();
            statement.priced.push_back({.day = day,
                                        .shift = shift,
                                        .source = {1},
                                        .sequence = n + 1,
                                        .quantity = quantity,
                                        .readings = {},
                                        .price = price,
                                        .value = value,
                                        .explanation = {}});
            statement.quantity += quantity;
            statement.gross += value;
            sum.quantity += quantity;
            ++statement.deliveries;
        }
        if (i == 4) sum.rejected = Quantity{6'500};
        statement.rejected += sum.rejected;
        statement.days.push_back(sum);
    }
}

inline StatementView sample_statement(int seed = 17, int days = 15) {
    const Date first = parse_date("2025-07-01").value();
    StatementView statement{.organisation_name = "Coop. Manantial de Vida",
                            .supplier = "M-0" + std::to_string(seed),
                            .name = "Rosa Huamán Quispe",
                            .member = true,
                            .hamlet = "Lateral Tres",
                            .product = "Leche cruda",
                            .unit = "kg",
                            .first = first,
                            .last = first + (days - 1),
                            .state = SettlementState::posted,
                            .deliveries = 0,
                            .quantity = {},
                            .rejected = {},
                            .gross = soles(0),
                            .deducted = soles(0),
                            .net = soles(0),
                            .entry = EntryNumber{214 + seed},
                            .days = {},
                            .lines = {},
                            .priced = {},
                            .text_message = {},
                            .payments = {}};
    fill_days(statement, days, seed);
    statement.lines = {
        sample_credit("Precio base", "S/ 1.45 por kg", statement.gross.minor - 3'254),
        sample_credit("Sólidos totales", "S/ 0.009 por décima sobre 12.0 %", 1'449),
        sample_credit("Células somáticas", "tabla: menos de 200 mil por ml", 1'000),
        sample_credit("Hato libre de brucelosis", "certificado vigente", 805),
        sample_deduction("Flete", "S/ 0.03 por kg × 402.7 kg", 1'208),
        sample_deduction("Retención", "2 % del total a su favor", 1'240),
        sample_deduction("Aporte de capital", "1 % del total a su favor", 620),
        sample_deduction("Préstamo de alfalfa", "cuota de S/ 84.86", 7'207)};
    statement.lines.back().deduction = DeductionKind::loan;
    statement.lines.back().carried = soles(1'279);
    statement.lines.back().remaining = soles(56'000);
    for (const auto& line : statement.lines)
        if (line.kind == LineKind::deduction) statement.deducted += line.amount;
    statement.net = statement.gross - statement.deducted;
    return statement;
}

/// `count` payments of the same settlement, with their sum.
inline PaymentListView sample_payments(int count) {
    const auto statement = sample_statement();
    PaymentListView list{.organisation_name = statement.organisation_name,
                         .settlement = SettlementNumber{7},
                         .first = statement.first,
                         .last = statement.last,
                         .count = count,
                         .total = soles(0),
                         .payments = {}};
    for (int i = 1; i <= count; ++i) {
        const auto number = std::to_string(i);
        list.payments.push_back({.supplier = "P-" + number,
                                 .name = "Ñusta Huamán " + number,
                                 .amount = soles(12'345 + i * 1'007),
                                 .reference = "S7-P-" + number,
                                 .method = {},
                                 .state = {}});
        list.total += list.payments.back().amount;
    }
    return list;
}

/// The big list of naughty strings; empty where the data is not there.
inline std::vector<std::string> naughty_strings() {
    std::vector<std::string> strings;
    const auto path = shared_data("data/badinput/blns.json");
    if (!path) return strings;
    const auto json = parse_json(bytes_of_file(*path)).value();
    for (const auto& string : json.items) strings.push_back(string.text);
    EXPECT_GT(strings.size(), 500U);
    return strings;
}

}  // namespace ayni
