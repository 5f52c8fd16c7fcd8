// refused: no match for 'operator+'
// Two days have a distance, not a sum.
#include "kernel/date.h"

#ifdef CONTROL
int between(ayni::Date a, ayni::Date b) { return a - b; }
#else
auto between(ayni::Date a, ayni::Date b) { return a + b; }
#endif
