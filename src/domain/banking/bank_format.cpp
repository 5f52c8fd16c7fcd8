#include "domain/banking/bank_format.h"

#include <algorithm>
#include <array>
#include <span>

#include "kernel/text.h"

namespace ayni {
namespace {

using enum BankValue;

constexpr auto of_payment = std::to_array({reference, name, account, bank, amount, currency, day,
                                           purpose, payer, payer_account, tax_number, message,
                                           count, total, sequence, literal, blank});
constexpr auto of_ends = std::to_array(
    {currency, day, payer, payer_account, tax_number, message, count, total, literal, blank, bank});
constexpr auto of_result = std::to_array({reference, status, reason, fee, day});
constexpr auto of_statement = std::to_array({day, value_day, amount, debit, credit, balance,
                                             reference, bank_reference, name, account, text});
constexpr auto that_may_be_cut = std::to_array({name, purpose, payer});

bool is_among(std::span<const BankValue> all, BankValue one) {
    return std::ranges::find(all, one) != all.end();
}

bool has(const FormatDescription& description, BankValue value) {
    return std::ranges::any_of(description.fields,
                               [&](const FormatField& field) { return field.value == value; });
}

Result<void> incomplete(std::string where, BankValue value) {
    return refuse(Refusal::format_incomplete, std::move(where), std::string(name_of(value)));
}

bool is_one_letter(const std::optional<std::string>& text) {
    return !text || (text->size() == 1 && static_cast<unsigned char>(text->front()) < 0x80);
}

std::span<const BankValue> values_of(FormatKind kind) {
    if (kind == FormatKind::result_csv) return of_result;
    if (kind == FormatKind::statement_csv) return of_statement;
    return of_payment;
}

class FieldCheck {
public:
    FieldCheck(FormatKind kind, std::span<const BankValue> allowed, bool needs_title)
        : is_fixed_(kind == FormatKind::payments_fixed),
          allowed_(allowed),
          needs_title_(needs_title) {}

    [[nodiscard]] Result<void> check(const FormatField& field, const std::string& where) const {
        if (!is_among(allowed_, field.value))
            return refuse(Refusal::not_a_choice, where + "/value",
                          std::string(name_of(field.value)));
        if (needs_title_ && !field.title) return incomplete(where + "/title", field.value);
        if (is_fixed_ && !field.width) return incomplete(where + "/width", field.value);
        constexpr int widest = 500, most_decimals = 6;
        if (field.width && (*field.width < 1 || *field.width > widest))
            return refuse(Refusal::out_of_range, where + "/width");
        if (field.decimals && (*field.decimals < 0 || *field.decimals > most_decimals))
            return refuse(Refusal::out_of_range, where + "/decimals");
        if (!is_one_letter(field.fill)) return refuse(Refusal::out_of_range, where + "/fill");
        if (field.may_be_cut.value_or(false) && !is_among(that_may_be_cut, field.value))
            return refuse(Refusal::not_a_choice, where + "/may_be_cut",
                          std::string(name_of(field.value)));
        return check_literal(field, where + "/literal");
    }

private:
    bool is_fixed_;
    std::span<const BankValue> allowed_;
    bool needs_title_;

