#include "edge/papers/statement_check.h"

#include <iterator>

#include <fmt/format.h>

#include "edge/papers/letters.h"
#include "kernel/sha256.h"

namespace ayni {
namespace {

using Facts = fmt::memory_buffer;

// Texts carry their length, so that no two statements write the same bytes.
void add(Facts& facts, std::string_view text) {
    fmt::format_to(std::back_inserter(facts), "{}:{};", text.size(), text);
}
void add(Facts& facts, std::int64_t number) {
    fmt::format_to(std::back_inserter(facts), "{};", number);
}
void add(Facts& facts, Money amount) {
    fmt::format_to(std::back_inserter(facts), "{}{};", amount.minor, amount.currency.code());
}

// A code that is too dense can not be read from cheap paper.
std::string short_ascii(std::string_view text, std::size_t most) {
    return ascii_letters(text).substr(0, most);
}

}  // namespace

std::string statement_digest(const StatementView& statement) {
    Facts facts;
    add(facts, "ayni statement 1");
    for (const auto* text : {&statement.organisation_name, &statement.supplier, &statement.name,
                             &statement.product, &statement.unit})
        add(facts, *text);
    for (const auto number : {std::int64_t{statement.first.days}, std::int64_t{statement.last.days},
                              statement.entry ? statement.entry->number : 0,
                              statement.quantity.thousandths, statement.rejected.thousandths})
        add(facts, number);
    for (const auto amount : {statement.gross, statement.deducted, statement.net})
        add(facts, amount);
    for (const auto& line : statement.lines) {
        add(facts, static_cast<std::int64_t>(line.kind));
        add(facts, line.amount);
        add(facts, line.carried);
        add(facts, line.reference);
    }
    for (const auto& delivery : statement.priced) {
        for (const auto number :
             {std::int64_t{delivery.day.days}, static_cast<std::int64_t>(delivery.shift),
              delivery.source.number, delivery.sequence, delivery.quantity.thousandths,
              delivery.price.millionths})
            add(facts, number);
        add(facts, delivery.value);
    }
    return hex(sha256({facts.data(), facts.size()})).substr(0, 16);
}

std::string statement_code(const StatementView& statement, std::string_view digest) {
    const auto entry = statement.entry ? statement.entry->number : 0;
    return fmt::format("AYNI {}\n{} {}/{}\n{} {} {}\n#{} {}",
                       short_ascii(statement.organisation_name, 40),
                       short_ascii(statement.product, 20), print(statement.first),
                       print(statement.last), short_ascii(statement.supplier, 20),
                       statement.net.currency.code(), print_amount(statement.net), entry, digest);
}

}  // namespace ayni
