#include "edge/printed_file.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "app/people_contract.h"
#include "edge/papers/letters.h"
#include "edge/papers/paper_dictionary.h"
#include "edge/papers/paper_text.h"
#include "edge/papers/print_answer.h"

namespace ayni {
namespace {

constexpr std::int64_t rows_at_once = 5'000;  // the query gives fewer if it wants to
constexpr int most_tries = 3;

struct Format {
    std::string_view name, type;
};
constexpr auto formats = std::to_array<Format>(
    {{"csv", "text/csv; charset=utf-8"},
     {"pdf", "application/pdf"},
     {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}});

std::optional<Date> day_in_member(const Json& json, std::string_view name) {
    const auto* member = json.find(name);
    if (member == nullptr) return std::nullopt;
    const auto day = parse_date(member->text);
    return day ? std::optional(*day) : std::nullopt;
}

// Asks for what the query cuts into pages, one page after the other.
class Pages {
public:
    Pages(const AskRegister& ask, const TableWish& wish, const UseCase& use_case)
        : ask_(ask), wish_(wish) {
        const auto& input = *use_case.input->structure();
        is_cut_ = field_of(input, "offset") && field_of(input, "limit") &&
                  !wish.input.find("offset") && !wish.input.find("limit");
        for (const auto& field : use_case.output->structure()->fields)
            if (field.shape->kind == Kind::list) list_ = field.name;
    }
    [[nodiscard]] Result<Json> first() {
        auto answer = page();
        if (answer && is_cut_) total_ = number(*answer);
        return answer;
    }
    [[nodiscard]] Result<bool> next(Json& answer) {
        if (!is_cut_) return false;
        const auto* rows = answer.find(list_);
        read_ += rows ? std::ssize(rows->items) : 0;
        if (read_ >= total_ || !rows || rows->items.empty()) return false;
        answer = Json{};
        auto more = page();
        if (!more) return std::unexpected(more.error());
        if (number(*more) != total_) return refuse(Refusal::busy);
        answer = *std::move(more);
        return true;
    }

private:
    const AskRegister& ask_;
    const TableWish& wish_;
    bool is_cut_ = false;
    std::string_view list_;
    std::int64_t read_ = 0, total_ = 0;

    [[nodiscard]] Result<Json> page() const {
        auto input = wish_.input;
        if (is_cut_)
            input.with("offset", Json::of_number(read_))
                .with("limit", Json::of_number(rows_at_once));
        const auto answer = ask_(wish_.use_case, input);
        if (!answer) return std::unexpected(answer.error());
        return parse_json(*answer);
    }
    static std::int64_t number(const Json& answer) {
        const auto* total = answer.find("total");
        return total ? std::stoll(total->text) : 0;
    }
};

Result<OrganisationView> organisation_of(const AskRegister& ask, const TableWish& wish) {
    const auto answer = ask("my_organisations", Json::object());
    if (!answer) return std::unexpected(answer.error());
    auto own = from_json_text<OrganisationsView>(*answer, Limits::none);
    if (!own) return std::unexpected(own.error());
    const auto* number = wish.input.find("organisation");
    for (auto& each : own->organisations)
        if (number && number->text == std::to_string(each.id.number)) return std::move(each);
    return refuse(Refusal::not_found);
}

// What was asked for beside the days: "Productor: M1".
std::string asked_for(const Field& field, const Json& value, const PrintedHead& head) {
    const auto language = head.language;
    const auto label = word_or_name("column", field.name, language);
    auto cell = cell_of(*field.shape, &value, head);
    if (cell.kind == CellKind::day)
        if (const auto day = parse_date(cell.text)) cell.text = date_text(*day, language);
    if (present(*field.shape).kind == Kind::boolean) return value.truth ? label : "";
    return fmt::format("{}: {}", label, cell.text);
}

struct Head {
    PrintedHead printed;
    Date dated;
};

Head head_of(const TableWish& wish, const UseCase& use_case, const OrganisationView& organisation,
             const Json& answer) {
    const auto language = wish.language;
    const auto first = day_in_member(wish.input, "first"), last = day_in_member(wish.input, "last");
    auto as_of = day_in_member(wish.input, "as_of");
    if (!as_of) as_of = day_in_member(answer, "as_of");
    const auto today = day_in(organisation.time_zone, wish.now);
    const bool is_period = first && last && *first <= *last;
    const Date dated = is_period ? *last : as_of.value_or(today);
    auto days = is_period ? paper_sentence("days", language, period_text({*first, *last}, language))
                          : paper_sentence("as_of", language, date_text(dated, language));
    Head head{{.organisation = organisation.name,
               .title = std::string(paper_word("title", use_case.name, language)),
               .about = {fmt::format("{} · {}", days, organisation.currency.code())},
               .currency = organisation.currency,
               .language = language,
               .time_zone = organisation.time_zone,
               .dated = {std::int64_t{dated.days} * 86'400'000}},
              dated};
    for (const auto& field : use_case.input->structure()->fields) {
        const auto* value = wish.input.find(field.name);
        if (value == nullptr || field.name == "organisation" || field.name == "as_of") continue;
        if (is_period && (field.name == "first" || field.name == "last")) continue;
        if (auto text = asked_for(field, *value, head.printed); !text.empty())
            head.printed.about.push_back(std::move(text));
    }
    return head;
}

std::string file_name(const Head& head, std::string_view format) {
    std::string name = ascii_letters(head.printed.title);
    for (char& sign : name) {
        if (sign >= 'A' && sign <= 'Z') sign = static_cast<char>(sign + ('a' - 'A'));
        if ((sign < 'a' || sign > 'z') && (sign < '0' || sign > '9')) sign = '-';
    }
    return fmt::format("{}-{}.{}", name, print(head.dated), format);
}

std::unique_ptr<TableWriter> writer_of(std::string_view format, const PrintedHead& head) {
    if (format == "xlsx") return xlsx_table(head);
    if (format == "pdf") return pdf_table(head);
    return csv_table();
}

Result<PrintedFile> try_file(const AskRegister& ask, const TableWish& wish, const UseCase& use_case,
                             const Format& format) {
    Pages pages(ask, wish, use_case);
    auto answer = pages.first();
    if (!answer) return std::unexpected(answer.error());
    const auto organisation = organisation_of(ask, wish);
    if (!organisation) return std::unexpected(organisation.error());
    const auto head = head_of(wish, use_case, *organisation, *answer);
    const auto writer = writer_of(format.name, head.printed);
    const auto printed = print_answer(
        plan_of(use_case), *use_case.output, *std::move(answer),
        [&](Json& rows) { return pages.next(rows); }, head.printed, *writer);
    if (!printed) return std::unexpected(printed.error());
    auto bytes = writer->finish();
    if (!bytes) return std::unexpected(bytes.error());
    return PrintedFile{std::string(format.type), file_name(head, format.name), *std::move(bytes)};
}

}  // namespace

Result<PrintedFile> printed_file(const AskRegister& ask, const TableWish& wish) {
    const auto* use_case = the_register().find(wish.use_case);
    if (!use_case || !is_printed(*use_case))
        return refuse(Refusal::unknown_use_case, {}, wish.use_case);
    const auto format = std::ranges::find(formats, std::string_view(wish.format), &Format::name);
    if (format == formats.end()) return refuse(Refusal::format_unknown, "/format", wish.format);
    for (int tries = 1;; ++tries) {
        auto file = try_file(ask, wish, *use_case, *format);
        const bool changed = !file && file.error().reason() == Refusal::busy;
        if (!changed || tries == most_tries) return file;
    }
}

}  // namespace ayni
