// refused: could not convert
// The buyer's number does not become the producer's.
#include "kernel/id.h"

#ifdef CONTROL
struct Buyer;
ayni::Id<Buyer> pay(ayni::Id<Buyer> buyer) { return buyer; }
#else
struct Buyer;
struct Producer;
ayni::Id<Producer> pay(ayni::Id<Buyer> buyer) { return buyer; }
#endif
