# Sources are found by folder, so that a new file needs no line here.

# ayni_library(NAME LAYERS folder... LINKS library...)
# A static library of every .cpp under src/<folder> that is not a test. A layer that has no source
# yet is a library of nothing, so that the tree builds while it grows.
function(ayni_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LAYERS;LINKS")
  ayni_sources(sources "\\.cpp$" ${arg_LAYERS})
  list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
  ayni_alone(${sources})
  if(sources)
    add_library(${name} STATIC ${sources})
    set(scope PUBLIC)
    target_link_libraries(${name} PRIVATE ayni_flags)
  else()
    add_library(${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  target_include_directories(${name} ${scope} ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${name} ${scope} ${arg_LINKS})
endfunction()

# ayni_alone(source...)
# Where several files are compiled as one (see flags.cmake), one that makes all names of an
# enumeration its own stays by itself: they would be names of the others too.
function(ayni_alone)
  foreach(source IN LISTS ARGN)
    file(STRINGS ${source} takes_names REGEX "^using enum ")
    if(takes_names)
      set_source_files_properties(${source} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
  endforeach()
endfunction()

# ayni_sources(OUT regex layer...): the files under src/<layer> whose path matches `regex`.
function(ayni_sources out regex)
  set(files)
  foreach(layer IN LISTS ARGN)
    file(GLOB_RECURSE found CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${layer}/*.cpp)
    list(FILTER found INCLUDE REGEX "${regex}")
    list(APPEND files ${found})
  endforeach()
  set(${out} ${files} PARENT_SCOPE)
endfunction()

# ayni_program(NAME SOURCE path): an executable over the edge, once its one source exists.
function(ayni_program name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SOURCE" "")
  file(GLOB source CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${arg_SOURCE})
  if(source)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE ayni_edge ayni_flags)
  endif()
endfunction()
