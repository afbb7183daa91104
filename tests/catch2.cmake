# The target `catch2`: Catch2 3 with its main program, built once a preset from its original source.
gilbox_library_source(catch2 source)

# Every setting keeps its default; only these have no default of their own.
set(CATCH_CONFIG_DEFAULT_REPORTER console)
set(CATCH_CONFIG_CONSOLE_WIDTH 100)
configure_file(${source}/src/catch2/catch_user_config.hpp.in
  ${PROJECT_BINARY_DIR}/generated/catch2/catch2/catch_user_config.hpp)

# One translation unit builds four times faster than a hundred.
add_library(catch2 STATIC EXCLUDE_FROM_ALL ${source}/extras/catch_amalgamated.cpp)
target_include_directories(catch2 SYSTEM PUBLIC ${source}/src ${PROJECT_BINARY_DIR}/generated/catch2)
target_compile_options(catch2 PRIVATE -w)
target_link_libraries(catch2 PUBLIC Threads::Threads)
if(EMSCRIPTEN)
  target_compile_options(catch2 PRIVATE -O1 -fwasm-exceptions)
endif()
