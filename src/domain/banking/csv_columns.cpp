#include "domain/banking/csv_columns.h"

#include <algorithm>

#include "kernel/text.h"

namespace ayni {

Result<CsvColumns> CsvColumns::open(const CsvText& text, const FormatDescription& format) {
    auto reader = CsvReader::open(text);
    if (!reader) return refuse(reader.error().reason(), "/content");
    CsvColumns made(*std::move(reader), format);
    const auto& header = made.reader_.table().header;
    for (const auto& field : format.fields) {
        const auto wanted = trimmed(*field.title);
        const auto found = std::ranges::find_if(
            header, [&](const std::string& title) { return trimmed(title) == wanted; });
        if (found == header.end())
            return refuse(Refusal::csv_column_missing, "/content", *field.title);
        made.columns_.emplace_back(field.value, static_cast<std::size_t>(found - header.begin()));
    }
    return made;
}

Result<bool> CsvColumns::next() {
    if (!reader_.next()) return false;
    ++row_;
    if (const auto problem = reader_.problem()) return refuse(*problem, where());
    return true;
}

std::string CsvColumns::where() const { return "/rows/" + std::to_string(row_); }

bool CsvColumns::has(BankValue value) const {
    return std::ranges::any_of(columns_, [&](const auto& each) { return each.first == value; });
}

std::string_view CsvColumns::text(BankValue value) const {
    for (const auto& [known, column] : columns_)
        if (known == value) return trimmed(unneutralised(reader_.row()[column]));
    return {};
}

Result<Date> CsvColumns::day(BankValue value) const {
    const auto written = text(value);
    const auto place = where() + "/" + std::string(name_of(value));
    if (written.empty()) return refuse(Refusal::field_missing, place);
    const auto read = read_day(written, format_->day_style.value_or(DayStyle::year_first));
    if (!read) return refuse(Refusal::not_a_date, place, std::string(start_of(written, 40)));
    return read;
}

Result<Money> CsvColumns::amount(BankValue value, Currency currency) const {
    const auto written = text(value);
    if (written.empty()) return Money{0, currency};
    // What parts thousands is the other sign; a format says which one is the decimal mark.
    const auto mark = format_->decimal_mark.value_or(".").front();
    const char thousands = mark == '.' ? ',' : '.';
    std::string plain;
    for (const char c : written)
        if (c != thousands) plain += c == mark ? '.' : c;
    auto read = parse_money(plain, currency);
    if (!read)
        return refuse(read.error().reason(), where() + "/" + std::string(name_of(value)),
                      std::string(start_of(written, 40)));
    return read;
}

}  // namespace ayni
