#pragma once
// The data that the tests read but that does not ship with the program. It stands beside the
// repository; AYNI_SHARED names another place.

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "kernel/json.h"

namespace ayni {

/// The root of the source tree: as the build says, or the nearest folder above that has `src`.
inline std::filesystem::path repository() {
#ifdef AYNI_SOURCE_DIR
    return AYNI_SOURCE_DIR;
#else
    auto folder = std::filesystem::current_path();
    while (!std::filesystem::exists(folder / "src/kernel") && folder.has_relative_path())
        folder = folder.parent_path();
    return folder;
#endif
}

/// "data/badinput/blns.json" as a path; none where the data is not there. That is said aloud, and
/// on the build server it is a failure: there, a test may not pass by not running.
inline std::optional<std::filesystem::path> shared_data(const std::string& name) {
    const char* set = std::getenv("AYNI_SHARED");
    const auto path = (set ? std::filesystem::path(set) : repository() / "../shared") / name;
    if (std::filesystem::exists(path)) return path;
    std::cout << "skipped: " << name << " is not there; AYNI_SHARED names its folder\n";
    if (std::getenv("CI")) ADD_FAILURE() << path << " is needed here";
    return std::nullopt;
}

inline std::string bytes_of_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    EXPECT_TRUE(file) << path;
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The files of a folder, by name.
inline std::vector<std::filesystem::path> files_in(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) files.push_back(entry);
    std::ranges::sort(files);
    return files;
}

/// The worked examples of one area ("rounding", "ids"); empty where the data is not there.
inline std::vector<Json> domain_vectors(std::string_view area) {
    const auto path = shared_data("vectors/domain_vectors.json");
    if (!path) return {};
    const auto json = parse_json(bytes_of_file(*path));
    std::vector<Json> found;
    for (const auto& vector : json.value().find("vectors")->items)
        if (vector.find("area")->text == area) found.push_back(vector);
    EXPECT_FALSE(found.empty()) << area;
    return found;
}

}  // namespace ayni
