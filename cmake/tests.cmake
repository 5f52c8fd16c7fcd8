# Unit tests, harnesses and benchmarks. A release is also built on machines that have only the
# packages of tools/packages-build.txt, so there they exist if their libraries do.
if(AYNI_HARDENED)
  set(need QUIET)
  set(in_all EXCLUDE_FROM_ALL)
else()
  set(need REQUIRED)
  set(in_all)
endif()

if(BUILD_TESTING)
  find_package(GTest ${need})
  find_package(rapidcheck ${need} CONFIG)
endif()

if(BUILD_TESTING AND GTest_FOUND AND rapidcheck_FOUND)
  ayni_sources(tests "_test\\.cpp$" ${AYNI_UNIT_LAYERS})
  if(tests)
    # A sanitizer that looks at the lower layers only need not compile the upper ones.
    set(lowest ayni_core)
    foreach(layer store app edge)
      if(layer IN_LIST AYNI_UNIT_LAYERS)
        set(lowest ayni_${layer})
      endif()
    endforeach()
    add_executable(unit ${in_all} ${tests})
    # Short names that say what an example is about stand in many tests: each file by itself.
    set_target_properties(unit PROPERTIES UNITY_BUILD OFF)
    target_link_libraries(unit PRIVATE ${lowest} ayni_flags
                          GTest::gtest_main rapidcheck rapidcheck_gtest)
    # Where the examples and the test vectors stand.
    target_compile_definitions(unit PRIVATE AYNI_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    include(GoogleTest)
    gtest_discover_tests(unit DISCOVERY_MODE PRE_TEST)
  endif()

  # A harness that needs a program of its own (tests/powercut, tests/crash...) brings its list;
  # the target `harnesses` makes them all.
  add_custom_target(harnesses)
  file(GLOB harnesses CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/*/CMakeLists.txt)
  foreach(list IN LISTS harnesses)
    cmake_path(GET list PARENT_PATH folder)
    add_subdirectory(${folder} ${in_all})
    get_property(programs DIRECTORY ${folder} PROPERTY BUILDSYSTEM_TARGETS)
    if(programs)
      add_dependencies(harnesses ${programs})
    endif()
  endforeach()
endif()

file(GLOB benches CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*.cpp)
if(benches)
  find_package(benchmark QUIET)
  if(benchmark_FOUND)
    add_executable(bench EXCLUDE_FROM_ALL ${benches})
    target_link_libraries(bench PRIVATE ayni_edge ayni_flags benchmark::benchmark_main)
  endif()
endif()
