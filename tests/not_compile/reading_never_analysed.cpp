// refused: invalid conversion
// What was not analysed has no value, not even 0.
#include "kernel/quality.h"

#ifdef CONTROL
std::int32_t fat(const ayni::Readings& readings) {
    const auto* found = readings.find(1);
    return found ? *found : -1;
}
#else
std::int32_t fat(const ayni::Readings& readings) { return readings.find(1); }
#endif
