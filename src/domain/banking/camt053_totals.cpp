#include "domain/banking/camt053_totals.h"

#include "domain/banking/iso20022.h"
#include "kernel/decimal.h"

namespace ayni {
namespace {

struct Sums {
    std::int64_t count = 0;
    Money total;
};

// How many they are and what they come to, each taken as above zero.
Sums sums_of(const std::vector<Money>& entries, Currency currency) {
    Sums sums{0, Money{0, currency}};
    for (const auto& entry : entries) {
        ++sums.count;
        sums.total += entry.is_negative() ? -entry : entry;
    }
    return sums;
}

Result<void> check_part(const Xml* said, const Sums& sums, const std::string& where) {
    if (!said) return {};
    if (const auto* count = said->find("NbOfNtries")) {
        const auto number = parse_decimal(count->text, 0);
        if (!number || *number != sums.count)
            return refuse(Refusal::totals_differ, where + "/count", std::to_string(sums.count));
    }
    if (const auto* total = said->find("Sum")) {
        const auto read = parse_money(total->text, sums.total.currency);
        if (!read || *read != sums.total)
            return refuse(Refusal::totals_differ, where + "/total", print_amount(sums.total));
    }
    return {};
}

// The net stands one deeper since version 04.
Result<void> check_net(const Xml* all, const std::vector<Money>& entries, Currency currency,
                       const std::string& where) {
    if (!all) return {};
    const auto* deeper = all->find("TtlNetNtry");
    const auto* amount = deeper ? deeper->find("Amt") : all->find("TtlNetNtryAmt");
    if (!amount) return {};
    Money net{0, currency};
    for (const auto& entry : entries) net += entry;
    const bool came_in = (deeper ? *deeper : *all).text_at("CdtDbtInd") != "DBIT";
    const auto read = parse_money(amount->text, currency);
    if (!read || (came_in ? *read : -*read) != net)
        return refuse(Refusal::totals_differ, where + "/net", print_amount(net));
    return {};
}

}  // namespace

const Xml* amount_of_details(const Xml& details) noexcept {
    const auto* amount = details.find("Amt");
    return amount ? amount : details.at("AmtDtls/TxAmt/Amt");
}

Money with_sign(Money amount, const Xml& details, Money of_entry) {
    const auto sense = details.text_at("CdtDbtInd");
    const bool went_out = sense.empty() ? of_entry.is_negative() : sense != "CRDT";
    return went_out ? -amount : amount;
}

Result<void> check_summary(const Xml& statement, const std::string& where) {
    const auto* summary = statement.find("TxsSummry");
    if (!summary) return {};
    std::vector<Money> entries, came_in, went_out;
    for (const auto* entry : statement.all("Ntry")) {
        const auto amount = iso_signed_amount(*entry,
                                              where + "/lines/" + std::to_string(entries.size()));
        if (!amount) return std::unexpected(amount.error());
        // Sums of several currencies say nothing; such a statement is refused for its lines.
        if (!entries.empty() && entries.front().currency != amount->currency) return {};
        entries.push_back(*amount);
        (entry->text_at("CdtDbtInd") == "CRDT" ? came_in : went_out).push_back(*amount);
    }
    const auto currency = entries.empty() ? Currency{} : entries.front().currency;
    const auto place = where + "/summary";
    const auto* all = summary->find("TtlNtries");
    if (auto sound = check_part(all, sums_of(entries, currency), place); !sound) return sound;
    if (auto sound = check_net(all, entries, currency, place); !sound) return sound;
    if (auto sound = check_part(summary->find("TtlCdtNtries"), sums_of(came_in, currency),
                                place + "/credits");
        !sound)
        return sound;
    return check_part(summary->find("TtlDbtNtries"), sums_of(went_out, currency),
                      place + "/debits");
}

Result<void> check_details(const std::vector<const Xml*>& details, Money amount,
                           const std::string& where) {
    if (details.size() < 2) return {};
    Money sum{0, amount.currency};
    for (std::size_t i = 0; i < details.size(); ++i) {
        const auto* told = amount_of_details(*details[i]);
        if (!told || details[i]->find("Chrgs")) return {};
        const auto read = iso_amount(told, where + "/details/" + std::to_string(i));
        if (!read) return std::unexpected(read.error());
        if (read->currency != amount.currency) return {};
        sum += with_sign(*read, *details[i], amount);
    }
    if (sum != amount) return refuse(Refusal::totals_differ, where + "/details", print_amount(sum));
    return {};
}

}  // namespace ayni
