#pragma once
// A broken promise of ours (never of a user's input) stops the program: wrong books are worse than
// none.

namespace ayni {

/// Prints the broken claim and where it stands, then aborts. Called by `CHECK` only.
[[noreturn]] void stop_on_broken_claim(const char* claim, const char* file, int line) noexcept;

}  // namespace ayni

/// Holds in every build: states what no user input can break. In the page it is a trap, which has
/// no use for the words.
#ifdef __wasm__
#define CHECK(claim) (static_cast<bool>(claim) ? void(0) : __builtin_trap())
#else
#define CHECK(claim) \
    (static_cast<bool>(claim) ? void(0) : ::ayni::stop_on_broken_claim(#claim, __FILE__, __LINE__))
#endif
