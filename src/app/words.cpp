#include "app/words.h"

#include <array>

#include <fmt/format.h>

#include "app/text_message.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

struct Words {
    std::string_view es, en;
    [[nodiscard]] std::string_view in(Language language) const {
        return language == Language::es ? es : en;
    }
};

constexpr Words base{"Precio base", "Base price"};
constexpr Words index{"Precio según índice", "Price by index"};
constexpr Words producer_volume{"Volumen del productor", "Producer's volume"};
constexpr Words organisation_volume{"Volumen de la organización", "Organisation's volume"};
constexpr Words lowest{"Precio mínimo", "Floor price"};
constexpr Words highest{"Precio máximo", "Ceiling price"};
constexpr Words late{"Diferencia de una quincena anterior", "Difference of an earlier period"};
constexpr Words one_delivery{"1 entrega", "1 delivery"};
constexpr Words some_deliveries{"{} entregas", "{} deliveries"};
constexpr Words per_unit{"{} por {}", "{} per {}"};
constexpr Words per_point{"{} por cada {} {} desde {}", "{} for each {} {} from {}"};
constexpr Words with{", con {}", ", with {}"};
constexpr Words per_component{"{} por kg de {}", "{} per kg of {}"};
constexpr Words table{"según tabla", "by table"};
constexpr Words of_gross{"{} % del bruto", "{} % of gross"};
constexpr Words carried_over{"{}, saldo pendiente", "{}, carried over"};
constexpr Words instalment{"cuota según compromiso", "instalment as agreed"};

constexpr std::array<Words, 10> deductions{
    {{"Servicio de la organización", "Organisation's service"},
     {"Aporte de capital", "Capital contribution"},
     {"Retención por devolver", "Retention to be returned"},
     {"Impuesto retenido", "Tax withheld"},
     {"Insumos", "Inputs"},
     {"Adelanto", "Advance"},
     {"Préstamo", "Loan"},
     {"Descuento para terceros", "Third party's deduction"},
     {"Pago en exceso anterior", "Earlier overpayment"},
     {"Interés del préstamo", "Interest of the loan"}}};

struct Certificate {
    std::string_view kind;
    Words words;
};
constexpr std::array<Certificate, 3> certificates{
    {{"tb_free", {"Hato libre de TBC", "TB-free herd"}},
     {"brucellosis_free", {"Hato libre de brucelosis", "Brucellosis-free herd"}},
     {"organic", {"Producción orgánica", "Organic production"}}}};

std::string attribute_name(const Term& term, const Product& product) {
    const auto* attribute = term.attribute ? find_attribute(product.attributes, *term.attribute)
                                           : nullptr;
    return attribute ? attribute->name : term.attribute.value_or("");
}

// Two to six decimals, as far as the rate has them.
std::string percent(Rate rate) { return print(Rate{rate.millionths * 100}); }

}  // namespace

std::string certificate_label(std::string_view kind, Language language) {
    for (const auto& known : certificates)
        if (known.kind == kind) return std::string(known.words.in(language));
    return std::string(kind);
}

std::string label_of(const Term& term, const Product& product, Language language) {
    switch (term.kind) {
        case TermKind::base: return std::string((term.index ? index : base).in(language));
        case TermKind::floor: return std::string(lowest.in(language));
        case TermKind::ceiling: return std::string(highest.in(language));
        case TermKind::premium: return certificate_label(term.certificate.value_or(""), language);
        case TermKind::band:
            if (term.volume)
                return std::string(
                    (*term.volume == VolumeOf::producer ? producer_volume : organisation_volume)
                        .in(language));
            break;
        case TermKind::per_point:
        case TermKind::component:
        case TermKind::grade: break;
    }
    return attribute_name(term, product);
}

std::string detail_of(const Term& term, const Product& product, Language language) {
    const auto price = term.rate    ? print(*term.rate)
                       : term.price ? print(*term.price)
                                    : std::string();
    const auto* attribute = term.attribute ? find_attribute(product.attributes, *term.attribute)
                                           : nullptr;
    switch (term.kind) {
        case TermKind::per_point:
            return fmt::format(fmt::runtime(per_point.in(language)), price, term.point.value_or(""),
                               attribute ? attribute->unit : "", term.standard.value_or(""));
        case TermKind::component:
            return fmt::format(fmt::runtime(per_component.in(language)), price,
                               attribute_name(term, product));
        case TermKind::band:
        case TermKind::grade: return std::string(table.in(language));
        case TermKind::base:
            if (term.index) return *term.index;
            [[fallthrough]];
        case TermKind::premium:
        case TermKind::floor:
        case TermKind::ceiling: break;
    }
    return fmt::format(fmt::runtime(per_unit.in(language)), price, product.unit);
}

std::string with_value(std::string_view value, const Attribute* attribute, Language language) {
    return fmt::format(fmt::runtime(with.in(language)), value) +
           (attribute == nullptr || attribute->unit.empty() ? "" : " " + attribute->unit);
}

std::string label_of(DeductionKind kind, Language language) {
    return std::string(deductions[static_cast<std::size_t>(kind)].in(language));
}

std::string detail_of(const DeductionRule& rule, const Product& product, Language language) {
    if (rule.price)
        return fmt::format(fmt::runtime(per_unit.in(language)), print(*rule.price), product.unit);
    if (rule.rate) return fmt::format(fmt::runtime(of_gross.in(language)), percent(*rule.rate));
    return std::string(instalment.in(language));
}

std::string times(Quantity charged, const Product& product) {
    return fmt::format(" × {} {}", print_decimal(charged.thousandths, 3, 1), product.unit);
}

std::string carried_over_label(const DeductionRule& rule, Language language) {
    return fmt::format(fmt::runtime(carried_over.in(language)), rule.name);
}

std::string late_label(Language language) { return std::string(late.in(language)); }

std::string late_detail(const LateChanges& changed, const Product& product, Language language) {
    const bool rose = changed.quantity > Quantity{};
    auto text = fmt::format("{} · {}{} {}", short_period(changed.period, language), rose ? "+" : "",
                            print(changed.quantity), product.unit);
    if (changed.changes == 1) return text + " · " + std::string(one_delivery.in(language));
    if (changed.changes > 1)
        text += " · " + fmt::format(fmt::runtime(some_deliveries.in(language)), changed.changes);
    return text;
}

}  // namespace ayni
