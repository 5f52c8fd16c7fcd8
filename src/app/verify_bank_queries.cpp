#include "app/verify_bank_queries.h"

#include "kernel/packed.h"
#include "kernel/sha256.h"
#include "store/bank_tables.h"

namespace ayni {
namespace {

template <class Row>
std::vector<Row> rows_of(Connection& db, OrganisationId organisation) {
    auto query = select<Row>(db, "WHERE organisation = $1");
    query.integer(organisation.number);
    return all_rows<Row>(query);
}

}  // namespace

std::map<std::int64_t, BankEffects> bank_effects(Connection& db, OrganisationId organisation) {
    std::map<std::int64_t, BankEffects> all;
    for (auto& statement : rows_of<KeptStatement>(db, organisation)) {
        if (statement.undone != 0) all[statement.undone].undone.push_back(statement);
        statement.undone = 0;
        all[statement.position].statements.push_back(std::move(statement));
    }
    for (auto& match : rows_of<BankMatch>(db, organisation)) {
        if (match.undone != 0) all[match.undone].unmatched.push_back(match);
        match.undone = 0;
        all[match.position].matches.push_back(std::move(match));
    }
    for (auto& explanation : rows_of<BankExplanation>(db, organisation))
        all[explanation.position].explanations.push_back(std::move(explanation));
    return all;
}

void verify_bank_lines(Connection& db, OrganisationId organisation, const Find& find) {
    for (const auto& statement : rows_of<KeptStatement>(db, organisation)) {
        auto query = select<KeptLine>(db,
                                      "WHERE organisation = $1 AND statement = $2 ORDER BY line");
        query.integer(organisation.number).integer(statement.number.number);
        Sha256 digest;
        while (query.next()) digest.add(pack(row_of<KeptLine>(query)));
        if (hex(digest.finish()) != statement.lines_digest)
            find("bank_line", std::to_string(statement.number.number));
    }
}

}  // namespace ayni
