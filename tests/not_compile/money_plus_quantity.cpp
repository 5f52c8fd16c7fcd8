// refused: no match for 'operator+'
// Milk is no money.
#include "kernel/measure.h"

#ifdef CONTROL
ayni::Money sum(ayni::Money a, ayni::Money b) { return a + b; }
#else
ayni::Money sum(ayni::Money a, ayni::Quantity b) { return a + b; }
#endif
