#include "app/import_plan_queries.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "app/lookup_queries.h"
#include "app/merge_queries.h"
#include "app/readings.h"
#include "app/titles.h"
#include "app/undone_queries.h"
#include "domain/collection/check_delivery.h"
#include "domain/collection/in_product_unit.h"
#include "kernel/csv.h"
#include "kernel/slashed_day.h"
#include "kernel/text.h"

namespace ayni {
namespace {

constexpr std::size_t most_bad_rows_shown = 1000;

// The titles that a value may have, in the order of preference and without accents; files come in
// both languages.
struct Titles {
    std::string_view value;
    std::vector<std::string_view> titles;
    bool needed;
    std::string_view spanish;  // what is asked for, to who reads Spanish
};

const std::vector<Titles>& known_titles() {
    static const std::vector<Titles> titles{
        {"day", {"day", "date", "fecha", "dia"}, true, "fecha"},
        {"supplier",
         {"supplier", "proveedor", "productor", "codigo", "code", "socio"},
         true,
         "código"},
        {"shift", {"shift", "turno"}, false, "turno"},
        {"quantity",
         {"quantity", "kg", "kilos", "cantidad", "peso", "litros", "litres"},
         true,
         "cantidad"},
        {"outcome", {"outcome", "resultado"}, false, "resultado"},
        {"reason", {"reason", "motivo"}, false, "motivo"},
    };
    return titles;
}

// How laboratories here call what they measure, whatever the organisation called it.
const std::vector<std::pair<std::string_view, std::vector<std::string_view>>>& usual_titles() {
    static const std::vector<std::pair<std::string_view, std::vector<std::string_view>>> all{
        {"fat", {"grasa", "mg"}},
        {"protein", {"proteina"}},
        {"total_solids", {"solidos totales", "st"}},
        {"solids", {"solidos", "solidos totales"}},
        {"scc", {"celulas somaticas", "ccs", "rcs"}},
    };
    return all;
}

std::vector<std::string> titles_of(const Attribute& attribute) {
    std::vector<std::string> titles{plain_title(attribute.code)};
    if (!attribute.name.empty()) titles.push_back(plain_title(attribute.name));
    for (const auto& [code, usual] : usual_titles())
        if (code == attribute.code) titles.insert(titles.end(), usual.begin(), usual.end());
    return titles;
}

// A title that stands twice, in letters of any size, is told apart by its place: "kg", "kg (2)".
std::vector<std::string> numbered(std::vector<std::string> header,
                                  const std::vector<std::string>& titles) {
    for (std::size_t i = 1; i < header.size(); ++i) {
        const auto before = std::count(titles.begin(), titles.begin() + std::ptrdiff_t(i),
                                       titles[i]);
        if (before > 0 && !titles[i].empty()) header[i] += " (" + std::to_string(before + 1) + ")";
    }
    return header;
}

// A spreadsheet may write the day as a time, which is then the day's first.
std::string_view without_midnight(std::string_view day) {
    constexpr std::string_view midnight = " 00:00:00";
    if (day.ends_with(midnight)) day.remove_suffix(midnight.size());
    return day;
}

std::uint64_t fingerprint(const Delivery& row) {
    // Splits and mixes what makes two cans the same; equal ones are compared in full afterwards.
    std::uint64_t hash = static_cast<std::uint64_t>(row.producer.number) * 0x9E3779B97F4A7C15ULL;
    hash ^= (static_cast<std::uint64_t>(row.day.days) << 1 |
             static_cast<std::uint64_t>(row.shift)) +
            (hash << 6);
    hash *= 0xBF58476D1CE4E5B9ULL;
    return hash ^ static_cast<std::uint64_t>(row.quantity.thousandths);
}

struct SameCan {
    bool operator()(const Delivery& a, const Delivery& b) const {
        return a.producer == b.producer && a.day == b.day && a.shift == b.shift &&
               a.quantity == b.quantity;
    }
    std::size_t operator()(const Delivery& row) const { return fingerprint(row); }
};
using Cans = std::unordered_set<Delivery, SameCan, SameCan>;

// Of one supplier and shift, whatever they weigh.
struct SameShift {
    bool operator()(const Delivery& a, const Delivery& b) const {
        return a.producer == b.producer && a.day == b.day && a.shift == b.shift;
    }
    std::size_t operator()(const Delivery& row) const {
        auto light = row;
        light.quantity = {};
        return fingerprint(light);
    }
};
using Shifts = std::unordered_set<Delivery, SameShift, SameShift>;

class FileReader {
public:
    FileReader(const View& view, ImportKind kind, Product product) : view_(view) {
        plan_.kind = kind;
        plan_.product = std::move(product);
        auto query = view.db.query(
            "SELECT code, party FROM party WHERE organisation = $1 AND party IN "
            "(SELECT party FROM membership WHERE organisation = $1)");
        query.integer(view.organisation.number);
        const auto kept = kept_parties(view);
        while (query.next())
            parties_.emplace(query.text_at(0), kept.of(PartyId{query.integer_at(1)}));
    }

