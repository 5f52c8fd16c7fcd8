#include <algorithm>

#include "app/bank_records.h"
#include "kernel/packed.h"
#include "store/bank_tables.h"

namespace ayni {

std::string bytes_of(BankEffects effects) {
    std::string bytes;
    const auto add = [&](auto& rows, const auto& key) {
        std::ranges::sort(rows, {}, key);
        for (const auto& row : rows) bytes += pack(row);
    };
    const auto of_match = [](const BankMatch& match) {
        return std::pair{match.entry, match.position};
    };
    add(effects.statements, &KeptStatement::number);
    add(effects.matches, of_match);
    add(effects.explanations, &BankExplanation::number);
    add(effects.unmatched, of_match);
    add(effects.undone, &KeptStatement::number);
    return bytes;
}

void BankRecords::keep(const KeptStatement& statement) {
    insert(work_.db, statement);
    effects_.statements.push_back(statement);
}

void BankRecords::keep(const BankMatch& match) {
    insert(work_.db, match);
    effects_.matches.push_back(match);
}

void BankRecords::keep(const BankExplanation& explanation) {
    insert(work_.db, explanation);
    effects_.explanations.push_back(explanation);
}

void BankRecords::take_back(const BankMatch& match) {
    work_.db
        .query(
            "UPDATE bank_match SET undone = $4 WHERE organisation = $1 AND entry = $2 AND position "
            "= $3")
        .integer(work_.organisation.number)
        .integer(match.entry.number)
        .integer(match.position)
        .integer(work_.position())
        .run();
    effects_.unmatched.push_back(match);
    effects_.unmatched.back().undone = work_.position();
}

void BankRecords::take_back(const KeptStatement& statement) {
    work_.db.query("UPDATE bank_statement SET undone = $3 WHERE organisation = $1 AND number = $2")
        .integer(work_.organisation.number)
        .integer(statement.number.number)
        .integer(work_.position())
        .run();
    effects_.undone.push_back(statement);
    effects_.undone.back().undone = work_.position();
}

void BankRecords::finish() {
    const auto bytes = bytes_of(std::move(effects_));
    if (!bytes.empty()) work_.effect(bytes);
    effects_ = {};
}

BankMatch new_match(const Work& work, const KeptLine& line, EntryNumber entry) {
    return {.organisation = work.organisation,
            .entry = entry,
            .position = work.position(),
            .statement = line.statement,
            .line = line.line,
            .payment = {},
            .made = false,
            .reasons = {MatchReason::by_hand},
            .score = 100,
            .undone = 0};
}

}  // namespace ayni
