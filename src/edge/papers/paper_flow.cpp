#include "edge/papers/paper_flow.h"

namespace ayni {

std::vector<PlacedPage> paginate(const std::vector<Section>& sections, double top, double bottom) {
    std::vector<PlacedPage> pages(1);
    double at = top;
    const auto place = [&](const Piece& piece) {
        pages.back().push_back({&piece, at});
        at += piece.height;
    };
    for (const auto& section : sections) {
        bool has_heading = false;
        for (const auto& piece : section.pieces) {
            const double needed = piece.height + (has_heading ? 0 : section.heading.height);
            if (at + needed > bottom && !pages.back().empty()) {
                pages.emplace_back();
                at = top;
                has_heading = false;
            }
            if (!has_heading && section.heading.draw) place(section.heading);
            has_heading = true;
            place(piece);
        }
    }
    return pages;
}

}  // namespace ayni
