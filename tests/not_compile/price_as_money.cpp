// refused: could not convert
// A price becomes money only through a quantity.
#include "kernel/measure.h"

#ifdef CONTROL
ayni::Price paid(ayni::Price price) { return price; }
#else
ayni::Money paid(ayni::Price price) { return price; }
#endif