    [[nodiscard]] static Result<void> check_literal(const FormatField& field,
                                                    const std::string& where) {
        if (field.value != literal) return {};
        if (!field.literal) return incomplete(where, field.value);
        if (field.width && letters(*field.literal) > static_cast<std::size_t>(*field.width))
            return refuse(Refusal::value_does_not_fit, where, *field.literal);
        return {};
    }
};

Result<void> check_fields(const FieldCheck& check, const std::vector<FormatField>& fields,
                          const std::string& where) {
    if (fields.empty()) return refuse(Refusal::format_incomplete, where);
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (auto sound = check.check(fields[i], where + "/" + std::to_string(i)); !sound)
            return sound;
    return {};
}

// What is read stands in one column each.
Result<void> check_columns(const FormatDescription& description) {
    for (std::size_t i = 0; i < description.fields.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (description.fields[i].value == description.fields[j].value)
                return refuse(Refusal::reference_repeated,
                              "/description/fields/" + std::to_string(i) + "/value",
                              std::string(name_of(description.fields[i].value)));
    return {};
}

Result<void> check_needed(FormatKind kind, const FormatDescription& description) {
    const std::string where = "/description/fields";
    const auto needs = [&](std::initializer_list<BankValue> all) -> Result<void> {
        for (const auto value : all)
            if (!has(description, value)) return incomplete(where, value);
        return {};
    };
    if (kind == FormatKind::statement_csv) {
        if (auto there = needs({day}); !there) return there;
        if (!has(description, amount)) return needs({debit, credit});
        return {};
    }
    if (kind == FormatKind::result_csv) {
        if (!description.statuses || description.statuses->empty())
            return refuse(Refusal::format_incomplete, "/description/statuses");
        return needs({reference, status});
    }
    return needs({reference, account, amount});
}

Result<void> check_statuses(const FormatDescription& description) {
    if (!description.statuses) return {};
    for (std::size_t i = 0; i < description.statuses->size(); ++i) {
        const auto state = (*description.statuses)[i].state;
        if (state != PaymentState::unknown && state != PaymentState::paid &&
            state != PaymentState::refused && state != PaymentState::returned)
            return refuse(Refusal::not_a_choice,
                          "/description/statuses/" + std::to_string(i) + "/state",
                          std::string(name_of(state)));
    }
    return {};
}

}  // namespace

bool is_number(BankValue value) noexcept {
    return value == amount || value == count || value == total || value == sequence ||
           value == fee || value == debit || value == credit || value == balance;
}

Result<void> check_format(FormatKind kind, const FormatDescription& description) {
    const bool is_read = kind == FormatKind::result_csv || kind == FormatKind::statement_csv;
    const bool has_titles = is_read || (kind == FormatKind::payments_csv &&
                                        description.titles.value_or(false));
    const FieldCheck check(kind, values_of(kind), has_titles);
    if (auto sound = check_fields(check, description.fields, "/description/fields"); !sound)
        return sound;
    const FieldCheck ends(kind, of_ends, false);
    for (const auto& [record, where] : {std::pair{&description.header, "/description/header"},
                                        std::pair{&description.trailer, "/description/trailer"}}) {
        if (!*record) continue;
        if (is_read) return refuse(Refusal::not_a_choice, where);
        if (auto sound = check_fields(ends, **record, where); !sound) return sound;
    }
    if (!is_one_letter(description.delimiter))
        return refuse(Refusal::out_of_range, "/description/delimiter");
    if (!is_one_letter(description.decimal_mark))
        return refuse(Refusal::out_of_range, "/description/decimal_mark");
    if (auto sound = check_statuses(description); !sound) return sound;
    if (is_read)
        if (auto sound = check_columns(description); !sound) return sound;
    return check_needed(kind, description);
}

std::string print_day(Date day, DayStyle style) {
    const auto text = print(day);  // 2025-03-01
    const auto year = text.substr(0, 4), month = text.substr(5, 2), of_month = text.substr(8, 2);
    switch (style) {
        case DayStyle::year_first: return text;
        case DayStyle::year_first_plain: return year + month + of_month;
        case DayStyle::day_first_slashed: return of_month + "/" + month + "/" + year;
        case DayStyle::day_first_plain: return of_month + month + year;
    }
    return text;
}

Result<Date> read_day(std::string_view text, DayStyle style) {
    constexpr std::size_t plain_letters = 8, long_letters = 10;
    const bool is_plain = style == DayStyle::year_first_plain || style == DayStyle::day_first_plain;
    if (text.size() != (is_plain ? plain_letters : long_letters))
        return refuse(Refusal::not_a_date);
    const auto written = [&](std::size_t year, std::size_t month, std::size_t day) {
        return parse_date(std::string(text.substr(year, 4)) + "-" +
                          std::string(text.substr(month, 2)) + "-" +
                          std::string(text.substr(day, 2)));
    };
    const auto read = style == DayStyle::year_first_plain    ? written(0, 4, 6)
                      : style == DayStyle::day_first_plain   ? written(4, 2, 0)
                      : style == DayStyle::day_first_slashed ? written(6, 3, 0)
                                                             : parse_date(text);
    if (!read || print_day(*read, style) != text) return refuse(Refusal::not_a_date);
    return read;
}

}  // namespace ayni
