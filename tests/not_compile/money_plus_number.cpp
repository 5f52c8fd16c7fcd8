// refused: no match for 'operator+'
// A bare number has no currency.
#include "kernel/money.h"

#ifdef CONTROL
ayni::Money more(ayni::Money a) { return a + ayni::Money{1, a.currency}; }
#else
ayni::Money more(ayni::Money a) { return a + 1; }
#endif
