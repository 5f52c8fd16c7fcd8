#include "edge/papers/pdf_pen.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#include "edge/papers/letters.h"
#include "edge/papers/qr_code.h"
#include "kernel/check.h"

namespace ayni {
namespace {

constexpr const char* family = "DejaVu Sans";

template <auto Free>
struct FreeWith {
    template <class T>
    void operator()(T* thing) const {
        Free(thing);
    }
};
using Layout = std::unique_ptr<PangoLayout, FreeWith<g_object_unref>>;
using Description = std::unique_ptr<PangoFontDescription, FreeWith<pango_font_description_free>>;
using Font = std::unique_ptr<cairo_scaled_font_t, FreeWith<cairo_scaled_font_destroy>>;

struct Colour {
    double red, green, blue;
};
constexpr Colour rgb(std::uint32_t code) {
    return {(code >> 16 & 255U) / 255.0, (code >> 8 & 255U) / 255.0, (code & 255U) / 255.0};
}
// The dyes of the pages (tokens.css), by `Ink`.
constexpr auto colours = std::to_array<Colour>({rgb(0x1c2330), rgb(0x5a6070), rgb(0xcfc8ba),
                                                rgb(0xf4efe5), rgb(0x1b6b57), rgb(0x96600f),
                                                rgb(0xa8203c)});

cairo_status_t append_bytes(void* into, const unsigned char* bytes, unsigned length) {
    static_cast<std::string*>(into)->append(reinterpret_cast<const char*>(bytes), length);
    return CAIRO_STATUS_SUCCESS;
}

// A layout once made serves every page: the same words stand on each statement.
struct Laid {
    Layout layout;
    double width = 0, height = 0, baseline = 0;
    bool overflows = false;  ///< piled accents leave the line
};

// The figures of one size: amounts are all different, but made of few signs without kerning, so
// they are set sign by sign, which costs a tenth of a layout.
constexpr std::string_view figure_signs = " +,-./0123456789:";
constexpr std::string_view figure_minus = "−";
struct Figures {
    struct Sign {
        unsigned long glyph = 0;
        double width = 0;
    };
    double size = 0;
    bool bold = false;
    Font font{};
    std::array<Sign, figure_signs.size() + 1> signs{};
};

}  // namespace

struct PdfPen::State {
    std::string bytes;
    PaperSize paper;
    int page = 1;  ///< being drawn
    cairo_surface_t* surface = nullptr;
    cairo_t* cairo = nullptr;
    PangoContext* context = nullptr;
    Description description{pango_font_description_from_string(family)};
    std::unordered_map<std::string, Laid> laid;
    std::vector<Figures> figures;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;

    State(PaperSize size, const About& about);
    ~State();
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] Layout layout_of(const std::string& text, Type type);
    const Laid& lay(std::string_view text, Type type, Measure measure);
    void show(const Laid& line, Spot top_left, Ink ink);
    const Figures& figures_of(Type type);
    // The width of a text of figures alone, whose glyphs are then in `glyphs`; none for others.
    std::optional<double> set_figures(std::string_view text, Type type);
    void use(Ink ink) {
        const auto& colour = colours[static_cast<std::size_t>(ink)];
        cairo_set_source_rgb(cairo, colour.red, colour.green, colour.blue);
    }
};

PdfPen::State::State(PaperSize size, const About& about) : paper(size) {
    surface = cairo_pdf_surface_create_for_stream(append_bytes, &bytes, size.width, size.height);
    const auto describe_as = [this](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface, what, text.c_str());
    };
    describe_as(CAIRO_PDF_METADATA_TITLE, drawable(about.title));
    describe_as(CAIRO_PDF_METADATA_AUTHOR, drawable(about.author));
    describe_as(CAIRO_PDF_METADATA_CREATOR, "Ayni");
    // Without a date cairo takes the clock's, and the same statement would give other bytes.
    describe_as(CAIRO_PDF_METADATA_CREATE_DATE, print(about.made_at).substr(0, 19) + "Z");
    cairo = cairo_create(surface);
    context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    cairo_font_options_t* const options = cairo_font_options_create();
    // Paper has no pixels to round to.
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(context, options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context, FALSE);
    // Left to right whatever the machine's locale says; and the same words for every reader.
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR);
    pango_context_set_language(context, pango_language_from_string("es"));
}

PdfPen::State::~State() {
    laid.clear();
    figures.clear();
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    cairo_surface_destroy(surface);
    g_object_unref(context);
}

