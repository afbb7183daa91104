# Chooses the compiler before project() looks for one: Emscripten for the WebAssembly build, clang otherwise
# (the sanitizers, the thread-safety analysis and both builds' warnings are then the same), and ccache in
# front of either when it is there.

if(GILBOX_WASM)
  find_program(GILBOX_EM_CONFIG em-config
    HINTS ${GILBOX_EMSCRIPTEN} PATHS ${GILBOX_CACHE}/emscripten-3.1.69-2/bin)
  if(NOT GILBOX_EM_CONFIG)
    message(FATAL_ERROR "Emscripten is missing: run `npm run setup` first, or put emcc on the PATH")
  endif()
  execute_process(COMMAND ${GILBOX_EM_CONFIG} EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE root OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  set(CMAKE_TOOLCHAIN_FILE ${root}/cmake/Modules/Platform/Emscripten.cmake CACHE FILEPATH "" FORCE)
elseif(NOT CMAKE_CXX_COMPILER AND NOT DEFINED ENV{CXX})
  find_program(GILBOX_CLANG NAMES clang-19 clang)
  find_program(GILBOX_CLANGXX NAMES clang++-19 clang++)
  if(GILBOX_CLANG AND GILBOX_CLANGXX)
    set(CMAKE_C_COMPILER ${GILBOX_CLANG})
    set(CMAKE_CXX_COMPILER ${GILBOX_CLANGXX})
  endif()
endif()

find_program(GILBOX_CCACHE ccache)
if(GILBOX_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Paths below the checkout are made relative, so that checkouts side by side share what they compiled.
  set(launcher ${CMAKE_COMMAND} -E env
    CCACHE_DIR=${GILBOX_CACHE}/ccache CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
    CCACHE_COMPILERTYPE=clang CCACHE_SLOPPINESS=time_macros CCACHE_MAXSIZE=3G ${GILBOX_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()
