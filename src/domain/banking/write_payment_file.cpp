#include "domain/banking/write_payment_file.h"

#include "kernel/csv.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

constexpr std::size_t longest_text = 500;

std::string replaced(std::string text, char from, const std::string& to) {
    const auto at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, 1, to);
}

class Writing {
public:
    Writing(FormatKind kind, const FormatDescription& description, const TransferOrder& order,
            const std::vector<Transfer>& transfers)
        : is_fixed_(kind == FormatKind::payments_fixed),
          description_(description),
          order_(order),
          transfers_(transfers),
          total_{0, transfers.front().amount.currency} {
        for (const auto& each : transfers) total_ += each.amount;
    }

    Result<std::string> file() {
        if (!is_fixed_ && description_.titles.value_or(false)) add_titles();
        if (auto done = add_record(description_.header, nullptr, "/header"); !done)
            return std::unexpected(done.error());
        for (std::size_t i = 0; i < transfers_.size(); ++i) {
            ++sequence_;
            if (auto done = add_record(description_.fields, &transfers_[i],
                                       "/transfers/" + std::to_string(i));
                !done)
                return std::unexpected(done.error());
        }
        if (auto done = add_record(description_.trailer, nullptr, "/trailer"); !done)
            return std::unexpected(done.error());
        return std::move(file_);
    }

private:
    bool is_fixed_;
    const FormatDescription& description_;
    const TransferOrder& order_;
    const std::vector<Transfer>& transfers_;
    Money total_;
    std::int64_t sequence_ = 0;
    std::string file_;

    void end_line() { file_ += description_.line_feed_only.value_or(false) ? "\n" : "\r\n"; }
    [[nodiscard]] char delimiter() const { return description_.delimiter.value_or(",").front(); }

    void add_titles() {
        for (std::size_t i = 0; i < description_.fields.size(); ++i) {
            if (i > 0) file_ += delimiter();
            file_ += cell(*description_.fields[i].title);
        }
        end_line();
    }
    Result<void> add_record(const std::optional<std::vector<FormatField>>& fields,
                            const Transfer* transfer, const std::string& where) {
        if (!fields) return {};
        for (std::size_t i = 0; i < fields->size(); ++i) {
            const auto& field = (*fields)[i];
            const auto place = where + "/" + std::string(name_of(field.value));
            auto text = text_of(field, transfer, place);
            if (!text) return std::unexpected(text.error());
            if (i > 0 && !is_fixed_) file_ += delimiter();
            auto fitted = is_fixed_ ? fit(field, *std::move(text), transfer, place)
                                    : cut(field, *std::move(text), transfer, place);
            if (!fitted) return std::unexpected(fitted.error());
            file_ += is_fixed_ || is_number(field.value) ? *fitted : cell(*fitted);
        }
        end_line();
        return {};
    }
    [[nodiscard]] std::string cell(const std::string& text) const {
        auto quoted = csv_cell(text);
        if (!quoted.starts_with('"') && quoted.find(delimiter()) != std::string::npos)
            return "\"" + quoted + "\"";
        return quoted;
    }
    [[nodiscard]] Result<std::string> text_of(const FormatField& field, const Transfer* transfer,
                                              const std::string& where) const {
        switch (field.value) {
            case BankValue::reference: return bank_text(transfer->reference, longest_text);
            case BankValue::name: return bank_text(transfer->name, longest_text);
            case BankValue::account: return transfer->account;
            case BankValue::bank:
                return (transfer ? transfer->account : order_.account).substr(0, 3);
            case BankValue::amount: return amount_of(field, transfer->amount, where);
            case BankValue::currency: return std::string(total_.currency.code());
            case BankValue::day:
                return print_day(order_.day, description_.day_style.value_or(DayStyle::year_first));
            case BankValue::purpose: return bank_text(order_.purpose, longest_text);
            case BankValue::payer: return bank_text(order_.payer, longest_text);
            case BankValue::payer_account: return order_.account;
            case BankValue::tax_number: return order_.tax_number;
            case BankValue::message: return order_.message;
            case BankValue::count: return std::to_string(transfers_.size());
            case BankValue::total: return amount_of(field, total_, where);
            case BankValue::sequence: return std::to_string(sequence_);
            case BankValue::literal: return field.literal.value_or(std::string());
            default: return std::string();
        }
    }
    [[nodiscard]] Result<std::string> amount_of(const FormatField& field, Money amount,
                                                const std::string& where) const {
        const auto own = amount.currency.decimals();
        const auto decimals = field.decimals.value_or(own);
        auto minor = amount.minor;
        for (auto i = own; i > decimals; --i) {
            if (minor % 10 != 0)
                return refuse(Refusal::too_many_decimals, where, print_amount(amount));
            minor /= 10;
        }
        const auto zeros = std::string(static_cast<std::size_t>(std::max(0, decimals - own)), '0');
        if (field.implied.value_or(false)) return std::to_string(minor) + zeros;
        auto text = print_decimal(minor, std::min(own, decimals));
        if (!zeros.empty()) text += (own == 0 ? "." : "") + zeros;
        return replaced(std::move(text), '.', description_.decimal_mark.value_or("."));
    }
    // A text that is longer than its field, unless the format lets its end go.
    [[nodiscard]] static Result<std::string> cut(const FormatField& field, std::string text,
                                                 const Transfer* transfer,
                                                 const std::string& where) {
        if (!field.width) return text;
        const auto width = static_cast<std::size_t>(*field.width);
        if (text.size() <= width) return text;
        if (!field.may_be_cut.value_or(false))
            return refuse(Refusal::value_does_not_fit, where, transfer ? transfer->reference : "");
        text.resize(width);
        return text;
    }
    [[nodiscard]] static Result<std::string> fit(const FormatField& field, std::string text,
                                                 const Transfer* transfer,
                                                 const std::string& where) {
        auto fitted = cut(field, std::move(text), transfer, where);
        if (!fitted) return fitted;
        const bool number = is_number(field.value);
        const auto missing = static_cast<std::size_t>(*field.width) - fitted->size();
        const std::string padding(missing, field.fill.value_or(number ? "0" : " ").front());
        const auto align = field.align.value_or(number ? Alignment::right : Alignment::left);
        return align == Alignment::right ? padding + *fitted : *fitted + padding;
    }
};

}  // namespace

Result<std::string> write_payment_file(FormatKind kind, const FormatDescription& description,
                                       const TransferOrder& order,
                                       const std::vector<Transfer>& transfers) {
    if (auto sound = check_transfers(transfers); !sound) return std::unexpected(sound.error());
    return Writing(kind, description, order, transfers).file();
}

}  // namespace ayni
