// refused: nodiscard
// Shares that nobody receives are lost money.
#include "kernel/allocate.h"

#ifdef CONTROL
auto split(ayni::Money total, const std::vector<std::int64_t>& weights) {
    return allocate(total, weights);
}
#else
void split(ayni::Money total, const std::vector<std::int64_t>& weights) {
    allocate(total, weights);
}
#endif
