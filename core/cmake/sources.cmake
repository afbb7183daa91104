# gilbox_library_source(name variable): the folder with the original source of a library of libraries.json.
# `npm run setup` puts it into the cache, once for all checkouts.

if(DEFINED ENV{XDG_CACHE_HOME} AND NOT "$ENV{XDG_CACHE_HOME}" STREQUAL "")
  set(GILBOX_CACHE "$ENV{XDG_CACHE_HOME}/gilbox")
else()
  set(GILBOX_CACHE "$ENV{HOME}/.cache/gilbox")
endif()

function(gilbox_library_source name result)
  file(READ ${PROJECT_SOURCE_DIR}/core/cmake/libraries.json table)
  string(JSON version GET "${table}" ${name} version)
  set(folder ${GILBOX_CACHE}/${name}-${version})
  if(NOT IS_DIRECTORY ${folder})
    message(FATAL_ERROR "${folder} is missing: run `npm run setup` first")
  endif()
  set(${result} ${folder} PARENT_SCOPE)
endfunction()
