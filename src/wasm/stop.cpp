// Whatever must not go on is a trap, of which the page hears as an error. The library's own ways to
// say why it stops would bring all of printf.

#include <__verbose_abort>
#include <cstdint>

extern "C" {

[[noreturn]] void abort_message(const char*, ...) { __builtin_trap(); }

// Debian builds the compiler's runtime with guards of the stack.
extern std::uintptr_t __stack_chk_guard;
std::uintptr_t __stack_chk_guard = 0x5A17;
[[noreturn]] void __stack_chk_fail() { __builtin_trap(); }

}  // extern "C"

void std::__libcpp_verbose_abort(const char*, ...) { __builtin_trap(); }
