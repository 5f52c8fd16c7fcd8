#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <map>
#include <tuple>

#include <unistd.h>
#include <xlsxwriter.h>

#include "edge/console.h"
#include "edge/papers/paper_dictionary.h"
#include "edge/papers/paper_text.h"
#include "edge/papers/printed_table.h"
#include "kernel/text.h"

namespace ayni {
namespace {

constexpr std::int64_t most_rows = 1'048'576;  // of a sheet
constexpr std::size_t longest_cell = 32'000;   // bytes; Excel takes 32,767 letters
constexpr std::size_t exact_digits = 15;       // of a number in a sheet, which is binary
constexpr int widest = 48, narrowest = 8;      // columns, in letters
constexpr std::string_view first_exact_day = "1900-03-01";  // before it Excel has a day too many

// A file for the library to write to, which nobody else may read; it goes with this value.
class ScratchFile {
public:
    ScratchFile() {
        path_ = (std::filesystem::temp_directory_path() / "ayni_table_XXXXXX").string();
        const int file = mkstemp(path_.data());
        if (file >= 0) close(file);
    }
    ~ScratchFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    [[nodiscard]] const std::string& path() const noexcept { return path_; }

private:
    std::string path_;
};

bool is_hex(std::string_view text) {
    return text.find_first_not_of("0123456789abcdefABCDEF") == text.npos;
}

// XML has no control characters, and a sheet takes "_x0041_" for the letter A.
std::string sheet_text(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool is_nonchar = text.substr(i).starts_with("\xEF\xBF\xBE") ||
                                text.substr(i).starts_with("\xEF\xBF\xBF");
        if ((byte < 0x20 && byte != '\t' && byte != '\n') || byte == 0x7F) {
            out += "\xEF\xBF\xBD";
        } else if (is_nonchar) {
            out += "\xEF\xBF\xBD";
            i += 2;
        } else {
            if (text.substr(i).starts_with("_x") && text.size() > i + 6 && text[i + 6] == '_' &&
                is_hex(text.substr(i + 2, 4)))
                out += "_x005F";
            out += text[i];
        }
    }
    return std::string(start_of(out, longest_cell));
}

std::size_t digits_in(std::string_view decimal) {
    std::size_t digits = 0;
    for (const char sign : decimal) digits += sign >= '0' && sign <= '9' ? 1U : 0U;
    return digits;
}

class XlsxTableWriter final : public TableWriter {
public:
    explicit XlsxTableWriter(const PrintedHead& head) : head_(head) {
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        book_ = workbook_new_opt(file_.path().c_str(), &options);
        auto title = sheet_text(head.title), author = sheet_text(head.organisation);
        lxw_doc_properties about{};
        about.title = title.data();
        about.author = author.data();
        about.created = static_cast<std::time_t>(head.dated.milliseconds / 1000);
        workbook_set_properties(book_, &about);
    }
    ~XlsxTableWriter() override {
        if (book_ != nullptr) static_cast<void>(workbook_close(book_));
    }
    XlsxTableWriter(const XlsxTableWriter&) = delete;
    XlsxTableWriter& operator=(const XlsxTableWriter&) = delete;

    void part(const PrintedPart& part) override {
        end_sheet();
        sheet_ = workbook_add_worksheet(book_, sheet_name(part).c_str());
        widths_.assign(part.columns.size(), narrowest);
        row_ = 0;
        write_head(part);
        auto* const header = format({.bold = true, .is_header = true});
        for (std::size_t i = 0; i < part.columns.size(); ++i) {
            const auto& column = part.columns[i];
            const auto text = sheet_text(column.head);
            const bool is_right = column.kind != CellKind::text && column.kind != CellKind::day;
            auto* const style = is_right
                                    ? format({.bold = true, .is_header = true, .is_right = true})
                                    : header;
            worksheet_write_string(sheet_, at(row_), static_cast<lxw_col_t>(i), text.c_str(),
                                   style);
            widen(i, text);
        }
        const auto last = static_cast<lxw_col_t>(part.columns.empty() ? 0
                                                                      : part.columns.size() - 1);
        worksheet_repeat_rows(sheet_, at(row_), at(row_));
        worksheet_freeze_panes(sheet_, at(row_ + 1), 0);
        worksheet_set_paper(sheet_, 9);  // A4
        if (last > 5) worksheet_set_landscape(sheet_);
        worksheet_fit_to_pages(sheet_, 1, 0);
        const auto footer = "&L" + sheet_text(head_.organisation).substr(0, 80) + "&R" +
                            std::string(paper_word("text", "page_code", head_.language));
        worksheet_set_footer(sheet_, footer.c_str());
        ++row_;
    }
    void row(const PrintedRow& row) override {
        if (row_ >= most_rows) is_too_long_ = true;
        if (is_too_long_) return;
        for (std::size_t i = 0; i < row.cells.size(); ++i) write(row.kind, i, row.cells[i]);
        ++row_;
    }
    Result<std::string> finish() override {
        end_sheet();
        const auto failed = workbook_close(std::exchange(book_, nullptr));
        if (is_too_long_) return refuse(Refusal::csv_too_large);
        if (failed != LXW_NO_ERROR) return refuse(Refusal::disk_full);
        return read_file(file_.path());
    }

private:
    struct Style {
        std::string number = {};
        bool bold = false, is_header = false, is_right = false, is_ruled = false;
        auto operator<=>(const Style&) const = default;
    };

