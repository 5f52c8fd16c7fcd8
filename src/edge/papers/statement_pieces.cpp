#include "edge/papers/statement_pieces.h"

#include <algorithm>

#include <fmt/format.h>

namespace ayni {
namespace {

constexpr std::string_view separator = " · ";
constexpr double ascent = 0.928;  // of DejaVu Sans: from the top of a line to its baseline

std::string joined(std::initializer_list<std::string_view> parts) {
    std::string text;
    for (const auto part : parts) {
        if (part.empty()) continue;
        if (!text.empty()) text += separator;
        text += part;
    }
    return text;
}

Piece person(const StatementPaper& paper) {
    const auto& statement = *paper.statement;
    const auto& words = paper.words->statement;
    const Type name{.size = 12.5, .bold = true}, more{.size = 8, .ink = Ink::ash};
    const Measure name_measure{paper.width, 2}, more_measure{paper.width, 1};
    const auto kind = statement.member ? words.member : words.supplier;
    const auto details = joined({statement.supplier, kind, statement.hamlet.value_or("")});
    const double height = paper.pen->paragraph_height(statement.name, name, name_measure) +
                          paper.pen->paragraph_height(details, more, more_measure);
    return {height + 7, [=, &paper, &statement](double top) {
                top += paper.pen->paragraph({paper.left, top}, statement.name, name, name_measure);
                paper.pen->paragraph({paper.left, top}, details, more, more_measure);
            }};
}

// The payment in the largest type that its width allows.
struct Payment {
    std::string text;
    Type type;
    double width = 0;
};

Payment payment_of(const StatementPaper& paper) {
    const auto net = paper.statement->net;
    Payment payment{.text = money_text(net),
                    .type = {.size = paper.density.money,
                             .bold = true,
                             .ink = net.is_negative() ? Ink::carmine : Ink::ink}};
    payment.width = paper.pen->width(payment.text, payment.type);
    if (payment.width > paper.width) {
        payment.type.size *= paper.width / payment.width;
        payment.width = paper.width;
    }
    return payment;
}

void draw_payment(const StatementPaper& paper, const Payment& payment, double top) {
    paper.pen->text({paper.left, top + 8}, paper.words->statement.receives, {.size = 9});
    paper.pen->text({paper.left, top + 11 + payment.type.size}, payment.text, payment.type);
}

// What the bars show, in words: for who cannot see them, and for the sum.
std::string delivered_text(const StatementPaper& paper) {
    const auto& statement = *paper.statement;
    const auto& words = paper.words->statement;
    std::string count = fmt::format("{} {}", statement.deliveries,
                                    statement.deliveries == 1 ? words.delivery : words.deliveries);
    int without = statement.last - statement.first + 1;
    for (const auto& day : statement.days)
        if ((day.quantity + day.rejected).thousandths > 0) --without;
    std::string missing, rejected;
    if (without > 0)
        missing = fmt::format("{}: {} {}", words.no_delivery, without,
                              without == 1 ? words.one_day : words.days);
    if (statement.rejected.thousandths != 0)
        rejected = fmt::format("{}: {}", words.rejected,
                               quantity_text(statement.rejected, statement.unit));
    return joined({count, missing, rejected});
}

// Title, words and bars.
struct Delivered {
    std::string title, text;
    Area area;
    double title_height = 0, text_height = 0;
    static constexpr Type title_type{.size = 8.6, .bold = true};
    static constexpr Type text_type{.size = 6.8, .ink = Ink::ash};
};

Delivered delivered_in(const StatementPaper& paper, double x, double width) {
    const auto& statement = *paper.statement;
    Delivered made{.title = fmt::format("{}: {}", paper.words->statement.delivered,
                                        quantity_text(statement.quantity, statement.unit)),
                   .text = delivered_text(paper),
                   .area = {.x = x, .width = width}};
    made.title_height = paper.pen->paragraph_height(made.title, Delivered::title_type, {width, 2});
    made.text_height = paper.pen->paragraph_height(made.text, Delivered::text_type, {width, 3});
    made.area.height = made.title_height + made.text_height + 3 + paper.density.bars;
    return made;
}

void draw_delivered(const StatementPaper& paper, const Delivered& delivered, double top) {
    const auto& area = delivered.area;
    paper.pen->paragraph({area.x, top}, delivered.title, Delivered::title_type, {area.width, 2});
    top += delivered.title_height;
    paper.pen->paragraph({area.x, top}, delivered.text, Delivered::text_type, {area.width, 3});
    top += delivered.text_height + 3;
    draw_day_bars(paper, {area.x, top, area.width, paper.density.bars});
}

// One reason: its label with the rule in short beside or under it, and the signed amount.
struct Reason {
    std::string label, detail, carried, amount;
    std::vector<std::string> changes;  ///< of a difference: each delivery, before and now
    Ink ink = Ink::ink;
};

std::string worth_text(const std::optional<Quantity>& quantity, const std::optional<Money>& value,
                       std::string_view unit) {
    if (!quantity || !value) return "—";
    return fmt::format("{}, {}", quantity_text(*quantity, unit), amount_text(*value));
}

// "2/3 Mañana: 5.0 kg, 7.00 → 6.0 kg, 8.40"; what is new or gone has a dash on one side.
std::vector<std::string> changes_of(const StatementPaper& paper, const LateView& late) {
    const auto& words = paper.words->statement;
    const auto& unit = paper.statement->unit;
    std::vector<std::string> texts;
    for (const auto& each : late.deliveries) {
        const auto day = civil(each.day);
        texts.push_back(fmt::format("{}/{} {}: {} → {}", day.day, day.month,
                                    each.shift == Shift::morning ? words.morning : words.evening,
                                    worth_text(each.quantity_before, each.value_before, unit),
                                    worth_text(each.quantity_now, each.value_now, unit)));
    }
    const auto more = late.changes - std::ssize(late.deliveries);
    if (more > 0) texts.push_back(fmt::format("+ {}", more));
    return texts;
}

Reason reason_of(const StatementPaper& paper, const StatementLineView& line, bool is_first) {
    const auto& words = paper.words->statement;
    const bool is_deduction = line.kind == LineKind::deduction;
    const auto amount = is_deduction ? -line.amount : line.amount;
    std::string remaining, carried;
    if (line.remaining)
        remaining = fmt::format("{} {}", words.still_owed, money_text(*line.remaining));
    if (!line.carried.is_zero())
        carried = fmt::format("{} {}", words.carried_over, money_text(line.carried));
    // The first line is what the others are added to.
    const bool is_bare = is_first && !amount.is_negative();
    return {.label = line.label,
            .detail = joined({line.detail, remaining}),
            .carried = carried,
            .amount = is_bare ? amount_text(amount) : signed_text(amount),
            .changes = line.late ? changes_of(paper, *line.late) : std::vector<std::string>{},
            .ink = amount.is_negative() ? Ink::carmine : Ink::ink};
}

Piece reason_piece(const StatementPaper& paper, Reason reason, double amount_width) {
    auto& pen = *paper.pen;
    const auto& density = paper.density;
    const Type label{.size = density.label}, amount{.size = density.label, .ink = reason.ink};
    const Type detail{.size = density.detail, .ink = Ink::ash};
    const Type carried{.size = density.detail, .ink = Ink::ochre};
    const Measure measure{paper.width - amount_width - 14, 2}, detail_measure{measure.width, 4};
    const double label_width = pen.width(reason.label, label);
    const double label_height = pen.paragraph_height(reason.label, label, measure);
    const bool beside = label_width + 8 + pen.width(reason.detail, detail) <= measure.width;
    double height = label_height + density.leading;
    if (!beside) height += pen.paragraph_height(reason.detail, detail, detail_measure);
    const Measure change_measure{measure.width, 1};
    for (const auto& change : reason.changes)
        height += pen.paragraph_height(change, detail, change_measure);
    if (!reason.carried.empty())
        height += pen.paragraph_height(reason.carried, carried, detail_measure);
    return {height, [=, &paper, reason = std::move(reason)](double top) {
                auto& on = *paper.pen;
                const double base = top + label.size * ascent;
                on.paragraph({paper.left, top}, reason.label, label, measure);
                on.text({paper.right(), base}, reason.amount, amount, Align::right);
                if (beside) on.text({paper.left + label_width + 8, base}, reason.detail, detail);
                top += label_height;
                if (!beside)
                    top += on.paragraph({paper.left, top}, reason.detail, detail, detail_measure);
                for (const auto& change : reason.changes)
                    top += on.paragraph({paper.left, top}, change, detail, change_measure);
                if (!reason.carried.empty())
                    on.paragraph({paper.left, top}, reason.carried, carried, detail_measure);
            }};
}

struct Total {
    std::string_view label;
    std::string amount;
    double size = 0, thickness = 0;
    Ink ink = Ink::ink;
};

// A total stands under a rule.
Piece total_piece(const StatementPaper& paper, const Total& total) {
    return {total.size + 10.5, [=, &paper](double top) {
                const Type label{.size = total.size, .bold = true};
                const Type amount{.size = total.size, .bold = true, .ink = total.ink};
                paper.pen->rule({paper.left, top + 1.5}, paper.width, total.thickness, Ink::ink);
                const double base = top + 4.5 + total.size;
                paper.pen->text({paper.left, base}, total.label, label);
                paper.pen->text({paper.right(), base}, total.amount, amount, Align::right);
            }};
}

}  // namespace

Section payment_section(const StatementPaper& paper) {
    constexpr double beside_width = 150, between = 14;
    const auto payment = payment_of(paper);
    const double payment_height = 11 + payment.type.size * 1.16;
    Section section;
    section.pieces.push_back(person(paper));
    const bool beside = paper.density.beside &&
                        payment.width + between + beside_width <= paper.width;
    const auto delivered = beside ? delivered_in(paper, paper.right() - beside_width, beside_width)
                                  : delivered_in(paper, paper.left, paper.width);
    const double below = beside ? 0 : payment_height + 4;
    const double height = beside ? std::max(payment_height, delivered.area.height)
                                 : below + delivered.area.height;
    section.pieces.push_back({height + 6, [=, &paper](double top) {
                                  draw_payment(paper, payment, top);
                                  draw_delivered(paper, delivered, top + below);
                              }});
    return section;
}

Section reasons_section(const StatementPaper& paper) {
    const auto& statement = *paper.statement;
    const auto& words = paper.words->statement;
    const auto& density = paper.density;
    const Type title{.size = density.label + 1.4, .bold = true};
    Section section{
        .heading = {title.size + 8,
                    [=, &paper, &words](double top) {
                        paper.pen->text({paper.left, top + title.size}, words.why, title);
                    }},
        .pieces = {}};
    std::vector<Reason> reasons;
    double widest = 0;
    for (const auto& line : statement.lines) {
        reasons.push_back(reason_of(paper, line, reasons.empty()));
        const Type amount{.size = density.label};
        widest = std::max(widest, paper.pen->width(reasons.back().amount, amount));
    }
    bool has_deductions = false;
    const auto credit_total = [&] {
        section.pieces.push_back(total_piece(paper, {.label = words.credit_total,
                                                     .amount = amount_text(statement.gross),
                                                     .size = density.label,
                                                     .thickness = 0.5}));
    };
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        if (statement.lines[i].kind == LineKind::deduction && !has_deductions) {
            has_deductions = true;
            credit_total();
        }
        section.pieces.push_back(reason_piece(paper, std::move(reasons[i]), widest));
    }
    if (has_deductions)
        section.pieces.push_back(total_piece(paper, {.label = words.deduction_total,
                                                     .amount = signed_text(-statement.deducted),
                                                     .size = density.label,
                                                     .thickness = 0.5,
                                                     .ink = Ink::carmine}));
    const auto ink = statement.net.is_negative() ? Ink::carmine : Ink::ink;
    section.pieces.push_back(total_piece(paper, {.label = words.receives,
                                                 .amount = money_text(statement.net),
                                                 .size = density.label + 2,
                                                 .thickness = 1.3,
                                                 .ink = ink}));
    return section;
}

}  // namespace ayni
