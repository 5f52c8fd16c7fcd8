#pragma once
// The words and the numbers of the papers: statement, cash sheet, payment list.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include <boost/describe.hpp>

#include "kernel/date.h"
#include "kernel/measure.h"
#include "kernel/money.h"
#include "kernel/refusal.h"

namespace ayni {

/// The words of a producer's statement.
struct StatementWords {
    std::string_view title, member, supplier, receives, delivered, deliveries, delivery, rejected;
    std::string_view no_delivery, one_day, days, why, credit_total, deduction_total, still_owed;
    std::string_view carried_over, each_delivery, per, day, morning, evening, price, value;
    std::string_view to_approve, approved, posted, withdrawn;
    std::string_view number, no_number_yet, check_this, check_code;
};
BOOST_DESCRIBE_STRUCT(StatementWords, (),
                      (title, member, supplier, receives, delivered, deliveries, delivery, rejected,
                       no_delivery, one_day, days, why, credit_total, deduction_total, still_owed,
                       carried_over, each_delivery, per, day, morning, evening, price, value,
                       to_approve, approved, posted, withdrawn, number, no_number_yet, check_this,
                       check_code))

/// The words of the cash sheet and of the payment list.
struct PaymentWords {
    std::string_view title, payments, payment, number, code, name, document, amount, currency;
    std::string_view signature, reference, sheet_total, running_total, grand_total, paid_by;
    std::string_view checked_by, pay_date, file_name;
};
BOOST_DESCRIBE_STRUCT(PaymentWords, (),
                      (title, payments, payment, number, code, name, document, amount, currency,
                       signature, reference, sheet_total, running_total, grand_total, paid_by,
                       checked_by, pay_date, file_name))

/// Every word of the papers in one language. No word has a default, so that a constant which
/// forgets one does not compile.
struct PaperWords {
    std::array<std::string_view, 12> months;  ///< "enero"
    std::string_view made_at, sheet, of;
    StatementWords statement;
    PaymentWords payments;
};

[[nodiscard]] const PaperWords& paper_words(Language language) noexcept;

/// "1 de julio de 2025", "1 July 2025".
[[nodiscard]] std::string date_text(Date date, Language language);
/// "1 al 15 de julio de 2025", "1–15 July 2025"; what both days share is said once.
[[nodiscard]] std::string period_text(Period period, Language language);
/// "Hoja 1 de 2".
[[nodiscard]] std::string sheet_text(std::size_t sheet, std::size_t sheets, Language language);
/// When a paper is made, and the time zone in which it says so.
struct PaperTime {
    // A plain instant is told in UTC.
    PaperTime(Instant made, std::string time_zone = {}) : at(made), zone(std::move(time_zone)) {}
    Instant at;
    std::string zone;  ///< of IANA; empty: UTC
};
/// "2025-07-16 10:04", or "2025-07-16 15:04 UTC".
[[nodiscard]] std::string instant_text(const PaperTime& time);

/// "S/" for PEN; the code itself for a currency whose symbol is little known.
[[nodiscard]] std::string_view currency_symbol(Currency currency) noexcept;

/// "-1234.5" as "−1,234.5".
[[nodiscard]] std::string with_commas(std::string_view decimal);
/// "1,234.56" in the Peruvian form, with a true minus sign (U+2212) below zero: "−1,234.56".
[[nodiscard]] std::string amount_text(Money amount);
/// "S/ 1,234.56", "− S/ 1,234.56".
[[nodiscard]] std::string money_text(Money amount);
/// What is added or taken carries its sign: "+ 14.49", "− 12.08"; zero is "0.00".
[[nodiscard]] std::string signed_text(Money amount);

/// How many decimals the value needs, at least `least`: 10.300 needs 1.
[[nodiscard]] int decimals_of(Quantity quantity, int least) noexcept;
[[nodiscard]] int decimals_of(Price price, int least) noexcept;
/// "1,234.5" with that many decimals, which must be enough to be exact.
[[nodiscard]] std::string quantity_text(Quantity quantity, int decimals);
[[nodiscard]] std::string price_text(Price price, int decimals);
/// "402.6 kg", with one decimal or as many as it needs.
[[nodiscard]] std::string quantity_text(Quantity quantity, std::string_view unit);

}  // namespace ayni
