// refused: narrowing conversion
// Fat of 3.65 % is 365 at two places.
#include "kernel/quality.h"

#ifdef CONTROL
ayni::Reading fat() { return {1, 365}; }
#else
ayni::Reading fat() { return {1, 3.65}; }
#endif
