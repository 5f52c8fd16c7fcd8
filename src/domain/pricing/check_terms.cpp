#include "domain/pricing/check_terms.h"

#include <algorithm>

#include "domain/pricing/band_table.h"
#include "domain/pricing/grade_table.h"
#include "domain/pricing/term_members.h"
#include "kernel/text.h"

namespace ayni {
namespace {

/// Inclusive bounds of a price or rate, in millionths.
struct Bounds {
    std::int64_t least, most;
};
constexpr Bounds any_amount{-largest_price, largest_price};
constexpr Bounds not_negative{0, largest_price};
constexpr Bounds positive{1, largest_price};

class TermCheck {
public:
    TermCheck(const Term& term, std::string where, const std::vector<Attribute>& attributes,
              std::vector<Problem>& problems)
        : term_(term),
          where_(std::move(where)),
          problems_(problems),
          attribute_(term.attribute ? find_attribute(attributes, *term.attribute) : nullptr) {}

    void check();

private:
    void check_texts();
    void check_text(const std::optional<std::string>& text, const char* member);
    void check_amounts();
    template <class Amount>
    void check_amount(const std::optional<Amount>& amount, const char* member, Bounds bounds);
    void check_attribute();
    void check_standard();
    void check_tables();
    void check_rows(std::size_t rows, const char* member);
    void report(Refusal reason, const std::string& member, std::string detail = {});

