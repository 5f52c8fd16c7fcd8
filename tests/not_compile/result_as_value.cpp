// refused: could not convert
// What may be refused is not yet a value.
#include "kernel/measure.h"

#ifdef CONTROL
ayni::Quantity weight(std::string_view text) {
    return ayni::parse_quantity(text).value_or(ayni::Quantity{});
}
#else
ayni::Quantity weight(std::string_view text) { return ayni::parse_quantity(text); }
#endif
