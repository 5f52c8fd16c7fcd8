#include "edge/papers/table_plan.h"

#include <algorithm>

#include "edge/papers/paper_dictionary.h"

namespace ayni {
namespace {

struct NamedPlan {
    std::string_view query;
    std::vector<PartPlan> parts;
    bool has_summary = false;
};

using enum Side;

// What a trial balance says of each line, behind what names it.
std::vector<ColumnPlan> trial_columns(std::vector<ColumnPlan> columns) {
    columns.insert(columns.end(), {{"opening", debit, true, "opening_debit"},
                                   {"opening", credit, true, "opening_credit"},
                                   {"debit", whole, true},
                                   {"credit", whole, true},
                                   {"closing", debit, true, "closing_debit"},
                                   {"closing", credit, true, "closing_credit"}});
    return columns;
}

const std::vector<NamedPlan>& reports() {
    static const std::vector<ColumnPlan> amounts{{"account"}, {"amount"}};
    static const std::vector<NamedPlan> all{
        {"trial_balance",
         {{"", trial_columns({{"account"}}), {{.list = "lines", .sum = "total"}}},
          {"accounts",
           trial_columns({{"code"}, {"title"}}),
           {{.list = "accounts", .sum = "total"}}}}},
        {"income_statement",
         {{"",
           {{"account"}, {"amount", whole, true}},
           {{.list = "income", .heading = "income", .sum = "total_income"},
            {.list = "expenses", .heading = "expenses", .sum = "total_expenses"},
            {.value = "result"}}}}},
        {"position",
         {{"",
           {{"account"}, {"amount", whole, true}},
           {{.list = "assets", .heading = "assets"},
            {.value = "total_assets"},
            {.list = "liabilities", .heading = "liabilities", .sum = "total_liabilities"},
            {.list = "equity", .heading = "equity", .sum = "total_equity"},
            {.value = "result"},
            {.value = "total_liabilities_and_equity"}}}}},
        {"cash_flow",
         {{"", amounts, {{.value = "opening"}, {.list = "flows"}, {.value = "closing"}}}}},
        {"journal",
         {{"",
           {{"number"},
            {"date"},
            {"kind"},
            {"account"},
            {"party"},
            {"party_name"},
            {"amount", debit, true, "debit"},
            {"amount", credit, true, "credit"}},
           {{.list = "entries", .inner = "legs", .sum = "total"}}}}},
        {"balances",
         {{"",
           {{"account_class"},
            {"account"},
            {"party"},
            {"party_name"},
            {"amount", debit, true, "debit"},
            {"amount", credit, true, "credit"}},
           {{.list = "balances", .sum = "total"}}}}},
        {"buyer_account",
         {{"items",
           {{"lot"},
            {"kind"},
            {"document"},
            {"invoice"},
            {"day"},
            {"due"},
            {"days_late"},
            {"amount", whole, true},
            {"contested", whole, true}},
           {{.list = "items", .sum = "total"}}},
          {"receipts",
           {{"receipt"},
            {"day"},
            {"document"},
            {"into"},
            {"amount"},
            {"advance"},
            {"entry"},
            {"reversed"}},
           {{.list = "receipts"}}}},
         true},
        {"capital_register",
         {{"",
           {{"member"},
            {"name"},
            {"is_member"},
            {"settled", whole, true},
            {"contributed", whole, true},
            {"refunded", whole, true},
            {"other", whole, true},
            {"balance", whole, true}},
           {{.list = "members", .sum = "total"}}}}},
    };
    return all;
}

const std::vector<NamedPlan>& registers() {
    static const std::vector<NamedPlan> all{
        {"suppliers",
         {{"",
           {{"code"},
            {"name"},
            {"kind"},
            {"hamlet"},
            {"household"},
            {"household_name"},
            {"certificates"}},
           {{.list = "suppliers"}}}}},
        {"deliveries",
         {{"",
           {{"day"},
            {"shift"},
            {"supplier"},
            {"name"},
            {"quantity"},
            {"outcome"},
            {"reason"},
            {"readings"},
            {"corrected"},
            {"undone"}},
           {{.list = "deliveries"}}}},
         true},
        {"analyses",
         {{"",
           {{"day"}, {"shift"}, {"supplier"}, {"name"}, {"readings"}},
           {{.list = "analyses"}}}}},
        {"days",
         {{"",
           {{"day"},
            {"deliveries"},
            {"suppliers"},
            {"morning", whole, true},
            {"evening", whole, true},
            {"rejected", whole, true}},
           {{.list = "days", .sum = "total"}}}}},
        {"payments",
         {{"",
           {{"reference"},
            {"settlement"},
            {"order"},
            {"supplier"},
            {"name"},
            {"method"},
            {"state"},
            {"amount"}},
           {{.list = "payments"}, {.value = "total"}}}}},
        {"vouchers",
         {{"",
           {{"number"},
            {"day"},
            {"document"},
            {"purpose"},
            {"payee_name"},
            {"account"},
            {"amount"},
            {"paid_from"},
            {"state"},
            {"proposed_by"},
            {"decided_by"},
            {"entry"}},
           {{.list = "vouchers", .inner = "lines"}}}}},
        {"liquidations",
         {{"",
           {{"liquidation"},
            {"buyer"},
            {"document"},
            {"invoice"},
            {"day"},
            {"lot"},
            {"our_quantity"},
            {"his_quantity"},
            {"ours"},
            {"amount", whole, false, "his"},
            {"difference"},
            {"outcome"},
            {"undone"}},
           {{.list = "liquidations", .inner = "lines"}}}}},
    };
    return all;
}

const std::vector<NamedPlan>& registers_of_money() {
    static const std::vector<NamedPlan> all{
        {"settlements",
         {{"",
           {{"settlement"},
            {"product"},
            {"first"},
            {"last"},
            {"state"},
            {"producers"},
            {"deliveries"},
            {"quantity"},
            {"gross"},
            {"deducted"},
            {"net"}},
           {{.list = "settlements"}}}}},
        {"settlement",
         {{"producers",
           {{"supplier"},
            {"name"},
            {"member"},
            {"hamlet"},
            {"quantity", whole, true},
            {"mean_price"},
            {"gross", whole, true},
            {"deducted", whole, true},
            {"net", whole, true},
            {"carried", whole, true}},
           {{.list = "producers", .sum = "total"}}},
          {"flows",
           {{"kind"}, {"label"}, {"producers"}, {"amount"}, {"carried"}},
           {{.list = "flows"}}},
          {"not_asked",
           {{"obligation"}, {"supplier"}, {"name"}, {"kind"}, {"remaining"}},
           {{.list = "not_asked"}}}}},
        {"lots",
         {{"",
           {{"lot"},
            {"day"},
            {"product"},
            {"buyer"},
            {"tank"},
            {"quantity"},
            {"litres"},
            {"readings"},
            {"collected"},
            {"difference"},
            {"state"},
            {"price"},
            {"value"},
            {"due"},
            {"entry"}},
           {{.list = "lots"}}}}},
        {"bank_statement",
         {{"",
           {{"line"},
            {"booked"},
            {"amount", whole, true},
            {"reference"},
            {"own_reference"},
            {"bank_reference"},
            {"party"},
            {"text"}},
           {{.list = "lines", .sum = "total"}}}}},
    };
    return all;
}

const NamedPlan* own_plan(std::string_view query) {
    for (const auto* plans : {&reports(), &registers(), &registers_of_money()})
        for (const auto& plan : *plans)
            if (plan.query == query) return &plan;
    return nullptr;
}

bool is_text_list(const Shape& shape) noexcept {
    return shape.kind == Kind::list && structure_in(shape) == nullptr;
}

// A list of pairs is read as a text; one of larger things would be none.
bool is_column(const Field& field) noexcept {
    const auto& shape = present(*field.shape);
    if (shape.name == "Bytes") return false;
    if (shape.kind == Kind::list)
        return is_text_list(shape) || structure_in(shape)->fields.size() == 2;
    return shape.kind != Kind::structure;
}

bool is_table(const Field& field) noexcept {
    const auto& shape = present(*field.shape);
    return shape.kind == Kind::list && structure_in(shape) != nullptr;
}

}  // namespace

const Shape& present(const Shape& shape) noexcept {
    return shape.kind == Kind::optional ? *shape.element : shape;
}

const Description* structure_in(const Shape& shape) noexcept {
    const auto* inside = &shape;
    while (inside->kind == Kind::optional || inside->kind == Kind::list) inside = inside->element;
    return inside->kind == Kind::structure ? inside->structure() : nullptr;
}

const Field* field_of(const Description& description, std::string_view name) noexcept {
    const auto found = std::ranges::find(description.fields, name, &Field::name);
    return found == description.fields.end() ? nullptr : &*found;
}

bool is_printed(const UseCase& use_case) noexcept {
    return use_case.kind == UseCaseKind::query &&
           !paper_word("title", use_case.name, Language::es).empty();
}

TablePlan plan_of(const UseCase& use_case) {
    const auto& answer = *use_case.output->structure();
    TablePlan plan;
    if (const auto* own = own_plan(use_case.name)) {
        plan.parts = own->parts;
        plan.has_summary = own->has_summary;
        return plan;
    }
    for (const auto& field : answer.fields) {
        if (!is_table(field)) continue;
        PartPlan part{.title = field.name, .columns = {}, .rows = {{.list = field.name}}};
        for (const auto& column : structure_in(*field.shape)->fields)
            if (is_column(column)) part.columns.push_back({column.name});
        plan.parts.push_back(std::move(part));
    }
    if (plan.parts.size() == 1) plan.parts.front().title = {};
    plan.has_summary = true;
    return plan;
}

}  // namespace ayni
