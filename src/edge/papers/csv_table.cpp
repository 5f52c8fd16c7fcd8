#include "edge/papers/printed_table.h"
#include "kernel/csv.h"

namespace ayni {
namespace {

class CsvTableWriter final : public TableWriter {
public:
    void part(const PrintedPart& part) override {
        if (parts_++ > 0) text_ += "\r\n";
        const char* between = "";
        for (const auto& column : part.columns) {
            text_ += between + csv_cell(column.head);
            between = ",";
        }
        text_ += "\r\n";
    }
    void row(const PrintedRow& row) override {
        const char* between = "";
        for (const auto& cell : row.cells) {
            text_ += between;
            if (cell.kind == CellKind::text && !cell.text.empty())
                text_ += csv_cell(cell.text);
            else
                text_ += cell.text.empty() ? "" : csv_number(cell.text);
            between = ",";
        }
        text_ += "\r\n";
    }
    Result<std::string> finish() override { return std::move(text_); }

private:
    // With the mark: without it Excel shows "Ñahui" as "Ã‘ahui".
    std::string text_ = "\xEF\xBB\xBF";
    int parts_ = 0;
};

}  // namespace

std::unique_ptr<TableWriter> csv_table() { return std::make_unique<CsvTableWriter>(); }

int decimals_in(std::string_view decimal) noexcept {
    const auto point = decimal.find('.');
    return point == decimal.npos ? 0 : static_cast<int>(decimal.size() - point - 1);
}

}  // namespace ayni
