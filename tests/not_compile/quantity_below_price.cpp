// refused: no match for 'operator<'
// Kilograms and prices have no order between them.
#include "kernel/measure.h"

#ifdef CONTROL
bool below(ayni::Quantity a, ayni::Quantity b) { return a < b; }
#else
bool below(ayni::Quantity a, ayni::Price b) { return a < b; }
#endif