    const Term& term_;
    std::string where_;
    std::vector<Problem>& problems_;
    const Attribute* attribute_;
};

void TermCheck::report(Refusal reason, const std::string& member, std::string detail) {
    problems_.push_back({reason, where_ + "/" + member, std::move(detail)});
}

void TermCheck::check_text(const std::optional<std::string>& text, const char* member) {
    if (!text) return;
    if (text->empty()) report(Refusal::text_empty, member);
    if (!is_utf8(*text)) return report(Refusal::text_not_utf8, member);
    if (letters(*text) > longest_term_text)
        report(Refusal::text_too_long, member, std::to_string(longest_term_text));
}

void TermCheck::check_texts() {
    check_text(term_.index, "index");
    check_text(term_.attribute, "attribute");
    check_text(term_.standard, "standard");
    check_text(term_.point, "point");
    check_text(term_.certificate, "certificate");
}

template <class Amount>
void TermCheck::check_amount(const std::optional<Amount>& amount, const char* member,
                             Bounds bounds) {
    if (amount && (amount->millionths < bounds.least || amount->millionths > bounds.most))
        report(Refusal::out_of_range, member, print(*amount));
}

void TermCheck::check_amounts() {
    // A tariff may start below zero and add components (A + B - C); a limit may not.
    const bool limit = term_.kind == TermKind::floor || term_.kind == TermKind::ceiling;
    check_amount(term_.price, "price", limit ? not_negative : any_amount);
    check_amount(term_.factor, "factor", positive);
    check_amount(term_.differential, "differential", any_amount);
    check_amount(term_.rate, "rate", term_.kind == TermKind::premium ? not_negative : any_amount);
    check_amount(term_.density, "density", Bounds{1, largest_density});
}

void TermCheck::check_attribute() {
    if (term_.attribute && attribute_ == nullptr)
        report(Refusal::unknown_attribute, "attribute", *term_.attribute);
    if (attribute_ == nullptr) return;
    // A percentage of the mass makes kilograms; grades are whole; no root is of a negative.
    const auto& unit = attribute_->unit;
    if (term_.kind == TermKind::component && !unit.empty() && !unit.starts_with('%'))
        report(Refusal::wrong_type, "attribute", unit);
    if (term_.kind == TermKind::grade && attribute_->decimals != 0)
        report(Refusal::too_many_decimals, "attribute");
    if (term_.statistic == Statistic::geometric_mean && attribute_->least < 0)
        report(Refusal::out_of_range, "statistic", std::to_string(attribute_->least));
}

void TermCheck::check_standard() {
    if (attribute_ == nullptr) return;
    auto scale = TableScale::of(*attribute_);
    auto point_scale = scale;
    point_scale.least = 1;
    if (term_.kind == TermKind::grade)
        scale = {.places = 0, .least = attribute_->least, .most = attribute_->most};
    const auto parse = [&](const std::optional<std::string>& text, const char* member,
                           const TableScale& on) {
        if (!text) return;
        const auto value = parse_on_scale(*text, on);
        if (!value) report(value.error().reason(), member, *text);
    };
    parse(term_.standard, "standard", scale);
    parse(term_.point, "point", point_scale);
}

void TermCheck::check_rows(std::size_t rows, const char* member) {
    if (rows == 0) report(Refusal::term_incomplete, member);
    if (rows > most_rows) report(Refusal::out_of_range, member, std::to_string(most_rows));
}

void TermCheck::check_tables() {
    const auto rate = [&](Price price, const std::string& row) {
        if (price.millionths < any_amount.least || price.millionths > any_amount.most)
            report(Refusal::out_of_range, row + "/rate", print(price));
    };
    if (term_.bands) {
        check_rows(term_.bands->size(), "bands");
        for (std::size_t i = 0; i < term_.bands->size(); ++i) {
            const auto row = "bands/" + std::to_string(i);
            const auto& band = (*term_.bands)[i];
            check_text(band.from, (row + "/from").c_str());
            check_text(band.to, (row + "/to").c_str());
            rate(band.rate, row);
        }
        const bool over_volume = term_.volume.has_value();
        if (over_volume || attribute_ != nullptr)
            check_bands(*term_.bands,
                        over_volume ? TableScale::of_volume() : TableScale::of(*attribute_),
                        where_ + "/bands", problems_);
    }
    if (term_.grades) {
        check_rows(term_.grades->size(), "grades");
        for (std::size_t i = 0; i < term_.grades->size(); ++i)
            rate((*term_.grades)[i].rate, "grades/" + std::to_string(i));
        if (attribute_ != nullptr)
            check_grades(*term_.grades, *attribute_, where_ + "/grades", problems_);
    }
}

void TermCheck::check() {
    check_members(term_, where_, problems_);
    check_texts();
    check_amounts();
    check_attribute();
    check_standard();
    check_tables();
}

// The lowest ceiling must leave room for the highest floor, wherever they stand.
void check_limits(const std::vector<Term>& terms, std::vector<Problem>& problems) {
    std::optional<Price> lowest;
    for (const auto& term : terms)
        if (term.kind == TermKind::ceiling && term.price && (!lowest || *term.price < *lowest))
            lowest = term.price;
    for (std::size_t i = 0; i < terms.size(); ++i)
        if (terms[i].kind == TermKind::floor && terms[i].price && lowest &&
            *lowest < *terms[i].price)
            problems.push_back({Refusal::floor_above_ceiling,
                                "/terms/" + std::to_string(i) + "/price", print(*lowest)});
}

}  // namespace

std::vector<Problem> check_terms(const PriceTerms& terms,
                                 const std::vector<Attribute>& attributes) {
    std::vector<Problem> problems;
    if (terms.currency.is_none()) problems.push_back({Refusal::currency_missing, "/currency", {}});
    if (std::ranges::find(terms.terms, TermKind::base, &Term::kind) == terms.terms.end())
        problems.push_back({Refusal::terms_empty, "/terms", {}});
    else if (terms.terms.front().kind != TermKind::base)
        problems.push_back({Refusal::terms_empty, "/terms/0/kind",
                            std::string(name_of(terms.terms.front().kind))});
    if (terms.terms.size() > most_terms) {
        problems.push_back({Refusal::out_of_range, "/terms", std::to_string(most_terms)});
        return problems;
    }
    for (std::size_t i = 0; i < terms.terms.size(); ++i)
        TermCheck(terms.terms[i], "/terms/" + std::to_string(i), attributes, problems).check();
    check_limits(terms.terms, problems);
    return problems;
}

bool never_pays(const PriceTerms& terms) {
    Price sum;
    for (const auto& term : terms.terms) {
        if (term.kind != TermKind::base || !term.price) return false;
        sum = Price{sum.millionths + term.price->millionths};
    }
    return sum.millionths <= 0;
}

}  // namespace ayni
