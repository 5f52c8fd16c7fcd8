// refused: no match for 'operator+'
// A rate is no part of a price until it is applied to one.
#include "kernel/measure.h"

#ifdef CONTROL
ayni::Price sum(ayni::Price a, ayni::Price b) { return a + b; }
#else
ayni::Price sum(ayni::Price a, ayni::Rate b) { return a + b; }
#endif
