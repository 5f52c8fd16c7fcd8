#include "edge/papers/table_plan.h"

#include <set>

#include <gtest/gtest.h>

#include "edge/papers/paper_dictionary.h"

namespace ayni {
namespace {

// What is no table, or has a paper or a file of its own.
const std::set<std::string_view> not_printed{"arrivals",
                                             "bank_formats",
                                             "buying_policies",
                                             "charts",
                                             "check_bank_statement",
                                             "check_payment_file",
                                             "check_payment_results",
                                             "check_terms",
                                             "compare_offers",
                                             "health",
                                             "home",
                                             "journal_file",
                                             "log",
                                             "milk_to_price",
                                             "my_organisations",
                                             "party",
                                             "payment_file",
                                             "payment_list",
                                             "preview_import",
                                             "preview_liquidation",
                                             "products",
                                             "sessions",
                                             "sources",
                                             "statement",
                                             "statements",
                                             "surplus_preview",
                                             "terms",
                                             "what_if"};

void expect_word(std::string_view group, std::string_view name, std::string_view where) {
    for (const auto language : {Language::es, Language::en})
        EXPECT_FALSE(paper_word(group, name, language).empty())
            << where << ": no word for " << group << " " << name;
}

void expect_choices(const Shape& shape, std::string_view where) {
    if (shape.kind == Kind::choice)
        for (const auto choice : shape.choices) expect_word(shape.name, choice, where);
    if (shape.element) expect_choices(*shape.element, where);
    if (shape.kind == Kind::structure)
        for (const auto& field : shape.structure()->fields) expect_choices(*field.shape, where);
}

void expect_summary(const Description& description, std::string_view where) {
    for (const auto& field : description.fields) {
        const auto& shape = present(*field.shape);
        if (shape.kind == Kind::structure) expect_summary(*shape.structure(), where);
        if (shape.kind == Kind::structure || shape.kind == Kind::list) continue;
        expect_word("column", field.name, where);
        expect_choices(shape, where);
    }
}

void expect_column(const Description& answer, const PartPlan& part, const ColumnPlan& column,
                   std::string_view where) {
    const Field* field = nullptr;
    for (const auto& rows : part.rows) {
        if (rows.list.empty()) continue;
        const auto* list = field_of(answer, rows.list);
        ASSERT_TRUE(list) << where << " has no " << rows.list;
        const auto* element = structure_in(*list->shape);
        if (!rows.inner.empty()) {
            const auto* inner = field_of(*element, rows.inner);
            ASSERT_TRUE(inner) << where << " has no " << rows.inner;
            field = field_of(*structure_in(*inner->shape), column.field);
        }
        if (field == nullptr) field = field_of(*element, column.field);
    }
    ASSERT_TRUE(field) << where << " has no " << column.field;
    expect_word("column", column.head.empty() ? column.field : column.head, where);
    expect_choices(*field->shape, where);
}

TEST(TablePlan, PrintsEveryQueryThatIsATable) {
    for (const auto& use_case : the_register().all()) {
        if (use_case.kind != UseCaseKind::query) continue;
        EXPECT_NE(is_printed(use_case), not_printed.contains(use_case.name)) << use_case.name;
    }
}

TEST(TablePlan, HasAWordInBothLanguagesForAllItPrints) {
    for (const auto& use_case : the_register().all()) {
        if (!is_printed(use_case)) continue;
        expect_word("title", use_case.name, use_case.name);
        for (const auto& field : use_case.input->structure()->fields)
            if (field.name != "organisation" && field.name != "offset" && field.name != "limit")
                expect_word("column", field.name, use_case.name);
        const auto plan = plan_of(use_case);
        const auto& answer = *use_case.output->structure();
        EXPECT_FALSE(plan.parts.empty()) << use_case.name;
        if (plan.has_summary) expect_summary(answer, use_case.name);
        for (const auto& part : plan.parts) {
            if (!part.title.empty()) expect_word("column", part.title, use_case.name);
            for (const auto& column : part.columns)
                expect_column(answer, part, column, use_case.name);
            for (const auto& rows : part.rows)
                for (const auto word : {rows.heading, rows.sum, rows.value})
                    if (!word.empty()) expect_word("column", word, use_case.name);
        }
    }
    for (const auto text : {"as_of", "days", "no_rows", "page", "page_code", "summary", "yes"})
        expect_word("text", text, "every table");
}

}  // namespace
}  // namespace ayni
