#include "edge/demo_rows.h"

#include "kernel/csv.h"
#include "kernel/described_json.h"

namespace ayni {
namespace {

template <class T>
Result<T> in_column(Result<T> read, std::string_view name, const std::string& cell) {
    if (read) return read;
    return refuse(read.error().reason(), "/" + std::string(name), cell);
}

}  // namespace

std::string DemoRow::operator()(std::string_view name) const {
    for (std::size_t i = 0; i < header_.size(); ++i)
        if (header_[i] == name) return cells_[i];
    return {};
}

std::optional<std::string> DemoRow::if_said(std::string_view name) const {
    auto cell = (*this)(name);
    if (cell.empty()) return std::nullopt;
    return cell;
}

Result<Date> DemoRow::day(std::string_view name) const {
    const auto cell = (*this)(name);
    return in_column(parse_date(cell), name, cell);
}

Result<Money> DemoRow::money(std::string_view name) const {
    const auto cell = (*this)(name);
    return in_column(parse_money(cell, Currency::known("PEN")), name, cell);
}

Result<Quantity> DemoRow::quantity(std::string_view name) const {
    const auto cell = (*this)(name);
    return in_column(parse_quantity(cell), name, cell);
}

Result<DemoRows> DemoRows::of(const std::string& path) {
    const auto bytes = read_file(path);
    if (!bytes) return std::unexpected(bytes.error());
    const auto text = decode_csv(*bytes);
    if (!text) return std::unexpected(text.error());
    auto reader = CsvReader::open(*text);
    if (!reader) return std::unexpected(reader.error());
    DemoRows rows;
    rows.header_ = reader->table().header;
    while (reader->next()) {
        if (const auto problem = reader->problem()) return refuse(*problem, path);
        rows.rows_.emplace_back(reader->row().begin(), reader->row().end());
    }
    return rows;
}

std::int64_t DemoTeller::made(std::string_view receipt, std::string_view kind) {
    const auto read = parse_json(receipt);
    const auto* all = read ? read->find("made") : nullptr;
    if (!all) return 0;
    for (const auto& each : all->items)
        if (each.find("kind")->text == kind)
            return from_json_text<std::int64_t>(each.find("number")->text).value_or(0);
    return 0;
}

}  // namespace ayni
