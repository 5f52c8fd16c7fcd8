// refused: could not convert
// Both are millionths, of different things.
#include "kernel/measure.h"

#ifdef CONTROL
ayni::Rate rate(ayni::Rate given) { return given; }
#else
ayni::Price rate(ayni::Rate given) { return given; }
#endif
