// refused: no match for 'operator*'
// The value of a delivery names its rounding.
#include "kernel/measure.h"

#ifdef CONTROL
auto value(ayni::Quantity q, ayni::Price p, ayni::Currency c) {
    return value_of(q, p, c, ayni::Rounding::half_even);
}
#else
auto value(ayni::Quantity q, ayni::Price p, ayni::Currency) { return q * p; }
#endif
