#include <algorithm>
#include <array>
#include <memory>
#include <tuple>

#include <fmt/format.h>

#include "edge/papers/statement_pieces.h"

namespace ayni {
namespace {

constexpr double least_gap = 6.5, half_gap = 18;
constexpr std::size_t column_count = 6;  // day, morning and its price, evening and its price, value
using Cells = std::array<std::string, column_count>;

struct Table {
    Cells titles;
    std::vector<Cells> rows;
    std::array<double, column_count> widths{};  ///< 0: nothing stands in that column
    double size = 0;                            ///< of the type
    double gap = least_gap;                     ///< between columns

    [[nodiscard]] double row_height() const { return size * 1.32; }
    [[nodiscard]] double width() const {
        double sum = -gap;
        for (const double width : widths) sum += width > 0 ? width + gap : 0;
        return sum;
    }
    // Widens the gaps, up to three times, towards `space`; narrows the type where it must.
    void fit(double space) {
        const auto used = widths.size() - static_cast<std::size_t>(std::ranges::count(widths, 0.0));
        if (used > 1) {
            const double more = (space - width()) / static_cast<double>(used - 1);
            gap += std::clamp(more, 0.0, 2 * least_gap);
        }
        if (width() <= space) return;
        const double scale = space / width();
        size *= scale;
        gap *= scale;
        for (double& width : widths) width *= scale;
    }
};

// One figure beside the other: all of a column have the same decimals.
struct Decimals {
    int quantity = 1, price = 2;
};

Decimals decimals_in(const StatementView& statement) {
    Decimals decimals;
    for (const auto& delivery : statement.priced) {
        decimals.quantity = std::max(decimals.quantity, decimals_of(delivery.quantity, 1));
        decimals.price = std::max(decimals.price, decimals_of(delivery.price, 2));
    }
    return decimals;
}

std::string day_text(Date day, bool with_month) {
    const auto [year, month, number] = civil(day);
    return with_month ? fmt::format("{}/{}", number, month) : fmt::format("{}", number);
}

// Rows of a day: the first morning beside the first evening, a second can on a row of its own.
std::vector<Cells> rows_of(const StatementView& statement) {
    const auto decimals = decimals_in(statement);
    const auto first = civil(statement.first), last = civil(statement.last);
    const bool with_month = first.month != last.month || first.year != last.year;
    std::vector<const PricedDelivery*> deliveries;
    for (const auto& delivery : statement.priced) deliveries.push_back(&delivery);
    std::ranges::sort(deliveries, {}, [](const PricedDelivery* delivery) {
        return std::tuple(delivery->day, delivery->shift, delivery->source, delivery->sequence);
    });

    std::vector<Cells> rows;
    std::vector<Money> values;
    std::array<std::size_t, 2> next{};  // by shift, the row that takes the day's next can
    const PricedDelivery* before = nullptr;
    for (const auto* delivery : deliveries) {
        if (before == nullptr || before->day != delivery->day) next = {rows.size(), rows.size()};
        before = delivery;
        const auto shift = static_cast<std::size_t>(delivery->shift);
        const auto place = next[shift]++;
        if (place == rows.size()) {
            rows.push_back({day_text(delivery->day, with_month)});
            values.emplace_back(0, delivery->value.currency);
        }
        rows[place][1 + 2 * shift] = quantity_text(delivery->quantity, decimals.quantity);
        rows[place][2 + 2 * shift] = price_text(delivery->price, decimals.price);
        values[place] += delivery->value;
        rows[place][5] = amount_text(values[place]);
    }
    return rows;
}

Table table_of(const StatementPaper& paper) {
    const auto& words = paper.words->statement;
    const auto text = [](std::string_view word) { return std::string(word); };
    Table table{.titles = {text(words.day), text(words.morning), text(words.price),
                           text(words.evening), text(words.price), text(words.value)},
                .rows = rows_of(*paper.statement),
                .size = paper.density.table};
    for (std::size_t column = 0; column < column_count; ++column) {
        double& width = table.widths[column];
        for (const auto& row : table.rows)
            width = std::max(width, paper.pen->width(row[column], {.size = table.size}));
        if (width <= 0) continue;
        width = std::max(width, paper.pen->width(table.titles[column], {.size = table.size}));
    }
    return table;
}

// Cells of a row, right-aligned from `x` on; `base` is the baseline.
void draw_row(const StatementPaper& paper, const Table& table, const Cells& cells, Spot at,
              Ink ink) {
    for (std::size_t column = 0; column < column_count; ++column) {
        if (table.widths[column] <= 0) continue;
        at.x += table.widths[column];
        const bool is_secondary = column == 0 || column == 2 || column == 4;
        const Type type{.size = table.size, .ink = is_secondary ? Ink::ash : ink};
        if (!cells[column].empty()) paper.pen->text(at, cells[column], type, Align::right);
        at.x += table.gap;
    }
}

// Half of the table beside the other half, where both fit: a fortnight then stays on its page.
Piece halves_piece(const StatementPaper& paper, const std::shared_ptr<const Table>& table) {
    const auto half = (table->rows.size() + 1) / 2;
    const double height = table->row_height();
    return {height * static_cast<double>(half), [=, &paper](double top) {
                for (std::size_t i = 0; i < table->rows.size(); ++i) {
                    const bool is_left = i < half;
                    const double x = is_left ? paper.left : paper.right() - table->width();
                    const double line = static_cast<double>(is_left ? i : i - half);
                    draw_row(paper, *table, table->rows[i], {x, top + height * line + table->size},
                             Ink::ink);
                }
            }};
}

Piece heading_piece(const StatementPaper& paper, const std::shared_ptr<const Table>& table,
                    bool in_halves) {
    const auto& words = paper.words->statement;
    const Type title{.size = paper.density.label + 1.4, .bold = true};
    const double title_height = title.size + 9;
    const auto unit = fmt::format("{} · {} {} {}", paper.statement->unit,
                                  currency_symbol(paper.statement->net.currency), words.per,
                                  paper.statement->unit);
    return {title_height + table->size + 6, [=, &paper, &words](double top) {
                const double base = top + 5 + title.size;
                paper.pen->text({paper.left, base}, words.each_delivery, title);
                const double used = paper.pen->width(words.each_delivery, title) + 10;
                paper.pen->paragraph({paper.left + used, base - paper.density.detail * 0.928}, unit,
                                     {.size = paper.density.detail, .ink = Ink::ash},
                                     {paper.width - used, 1});
                const double titles = top + title_height + table->size;
                for (const double x : {paper.left, paper.right() - table->width()}) {
                    draw_row(paper, *table, table->titles, {x, titles}, Ink::ash);
                    paper.pen->rule({x, titles + 2.6}, table->width(), 0.4, Ink::thread);
                    if (!in_halves) break;
                }
            }};
}

}  // namespace

Section deliveries_section(const StatementPaper& paper) {
    constexpr std::size_t most_in_halves = 34;
    const auto table = std::make_shared<Table>(table_of(paper));
    if (table->rows.empty()) return {};
    const bool in_halves = 2 * table->width() + half_gap <= paper.width && table->rows.size() > 4 &&
                           table->rows.size() <= most_in_halves;
    table->fit(in_halves ? (paper.width - half_gap) / 2 : paper.width);
    Section section{.heading = heading_piece(paper, table, in_halves), .pieces = {}};
    if (in_halves) {
        section.pieces.push_back(halves_piece(paper, table));
        return section;
    }
    for (std::size_t i = 0; i < table->rows.size(); ++i)
        section.pieces.push_back(
            {table->row_height(), [=, &paper](double top) {
                 draw_row(paper, *table, table->rows[i], {paper.left, top + table->size}, Ink::ink);
             }});
    return section;
}

}  // namespace ayni
