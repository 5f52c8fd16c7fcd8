#include "edge/papers/paper_text.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "app/local_time.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

constexpr PaperWords spanish{
    .months = {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto",
               "setiembre", "octubre", "noviembre", "diciembre"},
    .made_at = "Hecho el",
    .sheet = "Hoja",
    .of = "de",
    .statement = {.title = "Boleta de pago",
                  .member = "Socio(a)",
                  .supplier = "Proveedor(a)",
                  .receives = "Recibe",
                  .delivered = "Lo que entregó",
                  .deliveries = "entregas",
                  .delivery = "entrega",
                  .rejected = "Rechazado",
                  .no_delivery = "Sin entrega",
                  .one_day = "día",
                  .days = "días",
                  .why = "Por qué este pago",
                  .credit_total = "Total a su favor",
                  .deduction_total = "Total de descuentos",
                  .still_owed = "le queda por pagar",
                  .carried_over = "pasa al próximo pago",
                  .each_delivery = "Cada entrega y su precio",
                  .per = "por",
                  .day = "Día",
                  .morning = "Mañana",
                  .evening = "Tarde",
                  .price = "Precio",
                  .value = "Valor",
                  .to_approve = "Por aprobar",
                  .approved = "Aprobado",
                  .posted = "Registrado",
                  .withdrawn = "Anulado",
                  .number = "Boleta y asiento N.º",
                  .no_number_yet = "Sin número: todavía no está en el libro.",
                  .check_this = "El código lleva las mismas cifras que este papel.",
                  .check_code = "Control"},
    .payments = {.title = "Planilla de pago en efectivo",
                 .payments = "pagos",
                 .payment = "pago",
                 .number = "N.º",
                 .code = "Código",
                 .name = "Nombre",
                 .document = "DNI",
                 .amount = "Importe",
                 .currency = "Moneda",
                 .signature = "Firma o huella",
                 .reference = "Referencia",
                 .sheet_total = "Total de esta hoja",
                 .running_total = "Suma hasta esta hoja",
                 .grand_total = "Total general",
                 .paid_by = "Pagó: nombre y firma",
                 .checked_by = "Revisó: nombre y firma",
                 .pay_date = "Fecha de pago",
                 .file_name = "pagos"},
};

constexpr PaperWords english{
    .months = {"January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December"},
    .made_at = "Made on",
    .sheet = "Sheet",
    .of = "of",
    .statement = {.title = "Statement",
                  .member = "Member",
                  .supplier = "Supplier",
                  .receives = "You receive",
                  .delivered = "What you delivered",
                  .deliveries = "deliveries",
                  .delivery = "delivery",
                  .rejected = "Rejected",
                  .no_delivery = "No delivery",
                  .one_day = "day",
                  .days = "days",
                  .why = "Why this payment",
                  .credit_total = "Total in your favour",
                  .deduction_total = "Total deducted",
                  .still_owed = "still to pay",
                  .carried_over = "moves to the next payment",
                  .each_delivery = "Each delivery and its price",
                  .per = "per",
                  .day = "Day",
                  .morning = "Morning",
                  .evening = "Evening",
                  .price = "Price",
                  .value = "Value",
                  .to_approve = "To be approved",
                  .approved = "Approved",
                  .posted = "Posted",
                  .withdrawn = "Withdrawn",
                  .number = "Statement and entry no.",
                  .no_number_yet = "No number: not in the book yet.",
                  .check_this = "The code holds the same figures as this paper.",
                  .check_code = "Check code"},
    .payments = {.title = "Cash payment sheet",
                 .payments = "payments",
                 .payment = "payment",
                 .number = "No.",
                 .code = "Code",
                 .name = "Name",
                 .document = "DNI",
                 .amount = "Amount",
                 .currency = "Currency",
                 .signature = "Signature or thumb",
                 .reference = "Reference",
                 .sheet_total = "Total of this sheet",
                 .running_total = "Sum up to this sheet",
                 .grand_total = "Grand total",
                 .paid_by = "Paid by: name and signature",
                 .checked_by = "Checked by: name and signature",
                 .pay_date = "Date of payment",
                 .file_name = "payments"},
};

struct Symbol {
    std::string_view code, symbol;
};

