# The target `bigint`: libtommath, built from its original source so that the native and the WebAssembly
# build have the same big integers. Include as <tommath.h>.
gilbox_library_source(libtommath source)
file(GLOB files ${source}/bn_*.c)
add_library(bigint STATIC EXCLUDE_FROM_ALL ${files})
target_include_directories(bigint SYSTEM PUBLIC ${source})
target_compile_definitions(bigint PUBLIC MP_NO_FILE)
# Its memory is ours (core/runtime/big_int.cpp): limits are answered, and long work can be stopped.
target_compile_definitions(bigint PRIVATE MP_MALLOC=gilbox_big_malloc MP_CALLOC=gilbox_big_calloc
  MP_REALLOC=gilbox_big_realloc MP_FREE=gilbox_big_free)
target_compile_options(bigint PRIVATE -w -O2)
if(GILBOX_SANITIZE MATCHES undefined)
  # Not ours to mend: it adds 0 to null pointers, for one.
  target_compile_options(bigint PRIVATE -fno-sanitize=undefined)
endif()
set_target_properties(bigint PROPERTIES UNITY_BUILD OFF)
