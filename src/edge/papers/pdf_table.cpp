#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "edge/papers/paper_dictionary.h"
#include "edge/papers/paper_text.h"
#include "edge/papers/pdf_pen.h"
#include "edge/papers/printed_table.h"
#include "kernel/text.h"

namespace ayni {
namespace {

constexpr double gap = 9, foot = 20;
constexpr double widest_text = 230, narrowest_text = 80;  // of a column, while there is room
constexpr auto sizes = std::to_array<double>({8, 7.5, 7, 6.5, 6, 5.5, 5});
constexpr int most_lines = 2;       // of a cell
constexpr int most_head_lines = 3;  // of the head of a column
constexpr PaperSize upright = a4, across{a4.height, a4.width};

bool is_right(CellKind kind) { return kind != CellKind::text && kind != CellKind::day; }

// As it is read on paper in the language.
std::string shown(const PrintedCell& cell, const PrintedHead& head) {
    switch (cell.kind) {
        case CellKind::day:
            if (cell.text.size() != 10 || head.language == Language::en) return cell.text;
            return fmt::format("{}/{}/{}", cell.text.substr(8, 2), cell.text.substr(5, 2),
                               cell.text.substr(0, 4));
        case CellKind::money: {
            if (cell.text.empty()) return {};
            auto amount = with_commas(cell.text);
            if (cell.currency == head.currency || cell.currency.is_none()) return amount;
            return fmt::format("{} {}", cell.currency.code(), amount);
        }
        case CellKind::number: return cell.text.empty() ? "" : with_commas(cell.text);
        case CellKind::whole:
        case CellKind::text: break;
    }
    return cell.text;
}

std::string longest_word(std::string_view text) {
    std::string_view longest;
    while (!text.empty()) {
        const auto word = text.substr(0, text.find(' '));
        if (letters(word) > letters(longest)) longest = word;
        text.remove_prefix(std::min(text.size(), word.size() + 1));
    }
    return std::string(longest);
}

struct Part {
    PrintedPart is;
    std::vector<PrintedRow> rows;
};

// Where the columns of a part stand, and in which size its text is set.
struct Columns {
    double size = 8;
    std::vector<double> left, width;
    double head_height = 0;
};

class PdfTableWriter final : public TableWriter {
public:
    explicit PdfTableWriter(const PrintedHead& head) : head_(head) {}

    void part(const PrintedPart& part) override { parts_.push_back({part, {}}); }
    void row(const PrintedRow& row) override {
        if (++rows_ > most_printed_rows) return;
        parts_.back().rows.push_back(row);
    }
    Result<std::string> finish() override {
        if (rows_ > most_printed_rows) return refuse(Refusal::csv_too_large);
        const PdfPen::About about{head_.title, head_.organisation, head_.dated};
        const PdfPen::About nothing{"", "", {}};
        // Which way the paper lies is known once everything has been measured.
        for (auto& part : parts_) make_ready(part);
        pen_ = std::make_unique<PdfPen>(upright, nothing);
        paper_ = std::ranges::all_of(parts_, [&](const Part& part) { return fits(part); }) ? upright
                                                                                           : across;
        for (const auto& part : parts_) columns_.push_back(columns_of(part));
        place_everything();
        pen_ = std::make_unique<PdfPen>(paper_, about);
        for (std::size_t page = 0; page < pages_.size(); ++page) draw_page(page);
        return pen_->finish();
    }

private:
    // A row (or, below zero, the heads of the part) with its top on a page.
    struct Placed {
        std::size_t part = 0;
        std::int64_t row = 0;
        double top = 0, height = 0;
    };
    static constexpr std::int64_t heads = -1, nothing_there = -2;

    PrintedHead head_;
    std::vector<Part> parts_;
    std::vector<Columns> columns_;
    std::size_t rows_ = 0;
    PaperSize paper_ = upright;
    std::unique_ptr<PdfPen> pen_;
    std::vector<std::vector<Placed>> pages_;

