#include "app/liquidation_plan_queries.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/lookup_queries.h"
#include "app/readings.h"
#include "app/sale_queries.h"
#include "app/table_file.h"
#include "app/titles.h"
#include "kernel/csv.h"
#include "kernel/text.h"

namespace ayni {
namespace {

constexpr std::size_t most_problems = 1000;

struct TitlesOfBuyer {
    std::string_view value;
    std::vector<std::string_view> titles;
};
const std::vector<TitlesOfBuyer>& titles_of_buyers() {
    static const std::vector<TitlesOfBuyer> all{
        {"lot", {"lot", "lote", "codigo", "código", "code"}},
        {"quantity", {"quantity", "kg", "cantidad", "peso", "litros"}},
        {"price", {"price", "precio"}},
        {"amount", {"amount", "importe", "monto", "valor"}},
        {"inputs", {"inputs", "insumos", "adelantos", "advances"}},
        {"penalty", {"penalty", "penalidad", "castigo"}},
    };
    return all;
}

class RowReader {
public:
    RowReader(const View& view, const Product& product, PartyId buyer, TableFile table)
        : view_(view),
          product_(product),
          buyer_(buyer),
          table_(std::move(table)),
          currency_(own_organisation(view).currency) {
        auto query = view.db.query(
            "SELECT l.lot FROM liquidation_line l JOIN liquidation q ON q.organisation = "
            "l.organisation AND q.number = l.liquidation WHERE l.organisation = $1 AND q.undone = "
            "0");
        query.integer(view.organisation.number);
        while (query.next()) liquidated_.insert({query.integer_at(0)});
    }

    Result<void> find_columns(const std::optional<std::vector<ColumnChoice>>& chosen) {
        for (const auto& choice : chosen.value_or(std::vector<ColumnChoice>{})) {
            const auto place = place_of(lowered(choice.column));
            if (!place) return refuse(Refusal::csv_column_missing, "/columns", choice.column);
            if (!take(choice.value, *place))
                return refuse(Refusal::unknown_attribute, "/columns", choice.value);
        }
        for (const auto& [value, titles] : titles_of_buyers())
            if (auto found = find_column(value, titles); !found) return found;
        for (const auto& attribute : product_.attributes) {
            const auto title = lowered(attribute.code);
            if (auto found = find_column(attribute.code, {title}); !found) return found;
        }
        for (const auto* needed : {"lot", "quantity"})
            if (!column(needed)) return refuse(Refusal::csv_column_missing, "/columns", needed);
        if (!column("amount") && !column("price"))
            return refuse(Refusal::csv_column_missing, "/columns", "amount");
        return {};
    }

    Result<std::vector<BuyersRow>> read() {
        for (const auto& row : table_.rows) {
            row_ = &row;
            BuyersRow one;
            if (read_lot(one) && read_figures(one) && read_values(one))
                rows_.push_back(std::move(one));
        }
        if (bad_ == 0) return std::move(rows_);
        Refused all{{{Refusal::import_has_bad_rows, "/content", std::to_string(bad_)}}};
        all.problems.insert(all.problems.end(), problems_.begin(), problems_.end());
        return std::unexpected(std::move(all));
    }

private:
    const View& view_;
    const Product& product_;
    PartyId buyer_;
    TableFile table_;
    Currency currency_;
    std::vector<std::pair<std::string, std::size_t>> columns_;
    std::set<LotNumber> liquidated_, seen_;
    const TableFile::Row* row_ = nullptr;
    std::vector<BuyersRow> rows_;
    std::vector<Problem> problems_;
    std::int64_t bad_ = 0;

    [[nodiscard]] std::optional<std::size_t> place_of(std::string_view title) const {
        for (std::size_t i = 0; i < table_.titles.size(); ++i)
            if (lowered(table_.titles[i]) == title) return i;
        return std::nullopt;
    }
    [[nodiscard]] std::optional<std::size_t> column(std::string_view value) const {
        for (const auto& [known, place] : columns_)
            if (known == value) return place;
        return std::nullopt;
    }
    bool take(const std::string& value, std::size_t place) {
        const bool known = std::ranges::find(titles_of_buyers(), value, &TitlesOfBuyer::value) !=
                               titles_of_buyers().end() ||
                           find_attribute(product_.attributes, value);
        if (known) columns_.emplace_back(value, place);
        return known;
    }
    Result<void> find_column(std::string_view value, const std::vector<std::string_view>& titles) {
        if (column(value)) return {};
        std::vector<std::size_t> places;
        for (std::size_t i = 0; i < table_.titles.size(); ++i)
            if (std::ranges::find(titles, lowered(table_.titles[i])) != titles.end() &&
                std::ranges::find(columns_, i, &std::pair<std::string, std::size_t>::second) ==
                    columns_.end())
                places.push_back(i);
        if (places.size() > 1)
            return refuse(Refusal::csv_column_ambiguous, "/columns",
                          table_.titles[places[0]] + ", " + table_.titles[places[1]]);
        if (!places.empty()) columns_.emplace_back(value, places.front());
        return {};
    }

