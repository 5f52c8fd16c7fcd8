// refused: nodiscard
// Bytes that were not understood must not pass for a value.
#include "kernel/packed.h"

#ifdef CONTROL
bool take(std::string_view bytes, ayni::Money& into) {
    return ayni::take_packed(bytes, ayni::shape_of<ayni::Money>(), &into).has_value();
}
#else
void take(std::string_view bytes, ayni::Money& into) {
    ayni::take_packed(bytes, ayni::shape_of<ayni::Money>(), &into);
}
#endif
