#include "kernel/xlsx.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include <zip.h>

#include "kernel/spreadsheet_value.h"
#include "kernel/xml_pull.h"

namespace ayni {
namespace {

using Event = XmlPull::Event;

struct ArchiveClosing {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FileClosing {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, ArchiveClosing>;
using File = std::unique_ptr<zip_file_t, FileClosing>;

std::unexpected<Refused> refuse_file(Refusal reason, std::string detail = {}) {
    return refuse(reason, "/content", std::move(detail));
}

std::optional<std::int64_t> whole(const std::string* text) {
    std::int64_t value = 0;
    if (!text) return std::nullopt;
    const auto* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, value);
    if (error != std::errc{} || stop != end || value < 0) return std::nullopt;
    return value;
}

bool is_true(const std::string* text) { return text && (*text == "1" || *text == "true"); }

// The column of "BC7" from 0; none when it names none.
std::optional<std::size_t> column_of(std::string_view cell) {
    std::size_t column = 0, letters = 0;
    for (; letters < cell.size() && cell[letters] >= 'A' && cell[letters] <= 'Z'; ++letters) {
        if (letters == 3) return std::nullopt;
        column = column * 26 + static_cast<std::size_t>(cell[letters] - 'A' + 1);
    }
    if (letters == 0) return std::nullopt;
    return column - 1;
}

// Formats that every spreadsheet knows by number and that show a day.
bool shows_day(std::int64_t format) {
    return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
           (format >= 50 && format <= 58);
}

class Workbook {
public:
    Workbook(std::string_view bytes, XlsxLimits limits) : limits_(limits) {
        zip_error_t error;
        zip_error_init(&error);
        auto* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        if (source) {
            archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
            if (!archive_) zip_source_free(source);
        }
        zip_error_fini(&error);
    }

    Result<std::vector<SheetRow>> read() {
        if (!archive_) return refuse_file(Refusal::file_not_xlsx);
        const auto sheet = find_sheet();
        if (!sheet || !read_styles() || !read_strings() || !read_sheet(*sheet))
            return std::unexpected(why_);
        return std::move(rows_);
    }

private:
    XlsxLimits limits_;
    Archive archive_;
    Refused why_ = refuse_file(Refusal::file_not_xlsx).error();
    std::size_t unpacked_ = 0, cells_ = 0;
    bool since_1904_ = false, is_too_large_ = false, is_damaged_ = false;
    std::vector<std::string> strings_;
    std::vector<bool> style_shows_day_;
    std::vector<SheetRow> rows_;

    bool stop(Refusal reason, std::string detail = {}) {
        why_ = refuse_file(reason, std::move(detail)).error();
        return false;
    }
    // Goes through a part; `visit` gives false to stop. A part that may be missing is passed over.
    template <class Visit>
    bool walk(const std::string& part, bool may_miss, Visit visit) {
        const File file(zip_fopen(archive_.get(), part.c_str(), 0));
        if (!file) return may_miss || stop(Refusal::file_not_xlsx, part);
        XmlPull xml([&](char* into, std::size_t room) -> std::size_t {
            const auto got = zip_fread(file.get(), into, room);
            is_damaged_ |= got < 0;
            if (got <= 0) return 0;
            unpacked_ += static_cast<std::size_t>(got);
            is_too_large_ |= unpacked_ > limits_.bytes;
            return is_too_large_ ? 0 : static_cast<std::size_t>(got);
        });
        for (;;) {
            const auto event = xml.next();
            if (is_too_large_) return stop(Refusal::csv_too_large);
            if (event == Event::done && !is_damaged_) return true;
            if (event == Event::done || event == Event::broken)
                return stop(Refusal::file_not_xlsx, part);
            if (!visit(xml, event)) return false;
        }
    }

