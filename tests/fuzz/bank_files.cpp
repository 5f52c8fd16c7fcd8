// Any XML as a message of a bank: what is read has lines that moved something, on real days, and a
// statement that is accepted adds up.
#include "domain/banking/check_pain001.h"
#include "domain/banking/check_statement.h"
#include "domain/banking/iso20022.h"
#include "domain/banking/payment_results.h"
#include "domain/banking/read_camt053.h"

#include "fuzzed.h"

namespace ayni {
namespace {

void check(const BankStatement& statement) {
    CHECK(!statement.id.empty() && !statement.account.empty());
    for (const auto& line : statement.lines) CHECK(!line.amount.is_zero());
    const KnownAccount known{
        .account = statement.account, .currency = Currency::known("PEN"), .last = {}};
    if (!check_statement(statement, known)) return;
    auto sum = statement.opening->amount;
    for (const auto& line : statement.lines) sum += line.amount;
    CHECK(sum == statement.closing->amount);
}

}  // namespace

void fuzz(Fuzzed& fuzzed) {
    const auto xml = read_message(fuzzed.rest());
    if (!xml) return;
    if (const auto statements = read_camt053(*xml))
        for (const auto& statement : *statements) check(statement);
    if (const auto results = read_pain002(*xml))
        for (const auto& payment : results->payments) CHECK(!payment.reference.empty());
    if (const auto totals = check_pain001(*xml)) CHECK(totals->payments > 0);
}

}  // namespace ayni