    Result<FilePlan> read(std::string_view bytes,
                          const std::optional<std::vector<ColumnChoice>>& chosen) {
        auto decoded = decode_csv(std::string(bytes));
        if (!decoded) return std::unexpected(decoded.error());
        text_ = *std::move(decoded);
        auto reader = CsvReader::open(text_);
        if (!reader) return std::unexpected(reader.error());
        plan_.encoding = text_.encoding;
        plan_.delimiter = reader->table().delimiter;
        for (const auto& title : reader->table().header) titles_.push_back(plain_title(title));
        plan_.header = numbered(reader->table().header, titles_);
        if (auto found = find_columns(chosen); !found) return std::unexpected(found.error());
        while (reader->next()) {
            const auto line = static_cast<std::int64_t>(reader->line());
            hold_or_take(line, reader->row(), reader->problem());
        }
        if (plan_.rows.empty() && plan_.bad_count == 0)
            return refuse(Refusal::csv_no_rows, "/content");
        plan_.days_assumed = order_ && order_->is_assumed();
        if (measure_ && measure_named(plan_.product.unit) &&
            measure_ != measure_named(plan_.product.unit))
            plan_.density = plan_.product.density;
        refuse_known();
        return std::move(plan_);
    }

private:
    const View& view_;
    FilePlan plan_;
    std::unordered_map<std::string, PartyId> parties_;
    int day_ = -1, supplier_ = -1, shift_ = -1, quantity_ = -1, outcome_ = -1, reason_ = -1;
    std::vector<std::pair<int, Attribute>> attributes_;
    std::optional<Measure> measure_;  // of the quantities, where their title says so
    std::vector<int> chosen_;
    std::vector<std::string> titles_;  // of the columns, in small letters
    CsvText text_;
    std::optional<DayOrder> order_;   // once a day with slashes was met
    std::optional<bool> has_commas_;  // once a quantity with a point and three digits was met
    Cans seen_;
    std::vector<std::pair<std::int64_t, std::optional<Refusal>>> blank_;  // rows, so far the last
    std::string key_, number_;
    std::string last_day_text_;
    Result<Date> last_day_ = Date{};