    bool bad(Refusal reason, std::string detail) {
        ++bad_;
        if (problems_.size() < most_problems)
            problems_.push_back(
                {reason, "/content/" + std::to_string(row_->line), std::move(detail)});
        return false;
    }
    // The trimmed cell; nothing where there is no such column.
    [[nodiscard]] std::string cell(std::string_view value) const {
        const auto place = column(value);
        return place ? std::string(trimmed(row_->cells[*place])) : std::string();
    }
    [[nodiscard]] std::string number_in(std::string_view value) const {
        auto text = cell(value);
        const auto comma = text.find(',');
        if (table_.comma_is_point && comma != text.npos && text.find('.') == text.npos &&
            text.find(',', comma + 1) == text.npos)
            text[comma] = '.';
        return text;
    }
    bool bad_number(std::string_view value, Refusal reason) {
        return bad(reason, std::string(value) + "=" + cell(value));
    }

    bool read_lot(BuyersRow& row) {
        const auto code = cell("lot");
        auto lot = existing_lot(view_, code);
        // A code may have been written by us so that no spreadsheet takes it for a formula.
        if (!lot) lot = existing_lot(view_, std::string(unneutralised(code)));
        if (!lot || lot->buyer != buyer_ || lot->product != product_.product)
            return bad(Refusal::not_found, code);
        if (lot->state != LotState::accepted) return bad(Refusal::lot_not_accepted, code);
        if (liquidated_.contains(lot->number)) return bad(Refusal::lot_liquidated, code);
        if (!seen_.insert(lot->number).second) return bad(Refusal::duplicate_row, code);
        row.lot = *std::move(lot);
        return true;
    }
    // Nothing written is nothing taken off.
    bool read_money(std::string_view value, Money& into) {
        into = Money{0, currency_};
        const auto text = number_in(value);
        if (text.empty()) return true;
        const auto amount = parse_money(text, currency_);
        if (!amount) return bad_number(value, amount.error().reason());
        if (amount->is_negative()) return bad_number(value, Refusal::amount_not_positive);
        into = *amount;
        return true;
    }
    bool read_figures(BuyersRow& row) {
        const auto weight = parse_quantity(number_in("quantity"));
        if (!weight) return bad_number("quantity", weight.error().reason());
        if (*weight <= Quantity{}) return bad_number("quantity", Refusal::quantity_not_positive);
        row.figures.weight = *weight;
        if (!read_money("inputs", row.figures.inputs)) return false;
        if (!read_money("penalty", row.figures.penalty)) return false;
        if (!number_in("amount").empty()) return read_money("amount", row.figures.amount);
        const auto price = parse_price(number_in("price"));
        if (!price) return bad_number("price", price.error().reason());
        if (*price < Price{}) return bad_number("price", Refusal::price_not_positive);
        const auto amount = value_of(*weight, *price, currency_, Rounding::half_even);
        if (!amount) return bad_number("price", amount.error().reason());
        row.figures.amount = *amount;
        return true;
    }
    bool read_values(BuyersRow& row) {
        for (const auto& attribute : product_.attributes) {
            const auto text = number_in(attribute.code);
            if (text.empty()) continue;
            const auto value = parse_reading(attribute, text);
            if (!value) return bad_number(attribute.code, value.error().reason());
            row.readings.set({attribute.number, *value});
        }
        return true;
    }
};

}  // namespace

Result<std::vector<BuyersRow>> plan_liquidation(
    const View& view, const Product& product, PartyId buyer, std::string_view bytes,
    const std::optional<std::vector<ColumnChoice>>& columns) {
    auto table = read_table(bytes);
    if (!table) return std::unexpected(table.error());
    RowReader reader(view, product, buyer, *std::move(table));
    if (auto found = reader.find_columns(columns); !found) return std::unexpected(found.error());
    return reader.read();
}

}  // namespace ayni
