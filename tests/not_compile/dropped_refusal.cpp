// refused: nodiscard
// A refusal that is not returned refuses nothing.
#include "kernel/result.h"

#ifdef CONTROL
ayni::Result<int> guard() { return ayni::refuse(ayni::Refusal::not_allowed); }
#else
ayni::Result<int> guard() {
    ayni::refuse(ayni::Refusal::not_allowed);
    return 0;
}
#endif
