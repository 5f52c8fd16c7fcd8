#include "kernel/address.h"

namespace ayni {
namespace {

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c = static_cast<char>(c | 32);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

std::string decoded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
        if (low >= 0) {
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

}  // namespace

std::string_view Address::value(std::string_view name) const noexcept {
    for (const auto& [known, text] : query)
        if (known == name) return text;
    return {};
}

Address parse_address(std::string_view target) {
    const auto mark = target.find('?');
    Address address{std::string(target.substr(0, mark)), {}};
    if (mark == target.npos) return address;
    auto rest = target.substr(mark + 1);
    while (!rest.empty()) {
        const auto pair = rest.substr(0, rest.find('&'));
        rest.remove_prefix(std::min(rest.size(), pair.size() + 1));
        const auto equals = pair.find('=');
        if (pair.empty()) continue;
        address.query.emplace_back(
            decoded(pair.substr(0, equals)),
            equals == pair.npos ? std::string() : decoded(pair.substr(equals + 1)));
    }
    return address;
}

std::string_view cookie_value(std::string_view header, std::string_view name) noexcept {
    while (!header.empty()) {
        auto one = header.substr(0, header.find(';'));
        header.remove_prefix(std::min(header.size(), one.size() + 1));
        while (one.starts_with(' ')) one.remove_prefix(1);
        if (one.size() > name.size() && one.starts_with(name) && one[name.size()] == '=')
            return one.substr(name.size() + 1);
    }
    return {};
}

}  // namespace ayni
