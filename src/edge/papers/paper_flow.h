#pragma once
// Which piece of a paper stands on which page.

#include <functional>
#include <vector>

namespace ayni {

/// What is never cut in two: how high it is, and how it is drawn with its top at `top` (points).
struct Piece {
    double height = 0;
    std::function<void(double top)> draw;
};

/// Pieces under a heading, which comes again on every page they run on to.
struct Section {
    Piece heading;
    std::vector<Piece> pieces;
};

struct PlacedPiece {
    const Piece* piece = nullptr;
    double top = 0;
};
using PlacedPage = std::vector<PlacedPiece>;

/// The pieces one below the other between `top` and `bottom` of each page, a heading never without
/// a piece under it. What is higher than a page gets one to itself. At least one page.
[[nodiscard]] std::vector<PlacedPage> paginate(const std::vector<Section>& sections, double top,
                                               double bottom);

}  // namespace ayni
