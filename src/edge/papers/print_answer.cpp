#include "edge/papers/print_answer.h"

#include <map>
#include <set>
#include <utility>

#include "edge/papers/paper_dictionary.h"
#include "edge/papers/paper_text.h"
#include "kernel/decimal.h"
#include "kernel/wide.h"

namespace ayni {
namespace {

CellKind kind_of(const Shape& shape) {
    switch (shape.kind) {
        case Kind::optional: return kind_of(*shape.element);
        case Kind::integer: return CellKind::whole;
        case Kind::money: return CellKind::money;
        case Kind::scalar:
            if (shape.name == "Date") return CellKind::day;
            if (shape.name == "Quantity" || shape.name == "Price" || shape.name == "Rate")
                return CellKind::number;
            return CellKind::text;
        case Kind::boolean:
        case Kind::text:
        case Kind::choice:
        case Kind::list:
        case Kind::structure: break;
    }
    return CellKind::text;
}

std::string text_of(const Shape& shape, const Json& value, const PrintedHead& head);

std::string joined(const Shape& shape, const Json& value, const PrintedHead& head) {
    std::string text;
    if (shape.kind == Kind::list) {
        for (const auto& item : value.items)
            text += (text.empty() ? "" : ", ") + text_of(present(*shape.element), item, head);
        return text;
    }
    for (const auto& field : shape.structure()->fields)
        if (const auto* member = value.find(field.name))
            text += (text.empty() ? "" : " ") + text_of(present(*field.shape), *member, head);
    return text;
}

// "2025-07-16T15:04:05.678Z" as the organisation's clocks showed it.
std::string time_text(const std::string& text, const std::string& time_zone) {
    const auto instant = parse_instant(text);
    return instant ? instant_text({*instant, time_zone}) : text;
}

std::string text_of(const Shape& shape, const Json& value, const PrintedHead& head) {
    switch (shape.kind) {
        case Kind::boolean: return value.truth ? word_or_name("text", "yes", head.language) : "";
        case Kind::choice: return word_or_name(shape.name, value.text, head.language);
        case Kind::list:
        case Kind::structure: return joined(shape, value, head);
        case Kind::money: {
            const auto *amount = value.find("amount"), *currency = value.find("currency");
            return (amount ? amount->text : "") + " " + (currency ? currency->text : "");
        }
        case Kind::integer: return shape.name == "Id" && value.text == "0" ? "" : value.text;
        case Kind::optional: return text_of(*shape.element, value, head);
        case Kind::scalar:
            return shape.name == "Instant" ? time_text(value.text, head.time_zone) : value.text;
        case Kind::text: break;
    }
    return value.text;
}

PrintedCell money_cell(const Json& value) {
    const auto *amount = value.find("amount"), *currency = value.find("currency");
    PrintedCell cell{.kind = CellKind::money};
    if (amount) cell.text = amount->text;
    if (currency) cell.currency = Currency::of(currency->text).value_or(Currency{});
    return cell;
}

bool is_negative(const PrintedCell& cell) { return cell.text.starts_with('-'); }

bool is_zero(const PrintedCell& cell) {
    return cell.text.find_first_of("123456789") == std::string::npos;
}

// The amount on its side of the account, above zero; nothing on the other one.
PrintedCell on_side(PrintedCell cell, Side side) {
    if (side == Side::whole || cell.text.empty()) return cell;
    if (is_zero(cell) || is_negative(cell) != (side == Side::credit)) return {.kind = cell.kind};
    if (side == Side::credit) cell.text.erase(0, 1);
    return cell;
}

// Exact sums of one column, by currency; quantities have none.
class ColumnSum {
public:
    void add(const PrintedCell& cell) {
        if (cell.text.empty()) return;
        const int places = decimals_in(cell.text);
        auto& sum = sums_[cell.currency];
        auto number = parse_decimal(cell.text, places);
        if (!number) return;
        Wide value = *number;
        for (; sum.places < places; ++sum.places) sum.value *= 10;
        for (int at = places; at < sum.places; ++at) value *= 10;
        sum.value += value;
    }
    [[nodiscard]] PrintedCell cell(CellKind kind, Currency currency) const {
        const auto found = sums_.find(currency);
        if (found == sums_.end()) return {.kind = kind};
        const auto& [value, places] = found->second;
        if (value > INT64_MAX || value < INT64_MIN) return {.kind = kind};
        return {.kind = kind,
                .text = print_decimal(static_cast<std::int64_t>(value), places),
                .currency = currency};
    }
    [[nodiscard]] const auto& all() const noexcept { return sums_; }
    void clear() { sums_.clear(); }

private:
    struct Sum {
        Wide value = 0;
        int places = 0;
    };
    std::map<Currency, Sum> sums_;
};

struct Column {
    const Field* outer = nullptr;  ///< of the row
    const Field* inner = nullptr;  ///< of what the row holds
    ColumnPlan plan;
    CellKind kind = CellKind::text;
    ColumnSum sum = {};
};

class PartPrinter {
public:
    PartPrinter(const PartPlan& plan, const Description& output, const PrintedHead& head,
                TableWriter& writer)
        : plan_(plan), output_(output), head_(head), writer_(writer) {
        for (const auto& column : plan.columns) columns_.push_back(column_of(column));
    }

