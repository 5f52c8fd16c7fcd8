#pragma once
// Reads a PDF back with the programs of poppler-utils, as somebody else's reader would.

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <optional>
#include <string>

#include <gtest/gtest.h>
#include <unistd.h>

namespace ayni {

/// What a program prints about the PDF: "pdftotext -layout" or "pdfinfo". None where the program is
/// not installed, which is said aloud and is a failure on the build server. A PDF that the program
/// complains about fails the test.
inline std::optional<std::string> told_by(const std::string& program, const std::string& pdf) {
    const auto name = program.substr(0, program.find(' '));
    // NOLINTNEXTLINE(cert-env33-c): both commands are written here.
    if (std::system(("command -v " + name + " >/dev/null").c_str()) != 0) {
        std::cout << "skipped: " << name << " of poppler-utils is not installed\n";
        if (std::getenv("CI")) ADD_FAILURE() << name << " is needed here";
        return std::nullopt;
    }
    const auto path = std::filesystem::temp_directory_path() /
                      ("ayni_paper_" + std::to_string(getpid()) + ".pdf");
    std::ofstream(path, std::ios::binary) << pdf;
    const auto output = program.starts_with("pdftotext") ? " -" : "";
    // NOLINTNEXTLINE(cert-env33-c): both commands are written here
    FILE* const pipe = popen((program + " " + path.string() + output + " 2>&1").c_str(), "r");
    std::string told;
    std::array<char, 4096> block{};
    for (std::size_t got = 0; (got = fread(block.data(), 1, block.size(), pipe)) > 0;)
        told.append(block.data(), got);
    EXPECT_EQ(pclose(pipe), 0) << told;
    EXPECT_EQ(told.find("Syntax "), told.npos) << told.substr(0, 2'000);
    std::filesystem::remove(path);
    return told;
}

/// The text of a PDF, page after page.
inline std::optional<std::string> text_of_pdf(const std::string& pdf) {
    return told_by("pdftotext -layout", pdf);
}

/// Whether it is a whole PDF with that many pages.
inline void expect_pages(const std::string& pdf, std::ptrdiff_t least, std::ptrdiff_t most) {
    const auto told = told_by("pdfinfo", pdf);
    if (!told) return;
    const auto found = told->find("Pages:");
    ASSERT_NE(found, told->npos) << *told;
    const auto pages = std::stol(told->substr(found + 6));
    EXPECT_TRUE(least <= pages && pages <= most) << pages;
}

}  // namespace ayni
