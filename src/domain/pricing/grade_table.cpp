#include "domain/pricing/grade_table.h"

#include <cstddef>
#include <set>

namespace ayni {
namespace {

std::string print_values(std::int64_t first, std::int64_t last) {
    return first == last ? std::to_string(first)
                         : std::to_string(first) + ".." + std::to_string(last);
}

}  // namespace

void check_grades(const std::vector<Grade>& grades, const Attribute& attribute,
                  const std::string& where, std::vector<Problem>& problems) {
    std::set<std::int64_t> known;
    for (std::size_t i = 0; i < grades.size(); ++i) {
        const auto grade = grades[i].grade;
        const auto path = where + "/" + std::to_string(i) + "/grade";
        if (grade < attribute.least || grade > attribute.most)
            problems.push_back(
                {Refusal::out_of_range, path, print_values(attribute.least, attribute.most)});
        else if (!known.insert(grade).second)
            problems.push_back({Refusal::table_overlap, path, std::to_string(grade)});
    }
    std::int64_t next = attribute.least;
    for (const auto grade : known) {
        if (next < grade)
            problems.push_back({Refusal::table_gap, where, print_values(next, grade - 1)});
        next = grade + 1;
    }
    if (next <= attribute.most)
        problems.push_back({Refusal::table_gap, where, print_values(next, attribute.most)});
}

GradeTable make_grade_table(const std::vector<Grade>& grades, const Attribute& attribute) {
    GradeTable table{.least = attribute.least, .rates = std::vector<std::int64_t>(grades.size())};
    for (const auto& each : grades)
        table.rates[static_cast<std::size_t>(each.grade - table.least)] = each.rate.millionths *
                                                                          1'000'000;
    return table;
}

}  // namespace ayni
