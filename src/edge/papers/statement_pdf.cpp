#include "edge/papers/statement_pdf.h"

#include <array>

#include <fmt/format.h>

#include "edge/papers/statement_check.h"
#include "edge/papers/statement_pieces.h"

namespace ayni {
namespace {

constexpr double a5_margin = 26, header_height = 33, footer_height = 66, code_side = 56;
constexpr double content_width = a5.width - 2 * a5_margin;

// From roomy to tight: the first that leaves everything on one page is taken.
constexpr auto densities = std::to_array<Density>({
    {.money = 40,
     .label = 9.8,
     .detail = 7.8,
     .table = 7.2,
     .bars = 46,
     .leading = 4.6,
     .beside = false},
    {.money = 38,
     .label = 9.8,
     .detail = 7.8,
     .table = 7.2,
     .bars = 46,
     .leading = 4.6,
     .beside = true},
    {.money = 37,
     .label = 9,
     .detail = 7.2,
     .table = 6.8,
     .bars = 40,
     .leading = 3,
     .beside = true},
    {.money = 35,
     .label = 8.2,
     .detail = 6.7,
     .table = 6.3,
     .bars = 36,
     .leading = 1.8,
     .beside = true},
});

struct Tag {
    std::string_view word;
    Ink ink = Ink::ink;
};

Tag tag_of(SettlementState state, const StatementWords& words) {
    switch (state) {
        case SettlementState::computed: return {words.to_approve, Ink::ochre};
        case SettlementState::approved: return {words.approved, Ink::green};
        case SettlementState::posted: return {words.posted, Ink::green};
        case SettlementState::withdrawn: break;
    }
    return {words.withdrawn, Ink::carmine};
}

void draw_header(const StatementPaper& paper, bool is_first) {
    const auto& statement = *paper.statement;
    auto& pen = *paper.pen;
    const double x = paper.left + 29, width = paper.width - 29;
    const auto [word, ink] = tag_of(statement.state, paper.words->statement);
    const Type tag{.size = 7.6, .bold = true, .ink = ink};
    const double tag_width = pen.width(word, tag) + 10;
    pen.mark({paper.left - 2, a5_margin - 2}, 25);
    pen.outline({paper.right() - tag_width, a5_margin - 1.5, tag_width, 13}, ink, 0.8);
    pen.text({paper.right() - tag_width / 2, a5_margin + 7.8}, word, tag, Align::centre);
    // The footer names the organisation again; a second sheet must say whose it is.
    const auto whose = is_first ? statement.organisation_name
                                : fmt::format("{} · {}", statement.supplier, statement.name);
    pen.paragraph({x, a5_margin - 1.5}, whose, {.size = 8.4, .ink = Ink::ash},
                  {width - tag_width - 8, 1});
    const auto period = period_text({statement.first, statement.last}, paper.language);
    pen.paragraph({x, a5_margin + 9}, fmt::format("{} · {}", period, statement.product),
                  {.size = 9.4, .bold = true}, {width, 1});
}

struct Footer {
    std::string number, control, code, made;
};

Footer footer_of(const StatementPaper& paper, const PaperTime& made_at) {
    const auto& words = paper.words->statement;
    const auto digest = statement_digest(*paper.statement);
    const std::string_view d = digest;
    const auto& entry = paper.statement->entry;
    return {.number = entry ? fmt::format("{} {}", words.number, entry->number)
                            : std::string(words.no_number_yet),
            .control = fmt::format("{} {} {} {} {}", words.check_code, d.substr(0, 4),
                                   d.substr(4, 4), d.substr(8, 4), d.substr(12)),
            .code = statement_code(*paper.statement, digest),
            .made = fmt::format("{} {}", paper.words->made_at, instant_text(made_at))};
}

void draw_footer(const StatementPaper& paper, const Footer& footer, std::string_view sheet) {
    auto& pen = *paper.pen;
    const double top = a5.height - a5_margin - code_side;
    const double x = paper.left + code_side + 12, width = paper.width - code_side - 12;
    const Type small{.size = 7, .ink = Ink::ash};
    pen.rule({paper.left, top - 6}, paper.width, 0.5, Ink::thread);
    pen.qr({paper.left, top}, code_side, footer.code);
    pen.text({x, top + 8}, footer.number, {.size = 8, .bold = true});
    pen.paragraph({x, top + 13}, paper.statement->organisation_name, small, {width, 1});
    pen.text({x, top + 30}, footer.control, small);
    pen.paragraph({x, top + 33.5}, paper.words->statement.check_this, small, {width, 1});
    pen.text({x, top + code_side}, footer.made, small);
    pen.text({paper.right(), top + code_side}, sheet, small, Align::right);
}

std::vector<Section> sections_of(const StatementPaper& paper) {
    return {payment_section(paper), reasons_section(paper), deliveries_section(paper)};
}

void draw_statement(StatementPaper& paper, const PaperTime& made_at) {
    const double top = a5_margin + header_height;
    const double bottom = a5.height - a5_margin - footer_height;
    std::vector<Section> sections;
    std::vector<PlacedPage> pages;
    for (const auto& density : densities) {
        paper.density = density;
        sections = sections_of(paper);
        pages = paginate(sections, top, bottom);
        if (pages.size() == 1) break;
    }
    const auto footer = footer_of(paper, made_at);
    const auto& statement = *paper.statement;
    paper.pen->bookmark(fmt::format("{} {}", statement.supplier, statement.name));
    for (std::size_t i = 0; i < pages.size(); ++i) {
        draw_header(paper, i == 0);
        for (const auto& [piece, at] : pages[i]) piece->draw(at);
        draw_footer(paper, footer, sheet_text(i + 1, pages.size(), paper.language));
        paper.pen->end_page();
    }
}

}  // namespace

std::string statements_pdf(const std::vector<StatementView>& statements, Language language,
                           const PaperTime& made_at) {
    const auto& words = paper_words(language);
    const auto author = statements.empty() ? std::string() : statements.front().organisation_name;
    PdfPen pen(a5, {.title = words.statement.title, .author = author, .made_at = made_at.at});
    for (const auto& statement : statements) {
        StatementPaper paper{.pen = &pen,
                             .statement = &statement,
                             .words = &words,
                             .language = language,
                             .left = a5_margin,
                             .width = content_width,
                             .density = {}};
        draw_statement(paper, made_at);
    }
    return pen.finish();
}

}  // namespace ayni