    // A column in which nothing stands takes no room, and decimals stand below each other.
    static void make_ready(Part& part) {
        auto& columns = part.is.columns;
        for (std::size_t i = columns.size(); i-- > 0;) {
            bool is_empty = !part.rows.empty();
            int decimals = 0;
            for (const auto& row : part.rows) {
                is_empty = is_empty && row.cells[i].text.empty();
                decimals = std::max(decimals, decimals_in(row.cells[i].text));
            }
            if (is_empty) columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(i));
            for (auto& row : part.rows) {
                auto& cell = row.cells[i];
                if (is_empty)
                    row.cells.erase(row.cells.begin() + static_cast<std::ptrdiff_t>(i));
                else if (cell.kind == CellKind::number && !cell.text.empty())
                    pad(cell.text, decimals);
            }
        }
    }
    static void pad(std::string& decimal, int decimals) {
        const int has = decimals_in(decimal);
        if (has == 0 && decimals > 0) decimal += '.';
        decimal.append(static_cast<std::size_t>(decimals - has), '0');
    }

    static Type type_of(RowKind kind, double size) {
        return {.size = size, .bold = kind != RowKind::line};
    }
    [[nodiscard]] double room() const { return paper_.width - 2 * a4_margin; }
    [[nodiscard]] double top_of_rows() const {
        return a4_margin + 44 + 11 * static_cast<double>(head_.about.size());
    }
    [[nodiscard]] double bottom() const { return paper_.height - a4_margin - foot; }

    // The widest cell: only texts that may be the widest are measured.
    double widest_cell(const Part& part, std::size_t column, double size) {
        double width = 0;
        std::size_t longest = 0;
        for (const auto& row : part.rows) {
            if (is_label(row, column)) continue;
            const auto text = shown(row.cells[column], head_);
            const auto length = letters(text);
            if (length * 4 < longest * 3) continue;
            longest = std::max(longest, length);
            width = std::max(width, pen_->width(text, type_of(row.kind, size)));
        }
        return width;
    }
    // What names a sum may run into the empty cells beside it.
    static bool is_label(const PrintedRow& row, std::size_t column) {
        return column == 0 && row.kind != RowKind::line && row.cells.size() > 1;
    }
    // The width that every column wants, and the least that it can do with.
    std::pair<std::vector<double>, std::vector<double>> wanted(const Part& part, double size) {
        std::vector<double> wants, needs;
        for (std::size_t i = 0; i < part.is.columns.size(); ++i) {
            const auto& column = part.is.columns[i];
            const double word = pen_->width(longest_word(column.head),
                                            {.size = size, .bold = true});
            const double cells = widest_cell(part, i, size);
            if (column.kind != CellKind::text) {
                wants.push_back(std::max(word, cells));
                needs.push_back(wants.back());
                continue;
            }
            wants.push_back(std::max(word, std::min(cells, widest_text)));
            needs.push_back(std::max(word, std::min(cells, narrowest_text)));
        }
        return {wants, needs};
    }
    static double sum_of(const std::vector<double>& widths) {
        double sum = -gap;
        for (const double width : widths) sum += width + gap;
        return sum;
    }
    bool fits(const Part& part) {
        return sum_of(wanted(part, sizes.front()).first) <= upright.width - 2 * a4_margin;
    }
    // The largest size in which no number is cut; texts give way first.
    Columns columns_of(const Part& part) {
        Columns columns;
        std::vector<double> wants, needs;
        for (const double size : sizes) {
            columns.size = size;
            std::tie(wants, needs) = wanted(part, size);
            if (sum_of(needs) <= room()) break;
        }
        stretch(part, wants, needs);
        double at = a4_margin;
        for (const double width : wants) {
            columns.left.push_back(at);
            columns.width.push_back(width);
            at += width + gap;
        }
        const Type head{.size = columns.size, .bold = true};
        for (std::size_t i = 0; i < wants.size(); ++i)
            columns.head_height = std::max(
                columns.head_height,
                pen_->paragraph_height(part.is.columns[i].head, head,
                                       {columns.width[i] + 0.5, most_head_lines}));
        return columns;
    }
    // Texts share what is there: they shrink towards what they need, or grow.
    void stretch(const Part& part, std::vector<double>& wants, const std::vector<double>& needs) {
        const double over = sum_of(wants) - room();
        double give = 0, texts = 0;
        for (std::size_t i = 0; i < wants.size(); ++i) {
            give += wants[i] - needs[i];
            if (part.is.columns[i].kind == CellKind::text) texts += wants[i];
        }
        for (std::size_t i = 0; i < wants.size(); ++i) {
            if (over > 0 && give > 0)
                wants[i] -= (wants[i] - needs[i]) * std::min(1.0, over / give);
            else if (over < 0 && texts > 0 && part.is.columns[i].kind == CellKind::text)
                wants[i] -= over * wants[i] / texts;
        }
    }

