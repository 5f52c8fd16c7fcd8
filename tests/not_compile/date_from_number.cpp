// refused: could not convert
// A number is a day only when it says so.
#include "kernel/date.h"

#ifdef CONTROL
ayni::Date day() { return ayni::Date{20'148}; }
#else
ayni::Date day() {
    const int days = 20'148;
    return days;
}
#endif
