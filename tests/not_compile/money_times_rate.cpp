// refused: no match for 'operator*'
// A share of an amount names its rounding.
#include "kernel/measure.h"

#ifdef CONTROL
auto tax(ayni::Money a, ayni::Rate r) { return share_of(a, r, ayni::Rounding::half_up); }
#else
auto tax(ayni::Money a, ayni::Rate r) { return a * r; }
#endif
