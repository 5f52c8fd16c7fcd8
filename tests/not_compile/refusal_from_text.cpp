// refused: cannot convert
// A reason stands in the table, with two translations.
#include "kernel/result.h"

#ifdef CONTROL
ayni::Result<int> guard() { return ayni::refuse(ayni::Refusal::not_found); }
#else
ayni::Result<int> guard() { return ayni::refuse("not found"); }
#endif
