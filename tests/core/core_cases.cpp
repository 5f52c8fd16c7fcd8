// Draws cases and writes, one a line and apart by tabs: the milk, the offers, and what the server's
// program answers. `core_cases RUNS SEED [fault]`; a fault adds a gram to a can after it was told.

#include <charconv>
#include <cstdio>
#include <string>

#include "kernel/described_json.h"
#include "random_terms.h"
#include "wasm/answer.h"

namespace ayni::core_test {
namespace {

TermsTrial any_trial(Dice& dice, Currency currency) {
    TermsTrial trial;
    const int offers = dice.between(1, 4);
    for (int i = 0; i < offers; ++i) trial.offers.push_back(any_price(dice, currency));
    if (dice.one_in(60)) trial.offers.front().currency = Currency::known("USD");
    if (dice.one_in(60)) trial.offers.clear();
    if (dice.one_in(2)) {
        trial.waterfalls.emplace();
        for (std::size_t i = 0; i < trial.offers.size(); ++i)
            trial.waterfalls->push_back(any_waterfall(dice));
        if (dice.one_in(60)) trial.waterfalls->emplace_back();
    }
    return trial;
}

void tell(std::uint64_t seed, bool fault) {
    Dice dice(seed);
    auto milk = any_milk(dice);
    const auto trial = any_trial(dice, milk.currency);
    const auto told = to_json_text(milk);
    if (fault) milk.suppliers.front().cans.front().quantity.thousandths += 1;
    const auto line = told + '\t' + to_json_text(trial) + '\t' +
                      wasm::answer_text(try_terms(milk, trial)) + '\n';
    static_cast<void>(std::fwrite(line.data(), 1, line.size(), stdout));
}

std::uint64_t number_of(std::string_view text) {
    std::uint64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace
}  // namespace ayni::core_test

int main(int count, char** words) {
    if (count < 3) return 2;
    const auto runs = ayni::core_test::number_of(words[1]);
    const auto seed = ayni::core_test::number_of(words[2]);
    for (std::uint64_t i = 0; i < runs; ++i) ayni::core_test::tell(seed + i, count > 3);
}
