// refused: no match for 'operator=='
// A person is no route, whatever their numbers.
#include "kernel/id.h"

#ifdef CONTROL
struct Person;
bool same(ayni::Id<Person> a, ayni::Id<Person> b) { return a == b; }
#else
struct Person;
struct Route;
bool same(ayni::Id<Person> a, ayni::Id<Route> b) { return a == b; }
#endif
