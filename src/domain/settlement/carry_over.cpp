#include "domain/settlement/carry_over.h"

namespace ayni {
namespace {

// A loan's interest and the rest of it stand in two lines, one after the other.
void add(std::vector<AskedAndTaken>& obligations, const StatementLine& line) {
    const ObligationNumber number{line.reference};
    const Money asked = line.amount + line.carried;
    if (!obligations.empty() && obligations.back().obligation == number) {
        obligations.back().asked += asked;
        obligations.back().taken += line.amount;
        return;
    }
    obligations.push_back({number, asked, line.amount});
}

}  // namespace

CarriedOver carry_over(const StatementFigures& statement) {
    CarriedOver all{{}, {}, Money{0, statement.net.currency}};
    for (const auto& line : statement.lines) {
        if (line.kind != LineKind::deduction) continue;
        if (line.place == taken_back)
            all.taken_back += line.amount;
        else if (line.reference != 0)
            add(all.obligations, line);
        else if (!line.carried.is_zero())
            all.charges.push_back({line.terms, line.place, line.deduction, line.carried});
    }
    return all;
}

}  // namespace ayni
