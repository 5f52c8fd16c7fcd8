// refused: may change value
// There is no half day in a calendar.
#include "kernel/date.h"

#ifdef CONTROL
ayni::Date later(ayni::Date a) { return a + 1; }
#else
ayni::Date later(ayni::Date a, double days) { return a + days; }
#endif
