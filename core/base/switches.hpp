// The build switches, as constants. The only file that reads a GILBOX_… switch of the build.
//
//   if constexpr (base::kChecked) census.verify();
//
// So every branch compiles in every build, and a search for a constant finds all that depends on
// it.
#pragma once

namespace gilbox::base {

#if defined(GILBOX_CHECKED) && GILBOX_CHECKED
inline constexpr bool kChecked = true;  // assertions, reference census, forced GIL switches
#else
inline constexpr bool kChecked = false;
#endif

#if defined(GILBOX_FREE_THREADED) && GILBOX_FREE_THREADED
inline constexpr bool kFreeThreaded = true;  // no global lock; reference counts are atomic
#else
inline constexpr bool kFreeThreaded = false;
#endif

#if defined(GILBOX_PORTABLE) && GILBOX_PORTABLE
inline constexpr bool kPortable = true;  // no shared memory; the VM switches Python threads itself
#else
inline constexpr bool kPortable = false;
#endif
static_assert(!(kFreeThreaded && kPortable), "a build without threads has no threads to free");

#if defined(__wasm__)
inline constexpr bool kWasm = true;
#else
inline constexpr bool kWasm = false;
#endif

}  // namespace gilbox::base