    Result<void> print(Json& answer, const NextRows& next) {
        writer_.part(described());
        for (const auto& rows : plan_.rows) {
            if (rows.list.empty()) {
                print_value(rows.value, answer);
                continue;
            }
            for (auto& column : columns_) column.sum.clear();
            if (!rows.heading.empty()) print_label(RowKind::heading, rows.heading);
            for (bool more = true; more;) {
                print_list(rows, answer);
                auto went_on = next(answer);
                if (!went_on) return std::unexpected(went_on.error());
                more = *went_on;
            }
            if (!rows.sum.empty()) print_sums(rows.sum);
        }
        return {};
    }

private:
    const PartPlan& plan_;
    const Description& output_;
    const PrintedHead& head_;
    TableWriter& writer_;
    std::vector<Column> columns_;
    PrintedRow row_;

    // Every list of a part has the same rows.
    [[nodiscard]] Column column_of(const ColumnPlan& plan) const {
        Column column{.plan = plan};
        for (const auto& rows : plan_.rows) {
            if (rows.list.empty()) continue;
            const auto& element = *structure_in(*field_of(output_, rows.list)->shape);
            column.outer = field_of(element, plan.field);
            if (!rows.inner.empty()) {
                const auto& inside = *structure_in(*field_of(element, rows.inner)->shape);
                column.inner = field_of(inside, plan.field);
            }
            break;
        }
        const auto* field = column.inner ? column.inner : column.outer;
        if (field) column.kind = kind_of(*field->shape);
        return column;
    }
    [[nodiscard]] PrintedPart described() const {
        PrintedPart part;
        if (!plan_.title.empty()) part.title = word_or_name("column", plan_.title, head_.language);
        for (const auto& column : columns_)
            part.columns.push_back(
                {word_or_name("column",
                              column.plan.head.empty() ? column.plan.field : column.plan.head,
                              head_.language),
                 column.kind});
        return part;
    }
    void print_list(const RowsPlan& rows, const Json& answer) {
        const auto* list = answer.find(rows.list);
        if (list == nullptr) return;
        for (const auto& element : list->items) {
            if (rows.inner.empty()) {
                print_line(element, nullptr);
                continue;
            }
            const auto* inside = element.find(rows.inner);
            if (inside == nullptr) continue;
            for (const auto& item : inside->items) print_line(element, &item);
        }
    }
    void print_line(const Json& element, const Json* inside) {
        row_.kind = RowKind::line;
        row_.cells.clear();
        for (auto& column : columns_) {
            const auto* field = column.inner ? column.inner : column.outer;
            const auto* value = (column.inner ? inside : &element)->find(field->name);
            auto cell = on_side(cell_of(*field->shape, value, head_), column.plan.side);
            if (column.plan.is_summed) column.sum.add(cell);
            row_.cells.push_back(std::move(cell));
        }
        writer_.row(row_);
    }
    [[nodiscard]] PrintedRow label(RowKind kind, std::string text) const {
        PrintedRow row{.kind = kind, .cells = {}};
        row.cells.resize(columns_.size());
        row.cells.front().text = std::move(text);
        return row;
    }
    void print_label(RowKind kind, std::string_view word) {
        writer_.row(label(kind, word_or_name("column", word, head_.language)));
    }
    void print_value(std::string_view name, const Json& answer) {
        const auto* field = field_of(output_, name);
        auto row = label(RowKind::total, word_or_name("column", name, head_.language));
        row.cells.back() = cell_of(*field->shape, answer.find(name), head_);
        writer_.row(row);
    }
    // One row for each currency, the organisation's first; quantities stand in that one.
    void print_sums(std::string_view word) {
        std::set<Currency> others;
        for (const auto& column : columns_)
            for (const auto& [currency, sum] : column.sum.all())
                if (!currency.is_none() && currency != head_.currency) others.insert(currency);
        print_sum(word, head_.currency);
        for (const auto currency : others) print_sum(word, currency);
    }
    void print_sum(std::string_view word, Currency currency) {
        auto text = word_or_name("column", word, head_.language);
        if (currency != head_.currency) text += " " + std::string(currency.code());
        auto row = label(RowKind::sum, std::move(text));
        for (std::size_t i = 1; i < columns_.size(); ++i) {
            const auto& column = columns_[i];
            if (!column.plan.is_summed) continue;
            const bool is_number = column.kind == CellKind::number;
            if (is_number && currency != head_.currency) continue;
            row.cells[i] = column.sum.cell(column.kind, is_number ? Currency{} : currency);
        }
        writer_.row(row);
    }
};

void print_summary(const Description& description, const Json& answer, const PrintedHead& head,
                   std::vector<PrintedRow>& rows) {
    for (const auto& field : description.fields) {
        const auto* value = answer.find(field.name);
        const auto& shape = present(*field.shape);
        if (value == nullptr || shape.kind == Kind::list || field.name == "as_of") continue;
        if (shape.kind == Kind::structure) {
            print_summary(*shape.structure(), *value, head, rows);
            continue;
        }
        rows.push_back({RowKind::line,
                        {{.text = word_or_name("column", field.name, head.language)},
                         cell_of(shape, value, head)}});
    }
}

}  // namespace

PrintedCell cell_of(const Shape& shape, const Json* value, const PrintedHead& head) {
    const auto kind = kind_of(shape);
    if (value == nullptr || value->is == Json::Is::null) return {.kind = kind};
    if (kind == CellKind::money) return money_cell(*value);
    return {.kind = kind, .text = text_of(present(shape), *value, head)};
}

Result<void> print_answer(const TablePlan& plan, const Shape& output, Json answer,
                          const NextRows& next, const PrintedHead& head, TableWriter& writer) {
    const auto& description = *output.structure();
    for (const auto& part : plan.parts) {
        // What was not asked for (the accounts of a chart) has no part.
        const auto& list = part.rows.front().list;
        if (!list.empty() && answer.find(list) == nullptr) continue;
        if (auto printed = PartPrinter(part, description, head, writer).print(answer, next);
            !printed)
            return printed;
    }
    if (!plan.has_summary) return {};
    std::vector<PrintedRow> rows;
    print_summary(description, answer, head, rows);
    if (rows.empty()) return {};
    writer.part({word_or_name("text", "summary", head.language),
                 {{word_or_name("text", "summary", head.language), CellKind::text},
                  {word_or_name("column", "value", head.language), CellKind::text}}});
    for (const auto& row : rows) writer.row(row);
    return {};
}

}  // namespace ayni
