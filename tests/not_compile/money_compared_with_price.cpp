// refused: no match for 'operator=='
// A price is per kilogram; an amount is not.
#include "kernel/measure.h"

#ifdef CONTROL
bool same(ayni::Money a, ayni::Money b) { return a == b; }
#else
bool same(ayni::Money a, ayni::Price b) { return a == b; }
#endif
