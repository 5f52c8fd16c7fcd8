#include "kernel/csv.h"

#include <algorithm>
#include <cstring>

namespace ayni {
namespace {

constexpr std::string_view delimiters = ",;\t";

bool ends_line(char c) noexcept { return c == '\n' || c == '\r'; }

// The delimiter that the header has most of, outside quotes; a comma when it has none.
char delimiter_of(const char* at, const char* end) {
    std::array<std::size_t, delimiters.size()> counts{};
    bool quoted = false;
    for (; at != end && (quoted || !ends_line(*at)); ++at) {
        if (*at == '"') quoted = !quoted;
        const auto which = delimiters.find(*at);
        if (!quoted && which != delimiters.npos) ++counts[which];
    }
    const auto most = std::ranges::max_element(counts) - counts.begin();
    return delimiters[static_cast<std::size_t>(most)];
}

// A spreadsheet may name the delimiter on a first line of its own: "sep=;".
constexpr std::size_t named_delimiter_size = 5;
std::optional<char> delimiter_named(const char* at, const char* end) {
    const std::string_view text(at, end);
    const bool is_alone = text.size() == named_delimiter_size ||
                          (text.size() > named_delimiter_size &&
                           ends_line(text[named_delimiter_size]));
    if (!is_alone || !(text.starts_with("sep=") || text.starts_with("SEP="))) return {};
    const char named = text[named_delimiter_size - 1];
    return delimiters.contains(named) ? std::optional(named) : std::nullopt;
}

// Line ends of any kind; CR before LF counts with it.
std::size_t lines_in(std::string_view text) noexcept {
    std::size_t lines = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        lines += text[i] == '\n' ||
                 (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
    return lines;
}

// Whether a spreadsheet might compute the cell instead of showing it, once leading ' are gone.
bool looks_like_formula(std::string_view text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of('\''), text.size()));
    if (text.empty()) return false;
    if (std::string_view("=+-@\t\r\n\0", 8).find(text.front()) != text.npos) return true;
    for (std::string_view wide : {"＝", "＋", "－", "＠"})
        if (text.starts_with(wide)) return true;
    return false;
}

bool is_number(std::string_view text) noexcept {
    if (text.starts_with('-')) text.remove_prefix(1);
    const auto dot = text.find('.');
    const auto whole = text.substr(0, dot);
    const auto fraction = dot == text.npos ? std::string_view("0") : text.substr(dot + 1);
    const auto is_digits = [](std::string_view part) {
        return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
    };
    return is_digits(whole) && is_digits(fraction);
}

}  // namespace

Result<CsvReader> CsvReader::open(const CsvText& text, CsvLimits limits) {
    if (text.utf8.size() > limits.bytes) return refuse(Refusal::csv_too_large);
    CsvReader reader;
    reader.at_ = text.utf8.data();
    reader.end_ = reader.at_ + text.utf8.size();
    reader.pass_empty_lines();
    if (reader.at_ == reader.end_) return refuse(Refusal::csv_no_rows);
    reader.table_.encoding = text.encoding;
    const auto named = delimiter_named(reader.at_, reader.end_);
    if (named) {
        reader.at_ += named_delimiter_size;
        reader.pass_empty_lines();
        if (reader.at_ == reader.end_) return refuse(Refusal::csv_no_rows);
    }
    reader.table_.delimiter = named.value_or(delimiter_of(reader.at_, reader.end_));
    for (char c : {reader.table_.delimiter, '"', '\n', '\r'})
        reader.stops_[static_cast<unsigned char>(c)] = true;
    reader.line_ = reader.next_line_;
    if (!reader.read_row())
        return refuse(Refusal::csv_bad_quotes, {}, std::to_string(reader.line_));
    if (std::ranges::all_of(reader.cells_, &std::string_view::empty))
        return refuse(Refusal::csv_no_header);
    reader.table_.header.assign(reader.cells_.begin(), reader.cells_.end());
    reader.cells_.clear();
    reader.rows_left_ = limits.rows;
    return reader;
}

