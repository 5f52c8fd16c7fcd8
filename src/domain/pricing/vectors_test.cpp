// Every vector of these areas must be known here, so that none is passed over in silence.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <set>

#include "domain/pricing/vectors_test.h"

namespace ayni::vectors {
namespace {

// The deduction waterfall is settlement's, and its vector is checked there.
constexpr std::string_view of_settlement = "M16";

std::filesystem::path shared_folder() {
    if (const char* given = std::getenv("AYNI_SHARED"); given != nullptr && *given != '\0')
        return given;
#ifdef AYNI_SOURCE_DIR
    return std::filesystem::path(AYNI_SOURCE_DIR) / ".." / "shared";
#else
    return std::filesystem::path("..") / "shared";
#endif
}

std::string read(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void (*check_of(const std::string& id))(const Vector&) {
    for (const auto* checks : {&milk_checks(), &crop_checks(), &amount_checks()})
        if (const auto found = checks->find(id); found != checks->end()) return found->second;
    return nullptr;
}

TEST(DomainVectors, AreMetOneByOne) {
    const auto path = shared_folder() / "vectors" / "domain_vectors.json";
    const auto text = read(path);
    if (text.empty()) {
        ASSERT_EQ(std::getenv("CI"), nullptr) << "no domain vectors at " << path;
        std::cout << "NOT CHECKED: no domain vectors at " << path
                  << "; set AYNI_SHARED to the folder that has them\n";
        return;
    }
    const auto file = parse_json(text);
    ASSERT_TRUE(file.has_value());
    const std::set<std::string> areas{"milk", "coffee", "rounding", "tax", "grain", "plantain"};
    int met = 0;
    for (const auto& each : Vector::member(*file, "vectors").items) {
        const auto& id = Vector::member(each, "id").text;
        if (!areas.contains(Vector::member(each, "area").text) || id == of_settlement) continue;
        SCOPED_TRACE(id + ": " + Vector::member(each, "title").text);
        const auto check = check_of(id);
        if (check == nullptr) {
            ADD_FAILURE() << "no check knows this vector";
            continue;
        }
        check({Vector::member(each, "inputs"), Vector::member(each, "expected")});
        ++met;
    }
    EXPECT_GT(met, 0);
}

}  // namespace
}  // namespace ayni::vectors
