// refused: no match for 'operator+'
// One what: kilogram or gram?
#include "kernel/measure.h"

#ifdef CONTROL
ayni::Quantity more(ayni::Quantity q) { return q + ayni::Quantity{1'000}; }
#else
ayni::Quantity more(ayni::Quantity q) { return q + 1; }
#endif
