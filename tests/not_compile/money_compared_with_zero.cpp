// refused: no match for 'operator<'
// 0 of which currency?
#include "kernel/money.h"

#ifdef CONTROL
bool owes(ayni::Money a) { return a.is_negative(); }
#else
bool owes(ayni::Money a) { return a < 0; }
#endif
