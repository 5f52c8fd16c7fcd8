// refused: narrowing conversion
// Scales speak in grams.
#include "kernel/measure.h"

#ifdef CONTROL
ayni::Quantity weight() { return {10'300}; }
#else
ayni::Quantity weight() { return {10.3}; }
#endif