    PrintedHead head_;
    ScratchFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    std::map<Style, lxw_format*> formats_;
    std::vector<std::size_t> widths_;
    std::map<std::string, int> names_;
    std::int64_t row_ = 0;
    bool is_too_long_ = false;

    static lxw_row_t at(std::int64_t row) { return static_cast<lxw_row_t>(row); }

    lxw_format* format(const Style& style) {
        auto& made = formats_[style];
        if (made != nullptr) return made;
        made = workbook_add_format(book_);
        if (!style.number.empty()) format_set_num_format(made, style.number.c_str());
        if (style.bold) format_set_bold(made);
        if (style.is_header) {
            format_set_bottom(made, LXW_BORDER_THIN);
            format_set_text_wrap(made);
            format_set_align(made, LXW_ALIGN_VERTICAL_BOTTOM);
        }
        if (style.is_right) format_set_align(made, LXW_ALIGN_RIGHT);
        if (style.is_ruled) format_set_top(made, LXW_BORDER_THIN);
        return made;
    }
    // Names of sheets are short, without some signs, and all different.
    std::string sheet_name(const PrintedPart& part) {
        std::string name;
        for (const char sign : part.title.empty() ? head_.title : part.title)
            name += std::string_view("[]:*?/\\'").find(sign) == std::string_view::npos ? sign : ' ';
        while (letters(name) > 28) name = start_of(name, name.size() - 1);
        if (const int same = names_[name]++; same > 0) name += " " + std::to_string(same + 1);
        return name;
    }
    void write_head(const PrintedPart& part) {
        const auto line = [&](const std::string& text, bool bold) {
            if (text.empty()) return;
            worksheet_write_string(sheet_, at(row_++), 0, sheet_text(text).c_str(),
                                   format({.bold = bold}));
        };
        line(head_.organisation, false);
        line(head_.title, true);
        for (const auto& about : head_.about) line(about, false);
        line(part.title, true);
        ++row_;
    }
    void widen(std::size_t column, std::string_view text) {
        widths_[column] = std::min<std::size_t>(
            widest, std::max<std::size_t>(widths_[column], letters(text) + 2));
    }
    void end_sheet() {
        if (sheet_ == nullptr) return;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const auto column = static_cast<lxw_col_t>(i);
            worksheet_set_column(sheet_, column, column, static_cast<double>(widths_[i]), nullptr);
        }
        sheet_ = nullptr;
    }
    [[nodiscard]] std::string number_format(const PrintedCell& cell) const {
        std::string code = cell.kind == CellKind::whole ? "0" : "#,##0";
        if (const int places = decimals_in(cell.text); places > 0)
            code += "." + std::string(static_cast<std::size_t>(places), '0');
        if (cell.kind == CellKind::money && cell.currency != head_.currency &&
            !cell.currency.is_none())
            code = "[$" + std::string(cell.currency.code()) + "] " + code;
        return code;
    }
    void write(RowKind kind, std::size_t column, const PrintedCell& cell) {
        Style style{.bold = kind != RowKind::line,
                    .is_ruled = kind == RowKind::sum || kind == RowKind::total};
        const auto place = static_cast<lxw_col_t>(column);
        if (cell.text.empty()) {
            if (style.is_ruled) worksheet_write_blank(sheet_, at(row_), place, format(style));
            return;
        }
        const bool is_day = cell.kind == CellKind::day;
        const bool is_number = !is_day && cell.kind != CellKind::text;
        if (is_day && cell.text >= first_exact_day) {
            style.number = "dd/mm/yyyy";
            widen(column, "00/00/0000");
            lxw_datetime day{};
            day.year = std::stoi(cell.text.substr(0, 4));
            day.month = std::stoi(cell.text.substr(5, 2));
            day.day = std::stoi(cell.text.substr(8, 2));
            worksheet_write_datetime(sheet_, at(row_), place, &day, format(style));
        } else if (is_number && digits_in(cell.text) <= exact_digits) {
            style.number = number_format(cell);
            widen(column, cell.text + std::string(cell.text.size() / 3, ','));
            // A number in a sheet is binary; so few digits come back as they were.
            double binary = 0;
            std::from_chars(cell.text.data(), cell.text.data() + cell.text.size(), binary);
            worksheet_write_number(sheet_, at(row_), place, binary, format(style));
        } else {
            style.is_right = is_number;
            const auto text = sheet_text(cell.text);
            if (kind == RowKind::line || column > 0) widen(column, text);
            worksheet_write_string(sheet_, at(row_), place, text.c_str(), format(style));
        }
    }
};

}  // namespace

std::unique_ptr<TableWriter> xlsx_table(const PrintedHead& head) {
    return std::make_unique<XlsxTableWriter>(head);
}

}  // namespace ayni