    double line_height(std::size_t part) const { return columns_[part].size * 1.75; }
    double row_height(std::size_t part, const PrintedRow& row) {
        const auto& columns = columns_[part];
        double height = line_height(part);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (row.cells[i].kind != CellKind::text || is_label(row, i)) continue;
            const auto type = type_of(row.kind, columns.size);
            if (pen_->width(row.cells[i].text, type) <= columns.width[i] + 0.5) continue;
            height = std::max(height, pen_->paragraph_height(row.cells[i].text, type,
                                                             {columns.width[i], most_lines}) +
                                          columns.size * 0.55);
        }
        return row.kind == RowKind::heading ? height + columns.size * 0.6 : height;
    }
    void place_everything() {
        double at = top_of_rows();
        pages_.emplace_back();
        for (std::size_t part = 0; part < parts_.size(); ++part) {
            if (part > 0) at += 14;
            place_part(part, at);
        }
    }
    void place_part(std::size_t part, double& at) {
        const auto& rows = parts_[part].rows;
        const double title = parts_[part].is.title.empty() ? 0 : 16;
        const double head = title + columns_[part].head_height + 6;
        const auto new_page = [&] {
            pages_.emplace_back();
            at = top_of_rows();
        };
        const auto place = [&](std::int64_t row, double height) {
            pages_.back().push_back({part, row, at, height});
            at += height;
        };
        if (at + head + 3 * line_height(part) > bottom() && !pages_.back().empty()) new_page();
        place(heads, head);
        if (rows.empty()) place(nothing_there, line_height(part));
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double height = row_height(part, rows[i]);
            // A heading stands above a line, and a sum below one.
            const bool holds_next = rows[i].kind == RowKind::heading ||
                                    (rows[i].kind == RowKind::line && i + 1 < rows.size() &&
                                     rows[i + 1].kind != RowKind::line);
            if (at + height + (holds_next ? line_height(part) * 1.5 : 0) > bottom()) {
                new_page();
                place(heads, head);
            }
            place(static_cast<std::int64_t>(i), height);
        }
    }

    void draw_page(std::size_t page) {
        draw_top();
        for (const auto& placed : pages_[page]) {
            const auto& part = parts_[placed.part];
            if (placed.row == heads)
                draw_heads(placed);
            else if (placed.row == nothing_there)
                pen_->text({a4_margin, placed.top + columns_[placed.part].size * 1.3},
                           paper_word("text", "no_rows", head_.language),
                           {.size = columns_[placed.part].size, .ink = Ink::ash});
            else
                draw_row(placed, part.rows[static_cast<std::size_t>(placed.row)]);
        }
        const Type small{.size = 7.5, .ink = Ink::ash};
        const double base = paper_.height - a4_margin + 4;
        pen_->paragraph({a4_margin, base - 8}, head_.organisation, small, {room() - 120, 1});
        pen_->text({paper_.width - a4_margin, base},
                   paper_sentence("page", head_.language, std::to_string(page + 1),
                                  std::to_string(pages_.size())),
                   small, Align::right);
        pen_->end_page();
    }
    void draw_top() {
        pen_->mark({a4_margin - 2, a4_margin - 2}, 32);
        pen_->paragraph({a4_margin + 38, a4_margin - 3}, head_.organisation,
                        {.size = 9.5, .ink = Ink::ash}, {room() - 38, 1});
        pen_->paragraph({a4_margin + 38, a4_margin + 9}, head_.title, {.size = 14, .bold = true},
                        {room() - 38, 1});
        double at = a4_margin + 28;
        for (const auto& about : head_.about) {
            pen_->paragraph({a4_margin + 38, at}, about, {.size = 8.5, .ink = Ink::ash},
                            {room() - 38, 1});
            at += 11;
        }
    }
    void draw_heads(const Placed& placed) {
        const auto& part = parts_[placed.part].is;
        const auto& columns = columns_[placed.part];
        const Type type{.size = columns.size, .bold = true};
        const double base = placed.top + placed.height - 4;
        if (!part.title.empty())
            pen_->paragraph({a4_margin, placed.top}, part.title, {.size = 10, .bold = true},
                            {room(), 1});
        for (std::size_t i = 0; i < part.columns.size(); ++i) {
            const auto& head = part.columns[i].head;
            const Measure measure{columns.width[i] + 0.5, most_head_lines};
            const double height = pen_->paragraph_height(head, type, measure);
            if (is_right(part.columns[i].kind))
                draw_right_head(head, type, columns.left[i] + columns.width[i], base - height,
                                measure);
            else
                pen_->paragraph({columns.left[i], base - height}, head, type, measure);
        }
        pen_->rule({a4_margin, base + 2}, room(), 1, Ink::ink);
    }
    // Line by line, since a paragraph is set from the left.
    void draw_right_head(std::string_view head, Type type, double right, double top,
                         Measure measure) {
        std::vector<std::string> lines(1);
        while (!head.empty()) {
            const std::string word(head.substr(0, head.find(' ')));
            head.remove_prefix(std::min(head.size(), word.size() + 1));
            const auto longer = lines.back().empty() ? word : lines.back() + " " + word;
            if (lines.back().empty() || pen_->width(longer, type) <= measure.width)
                lines.back() = longer;
            else
                lines.push_back(word);
        }
        const double height = pen_->paragraph_height("X", type, {});
        for (std::size_t i = 0; i < lines.size(); ++i)
            pen_->text({right, top + height * (static_cast<double>(i) + 0.8)}, lines[i], type,
                       Align::right);
    }
    void draw_row(const Placed& placed, const PrintedRow& row) {
        const auto& columns = columns_[placed.part];
        const auto type = type_of(row.kind, columns.size);
        const bool is_ruled = row.kind == RowKind::sum || row.kind == RowKind::total;
        const double top = row.kind == RowKind::heading ? placed.top + columns.size * 0.6
                                                        : placed.top;
        if (is_ruled) pen_->rule({a4_margin, placed.top}, room(), 0.8, Ink::ink);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const auto& cell = row.cells[i];
            const auto text = shown(cell, head_);
            if (text.empty()) continue;
            const double base = top + columns.size * 1.25,
                         right = columns.left[i] + columns.width[i];
            if (is_right(cell.kind)) {
                pen_->text({right, base}, text, type, Align::right);
            } else if (is_label(row, i)) {
                pen_->paragraph({columns.left[i], top + columns.size * 0.3}, text, type,
                                {label_room(row, columns), 1});
            } else if (pen_->width(text, type) <= columns.width[i] + 0.5) {
                pen_->text({columns.left[i], base}, text, type);
            } else {
                pen_->paragraph({columns.left[i], top + columns.size * 0.3}, text, type,
                                {columns.width[i], most_lines});
            }
        }
        if (row.kind == RowKind::line)
            pen_->rule({a4_margin, placed.top + placed.height}, room(), 0.4, Ink::thread);
    }
    // Up to the first cell that holds something.
    [[nodiscard]] double label_room(const PrintedRow& row, const Columns& columns) const {
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            if (!row.cells[i].text.empty())
                return std::max(columns.width[0], columns.left[i] - columns.left[0] - gap);
        return room();
    }
};

}  // namespace

std::unique_ptr<TableWriter> pdf_table(const PrintedHead& head) {
    return std::make_unique<PdfTableWriter>(head);
}

}  // namespace ayni
