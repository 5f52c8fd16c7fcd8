#include "edge/papers/paper_flow.h"

#include <gtest/gtest.h>

namespace ayni {
namespace {

Section section(double heading, std::vector<double> heights) {
    Section made{.heading = {heading, [](double) {}}, .pieces = {}};
    for (const double height : heights) made.pieces.push_back({height, [](double) {}});
    return made;
}

std::vector<std::vector<double>> tops(const std::vector<PlacedPage>& pages) {
    std::vector<std::vector<double>> result;
    for (const auto& page : pages) {
        result.emplace_back();
        for (const auto& [piece, top] : page) result.back().push_back(top);
    }
    return result;
}

using Tops = std::vector<std::vector<double>>;

TEST(PaperFlow, PutsPiecesUnderTheirHeading) {
    const std::vector sections{section(10, {20, 20}), section(10, {20})};
    EXPECT_EQ(tops(paginate(sections, 5, 100)), (Tops{{5, 15, 35, 55, 65}}));
}

TEST(PaperFlow, RepeatsTheHeadingOnTheNextPage) {
    const std::vector sections{section(10, {20, 20, 20})};
    EXPECT_EQ(tops(paginate(sections, 0, 50)), (Tops{{0, 10, 30}, {0, 10}}));
}

TEST(PaperFlow, LeavesNoHeadingAtTheFootOfAPage) {
    const std::vector sections{section(0, {35}), section(10, {20})};
    EXPECT_EQ(tops(paginate(sections, 0, 50)), (Tops{{0, 0}, {0, 10}}));
}

TEST(PaperFlow, GivesAPieceThatIsTooHighAPageOfItsOwn) {
    const std::vector sections{section(10, {500, 20})};
    EXPECT_EQ(tops(paginate(sections, 0, 50)), (Tops{{0, 10}, {0, 10}}));
}

TEST(PaperFlow, HasOnePageAtLeast) {
    EXPECT_EQ(tops(paginate({}, 0, 50)), Tops{{}});
    const std::vector sections{section(10, {})};
    EXPECT_EQ(tops(paginate(sections, 0, 50)), Tops{{}});
}

}  // namespace
}  // namespace ayni
