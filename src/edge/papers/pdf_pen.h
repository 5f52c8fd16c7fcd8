#pragma once
// Draws text, lines and boxes on pages of paper, and hands back the PDF.

#include <memory>
#include <string>
#include <string_view>

#include "kernel/date.h"

namespace ayni {

/// Points (1/72 inch); positions are measured from the upper left corner of the page.
struct PaperSize {
    double width = 0, height = 0;
};
inline constexpr PaperSize a5{419.53, 595.28};
inline constexpr PaperSize a4{595.28, 841.89};
inline constexpr double a4_margin = 34;

struct Spot {
    double x = 0, y = 0;
};
struct Area {
    double x = 0, y = 0, width = 0, height = 0;
};

/// Colours with a meaning, dark enough for print: green in favour, ochre waits, carmine is taken or
/// refused, ash is secondary, thread and wool are lines and grounds.
enum class Ink { ink, ash, thread, wool, green, ochre, carmine };

struct Type {
    double size = 8;  ///< points
    bool bold = false;
    Ink ink = Ink::ink;
};

enum class Align { left, right, centre };

/// One line of text, or several: what does not fit ends in an ellipsis.
struct Measure {
    double width = 0;
    int lines = 1;
};

/// One PDF being drawn. The same calls give the same bytes. Any UTF-8 is drawn, in NFC: control and
/// direction characters become blanks, so that a name can not move what stands beside it.
class PdfPen {
public:
    struct About {
        std::string_view title, author;
        Instant made_at;
    };
    PdfPen(PaperSize paper, const About& about);
    ~PdfPen();
    PdfPen(const PdfPen&) = delete;
    PdfPen& operator=(const PdfPen&) = delete;

    /// Ends the page that was drawn; the next call draws on a new one.
    void end_page();
    /// Names the page being drawn in the reader's table of contents.
    void bookmark(std::string_view title);

    /// One line as wide as it is; `at` is on its baseline.
    void text(Spot at, std::string_view text, Type type, Align align = Align::left);
    [[nodiscard]] double width(std::string_view text, Type type);
    /// Text inside a measure; `at` is its upper left corner. Gives the height.
    double paragraph(Spot at, std::string_view text, Type type, Measure measure);
    [[nodiscard]] double paragraph_height(std::string_view text, Type type, Measure measure);

    void fill(const Area& area, Ink ink);
    void outline(const Area& area, Ink ink, double thickness);
    /// A horizontal line.
    void rule(Spot from, double length, double thickness, Ink ink);
    /// The two staircases of Ayni.
    void mark(Spot at, double side);
    /// A QR code of printable ASCII without its quiet zone, which is the caller's white space.
    void qr(Spot at, double side, std::string_view ascii);

    /// Ends the document; nothing may be drawn afterwards.
    [[nodiscard]] std::string finish();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace ayni
