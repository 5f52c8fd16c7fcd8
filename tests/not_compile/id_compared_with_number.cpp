// refused: no match for 'operator=='
// "Is it none?" has a name.
#include "kernel/id.h"

#ifdef CONTROL
struct Person;
bool unknown(ayni::Id<Person> id) { return id.is_none(); }
#else
struct Person;
bool unknown(ayni::Id<Person> id) { return id == 0; }
#endif
