# embed_web(NAME DIRECTORY dir OTHERWISE dir)
# A library that holds every file of `dir` (of the second one while the first is empty), byte for
# byte, with its path and an ETag. `#include <webassets.h>` and call webassets::files(), which is
# sorted by path. `.incbin` costs no compile time, however large the pages grow.
function(embed_web name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "DIRECTORY;OTHERWISE" "")
  set(root ${arg_DIRECTORY})
  file(GLOB_RECURSE files RELATIVE ${root} CONFIGURE_DEPENDS ${root}/*)
  if(NOT files)
    set(root ${arg_OTHERWISE})
    file(GLOB_RECURSE files RELATIVE ${root} CONFIGURE_DEPENDS ${root}/*)
  endif()
  list(SORT files)

  set(blobs "")
  set(rows "")
  set(paths "")
  set(number 0)
  foreach(file IN LISTS files)
    set(path ${root}/${file})
    file(SHA256 ${path} hash)
    string(SUBSTRING ${hash} 0 16 etag)
    set(symbol ${name}_${number})
    string(APPEND blobs
      "asm(\".section .rodata\\n.balign 16\\n.global ${symbol}, ${symbol}_end\\n\"\n"
      "    \"${symbol}:\\n.incbin \\\"${path}\\\"\\n${symbol}_end:\\n.byte 0\\n.previous\\n\");\n"
      "extern \"C\" const char ${symbol}[], ${symbol}_end[];\n")
    string(APPEND rows
      "    {\"/${file}\", ${symbol}, ${symbol}_end, \"\\\"${etag}\\\"\"},\n")
    list(APPEND paths ${path})
    math(EXPR number "${number} + 1")
  endforeach()
  # The ETag is computed here, so a page that changed must bring CMake back.
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${paths})

  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name})
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embed.h.in ${folder}/${name}.h @ONLY)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/embed.cpp.in ${folder}/${name}.cpp @ONLY)
  set_source_files_properties(${folder}/${name}.cpp PROPERTIES OBJECT_DEPENDS "${paths}")
  add_library(${name} STATIC ${folder}/${name}.cpp)
  target_include_directories(${name} SYSTEM PUBLIC ${folder})
endfunction()