    // The part that holds the first sheet.
    std::optional<std::string> find_sheet() {
        std::string relation;
        const bool read = walk("xl/workbook.xml", false, [&](const XmlPull& xml, Event event) {
            if (event != Event::start) return true;
            if (xml.name() == "workbookPr") since_1904_ = is_true(xml.attribute("date1904"));
            if (xml.name() == "sheet" && relation.empty())
                if (const auto* id = xml.attribute("id")) relation = *id;
            return true;
        });
        std::string target;
        if (!read ||
            !walk("xl/_rels/workbook.xml.rels", false, [&](const XmlPull& xml, Event event) {
                const auto* id = xml.attribute("Id");
                const auto* to = xml.attribute("Target");
                if (event == Event::start && id && to && *id == relation) target = *to;
                return true;
            }))
            return std::nullopt;
        if (target.empty()) return std::nullopt;
        return target.starts_with('/') ? target.substr(1) : "xl/" + target;
    }
    bool read_styles() {
        std::set<std::int64_t> days;
        bool in_cells = false;
        return walk("xl/styles.xml", true, [&](const XmlPull& xml, Event event) {
            if (xml.name() == "cellXfs" && event != Event::text) in_cells = event == Event::start;
            if (event != Event::start) return true;
            const auto format = whole(xml.attribute("numFmtId"));
            if (xml.name() == "numFmt" && format)
                if (const auto* code = xml.attribute("formatCode"); code && ayni::shows_day(*code))
                    days.insert(*format);
            if (xml.name() == "xf" && in_cells) {
                if (style_shows_day_.size() > limits_.cells) return stop(Refusal::csv_too_large);
                style_shows_day_.push_back(format &&
                                           (shows_day(*format) || days.contains(*format)));
            }
            return true;
        });
    }
    bool read_strings() {
        std::size_t size = 0;
        bool in_text = false;
        int phonetic = 0;
        return walk("xl/sharedStrings.xml", true, [&](const XmlPull& xml, Event event) {
            if (event == Event::text) {
                if (!in_text || phonetic > 0 || strings_.empty()) return true;
                strings_.back() += xml.text();
                size += xml.text().size();
                return size <= limits_.bytes / 4 || stop(Refusal::csv_too_large);
            }
            const bool starts = event == Event::start;
            if (xml.name() == "rPh") phonetic += starts ? 1 : -1;
            if (xml.name() == "t") in_text = starts;
            if (xml.name() == "si" && starts) {
                if (strings_.size() >= limits_.cells) return stop(Refusal::csv_too_large);
                strings_.emplace_back();
            }
            return true;
        });
    }

    // A cell while it is read.
    struct Cell {
        std::string name, type, value;
        std::int64_t style = 0;
    };
    bool read_sheet(const std::string& part) {
        SheetRow row;
        std::optional<Cell> cell;
        std::size_t column = 0;
        bool in_value = false;
        int phonetic = 0;
        return walk(part, false, [&](const XmlPull& xml, Event event) {
            if (event == Event::text) {
                if (in_value && cell && phonetic == 0) cell->value += xml.text();
                return true;
            }
            const bool starts = event == Event::start;
            const auto name = xml.name();
            if (name == "row" && starts) {
                row = {whole(xml.attribute("r")).value_or(row.number + 1), {}};
                column = 0;
            } else if (name == "row") {
                return take(row);
            } else if (name == "c" && starts) {
                cell.emplace();
                if (const auto* place = xml.attribute("r")) {
                    cell->name = *place;
                    column = column_of(*place).value_or(column);
                }
                if (const auto* type = xml.attribute("t")) cell->type = *type;
                cell->style = whole(xml.attribute("s")).value_or(0);
            } else if (name == "c" && cell) {
                if (!put(row, column++, *cell)) return false;
                cell.reset();
            } else if (name == "f" && starts) {
                return stop(Refusal::xlsx_formula, cell ? cell->name : std::string());
            } else if (name == "mergeCell" && starts) {
                const auto* where = xml.attribute("ref");
                return stop(Refusal::xlsx_merged_cells, where ? *where : std::string());
            } else if (name == "rPh") {
                phonetic += starts ? 1 : -1;
            } else if (name == "v" || name == "t") {
                in_value = starts;
            }
            return true;
        });
    }
    bool put(SheetRow& row, std::size_t column, const Cell& cell) {
        auto text = shown(cell);
        if (text.empty()) return true;
        if (column >= limits_.columns || ++cells_ > limits_.cells)
            return stop(Refusal::csv_too_large, cell.name);
        if (row.cells.size() <= column) row.cells.resize(column + 1);
        row.cells[column] = std::move(text);
        return true;
    }
    [[nodiscard]] std::string shown(const Cell& cell) const {
        if (cell.type == "s") {
            const auto place = whole(&cell.value);
            const bool known = place && static_cast<std::size_t>(*place) < strings_.size();
            return known ? strings_[static_cast<std::size_t>(*place)] : std::string();
        }
        if (cell.type == "b") return cell.value == "1" ? "TRUE" : "FALSE";
        if (!cell.type.empty() && cell.type != "n") return cell.value;
        const auto style = static_cast<std::size_t>(cell.style);
        const bool is_day = style < style_shows_day_.size() && style_shows_day_[style];
        if (is_day)
            if (const auto day = spreadsheet_day(cell.value, since_1904_)) return *day;
        return spreadsheet_number(cell.value).value_or(cell.value);
    }
    bool take(SheetRow& row) {
        if (row.cells.empty()) return true;
        if (rows_.size() >= limits_.rows) return stop(Refusal::csv_too_large);
        rows_.push_back(std::move(row));
        row = {rows_.back().number, {}};
        return true;
    }
};

}  // namespace

Result<std::vector<SheetRow>> read_xlsx(std::string_view bytes, XlsxLimits limits) {
    return Workbook(bytes, limits).read();
}

bool begins_as_xlsx(std::string_view bytes) noexcept { return bytes.starts_with("PK\x03\x04"); }

}  // namespace ayni