constexpr auto symbols = std::to_array<Symbol>({
    {"ARS", "$"}, {"BOB", "Bs"}, {"BRL", "R$"},  {"CLP", "$"},   {"COP", "$"},
    {"CRC", "₡"}, {"CUP", "$"},  {"DOP", "RD$"}, {"EUR", "€"},   {"GTQ", "Q"},
    {"HNL", "L"}, {"MXN", "$"},  {"NIO", "C$"},  {"PAB", "B/."}, {"PEN", "S/"},
    {"PYG", "₲"}, {"USD", "$"},  {"UYU", "$"},   {"VES", "Bs"},
});

constexpr std::string_view minus = "−";  // U+2212: as wide as a digit, and never a hyphen

int decimals_needed(std::int64_t value, int places, int least) {
    while (places > least && value % 10 == 0) value /= 10, --places;
    return places;
}

std::string with_decimals(std::int64_t value, int places, int decimals) {
    return with_commas(print_decimal(value, places, std::min(places, decimals)));
}

std::string_view month_of(const CivilDay& day, const PaperWords& words) {
    return words.months[static_cast<std::size_t>(day.month - 1)];
}

}  // namespace

const PaperWords& paper_words(Language language) noexcept {
    return language == Language::es ? spanish : english;
}

std::string date_text(Date date, Language language) {
    const auto day = civil(date);
    const auto month = month_of(day, paper_words(language));
    return language == Language::es ? fmt::format("{} de {} de {}", day.day, month, day.year)
                                    : fmt::format("{} {} {}", day.day, month, day.year);
}

std::string period_text(Period period, Language language) {
    const auto from = civil(period.first), to = civil(period.last);
    auto last = date_text(period.last, language);
    if (period.first == period.last) return last;
    const bool one_year = from.year == to.year, one_month = one_year && from.month == to.month;
    const auto month = month_of(from, paper_words(language));
    if (language == Language::en) {
        if (one_month) return fmt::format("{}–{}", from.day, last);
        if (one_year) return fmt::format("{} {} – {}", from.day, month, last);
        return fmt::format("{} – {}", date_text(period.first, language), last);
    }
    if (one_month) return fmt::format("{} al {}", from.day, last);
    if (one_year) return fmt::format("{} de {} al {}", from.day, month, last);
    return fmt::format("{} al {}", date_text(period.first, language), last);
}

std::string sheet_text(std::size_t sheet, std::size_t sheets, Language language) {
    const auto& words = paper_words(language);
    return fmt::format("{} {} {} {}", words.sheet, sheet, words.of, sheets);
}

std::string instant_text(const PaperTime& time) {
    return local_time(time.zone, time.at) + (time.zone.empty() ? " UTC" : "");
}

std::string_view currency_symbol(Currency currency) noexcept {
    const auto found = std::ranges::find(symbols, currency.code(), &Symbol::code);
    return found == symbols.end() ? currency.code() : found->symbol;
}

std::string with_commas(std::string_view decimal) {
    std::string text;
    if (decimal.starts_with('-')) text += minus, decimal.remove_prefix(1);
    const auto whole = std::min(decimal.find('.'), decimal.size());
    for (std::size_t i = 0; i < decimal.size(); ++i) {
        if (i > 0 && i < whole && (whole - i) % 3 == 0) text += ',';
        text += decimal[i];
    }
    return text;
}

std::string amount_text(Money amount) { return with_commas(print_amount(amount)); }

std::string money_text(Money amount) {
    auto digits = with_commas(print_amount(amount));
    if (amount.currency.is_none()) return digits;
    const auto symbol = currency_symbol(amount.currency);
    if (!amount.is_negative()) return fmt::format("{} {}", symbol, digits);
    return fmt::format("{} {} {}", minus, symbol, digits.substr(minus.size()));
}

std::string signed_text(Money amount) {
    auto digits = with_commas(print_amount(amount));
    if (amount.is_zero()) return digits;
    if (!amount.is_negative()) return "+ " + digits;
    return digits.insert(minus.size(), " ");
}

int decimals_of(Quantity quantity, int least) noexcept {
    return decimals_needed(quantity.thousandths, 3, least);
}
int decimals_of(Price price, int least) noexcept {
    return decimals_needed(price.millionths, 6, least);
}

std::string quantity_text(Quantity quantity, int decimals) {
    return with_decimals(quantity.thousandths, 3, decimals);
}
std::string price_text(Price price, int decimals) {
    return with_decimals(price.millionths, 6, decimals);
}

std::string quantity_text(Quantity quantity, std::string_view unit) {
    return fmt::format("{} {}", quantity_text(quantity, decimals_of(quantity, 1)), unit);
}

}  // namespace ayni
