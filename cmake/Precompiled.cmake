# Headers that nearly every file reads are compiled once for all of them (docs/decisions/0033). No
# file leans on that: each names what it uses, and is read without them by clang-tidy and by the
# build under sanitizers of addresses (preset fuzz).

include_guard()

option(LETOPIS_PRECOMPILED "Compile once what nearly every file reads" ON)

set(LETOPIS_COMMON_HEADERS
  <algorithm> <array> <chrono> <compare> <cstdint> <filesystem> <fstream> <functional> <map> <memory>
  <optional> <set> <span> <string> <string_view> <unordered_map> <variant> <vector>)
# The vocabulary of all that stands on events.
set(LETOPIS_FACT_HEADERS "events/event.h" "events/views.h")
set(LETOPIS_TEST_HEADERS <gmock/gmock.h> <gtest/gtest.h>)

# Makes the target that holds one such set, once: KIND is common, facts or tests; guarded sets have the
# flags of what serves strangers.
function(letopis_precompiled_set target kind guarded)
  if(TARGET ${target})
    return()
  endif()
  set(unit ${CMAKE_BINARY_DIR}/precompiled/${target}.cc)
  if(NOT EXISTS ${unit})
    file(WRITE ${unit} "")
  endif()
  add_library(${target} OBJECT ${unit})
  target_link_libraries(${target} PRIVATE letopis_settings)
  if(guarded)
    target_link_libraries(${target} PRIVATE letopis_guarded)
  endif()
  set(headers ${LETOPIS_COMMON_HEADERS})
  if(NOT kind STREQUAL "common")
    target_link_libraries(${target} PRIVATE letopis_events)
    list(APPEND headers ${LETOPIS_FACT_HEADERS})
  endif()
  if(kind STREQUAL "tests")
    target_link_libraries(${target} PRIVATE GTest::gmock)
    list(APPEND headers ${LETOPIS_TEST_HEADERS})
  endif()
  list(TRANSFORM headers REPLACE "^([^<].*)$" "\"\\1\"")
  target_precompile_headers(${target} PRIVATE ${headers})
endfunction()

# letopis_precompile(TARGET KIND [GUARDED])
function(letopis_precompile target kind)
  if(NOT LETOPIS_PRECOMPILED OR LETOPIS_FUZZ)
    return()
  endif()
  set(precompiled letopis_precompiled_${kind})
  set(guarded OFF)
  if("GUARDED" IN_LIST ARGN)
    set(guarded ON)
    string(APPEND precompiled _guarded)
  endif()
  letopis_precompiled_set(${precompiled} ${kind} ${guarded})
  target_precompile_headers(${target} REUSE_FROM ${precompiled})
  # ccache asks for the first; in what is precompiled g++ 12 forgets which headers are the system's, and
  # warns of its own std::string.
  target_compile_options(${target} PRIVATE
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-Wno-array-bounds;-Wno-stringop-overflow>)
endfunction()
