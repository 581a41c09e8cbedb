# One folder is one library and one namespace. A library sees its own headers and those of the
# libraries it names under USES, nothing else: each library's headers are reachable only through a
# directory that holds one link, to its own folder, so a forbidden include does not compile.

include_guard()

include(cmake/Precompiled.cmake)

set(LETOPIS_ROOMS ${CMAKE_BINARY_DIR}/rooms)

# Whether one of these libraries is events or stands on it.
function(letopis_sees_facts result)
  set(${result} OFF PARENT_SCOPE)
  foreach(used IN LISTS ARGN)
    get_target_property(sees letopis_${used} LETOPIS_SEES_FACTS)
    if(sees OR used STREQUAL "events")
      set(${result} ON PARENT_SCOPE)
    endif()
  endforeach()
endfunction()

# letopis_library(NAME SOURCES file... [USES library...] [LINKS target...] [PRIVATE_LINKS target...])
function(letopis_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LINKS;PRIVATE_LINKS" ${ARGN})
  file(MAKE_DIRECTORY ${LETOPIS_ROOMS}/${name})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/${name} ${LETOPIS_ROOMS}/${name}/${name} SYMBOLIC)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.h)

  # Every header is compiled alone, so each stands on its own: by its source, which includes it first
  # (a rule of the house checks that), or by a unit made here.
  set(alone)
  foreach(header IN LISTS headers)
    get_filename_component(stem ${header} NAME_WE)
    if(EXISTS ${CMAKE_SOURCE_DIR}/${name}/${stem}.cc)
      continue()
    endif()
    set(unit ${CMAKE_BINARY_DIR}/standalone/${name}/${stem}.cc)
    if(NOT EXISTS ${unit})
      file(WRITE ${unit} "#include \"${name}/${stem}.h\"  // IWYU pragma: keep\n")
    endif()
    list(APPEND alone ${unit})
  endforeach()

  add_library(letopis_${name} STATIC ${ARG_SOURCES})
  add_library(letopis::${name} ALIAS letopis_${name})
  target_include_directories(letopis_${name} PUBLIC ${LETOPIS_ROOMS}/${name})
  target_link_libraries(letopis_${name} PUBLIC letopis_settings ${ARG_LINKS}
                                        PRIVATE ${ARG_PRIVATE_LINKS})
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(letopis_${name} PUBLIC letopis_${used})
  endforeach()
  set(guarded)
  if(name IN_LIST LETOPIS_SERVING_ROOMS)
    target_link_libraries(letopis_${name} PRIVATE letopis_guarded)
    set(guarded GUARDED)
  endif()
  letopis_sees_facts(facts ${ARG_USES})
  set_target_properties(letopis_${name} PROPERTIES LETOPIS_SEES_FACTS ${facts})
  if(facts)
    letopis_precompile(letopis_${name} facts ${guarded})
  else()
    letopis_precompile(letopis_${name} common ${guarded})
  endif()

  if(alone AND NOT LETOPIS_SANITIZE)  # once is enough
    add_library(letopis_${name}_headers OBJECT ${alone})
    target_link_libraries(letopis_${name}_headers PRIVATE letopis_${name})
  endif()
endfunction()

# letopis_test(NAME SOURCES file... USES library... [LINKS target...])
# One test program for one folder of tests; each test in it is known to ctest by its own name.
function(letopis_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;USES;LINKS" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_include_directories(test_${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_link_libraries(test_${name} PRIVATE letopis_settings ${ARG_LINKS} GTest::gmock_main)
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(test_${name} PRIVATE letopis_${used})
  endforeach()
  letopis_precompile(test_${name} tests)
  target_compile_definitions(test_${name} PRIVATE
    LETOPIS_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LETOPIS_SHARED_DIR="${CMAKE_SOURCE_DIR}/../shared")
  add_test(NAME ${name} COMMAND test_${name}
           --gtest_output=xml:${CMAKE_BINARY_DIR}/evidence/${name}.xml)
  set_tests_properties(${name} PROPERTIES TIMEOUT 900)
endfunction()

# letopis_fuzz(NAME SOURCES file... USES library...): a libFuzzer target, built by preset fuzz only.
function(letopis_fuzz name)
  if(NOT LETOPIS_FUZZ)
    return()
  endif()
  cmake_parse_arguments(ARG "" "" "SOURCES;USES" ${ARGN})
  add_executable(fuzz_${name} ${ARG_SOURCES})
  target_link_libraries(fuzz_${name} PRIVATE letopis_settings)
  target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
  foreach(used IN LISTS ARG_USES)
    target_link_libraries(fuzz_${name} PRIVATE letopis_${used})
  endforeach()
endfunction()