    int place_of(std::string_view title) const {
        for (std::size_t i = 0; i < plan_.header.size(); ++i)
            if (lowered(plan_.header[i]) == title) return static_cast<int>(i);
        return -1;
    }
    // The columns that may hold a value, by their titles; of a chosen column it is known already.
    std::vector<int> places_of(const std::vector<std::string_view>& titles) const {
        std::vector<int> places;
        for (int i = 0; i < std::ssize(titles_); ++i)
            if (std::ranges::find(titles, titles_[std::size_t(i)]) != titles.end() &&
                std::ranges::none_of(chosen_, [&](int chosen) { return chosen == i; }))
                places.push_back(i);
        return places;
    }
    // Takes the one column that may hold the value, if there is one.
    Result<void> find_column(std::string_view value, const std::vector<std::string_view>& titles) {
        const auto places = places_of(titles);
        if (places.empty()) return {};
        const auto title = [&](std::size_t i) { return plan_.header[std::size_t(places[i])]; };
        if (places.size() > 1)
            return refuse(Refusal::csv_column_ambiguous, "/columns", title(0) + ", " + title(1));
        return choose({std::string(value), title(0)});
    }
    int* slot(std::string_view value) {
        if (value == "day") return &day_;
        if (value == "supplier") return &supplier_;
        if (value == "shift") return &shift_;
        if (value == "quantity") return &quantity_;
        if (value == "outcome") return &outcome_;
        return value == "reason" ? &reason_ : nullptr;
    }
    Result<void> choose(const ColumnChoice& choice) {
        const int place = place_of(lowered(choice.column));
        if (place < 0) return refuse(Refusal::csv_column_missing, "/columns", choice.column);
        chosen_.push_back(place);
        if (auto* known = slot(choice.value)) {
            *known = place;
            if (known == &quantity_) measure_ = measure_named(choice.column);
        } else if (const auto* attribute = find_attribute(plan_.product.attributes, choice.value))
            attributes_.emplace_back(place, *attribute);
        else {
            return refuse(Refusal::unknown_attribute, "/columns", choice.value);
        }
        plan_.columns.push_back(choice);
        return {};
    }
    Result<void> find_columns(const std::optional<std::vector<ColumnChoice>>& chosen) {
        if (chosen)
            for (const auto& choice : *chosen)
                if (auto ok = choose(choice); !ok) return ok;
        const bool is_of_milk = plan_.kind == ImportKind::deliveries;
        for (const auto& known : known_titles())
            if (*slot(known.value) < 0 && (is_of_milk || known.value != "quantity"))
                if (auto found = find_column(known.value, known.titles); !found) return found;
        for (const auto& attribute : plan_.product.attributes) {
            const auto is_it = [&](const auto& pair) {
                return pair.second.number == attribute.number;
            };
            const auto titles = titles_of(attribute);
            if (std::ranges::none_of(attributes_, is_it))
                if (auto found = find_column(attribute.code, {titles.begin(), titles.end()});
                    !found)
                    return found;
        }
        for (const auto& known : known_titles())
            if (known.needed && *slot(known.value) < 0 && (is_of_milk || known.value != "quantity"))
                return refuse(Refusal::csv_column_missing, "/columns",
                              std::string(view_.caller.language == Language::es ? known.spanish
                                                                                : known.value));
        return {};
    }

    void bad(std::int64_t line, std::string column, std::string_view value, Refusal reason) {
        ++plan_.bad_count;
        if (plan_.bad.size() < most_bad_rows_shown)
            plan_.bad.push_back({line, std::move(column), std::string(start_of(value, 80)),
                                 std::string(code_of(reason)),
                                 std::string(text_of(reason, view_.caller.language))});
    }
    bool bad_at(std::int64_t line, int column, std::span<const std::string_view> cells,
                Refusal reason) {
        bad(line, plan_.header[static_cast<std::size_t>(column)],
            cells[static_cast<std::size_t>(column)], reason);
        return false;
    }
    struct Choices {
        std::string_view spanish, english;
    };
    bool no_choice(std::int64_t line, int column, std::span<const std::string_view> cells,
                   Choices choices) {
        bad_at(line, column, cells, Refusal::not_a_choice);
        const bool in_spanish = view_.caller.language == Language::es;
        if (plan_.bad_count <= std::ssize(plan_.bad))
            plan_.bad.back().reason += fmt::format(" ({})",
                                                   in_spanish ? choices.spanish : choices.english);
        return false;
    }
    static std::string_view cell(std::span<const std::string_view> cells, int column) {
        return column < 0 ? std::string_view{} : trimmed(cells[static_cast<std::size_t>(column)]);
    }

