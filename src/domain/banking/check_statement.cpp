#include "domain/banking/check_statement.h"

namespace ayni {

Result<void> check_statement(const BankStatement& statement, const KnownAccount& known) {
    if (!statement.opening) return refuse(Refusal::field_missing, "/opening");
    if (!statement.closing) return refuse(Refusal::field_missing, "/closing");
    if (plain_account(statement.account) != plain_account(known.account))
        return refuse(Refusal::other_account, "/account", statement.account);
    const auto& opening = *statement.opening;
    const auto& closing = *statement.closing;
    if (opening.amount.currency != known.currency)
        return refuse(Refusal::currencies_differ, "/opening");
    if (closing.amount.currency != known.currency)
        return refuse(Refusal::currencies_differ, "/closing");
    if (closing.day < opening.day) return refuse(Refusal::dates_reversed, "/closing");
    auto sum = opening.amount;
    for (std::size_t i = 0; i < statement.lines.size(); ++i) {
        if (statement.lines[i].amount.currency != known.currency)
            return refuse(Refusal::currencies_differ, "/lines/" + std::to_string(i));
        sum += statement.lines[i].amount;
    }
    if (sum != closing.amount) return refuse(Refusal::totals_differ, "/closing", print_amount(sum));
    if (known.last && (known.last->amount != opening.amount || opening.day < known.last->day))
        return refuse(Refusal::statement_not_joined, "/opening", print_amount(known.last->amount));
    return {};
}

}  // namespace ayni
