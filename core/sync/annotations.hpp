// Names for clang's thread-safety analysis (-Wthread-safety): which lock guards which data.
//
// The macros say nothing to other compilers. A lock type is a CAPABILITY, a member it guards is
// GUARDED_BY it, a function that needs it held REQUIRES it. The compiler then refuses a forgotten
// lock. Source: https://clang.llvm.org/docs/ThreadSafetyAnalysis.html
#pragma once

#if defined(__clang__)
#define GILBOX_THREAD_ATTRIBUTE(x) __attribute__((x))
#else
#define GILBOX_THREAD_ATTRIBUTE(x)
#endif

#define GILBOX_CAPABILITY(name) GILBOX_THREAD_ATTRIBUTE(capability(name))
#define GILBOX_SCOPED_CAPABILITY GILBOX_THREAD_ATTRIBUTE(scoped_lockable)
#define GILBOX_GUARDED_BY(lock) GILBOX_THREAD_ATTRIBUTE(guarded_by(lock))
#define GILBOX_POINTEE_GUARDED_BY(lock) GILBOX_THREAD_ATTRIBUTE(pt_guarded_by(lock))
#define GILBOX_REQUIRES(...) GILBOX_THREAD_ATTRIBUTE(requires_capability(__VA_ARGS__))
#define GILBOX_ACQUIRE(...) GILBOX_THREAD_ATTRIBUTE(acquire_capability(__VA_ARGS__))
#define GILBOX_RELEASE(...) GILBOX_THREAD_ATTRIBUTE(release_capability(__VA_ARGS__))
#define GILBOX_TRY_ACQUIRE(...) GILBOX_THREAD_ATTRIBUTE(try_acquire_capability(__VA_ARGS__))
#define GILBOX_EXCLUDES(...) GILBOX_THREAD_ATTRIBUTE(locks_excluded(__VA_ARGS__))
#define GILBOX_ASSERT_HELD(lock) GILBOX_THREAD_ATTRIBUTE(assert_capability(lock))
#define GILBOX_RETURNS_LOCK(lock) GILBOX_THREAD_ATTRIBUTE(lock_returned(lock))
#define GILBOX_NO_THREAD_ANALYSIS GILBOX_THREAD_ATTRIBUTE(no_thread_safety_analysis)
