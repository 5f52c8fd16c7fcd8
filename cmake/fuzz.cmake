# One libFuzzer executable for each tests/fuzz/<name>.cpp, all made by the target `fuzzers`.
# Everything it calls is instrumented too, or the fuzzer would search blindly.
add_custom_target(fuzzers)
file(GLOB targets CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp)
foreach(source IN LISTS targets)
  cmake_path(GET source STEM name)
  # Link the lowest layer that has what the target includes: a parser of kernel needs no HTTP.
  set(library ayni_core)
  foreach(layer store app edge)
    file(STRINGS ${source} includes REGEX "#include \"${layer}/")
    if(includes)
      set(library ayni_${layer})
    endif()
  endforeach()
  add_executable(fuzz_${name} EXCLUDE_FROM_ALL ${source})
  target_link_libraries(fuzz_${name} PRIVATE ${library} ayni_flags)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  set_target_properties(fuzz_${name} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/fuzz OUTPUT_NAME ${name})
  add_dependencies(fuzzers fuzz_${name})
endforeach()