    // A spreadsheet ends a file with rows in which there is nothing: only those are passed over.
    void hold_or_take(std::int64_t line, std::span<const std::string_view> cells,
                      std::optional<Refusal> problem) {
        const bool is_blank = !cells.empty() && std::ranges::all_of(cells, [](auto each) {
            return trimmed(each).empty();
        });
        if (is_blank) {
            blank_.emplace_back(line, problem);
            return;
        }
        if (!blank_.empty()) {
            const std::vector<std::string_view> nothing(plan_.header.size());
            for (const auto& [held, why] : std::exchange(blank_, {}))
                take_or_refuse(held, nothing, why);
        }
        take_or_refuse(line, cells, problem);
    }
    void take_or_refuse(std::int64_t line, std::span<const std::string_view> cells,
                        std::optional<Refusal> problem) {
        if (problem)
            bad(line, {}, {}, *problem);
        else
            take(line, cells);
    }
    void take(std::int64_t line, std::span<const std::string_view> cells) {
        Delivery row{};
        row.organisation = view_.organisation;
        row.product = plan_.product.product;
        if (!read_day(line, cells, row) || !read_party(line, cells, row) ||
            !read_shift(line, cells, row) || !read_quantity(line, cells, row) ||
            !read_outcome(line, cells, row) || !read_values(line, cells, row) ||
            !check_reason(line, cells))
            return;
        if (!seen_.insert(row).second) return bad(line, {}, {}, Refusal::duplicate_row);
        row.sequence = std::ssize(plan_.rows) + 1;
        plan_.quantity += row.outcome == Outcome::accepted ? row.quantity : Quantity{};
        plan_.rows.push_back(row);
        plan_.lines.push_back(line);
        plan_.reasons.emplace_back(cell(cells, reason_));
    }
    // Read through once more, when the first day with slashes is met.
    DayOrder order_of_days() const {
        DayOrder order;
        auto reader = CsvReader::open(text_);
        while (reader && reader->next())
            if (!reader->problem())
                if (const auto written = read_slashed(without_midnight(cell(reader->row(), day_))))
                    order.see(*written);
        return order;
    }
    Result<Date> day_of(std::string_view text) {
        text = without_midnight(text);
        const auto written = read_slashed(text);
        if (!written) return parse_date(text);
        if (!order_) order_ = order_of_days();
        const auto day = order_->is_month_first() ? std::nullopt : day_first(*written);
        if (!day) return refuse(Refusal::not_a_date);
        return *day;
    }
    // In "10,300" between semicolons the comma is the decimal point; "1.234,5" is left to be
    // refused, as nobody knows which of both is which.
    std::string_view number_in(std::string_view text) {
        const auto comma = text.find(',');
        if (plan_.delimiter == ',' || comma == text.npos || text.find('.') != text.npos ||
            text.find(',', comma + 1) != text.npos)
            return text;
        number_ = text;
        number_[comma] = '.';
        return number_;
    }
    // "1.050" beside "950,5": a thousand and fifty, or a little above one?
    bool is_ambiguous(std::string_view text) {
        const auto point = text.find('.');
        const bool may_part_thousands = plan_.delimiter != ',' && point != text.npos &&
                                        text.size() - point == std::size_t{4} &&
                                        text.find(',') == text.npos;
        if (!may_part_thousands) return false;
        if (!has_commas_) has_commas_ = has_decimal_commas();
        return *has_commas_;
    }
    bool has_decimal_commas() const {
        auto reader = CsvReader::open(text_);
        while (reader && reader->next())
            if (!reader->problem() && cell(reader->row(), quantity_).contains(',')) return true;
        return false;
    }
    bool read_day(std::int64_t line, std::span<const std::string_view> cells, Delivery& row) {
        // Files come in the order of days: the same text is read once.
        if (const auto text = cell(cells, day_); text != last_day_text_ || text.empty()) {
            last_day_text_ = text;
            last_day_ = day_of(text);
            if (last_day_ && !check_day(*last_day_, view_.today))
                last_day_ = refuse(Refusal::day_not_plausible);
        }
        if (!last_day_) return bad_at(line, day_, cells, last_day_.error().reason());
        row.day = *last_day_;
        return true;
    }
    bool read_party(std::int64_t line, std::span<const std::string_view> cells, Delivery& row) {
        key_ = cell(cells, supplier_);
        auto found = parties_.find(key_);
        // A code may have been written by us so that no spreadsheet takes it for a formula.
        if (found == parties_.end())
            found = parties_.find(key_ = unneutralised(cell(cells, supplier_)));
        if (found == parties_.end())
            return bad_at(line, supplier_, cells, Refusal::unknown_supplier);
        row.producer = found->second;
        return true;
    }
    bool check_reason(std::int64_t line, std::span<const std::string_view> cells) {
        if (letters(cell(cells, reason_)) <= FieldNote{.field = "reason"}.longest) return true;
        return bad_at(line, reason_, cells, Refusal::text_too_long);
    }
    bool read_shift(std::int64_t line, std::span<const std::string_view> cells, Delivery& row) {
        const auto text = plain_title(cell(cells, shift_));
        if (text.empty() || text == "morning" || text == "manana" || text == "m")
            row.shift = Shift::morning;
        else if (text == "evening" || text == "tarde" || text == "t" || text == "noche")
            row.shift = Shift::evening;
        else
            return no_choice(line, shift_, cells, {"mañana, tarde", "morning, evening"});
        return true;
    }
    bool read_quantity(std::int64_t line, std::span<const std::string_view> cells, Delivery& row) {
        if (plan_.kind == ImportKind::analyses) return true;
        const auto text = cell(cells, quantity_);
        if (is_ambiguous(text)) return bad_at(line, quantity_, cells, Refusal::number_ambiguous);
        const auto quantity = parse_quantity(number_in(text));
        if (!quantity) return bad_at(line, quantity_, cells, quantity.error().reason());
        const auto converted = in_product_unit(*quantity, measure_, plan_.product);
        if (!converted) return bad_at(line, quantity_, cells, converted.error().reason());
        row.quantity = *converted;
        if (row.quantity <= Quantity{})
            return bad_at(line, quantity_, cells, Refusal::quantity_not_positive);
        if (row.quantity > largest_delivery)
            return bad_at(line, quantity_, cells, Refusal::quantity_absurd);
        return true;
    }
    bool read_outcome(std::int64_t line, std::span<const std::string_view> cells, Delivery& row) {
        const auto text = lowered(cell(cells, outcome_));
        if (text.empty() || text == "accepted" || text == "aceptado" || text == "aceptada")
            return true;
        if (text != "rejected" && text != "rechazado" && text != "rechazada")
            return no_choice(line, outcome_, cells, {"aceptada, rechazada", "accepted, rejected"});
        row.outcome = Outcome::rejected;
        if (cell(cells, reason_).empty())
            return bad_at(line, outcome_, cells, Refusal::reason_missing);
        return true;
    }
    bool read_values(std::int64_t line, std::span<const std::string_view> cells, Delivery& row) {
        for (const auto& [column, attribute] : attributes_) {
            const auto text = cell(cells, column);
            if (text.empty()) continue;
            const auto value = parse_reading(attribute, number_in(text));
            if (!value) return bad_at(line, column, cells, value.error().reason());
            row.readings.set({attribute.number, *value});
        }
        if (plan_.kind == ImportKind::analyses && row.readings.empty()) {
            bad(line, {}, {}, Refusal::no_readings);
            return false;
        }
        return true;
    }

