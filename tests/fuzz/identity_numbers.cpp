// Any text as an identity number: what is accepted has its digits, and only those.
#include "domain/people/identity_numbers.h"

#include "fuzzed.h"

namespace ayni {

void fuzz(Fuzzed& fuzzed) {
    const auto text = fuzzed.rest();
    const auto digits = [](std::string_view number) {
        return number.find_first_not_of("0123456789") == number.npos;
    };
    if (const auto ruc = read_ruc(text)) CHECK(*ruc == text && ruc->size() == 11 && digits(*ruc));
    if (const auto dni = read_dni(text)) {
        CHECK(dni->size() == 8 && digits(*dni) && text.starts_with(*dni));
        CHECK(read_ruc(ruc_of_person(*dni).value()).has_value());
    }
    if (cci_fits(text)) CHECK(text.size() == 20 && digits(text));
    if (const auto check = nit_check_digit(text)) CHECK(*check >= 0 && *check <= 9 && digits(text));
    if (const auto check = rut_check_character(text))
        CHECK(*check == 'K' || (*check >= '0' && *check <= '9'));
}

}  // namespace ayni
