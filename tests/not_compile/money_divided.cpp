// refused: no match for 'operator/'
// Money is shared out, never divided: the cents that are left over would vanish.
#include "kernel/allocate.h"

#ifdef CONTROL
auto half(ayni::Money a) { return allocate(a, std::vector<std::int64_t>{1, 1}); }
#else
auto half(ayni::Money a) { return a / 2; }
#endif
