#include "app/bank_formats_queries.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/payment_file_queries.h"
#include "app/use_cases.h"
#include "domain/banking/write_payment_file.h"
#include "store/bank_tables.h"

namespace ayni {

Result<void> set_bank_format(Work& work, const SetBankFormat& command) {
    if (auto sound = check_format(command.kind, command.description); !sound) return sound;
    insert(work.db, BankFormat{work.organisation, command.name, work.position(), command.kind,
                               command.description});
    return {};
}

Result<BankFormatsView> bank_formats(const View& view, const OrganisationQuery&) {
    auto query = select<BankFormat>(view.db, "WHERE organisation = $1 ORDER BY position");
    query.integer(view.organisation.number);
    std::map<std::string, BankFormat> newest;
    for (auto& format : all_rows<BankFormat>(query)) newest[format.name] = format;
    BankFormatsView all;
    for (const auto& [name, format] : newest)
        all.formats.push_back({name, format.kind, format.description});
    return all;
}

Result<BankFormat> format_named(const View& view, const std::string& name,
                                std::initializer_list<FormatKind> kinds) {
    auto query = select<BankFormat>(
        view.db, "WHERE organisation = $1 AND name = $2 ORDER BY position DESC LIMIT 1");
    auto format = first_row<BankFormat>(query.integer(view.organisation.number).text(name));
    if (!format) return refuse(Refusal::format_unknown, "/format", name);
    if (std::ranges::find(kinds, format->kind) == kinds.end())
        return refuse(Refusal::not_a_choice, "/format", std::string(name_of(format->kind)));
    return *std::move(format);
}

Result<PaymentFileView> formatted_payment_file(const View& view, const PaymentFileQuery& query) {
    if (!query.format) return payment_file(view, {query.organisation, query.order});
    const auto format = format_named(view, *query.format,
                                     {FormatKind::payments_csv, FormatKind::payments_fixed});
    if (!format) return std::unexpected(format.error());
    const auto ordered = ordered_transfers(view, query.order);
    if (!ordered) return std::unexpected(ordered.error());
    auto file = write_payment_file(format->kind, format->description, ordered->order,
                                   ordered->transfers);
    if (!file) return std::unexpected(file.error());
    const auto* ending = format->kind == FormatKind::payments_csv ? "csv" : "txt";
    return PaymentFileView{fmt::format("payments-{}.{}", query.order.number, ending),
                           *std::move(file)};
}

}  // namespace ayni
