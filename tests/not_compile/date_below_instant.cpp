// refused: no match for 'operator<'
// A day of the organisation and a moment of the world have no order between them.
#include "kernel/date.h"

#ifdef CONTROL
bool before(ayni::Date a, ayni::Date b) { return a < b; }
#else
bool before(ayni::Date a, ayni::Instant b) { return a < b; }
#endif