    // Rows that are in the store already are bad rows; their days are looked through once.
    void refuse_known() {
        if (plan_.rows.empty()) return;
        const auto [first, last] = std::ranges::minmax(plan_.rows, {}, &Delivery::day);
        const Period days{first.day, last.day};
        const auto replaced = ReplacedDeliveries::of(view_, days);
        // A row of the file is of whom its code leads to by now.
        const auto kept = kept_parties(view_);
        Cans known, gone;
        const auto table =
            plan_.kind == ImportKind::deliveries
                ? "SELECT day, source, sequence, producer, shift, quantity "
                  "FROM delivery WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND product = $4"
                : "SELECT day, source, sequence, producer, shift, 0 "
                  "FROM analysis WHERE organisation = $1 AND day BETWEEN $2 AND $3 AND product = "
                  "$4";
        auto query = view_.db.query(table);
        query.integer(view_.organisation.number)
            .integer(days.first.days)
            .integer(days.last.days)
            .integer(plan_.product.product.number);
        while (query.next()) {
            Delivery row{};
            row.day = {static_cast<std::int32_t>(query.integer_at(0))};
            row.source = {query.integer_at(1)};
            row.sequence = query.integer_at(2);
            row.producer = kept.of({query.integer_at(3)});
            row.shift = static_cast<Shift>(query.integer_at(4));
            row.quantity = {query.integer_at(5)};
            if (replaced.counts(row))
                known.insert(row);
            else if (plan_.kind == ImportKind::deliveries && replaced.is_corrected(row) &&
                     !replaced.is_undone(row))
                gone.insert(row);
        }
        if (!gone.empty()) forget_corrections(gone);
        if (!known.empty() || !gone.empty()) drop_known(known, gone);
    }
    // A file that repeats rows of another one is that sheet once more: what it does not repeat of
    // it, but has for the same supplier and shift, was put right in the sheet.
    Shifts told_otherwise(const Cans& known) const {
        Shifts otherwise;
        if (plan_.kind != ImportKind::deliveries) return otherwise;
        const Cans told(plan_.rows.begin(), plan_.rows.end());
        std::set<SourceId> repeated;
        for (const auto& row : known)
            if (told.contains(row)) repeated.insert(row.source);
        for (const auto& row : known)
            if (!told.contains(row) && repeated.contains(row.source)) otherwise.insert(row);
        return otherwise;
    }
    // What only stood for a row of a file for a while was never in a file.
    void forget_corrections(Cans& gone) {
        auto query = view_.db.query(
            "SELECT by_source, by_sequence FROM correction WHERE organisation = $1 AND by_sequence "
            "> 0");
        query.integer(view_.organisation.number);
        std::set<std::pair<SourceId, std::int64_t>> made;
        while (query.next()) made.emplace(SourceId{query.integer_at(0)}, query.integer_at(1));
        std::erase_if(gone, [&](const Delivery& row) {
            return made.contains({row.source, row.sequence});
        });
    }
    // What was put right or withdrawn would come back with a file that says it once more.
    void drop_known(const Cans& known, const Cans& gone) {
        FilePlan kept = plan_;
        kept.rows.clear(), kept.lines.clear(), kept.reasons.clear(), kept.quantity = {};
        const auto otherwise = told_otherwise(known);
        for (std::size_t i = 0; i < plan_.rows.size(); ++i) {
            const bool stands = known.contains(plan_.rows[i]);
            const bool differs = !stands && otherwise.contains(plan_.rows[i]);
            if (stands || differs || gone.contains(plan_.rows[i])) {
                bad(plan_.lines[i], {}, {},
                    stands    ? Refusal::already_recorded
                    : differs ? Refusal::other_weight_recorded
                              : Refusal::row_replaced);
                continue;
            }
            kept.rows.push_back(plan_.rows[i]);
            kept.rows.back().sequence = std::ssize(kept.rows);
            kept.quantity += plan_.rows[i].outcome == Outcome::accepted ? plan_.rows[i].quantity
                                                                        : Quantity{};
            kept.lines.push_back(plan_.lines[i]);
            kept.reasons.push_back(plan_.reasons[i]);
        }
        kept.bad = plan_.bad;
        kept.bad_count = plan_.bad_count;
        plan_ = std::move(kept);
    }
};

}  // namespace

Result<FilePlan> plan_file(const View& view, ImportKind kind, Product product,
                           std::string_view bytes,
                           const std::optional<std::vector<ColumnChoice>>& columns) {
    return FileReader(view, kind, std::move(product)).read(bytes, columns);
}

}  // namespace ayni
