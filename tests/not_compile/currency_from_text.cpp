// refused: could not convert
// A code may be unknown, so it is looked up.
#include "kernel/currency.h"

#ifdef CONTROL
ayni::Currency soles() { return ayni::Currency::known("PEN"); }
#else
ayni::Currency soles() { return "PEN"; }
#endif
