# The target `hashes`: the hash functions of libtomcrypt, built from their original source. Include as <tomcrypt.h>.
gilbox_library_source(libtomcrypt source)
set(names hashes/md5 hashes/sha1 hashes/sha3 hashes/sha3_test hashes/blake2b hashes/blake2s hashes/sha2/sha256
  hashes/sha2/sha224 hashes/sha2/sha512 hashes/sha2/sha384 misc/zeromem)
list(TRANSFORM names REPLACE "(.+)" "${source}/src/\\1.c" OUTPUT_VARIABLE files)
add_library(hashes STATIC EXCLUDE_FROM_ALL ${files})
target_include_directories(hashes SYSTEM PUBLIC ${source}/src/headers)
# Only what is named here, without self-tests and without checks of arguments, which are ours.
target_compile_definitions(hashes PUBLIC LTC_SOURCE LTC_NOTHING LTC_NO_TEST ARGTYPE=3
  LTC_MD5 LTC_SHA1 LTC_SHA224 LTC_SHA256 LTC_SHA384 LTC_SHA512 LTC_SHA3 LTC_BLAKE2B LTC_BLAKE2S)
# They are what a program that hashes spends its time in, at any level of optimisation of the rest.
target_compile_options(hashes PRIVATE -w -O3)
if(GILBOX_SANITIZE MATCHES undefined)
  target_compile_options(hashes PRIVATE -fno-sanitize=undefined)
endif()
set_target_properties(hashes PROPERTIES UNITY_BUILD OFF)
