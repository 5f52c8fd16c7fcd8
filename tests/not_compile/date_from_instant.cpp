// refused: could not convert
// The day of an instant depends on the time zone.
#include "kernel/date.h"

#ifdef CONTROL
ayni::Date day(ayni::Date d) { return d; }
#else
ayni::Date day(ayni::Instant i) { return i; }
#endif
