#pragma once
// The pieces of a statement's page, from the payment down to each delivery.

#include "app/settlement_contract.h"
#include "edge/papers/paper_flow.h"
#include "edge/papers/paper_text.h"
#include "edge/papers/pdf_pen.h"

namespace ayni {

/// How tight the page is set; a short statement is set larger, since farmers read it in poor light.
struct Density {
    double money = 0;     ///< size of the payment, the largest thing on the page
    double label = 0;     ///< size of a line's label and amount
    double detail = 0;    ///< size of its explanation
    double table = 0;     ///< size of the figures of the deliveries
    double bars = 0;      ///< height of the bars
    double leading = 0;   ///< white space between lines
    bool beside = false;  ///< the bars stand beside the payment, not under it
};

/// What the pieces of one statement are made of. Pieces keep a reference to it.
struct StatementPaper {
    PdfPen* pen = nullptr;
    const StatementView* statement = nullptr;
    const PaperWords* words = nullptr;
    Language language = Language::es;
    double left = 0, width = 0;
    Density density;

    [[nodiscard]] double right() const { return left + width; }
};

/// Who is paid, how much, and what he delivered on each day.
[[nodiscard]] Section payment_section(const StatementPaper& paper);
/// Why this payment: a line for each part of the price and each deduction, with the totals.
[[nodiscard]] Section reasons_section(const StatementPaper& paper);
/// Each delivery with its quantity, price and value: a row for each day.
[[nodiscard]] Section deliveries_section(const StatementPaper& paper);

/// A bar for each day of the period; what was rejected stands on it as an empty box.
void draw_day_bars(const StatementPaper& paper, const Area& area);

}  // namespace ayni
