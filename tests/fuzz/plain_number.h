#pragma once

#include <string>
#include <string_view>

#include "kernel/check.h"

namespace ayni {

/// The same decimal number without any digit that says nothing: "-007.50" is "-7.5", "-0" is "0".
/// Works on the letters alone, so that it shares no mistake with the parser.
inline std::string plain_number(std::string_view text) {
    CHECK(text.find_first_not_of("-.0123456789") == text.npos);
    const bool negative = text.starts_with('-');
    std::string number(text.substr(negative ? 1 : 0));
    CHECK(number.find('-') == number.npos && number.find('.') == number.rfind('.'));
    if (number.find('.') != number.npos) {
        CHECK(!number.starts_with('.') && !number.ends_with('.'));
        number.erase(number.find_last_not_of('0') + 1);
        if (number.ends_with('.')) number.pop_back();
    }
    number.erase(0, number.find_first_not_of('0'));
    if (number.empty() || number.starts_with('.')) number.insert(0, 1, '0');
    if (negative && number != "0") number.insert(0, 1, '-');
    return number;
}

}  // namespace ayni
