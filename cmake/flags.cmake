# Compiler and linker flags, the same for every target of the tree.

add_library(ayni_flags INTERFACE)
target_compile_options(ayni_flags INTERFACE
  -Wall -Wextra -Wconversion -Wshadow -Wnon-virtual-dtor -Wimplicit-fallthrough -Wformat=2
  -Werror)                     # No -Wpedantic: it refuses __int128, which money needs.
target_compile_definitions(ayni_flags INTERFACE AYNI_VERSION="${PROJECT_VERSION}")

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 warns falsely of overlapping copies inside std::string at -O2 (GCC bug 105651).
  target_compile_options(ayni_flags INTERFACE -Wno-restrict)
else()
  target_compile_options(ayni_flags INTERFACE
    -Wno-sign-conversion         # Clang has it in -Wconversion, GCC has not.
    -Wno-missing-designated-field-initializers   # What is not named has its default: on purpose.
    -Wno-deprecated-declarations)                # std::stable_sort of GCC 12's library uses some.
endif()

if(CMAKE_UNITY_BUILD)
  # The preset `asan` compiles several files as one, for most of a file's time goes into headers
  # that all of them share; and with Clang, which is quicker than GCC and can fuzz what it compiled.
  # There a name of one file may hide one of another: `dev` and `release` compile each by itself,
  # and judge it.
  target_compile_options(ayni_flags INTERFACE -Wno-shadow)
endif()

# Position-independent everywhere, so that the system can load the program at a random address.
add_compile_options(-fPIE)
add_link_options(-pie)

if(AYNI_HARDENED)
  # The OpenSSF compiler guide, as far as GCC 12 has it; tools/hardening.py reads them back.
  add_compile_options(
    -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS
    -fstack-clash-protection -fstack-protector-strong -ftrivial-auto-var-init=zero
    -fno-delete-null-pointer-checks -fno-strict-overflow)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "x86_64|AMD64")
    add_compile_options(-fcf-protection=full)
  endif()
  add_link_options(-Wl,-z,relro,-z,now,-z,noexecstack,-z,nodlopen,--as-needed)
endif()

# In the pure layers a sum that leaves its type stops the released program instead of paying a wrong
# amount. Money itself checks and refuses; this catches what a programmer forgot.
function(ayni_trap_overflow library)
  get_target_property(kind ${library} TYPE)
  if(AYNI_HARDENED AND NOT kind STREQUAL "INTERFACE_LIBRARY")
    target_compile_options(${library} PRIVATE
      -fno-wrapv -fsanitize=signed-integer-overflow,bounds -fsanitize-undefined-trap-on-error)
  endif()
endfunction()
