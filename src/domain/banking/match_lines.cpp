#include "domain/banking/match_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>

#include "domain/payment/pain001.h"

namespace ayni {
namespace {

using enum MatchReason;

constexpr std::size_t most_others = 5;

// Names and documents as they are compared: letters of banks, capitals, no blanks.
std::string plain(std::string_view text) {
    constexpr std::size_t most_letters = 140;
    std::string made;
    for (const char c : bank_text(text, most_letters)) {
        if (c >= 'a' && c <= 'z') made += static_cast<char>(c - 'a' + 'A');
        if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) made += c;
    }
    return made;
}

// The pieces of a text between blanks, as references and documents stand in it.
template <class Visit>
void each_word(std::string_view text, const Visit& visit) {
    while (!text.empty()) {
        const auto end = std::min(text.find_first_of(" \t\n,;"), text.size());
        if (end > 0) visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

class Matching {
public:
    Matching(const std::vector<BankLine>& lines, const BankBooks& books)
        : lines_(lines), books_(books), found_(lines.size()), is_taken_(books.entries.size()) {
        for (std::size_t i = 0; i < books.payments.size(); ++i) {
            const auto& payment = books.payments[i];
            by_reference_.emplace(payment.reference, i);
            of_order_[payment.order].push_back(i);
            states_.push_back(payment.state);
            is_free_.push_back(!payment.entry.is_none());
        }
        for (const auto& order : books.orders) by_message_.emplace(order.message, order.number);
        for (std::size_t i = 0; i < books.entries.size(); ++i)
            if (auto document = plain(books.entries[i].document); !document.empty())
                by_document_.emplace(std::move(document), i);
    }

    std::vector<LineMatch> all() {
        for (std::size_t i = 0; i < lines_.size(); ++i) by_words(i);
        by_party();
        by_day();
        return std::move(found_);
    }

private:
    const std::vector<BankLine>& lines_;
    const BankBooks& books_;
    std::vector<LineMatch> found_;
    std::vector<PaymentState> states_;
    std::vector<bool> is_free_;   // the payment's own entry stands on no line
    std::vector<bool> is_taken_;  // the entry stands on a line
    std::unordered_map<std::string_view, std::size_t> by_reference_;
    std::unordered_map<std::string, std::size_t> by_document_;
    std::unordered_map<std::string_view, PaymentOrderNumber> by_message_;
    std::map<PaymentOrderNumber, std::vector<std::size_t>> of_order_;

    [[nodiscard]] const BookedPayment& payment(std::size_t i) const { return books_.payments[i]; }
    [[nodiscard]] bool is_under_way(std::size_t i) const {
        return states_[i] == PaymentState::sent || states_[i] == PaymentState::unknown;
    }
    // The bank may still show that it left, also of what somebody told came back since.
    [[nodiscard]] bool is_awaited(std::size_t i) const { return is_under_way(i) || is_free_[i]; }
    void add_other(std::size_t line, LineMeaning meaning) {
        auto& others = found_[line].others;
        if (others.size() < most_others) others.push_back(std::move(meaning));
    }
    void settle(std::size_t line, LineMeaning meaning) {
        for (const auto i : meaning.payments) states_[i] = meaning.becomes;
        found_[line].others.clear();
        found_[line].sure = std::move(meaning);
    }
    [[nodiscard]] LineMeaning paid(const std::vector<std::size_t>& payments) {
        LineMeaning meaning;
        for (const auto i : payments) {
            if (is_under_way(i)) {
                meaning.payments.push_back(i);
            } else {
                meaning.entries.push_back(payment(i).entry);
            }
        }
        return meaning;
    }
    void settle_paid(std::size_t line, const std::vector<std::size_t>& payments,
                     std::vector<MatchReason> reasons, int score) {
        auto meaning = paid(payments);
        meaning.reasons = std::move(reasons);
        meaning.score = score;
        for (const auto i : payments) is_free_[i] = false;
        settle(line, std::move(meaning));
    }
    [[nodiscard]] Money sum_of(const std::vector<std::size_t>& payments, Currency currency) const {
        Money sum{0, currency};
        for (const auto i : payments) sum += payment(i).amount;
        return sum;
    }
    [[nodiscard]] std::vector<std::size_t> awaited_of(PaymentOrderNumber order) const {
        std::vector<std::size_t> awaited;
        const auto found = of_order_.find(order);
        if (found == of_order_.end()) return awaited;
        std::ranges::copy_if(found->second, std::back_inserter(awaited),
                             [this](std::size_t i) { return is_awaited(i); });
        return awaited;
    }

    // ---- what is written on the line

    void by_words(std::size_t i) {
        const auto& line = lines_[i];
        if (!line.details.empty() && by_details(i)) return;
        if (by_one_reference(i, line.reference)) return;
        if (by_batch(i, line.own_reference) || by_batch(i, line.reference)) return;
        for (const auto* text : {&line.own_reference, &line.bank_reference, &line.text})
            each_word(*text, [&](std::string_view word) {
                if (!found_[i].sure) by_one_reference(i, word);
            });
        for (const auto* text :
             {&line.reference, &line.own_reference, &line.bank_reference, &line.text})
            each_word(*text, [&](std::string_view word) {
                if (!found_[i].sure) by_document(i, word);
            });
    }
    // Every payment of the sum is known, and they come to it.
    bool by_details(std::size_t i) {
        const auto& line = lines_[i];
        std::vector<std::size_t> payments;
        std::set<std::size_t> seen;
        for (const auto& detail : line.details) {
            const auto known = by_reference_.find(detail.reference);
            if (known == by_reference_.end() || !is_awaited(known->second) ||
                payment(known->second).amount != -detail.amount ||
                !seen.insert(known->second).second)
                return false;
            payments.push_back(known->second);
        }
        if (sum_of(payments, line.amount.currency) != -line.amount) return false;
        settle_paid(i, payments, {reference, batch, amount}, 100);
        return true;
    }
    bool by_one_reference(std::size_t i, std::string_view word) {
        const auto known = by_reference_.find(word);
        if (word.empty() || known == by_reference_.end()) return false;
        const auto& line = lines_[i];
        const auto which = known->second;
        const bool came_in = !line.amount.is_negative();
        const bool is_whole = payment(which).amount == (came_in ? line.amount : -line.amount);
        if (is_whole && !came_in && is_awaited(which)) {
            settle_paid(i, {which}, {reference, amount}, 100);
            return true;
        }
        LineMeaning back{.payments = {which},
                         .becomes = PaymentState::returned,
                         .entries = {},
                         .reasons = {reference, amount},
                         .score = 100};
        if (is_whole && came_in && states_[which] == PaymentState::paid) {
            settle(i, std::move(back));
            return true;
        }
        if (came_in || !is_awaited(which)) return false;
        auto other = paid({which});
        other.reasons = {reference};
        other.score = 50;
        add_other(i, std::move(other));
        return false;
    }
    bool by_batch(std::size_t i, std::string_view word) {
        const auto known = by_message_.find(word);
        if (word.empty() || known == by_message_.end()) return false;
        const auto awaited = awaited_of(known->second);
        if (awaited.empty() || sum_of(awaited, lines_[i].amount.currency) != -lines_[i].amount)
            return false;
        settle_paid(i, awaited, {batch, amount}, 95);
        return true;
    }
    void by_document(std::size_t i, std::string_view word) {
        constexpr std::size_t least_letters = 3;
        const auto document = plain(word);
        if (document.size() < least_letters) return;
        const auto known = by_document_.find(document);
        if (known == by_document_.end() || is_taken_[known->second]) return;
        const auto& entry = books_.entries[known->second];
        if (entry.amount != lines_[i].amount) return;
        settle_entry(i, known->second, {MatchReason::document, amount}, 90);
    }
    void settle_entry(std::size_t i, std::size_t entry, std::vector<MatchReason> reasons,
                      int score) {
        is_taken_[entry] = true;
        settle(i, {.payments = {},
                   .becomes = PaymentState::paid,
                   .entries = {books_.entries[entry].number},
                   .reasons = std::move(reasons),
                   .score = score});
    }

    // ---- amount and party

    static std::string key(Money amount, std::string_view who) {
        return std::to_string(amount.minor) + " " + std::string(who);
    }
    // One payment of that amount to that account or name, and one line of it.
    void by_party() {
        std::unordered_map<std::string, std::vector<std::size_t>> awaited;
        std::map<std::string, std::vector<std::size_t>> lines;
        for (std::size_t i = 0; i < books_.payments.size(); ++i) {
            if (!is_awaited(i)) continue;
            const auto& one = payment(i);
            if (!one.account.empty()) awaited[key(one.amount, one.account)].push_back(i);
            if (const auto name = plain(one.name); !name.empty())
                awaited[key(one.amount, name)].push_back(i);
        }
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (const auto who = key_of(i, awaited); !who.empty()) lines[who].push_back(i);
        for (const auto& [who, of_lines] : lines) {
            const auto& payments = awaited[who];
            for (const auto i : of_lines) {
                if (of_lines.size() == 1 && payments.size() == 1 && is_awaited(payments.front())) {
                    settle_paid(i, payments, {amount, party}, 70);
                    continue;
                }
                for (const auto each : payments)
                    if (found_[i].others.size() < most_others && is_awaited(each)) {
                        auto other = paid({each});
                        other.reasons = {amount, party};
                        other.score = 40;
                        add_other(i, std::move(other));
                    }
            }
        }
    }
    [[nodiscard]] std::string key_of(
        std::size_t i,
        const std::unordered_map<std::string, std::vector<std::size_t>>& awaited) const {
        const auto& line = lines_[i];
        if (found_[i].sure || !line.amount.is_negative()) return {};
        auto by_account = key(-line.amount, plain_account(line.party_account));
        if (!line.party_account.empty() && awaited.contains(by_account)) return by_account;
        const auto name = plain(line.party);
        const auto by_name = key(-line.amount, name);
        return !name.empty() && awaited.contains(by_name) ? by_name : std::string();
    }

    // ---- amount and day

    // Something that moved the bank, with the day on which it should show.
    struct Moved {
        std::int64_t minor = 0;
        Date day;
        std::size_t which = 0;  // an entry, or beyond them an order
        auto operator<=>(const Moved&) const = default;
    };
    using AllMoved = std::vector<Moved>;

    static std::pair<AllMoved::const_iterator, AllMoved::const_iterator> near(const AllMoved& all,
                                                                              const Moved& one) {
        const Moved first{one.minor, one.day - longest_apart_days, 0};
        const Moved last{one.minor, one.day + longest_apart_days, SIZE_MAX};
        return {std::ranges::lower_bound(all, first), std::ranges::upper_bound(all, last)};
    }
    [[nodiscard]] AllMoved open_lines() const {
        AllMoved open;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (!found_[i].sure) open.push_back({lines_[i].amount.minor, lines_[i].booked, i});
        std::ranges::sort(open);
        return open;
    }
    [[nodiscard]] AllMoved open_in_books() const {
        AllMoved open;
        for (std::size_t i = 0; i < books_.entries.size(); ++i)
            if (!is_taken_[i])
                open.push_back({books_.entries[i].amount.minor, books_.entries[i].date, i});
        for (std::size_t i = 0; i < books_.orders.size(); ++i) {
            const auto awaited = awaited_of(books_.orders[i].number);
            if (awaited.empty()) continue;
            const auto& first = payment(awaited.front());
            open.push_back({-sum_of(awaited, first.amount.currency).minor, first.day,
                            books_.entries.size() + i});
        }
        std::ranges::sort(open);
        return open;
    }
    // The one that moved so much about that day, and the one line that says so.
    void by_day() {
        const auto lines = open_lines(), books = open_in_books();
        for (const auto& line : lines) {
            const auto [first, end] = near(books, line);
            if (first == end) continue;
            const auto [first_line, end_line] = near(lines, {line.minor, first->day, 0});
            if (end - first == 1 && end_line - first_line == 1) {
                settle_moved(line.which, first->which);
                continue;
            }
            for (auto each = first; each != end && found_[line.which].others.size() < most_others;
                 ++each)
                add_moved(line.which, each->which);
        }
    }
    void settle_moved(std::size_t line, std::size_t which) {
        if (which < books_.entries.size()) {
            const auto who = plain(books_.entries[which].party);
            const bool same = !who.empty() && who == plain(lines_[line].party);
            settle_entry(line, which,
                         same ? std::vector{amount, party, day} : std::vector{amount, day},
                         same ? 80 : 60);
        } else {
            settle_paid(line, awaited_of(books_.orders[which - books_.entries.size()].number),
                        {batch, amount, day}, 65);
        }
    }
    void add_moved(std::size_t line, std::size_t which) {
        LineMeaning other;
        if (which < books_.entries.size()) {
            other.entries = {books_.entries[which].number};
        } else {
            other = paid(awaited_of(books_.orders[which - books_.entries.size()].number));
        }
        other.reasons = {amount, day};
        other.score = 30;
        add_other(line, std::move(other));
    }
};

}  // namespace

std::vector<LineMatch> match_lines(const std::vector<BankLine>& lines, const BankBooks& books) {
    return Matching(lines, books).all();
}

}  // namespace ayni