bool CsvReader::next() {
    cells_.clear();
    problem_.reset();
    pass_empty_lines();
    if (at_ == end_) return false;
    line_ = next_line_;
    if (rows_left_ == 0) {
        problem_ = Refusal::csv_too_large;
        at_ = end_;
        return true;
    }
    --rows_left_;
    const char* start = at_;
    if (!read_row()) {
        recover(start);
    } else if (cells_.size() != table_.header.size()) {
        // Over several lines it is most likely a stray quote that has met another row's.
        if (last_line() > line_)
            recover(start);
        else
            problem_ = Refusal::csv_ragged_row;
    }
    return true;
}

void CsvReader::pass_line_end() {
    const bool two = *at_ == '\r' && at_ + 1 != end_ && at_[1] == '\n';
    at_ += two ? 2 : 1;
    ++next_line_;
}

void CsvReader::pass_empty_lines() {
    while (at_ != end_ && ends_line(*at_)) pass_line_end();
}

// A quote that is never closed takes every row up to the next quote with it; they are given back.
void CsvReader::recover(const char* start) {
    problem_ = Refusal::csv_bad_quotes;
    cells_.clear();
    next_line_ = line_;
    at_ = std::find_if(start, end_, ends_line);
    if (at_ != end_)
        pass_line_end();
    else
        ++next_line_;
}

bool CsvReader::read_row() {
    undoubled_.clear();
    undoubled_cells_.clear();
    for (;;) {
        if (at_ != end_ && *at_ == '"') {
            if (!read_quoted_cell()) return false;
        } else {
            const char* start = at_;
            while (at_ != end_ && !stops_[static_cast<unsigned char>(*at_)]) ++at_;
            if (at_ != end_ && *at_ == '"') return false;
            cells_.emplace_back(start, at_);
        }
        if (at_ == end_ || ends_line(*at_)) break;
        ++at_;
    }
    if (at_ != end_)
        pass_line_end();
    else
        ++next_line_;
    const std::string_view undoubled = undoubled_;
    for (const auto& [cell, start, size] : undoubled_cells_)
        cells_[cell] = undoubled.substr(start, size);
    return true;
}

bool CsvReader::read_quoted_cell() {
    const char* start = ++at_;
    bool doubled = false;
    for (;;) {
        at_ = static_cast<const char*>(std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_)));
        if (!at_) at_ = end_;
        if (at_ == end_) return false;
        if (at_ + 1 == end_ || at_[1] != '"') break;
        doubled = true;
        at_ += 2;
    }
    const std::string_view inside(start, at_);
    next_line_ += lines_in(inside);
    ++at_;
    if (at_ != end_ && *at_ != table_.delimiter && !ends_line(*at_)) return false;
    cells_.push_back(inside);
    if (!doubled) return true;
    const auto from = undoubled_.size();
    for (std::size_t i = 0; i < inside.size(); ++i) {
        undoubled_ += inside[i];
        if (inside[i] == '"') ++i;
    }
    undoubled_cells_.push_back({cells_.size() - 1, from, undoubled_.size() - from});
    return true;
}

std::string csv_cell(std::string_view text) {
    // A mark at the start of a file would pass for the file's own.
    const bool plain = !text.empty() && text.find_first_of(",;\t\"\r\n") == text.npos &&
                       !text.starts_with("\xEF\xBB\xBF");
    std::string cell;
    if (!plain) cell += '"';
    if (looks_like_formula(text)) cell += '\'';
    for (char c : text) {
        if (c == '"') cell += '"';
        cell += c;
    }
    if (!plain) cell += '"';
    return cell;
}

std::string csv_number(std::string_view number) {
    return is_number(number) ? std::string(number) : csv_cell(number);
}

std::string_view unneutralised(std::string_view cell) noexcept {
    if (cell.starts_with('\'') && looks_like_formula(cell)) cell.remove_prefix(1);
    return cell;
}

}  // namespace ayni
