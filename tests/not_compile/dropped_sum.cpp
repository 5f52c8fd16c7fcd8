// refused: nodiscard
// a + b changes neither.
#include "kernel/money.h"

#ifdef CONTROL
void add(ayni::Money& a, ayni::Money b) { a += b; }
#else
void add(ayni::Money& a, ayni::Money b) { a + b; }
#endif
