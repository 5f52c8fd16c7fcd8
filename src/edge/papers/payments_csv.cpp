#include "edge/papers/payments_csv.h"

#include <initializer_list>

#include <fmt/format.h>

#include "edge/papers/paper_text.h"
#include "kernel/csv.h"

namespace ayni {
namespace {

void add_row(std::string& csv, std::initializer_list<std::string> cells) {
    const char* between = "";
    for (const auto& cell : cells) {
        csv += between;
        csv += cell;
        between = ",";
    }
    csv += "\r\n";
}

}  // namespace

std::string payments_csv(const PaymentListView& list, Language language) {
    const auto& words = paper_words(language).payments;
    // With the mark: without it Excel shows "Ñahui" as "Ã‘ahui", and our own import knows it too.
    std::string csv = "\xEF\xBB\xBF";
    add_row(csv, {csv_cell(words.reference), csv_cell(words.code), csv_cell(words.name),
                  csv_cell(words.amount), csv_cell(words.currency)});
    for (const auto& payment : list.payments)
        add_row(csv, {csv_cell(payment.reference), csv_cell(payment.supplier),
                      csv_cell(payment.name), csv_number(print_amount(payment.amount)),
                      csv_cell(payment.amount.currency.code())});
    return csv;
}

std::string payments_file_name(const PaymentListView& list, Language language) {
    return fmt::format("{}_{}_{}_{}_{}_{}.csv", paper_words(language).payments.file_name,
                       print(list.first), print(list.last), list.payments.size(),
                       print_amount(list.total), list.total.currency.code());
}

}  // namespace ayni
