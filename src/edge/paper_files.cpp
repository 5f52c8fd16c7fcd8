#include "edge/paper_files.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "app/people_contract.h"
#include "app/settlement_contract.h"
#include "edge/flags.h"
#include "edge/papers/cash_sheet_pdf.h"
#include "edge/papers/payments_csv.h"
#include "edge/papers/statement_pdf.h"
#include "edge/printed_file.h"
#include "kernel/described_json.h"

namespace ayni {
namespace {

constexpr std::string_view table_root = "/files/tables/";

struct Asked {
    Service& service;
    const Caller& caller;
    OrganisationId organisation;
    SettlementNumber settlement;
    std::string supplier;
};

Result<std::int64_t> number_of(const Address& address, std::string_view name) {
    const auto text = address.value(name);
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size())
        return refuse(Refusal::not_an_integer, "/" + std::string(name), std::string(text));
    return number;
}

// A query of the register, with the caller's own rights.
template <class View, class Query>
Result<View> ask(const Asked& asked, std::string_view name, const Query& query) {
    auto input = parse_json(to_json_text(query));
    if (!input) return std::unexpected(input.error());
    const auto answer = asked.service.call(
        {asked.caller, std::string(name), *std::move(input), {}});
    if (!answer) return std::unexpected(answer.error());
    return from_json_text<View>(*answer, Limits::none);
}

// What goes by the bank is not counted out in cash.
void leave_out_bank(PaymentListView& list) {
    std::erase_if(list.payments,
                  [](const PaymentRow& row) { return row.method == PaymentMethod::bank; });
    list.count = std::ssize(list.payments);
    list.total = Money{0, list.total.currency};
    for (const auto& row : list.payments) list.total += row.amount;
}

Result<StatementView> statement_of(const Asked& asked, const std::string& supplier) {
    return ask<StatementView>(asked, "statement",
                              StatementQuery{asked.organisation, asked.settlement, supplier});
}

Result<std::vector<StatementView>> statements_of(const Asked& asked) {
    std::vector<StatementView> all;
    if (!asked.supplier.empty()) {
        auto one = statement_of(asked, asked.supplier);
        if (!one) return std::unexpected(one.error());
        all.push_back(*std::move(one));
        return all;
    }
    auto found = ask<StatementsView>(asked, "statements",
                                     SettlementCommand{asked.organisation, asked.settlement});
    if (!found) return std::unexpected(found.error());
    return std::move(found->statements);
}

// Where whoever reads the paper looks at the clock.
std::string zone_of(const Asked& asked) {
    const auto known = ask<OrganisationsView>(asked, "my_organisations", NoInput{});
    if (!known) return {};
    const auto found = std::ranges::find(known->organisations, asked.organisation,
                                         &OrganisationView::id);
    return found == known->organisations.end() ? std::string() : found->time_zone;
}

Outgoing download(std::string type, std::string name, std::string bytes) {
    return {.type = std::move(type),
            .body = std::move(bytes),
            .headers = {{"Content-Disposition", fmt::format("attachment; filename=\"{}\"", name)},
                        {"Cache-Control", "no-store"}}};
}

// /files/tables/QUERY.FORMAT, whose parameters are the query's own, and the language.
Result<Outgoing> table_paper(Service& service, const Caller& caller, const Address& address) {
    auto parameters = address.query;
    std::erase_if(parameters, [](const auto& each) { return each.first == "language"; });
    const auto name = address.path.substr(table_root.size());
    const auto point = std::min(name.find('.'), name.size());
    TableWish wish{.use_case = name.substr(0, point),
                   .input = {},
                   .format = name.substr(std::min(point + 1, name.size())),
                   .language = caller.language,
                   .now = service.now()};
    const auto* use_case = the_register().find(wish.use_case);
    if (!use_case) return refuse(Refusal::unknown_use_case, {}, wish.use_case);
    auto input = json_from_flags(*use_case->input, parameters);
    if (!input) return std::unexpected(input.error());
    wish.input = *std::move(input);
    auto file = printed_file(
        [&](const std::string& asked, const Json& with) {
            return service.call({caller, asked, with, {}});
        },
        wish);
    if (!file) return std::unexpected(file.error());
    return download(std::move(file->type), std::move(file->name), std::move(file->bytes));
}

}  // namespace

Result<Outgoing> paper_file(Service& service, const Caller& caller, const Address& address) {
    if (auto once = check_each_once(address.query); !once) return std::unexpected(once.error());
    // What is asked in a language is answered in it, down to the labels of the lines.
    auto reader = caller;
    reader.language = choice_of<Language>(address.value("language")).value_or(caller.language);
    if (address.path.starts_with(table_root)) return table_paper(service, reader, address);
    const auto organisation = number_of(address, "organisation"),
               settlement = number_of(address, "settlement");
    if (!organisation) return std::unexpected(organisation.error());
    if (!settlement) return std::unexpected(settlement.error());
    const auto language = reader.language;
    const bool in_english = language == Language::en;
    const Asked asked{
        service, reader, {*organisation}, {*settlement}, std::string(address.value("supplier"))};
    const auto name = address.path.substr(7);
    if (name == "statements.pdf") {
        const auto statements = statements_of(asked);
        if (!statements) return std::unexpected(statements.error());
        return download(
            "application/pdf",
            fmt::format("{}-{}.pdf", in_english ? "statements" : "boletas", *settlement),
            statements_pdf(*statements, language, {service.now(), zone_of(asked)}));
    }
    if (name == "statement.txt") {
        const auto statement = statement_of(asked, asked.supplier);
        if (!statement) return std::unexpected(statement.error());
        return download("text/plain; charset=utf-8", in_english ? "message.txt" : "mensaje.txt",
                        statement->text_message);
    }
    const bool is_sheet = name == "cash_sheet.pdf";
    if (!is_sheet && name != "payments.csv") return refuse(Refusal::not_found);
    auto list = ask<PaymentListView>(asked, "payment_list",
                                     SettlementCommand{asked.organisation, {*settlement}});
    if (!list) return std::unexpected(list.error());
    if (is_sheet) leave_out_bank(*list);
    if (!is_sheet)
        return download("text/csv; charset=utf-8", payments_file_name(*list, language),
                        payments_csv(*list, language));
    return download(
        "application/pdf",
        fmt::format("{}-{}.pdf", in_english ? "cash-sheet" : "planilla", *settlement),
        cash_sheet_pdf(*list, list->organisation_name, language, {service.now(), zone_of(asked)}));
}

}  // namespace ayni
