#include "ledger/plain_journal.h"

namespace ayni {
namespace {

std::string_view class_name(AccountRole role) {
    switch (class_of(role)) {
        case AccountClass::asset: return "assets";
        case AccountClass::liability: return "liabilities";
        case AccountClass::equity: return "equity";
        case AccountClass::income: return "income";
        case AccountClass::expense: return "expenses";
    }
    return {};
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

// How many bytes a plain letter has here: a blank between others, and ñ and á, are some; 0: none.
std::size_t plain_letter(std::string_view text, std::size_t at) {
    if (is_plain(text[at])) return 1;
    const bool is_inside = at > 0 && at + 1 < text.size();
    if (text[at] == ' ') return is_inside && text[at + 1] != ' ' ? 1 : 0;
    const bool is_latin = text[at] == '\xC3' && at + 1 < text.size() &&
                          static_cast<unsigned char>(text[at + 1]) >= 0x80;
    return is_latin ? 2 : 0;
}

bool is_plain(std::string_view code) {
    for (std::size_t at = 0; at < code.size();) {
        const auto size = plain_letter(code, at);
        if (size == 0) return false;
        at += size;
    }
    return !code.empty();
}

}  // namespace

std::string plain_name(PartyId party, std::string_view code) {
    if (is_plain(code)) return std::string(code);
    return "#" + std::to_string(party.number);
}

std::string plain_account(AccountRole role) {
    std::string account(class_name(role));
    return account.append(":").append(name_of(role));
}

void append_plain(std::string& journal, const Entry& entry, const PlainNames& names) {
    journal += print(entry.date);
    if (entry.event_date != entry.date) journal.append("=").append(print(entry.event_date));
    journal.append(" (").append(std::to_string(entry.number.number)).append(") ");
    journal += name_of(entry.kind);
    if (entry.subject != 0) journal.append(" ").append(std::to_string(entry.subject));
    if (!entry.reverses.is_none())
        journal.append(" of ").append(std::to_string(entry.reverses.number));
    journal += '\n';
    for (const auto& leg : entry.legs) {
        journal.append("    ").append(names.account(leg.role));
        if (!leg.party.is_none()) journal.append(":").append(names.party(leg.party));
        journal.append("  ").append(print_amount(leg.amount)).append(" ");
        journal.append(leg.amount.currency.code()).append("\n");
    }
    journal += '\n';
}

}  // namespace ayni