Layout PdfPen::State::layout_of(const std::string& text, Type type) {
    pango_font_description_set_absolute_size(description.get(), type.size * PANGO_SCALE);
    pango_font_description_set_weight(description.get(),
                                      type.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    Layout layout(pango_layout_new(context));
    pango_layout_set_auto_dir(layout.get(), FALSE);
    pango_layout_set_font_description(layout.get(), description.get());
    pango_layout_set_text(layout.get(), text.c_str(), static_cast<int>(text.size()));
    return layout;
}

const Laid& PdfPen::State::lay(std::string_view text, Type type, Measure measure) {
    // Names come once; the words of the form come back on every page.
    constexpr std::size_t most_laid = 2'000;
    std::string key(text);
    const std::array<double, 4> form{type.size, type.bold ? 1.0 : 0.0, measure.width,
                                     static_cast<double>(measure.lines)};
    key.append(reinterpret_cast<const char*>(form.data()), sizeof form);
    if (const auto found = laid.find(key); found != laid.end()) return found->second;
    if (laid.size() >= most_laid) laid.clear();

    Laid line{.layout = layout_of(drawable(text), type)};
    PangoLayout* const layout = line.layout.get();
    if (measure.width > 0) {
        pango_layout_set_width(layout, static_cast<int>(measure.width * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
        pango_layout_set_height(layout, -measure.lines);
        pango_layout_set_ellipsize(layout, PANGO_ELLIPSIZE_END);
    }
    PangoRectangle ink, logical;
    pango_layout_get_extents(layout, &ink, &logical);
    line.width = pango_units_to_double(logical.width);
    line.height = pango_units_to_double(logical.height);
    line.baseline = pango_units_to_double(pango_layout_get_baseline(layout));
    line.overflows = ink.y < logical.y || ink.y + ink.height > logical.y + logical.height;
    return laid.emplace(std::move(key), std::move(line)).first->second;
}

void PdfPen::State::show(const Laid& line, Spot top_left, Ink ink) {
    use(ink);
    if (line.overflows) {
        cairo_save(cairo);
        cairo_rectangle(cairo, 0, top_left.y, paper.width, line.height);
        cairo_clip(cairo);
    }
    cairo_move_to(cairo, top_left.x, top_left.y);
    pango_cairo_show_layout(cairo, line.layout.get());
    if (line.overflows) cairo_restore(cairo);
}

const Figures& PdfPen::State::figures_of(Type type) {
    for (const auto& known : figures)
        if (known.size == type.size && known.bold == type.bold) return known;
    Figures made{.size = type.size, .bold = type.bold};
    for (std::size_t i = 0; i < made.signs.size(); ++i) {
        const auto sign = i < figure_signs.size() ? figure_signs.substr(i, 1) : figure_minus;
        const auto layout = layout_of(std::string(sign), type);
        const auto* const line = pango_layout_get_line_readonly(layout.get(), 0);
        const auto* const run = static_cast<const PangoGlyphItem*>(line->runs->data);
        const auto& glyph = run->glyphs->glyphs[0];
        made.signs[i] = {glyph.glyph, pango_units_to_double(glyph.geometry.width)};
        auto* const font = reinterpret_cast<PangoCairoFont*>(run->item->analysis.font);
        made.font.reset(cairo_scaled_font_reference(pango_cairo_font_get_scaled_font(font)));
    }
    return figures.emplace_back(std::move(made));
}

std::optional<double> PdfPen::State::set_figures(std::string_view text, Type type) {
    glyphs.clear();
    clusters.clear();
    const auto& known = figures_of(type);
    double x = 0;
    for (std::size_t i = 0; i < text.size();) {
        auto place = figure_signs.find(text[i]);
        int length = 1;
        if (text.substr(i).starts_with(figure_minus)) {
            place = figure_signs.size();
            length = static_cast<int>(figure_minus.size());
        }
        if (place == figure_signs.npos) return std::nullopt;
        glyphs.push_back({known.signs[place].glyph, x, 0});
        clusters.push_back({length, 1});
        x += known.signs[place].width;
        i += static_cast<std::size_t>(length);
    }
    return x;
}

PdfPen::PdfPen(PaperSize paper, const About& about)
    : state_(std::make_unique<State>(paper, about)) {}

PdfPen::~PdfPen() = default;

void PdfPen::end_page() {
    cairo_show_page(state_->cairo);
    ++state_->page;
}

void PdfPen::bookmark(std::string_view title) {
    const auto link = "page=" + std::to_string(state_->page) + " pos=[0 0]";
    cairo_pdf_surface_add_outline(state_->surface, CAIRO_PDF_OUTLINE_ROOT, drawable(title).c_str(),
                                  link.c_str(), cairo_pdf_outline_flags_t{});
}

void PdfPen::text(Spot at, std::string_view text, Type type, Align align) {
    const auto figures_width = state_->set_figures(text, type);
    const Laid* const line = figures_width ? nullptr : &state_->lay(text, type, {});
    const double width = figures_width ? *figures_width : line->width;
    if (align == Align::right) at.x -= width;
    if (align == Align::centre) at.x -= width / 2;
    if (line != nullptr) return state_->show(*line, {at.x, at.y - line->baseline}, type.ink);
    for (auto& glyph : state_->glyphs) glyph.x += at.x, glyph.y = at.y;
    state_->use(type.ink);
    cairo_set_scaled_font(state_->cairo, state_->figures_of(type).font.get());
    cairo_show_text_glyphs(state_->cairo, text.data(), static_cast<int>(text.size()),
                           state_->glyphs.data(), static_cast<int>(state_->glyphs.size()),
                           state_->clusters.data(), static_cast<int>(state_->clusters.size()), {});
}

double PdfPen::width(std::string_view text, Type type) {
    const auto figures_width = state_->set_figures(text, type);
    return figures_width ? *figures_width : state_->lay(text, type, {}).width;
}

double PdfPen::paragraph(Spot at, std::string_view text, Type type, Measure measure) {
    const auto& laid = state_->lay(text, type, measure);
    state_->show(laid, at, type.ink);
    return laid.height;
}

double PdfPen::paragraph_height(std::string_view text, Type type, Measure measure) {
    return state_->lay(text, type, measure).height;
}

void PdfPen::fill(const Area& area, Ink ink) {
    state_->use(ink);
    cairo_rectangle(state_->cairo, area.x, area.y, area.width, area.height);
    cairo_fill(state_->cairo);
}

void PdfPen::outline(const Area& area, Ink ink, double thickness) {
    state_->use(ink);
    cairo_set_line_width(state_->cairo, thickness);
    cairo_rectangle(state_->cairo, area.x, area.y, area.width, area.height);
    cairo_stroke(state_->cairo);
}

void PdfPen::rule(Spot from, double length, double thickness, Ink ink) {
    fill({from.x, from.y - thickness / 2, length, thickness}, ink);
}

void PdfPen::mark(Spot at, double side) {
    // mark.svg: 48 units, two staircases of the same shape, one turned by half a circle.
    constexpr auto stairs = std::to_array<Spot>(
        {{4, 4}, {34, 4}, {34, 14}, {24, 14}, {24, 24}, {14, 24}, {14, 34}, {4, 34}});
    const double unit = side / 48;
    for (const bool turned : {false, true}) {
        state_->use(turned ? Ink::ochre : Ink::green);
        cairo_new_path(state_->cairo);  // text leaves a point behind
        for (const auto [x, y] : stairs)
            cairo_line_to(state_->cairo, at.x + unit * (turned ? 48 - x : x),
                          at.y + unit * (turned ? 48 - y : y));
        cairo_fill(state_->cairo);
    }
}

void PdfPen::qr(Spot at, double side, std::string_view ascii) {
    const auto code = qr_code(ascii);
    if (code.side == 0) return;
    const double module = side / static_cast<double>(code.side);
    const auto is_dark = [&](std::size_t row, std::size_t column) {
        return column < code.side && code.dark[row * code.side + column];
    };
    // Strokes one module thick take half the bytes of boxes; a stencil would take fewer still, but
    // some readers smooth its edges away.
    cairo_t* const cairo = state_->cairo;
    cairo_save(cairo);
    cairo_translate(cairo, at.x, at.y + module / 2);
    cairo_scale(cairo, module, module);
    cairo_set_line_width(cairo, 1);
    cairo_new_path(cairo);
    for (std::size_t row = 0; row < code.side; ++row) {
        for (std::size_t column = 0; column < code.side; ++column) {
            const auto first = column;
            while (is_dark(row, column)) ++column;
            if (column == first) continue;
            cairo_move_to(cairo, static_cast<double>(first), static_cast<double>(row));
            cairo_line_to(cairo, static_cast<double>(column), static_cast<double>(row));
        }
    }
    state_->use(Ink::ink);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

std::string PdfPen::finish() {
    cairo_surface_finish(state_->surface);
    CHECK(cairo_surface_status(state_->surface) == CAIRO_STATUS_SUCCESS);
    return std::move(state_->bytes);
}

}  // namespace ayni
