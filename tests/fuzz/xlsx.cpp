// Any bytes as a workbook, and as the XML inside one: rows rise, no cell is beyond the limits, and
// nothing is read without end.
#include "kernel/xlsx.h"

#include "fuzzed.h"
#include "kernel/spreadsheet_value.h"
#include "kernel/xml_pull.h"

namespace ayni {
namespace {

void read_as_workbook(std::string_view bytes) {
    constexpr XlsxLimits limits{.rows = 1000, .cells = 10'000, .columns = 64, .bytes = 1'000'000};
    const auto rows = read_xlsx(bytes, limits);
    if (!rows) return;
    CHECK(rows->size() <= limits.rows);
    for (const auto& row : *rows)
        CHECK(!row.cells.empty() && row.cells.size() <= limits.columns &&
              !row.cells.back().empty());
}

// However the bytes come in pieces, they tell the same.
std::string told(std::string_view bytes, std::size_t piece) {
    XmlPull xml([&](char* into, std::size_t room) {
        const auto got = bytes.copy(into, std::min(room, piece));
        bytes.remove_prefix(got);
        return got;
    });
    std::string all;
    for (;;) {
        const auto event = xml.next();
        all += static_cast<char>('0' + static_cast<int>(event));
        if (event == XmlPull::Event::done || event == XmlPull::Event::broken) return all;
        all += event == XmlPull::Event::text ? xml.text() : std::string(xml.name());
    }
}

}  // namespace

void fuzz(Fuzzed& fuzzed) {
    const auto bytes = fuzzed.rest();
    read_as_workbook(bytes);
    CHECK(told(bytes, 7) == told(bytes, 65'536));
    for (const bool since_1904 : {false, true})
        if (const auto day = spreadsheet_day(bytes, since_1904)) CHECK(day->size() >= 10);
}

}  // namespace ayni
