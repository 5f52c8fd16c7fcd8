#include "edge/papers/cash_sheet_pdf.h"

#include <algorithm>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "edge/papers/paper_text.h"
#include "edge/papers/pdf_pen.h"
#include "kernel/check.h"

namespace ayni {
namespace {

constexpr double row_height = 27, rows_top = 112;
constexpr double width = a4.width - 2 * a4_margin, right = a4.width - a4_margin;
constexpr double closing_height = 92;  // totals and the two signatures under the rows
constexpr auto rows_on_sheet = static_cast<std::size_t>(
    (a4.height - a4_margin - closing_height - rows_top) / row_height);

// Where each column begins; amounts end before the column of signatures.
struct SheetColumns {
    double number = a4_margin + 18, code = a4_margin + 26, name = a4_margin + 84,
           document = a4_margin + 240;
    double document_end = a4_margin + 312, amount = a4_margin + 398, signature = a4_margin + 406;
};
constexpr SheetColumns column;

struct Sheet {
    std::span<const PaymentRow> rows;
    std::size_t first = 0;  ///< number of payments on the sheets before
    std::size_t number = 1, sheets = 1;
    Money total, running;
};

struct CashSheet {
    PdfPen* pen = nullptr;
    const PaymentListView* list = nullptr;
    const PaperWords* words = nullptr;
    Language language = Language::es;
    std::string organisation, made;
};

void draw_head(const CashSheet& paper) {
    auto& pen = *paper.pen;
    const auto& words = paper.words->payments;
    const auto& list = *paper.list;
    const Type ash{.size = 8.5, .ink = Ink::ash};
    const auto count = fmt::format("{} {}", list.payments.size(),
                                   list.payments.size() == 1 ? words.payment : words.payments);
    pen.mark({a4_margin - 2, a4_margin - 2}, 32);
    const auto period = period_text({list.first, list.last}, paper.language);
    pen.paragraph({a4_margin + 38, a4_margin - 3}, paper.organisation,
                  {.size = 9.5, .ink = Ink::ash}, {width - 38 - pen.width(period, ash) - 16, 1});
    pen.text({a4_margin + 38, a4_margin + 24}, words.title, {.size = 14, .bold = true});
    pen.text({right, a4_margin + 6}, period, ash, Align::right);
    pen.text({right, a4_margin + 24}, money_text(list.total), {.size = 14, .bold = true},
             Align::right);
    pen.text({a4_margin + 38, a4_margin + 38}, count, ash);
    pen.text({right, a4_margin + 38}, fmt::format("{}  ____ / ____ / ________", words.pay_date),
             ash, Align::right);

    const double base = rows_top - 6;
    const Type title{.size = 8, .bold = true};
    pen.text({column.number, base}, words.number, title, Align::right);
    pen.text({column.code, base}, words.code, title);
    pen.text({column.name, base}, words.name, title);
    pen.text({column.document + 4, base}, words.document, title);
    pen.text({column.amount, base},
             fmt::format("{} {}", words.amount, currency_symbol(list.total.currency)), title,
             Align::right);
    pen.text({column.signature + 4, base}, words.signature, title);
    pen.rule({a4_margin, rows_top}, width, 1, Ink::ink);
}

void draw_row(const CashSheet& paper, const PaymentRow& row, std::size_t number, double top) {
    auto& pen = *paper.pen;
    const double base = top + 17;
    const double code_width = column.name - column.code - 6;
    const Measure name{column.document - column.name - 8, 2};
    const Type type{.size = 9};
    pen.text({column.number, base - 1}, std::to_string(number), {.size = 8, .ink = Ink::ash},
             Align::right);
    pen.paragraph({column.code, top + 3.5}, row.supplier, type, {code_width, 1});
    pen.paragraph({column.code, top + 14.5}, row.reference, {.size = 7, .ink = Ink::ash},
                  {code_width, 1});
    const double name_height = pen.paragraph_height(row.name, type, name);
    pen.paragraph({column.name, top + (row_height - name_height) / 2}, row.name, type, name);
    Type amount{.size = 11, .bold = true};
    const auto text = amount_text(row.amount);
    const double room = column.amount - column.document_end - 6;
    amount.size *= std::min(1.0, room / pen.width(text, amount));
    pen.text({column.amount, base}, text, amount, Align::right);
    pen.rule({a4_margin, top + row_height}, width, 0.5, Ink::thread);
}

void draw_total(const CashSheet& paper, std::string_view label, Money amount, double base,
                double size) {
    const Type type{.size = size, .bold = true};
    paper.pen->text({column.document - 8, base}, label, type, Align::right);
    paper.pen->text({column.amount, base}, money_text(amount), type, Align::right);
}

void draw_foot(const CashSheet& paper, const Sheet& sheet) {
    auto& pen = *paper.pen;
    const auto& words = paper.words->payments;
    const double top = rows_top + row_height * static_cast<double>(sheet.rows.size());
    // The cells to write in: a document's number, a name or a thumb.
    for (const double x : {column.document, column.document_end, column.signature, right})
        pen.fill({x - 0.25, rows_top, 0.5, top - rows_top}, Ink::thread);
    pen.rule({a4_margin, top}, width, 1, Ink::ink);
    const bool is_last = sheet.number == sheet.sheets;
    const double under = sheet.sheets > 1 ? top + 14 : top;
    if (sheet.sheets > 1) draw_total(paper, words.sheet_total, sheet.total, under, 9);
    if (is_last)
        draw_total(paper, words.grand_total, sheet.running, under + 17, 11);
    else
        draw_total(paper, words.running_total, sheet.running, under + 15, 9);

    const double base = a4.height - a4_margin;
    const Type small{.size = 7.5, .ink = Ink::ash};
    pen.rule({a4_margin, base - 24}, 190, 0.6, Ink::ink);
    pen.text({a4_margin, base - 15}, words.paid_by, small);
    pen.rule({right - 190, base - 24}, 190, 0.6, Ink::ink);
    pen.text({right - 190, base - 15}, words.checked_by, small);
    pen.text({a4_margin, base}, paper.made, small);
    pen.text({right, base}, sheet_text(sheet.number, sheet.sheets, paper.language), small,
             Align::right);
}

std::vector<Sheet> sheets_of(const PaymentListView& list) {
    const std::span<const PaymentRow> rows(list.payments);
    const auto sheets = std::max<std::size_t>(1, (rows.size() + rows_on_sheet - 1) / rows_on_sheet);
    std::vector<Sheet> result;
    Money running{0, list.total.currency};
    for (std::size_t i = 0; i < sheets; ++i) {
        const auto first = i * rows_on_sheet;
        Sheet sheet{.rows = rows.subspan(first, std::min(rows_on_sheet, rows.size() - first)),
                    .first = first,
                    .number = i + 1,
                    .sheets = sheets,
                    .total = {0, list.total.currency},
                    .running = running};
        for (const auto& row : sheet.rows) sheet.total += row.amount;
        running += sheet.total;
        sheet.running = running;
        result.push_back(sheet);
    }
    CHECK(running == list.total);  // The control sum is ours to give.
    return result;
}

}  // namespace

std::string cash_sheet_pdf(const PaymentListView& list, std::string_view organisation,
                           Language language, const PaperTime& made_at) {
    const auto& words = paper_words(language);
    PdfPen pen(a4, {.title = words.payments.title, .author = organisation, .made_at = made_at.at});
    const CashSheet paper{.pen = &pen,
                          .list = &list,
                          .words = &words,
                          .language = language,
                          .organisation = std::string(organisation),
                          .made = fmt::format("{} {}", words.made_at, instant_text(made_at))};
    for (const auto& sheet : sheets_of(list)) {
        draw_head(paper);
        for (std::size_t i = 0; i < sheet.rows.size(); ++i)
            draw_row(paper, sheet.rows[i], sheet.first + i + 1,
                     rows_top + row_height * static_cast<double>(i));
        draw_foot(paper, sheet);
        pen.end_page();
    }
    return pen.finish();
}

}  // namespace ayni
