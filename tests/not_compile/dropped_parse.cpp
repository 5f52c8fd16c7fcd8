// refused: nodiscard
// An amount that was refused must not pass for one that was read.
#include "kernel/money.h"

#ifdef CONTROL
bool read(std::string_view text, ayni::Currency currency) {
    return ayni::parse_money(text, currency).has_value();
}
#else
void read(std::string_view text, ayni::Currency currency) { ayni::parse_money(text, currency); }
#endif
