// What can be recorded: the enumerations of events.def, and what they say about each event.
//
// Threads: constants.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace gilbox::trace {

enum class Event : std::uint16_t {
#define GILBOX_EVENT(name, group, track, state, kind, first, first_type, second, second_type) name,
#include "trace/events.def"
};

enum class Group : std::uint8_t {
#define GILBOX_EVENT_GROUP(name) name,
#include "trace/events.def"
};

enum class State : std::uint8_t {
#define GILBOX_EVENT_STATE(name, words) name,
#include "trace/events.def"
};

enum class Track : std::uint8_t { none, thread, task, loop, process };

// How an argument is to be read. `text` is a number of names.hpp, `time` and `duration` are
// nanoseconds, `message` is channel << 32 | number within the channel.
enum class ArgumentType : std::uint8_t {
  none,
  number,
  bytes,
  duration,
  time,
  text,
  object,
  thread,
  task,
  process,
  message,
};

enum class KindSet : std::uint8_t {
  none,
#define GILBOX_EVENT_KIND_SET(set) set,
#include "trace/events.def"
};

enum class DropReason : std::uint16_t {
#define GILBOX_EVENT_DropReason(name, words) name,
#include "trace/events.def"
};
enum class BlockKind : std::uint16_t {
#define GILBOX_EVENT_BlockKind(name, words) name,
#include "trace/events.def"
};
enum class WaitOutcome : std::uint16_t {
#define GILBOX_EVENT_WaitOutcome(name, words) name,
#include "trace/events.def"
};
enum class SpawnPhase : std::uint16_t {
#define GILBOX_EVENT_SpawnPhase(name, words) name,
#include "trace/events.def"
};
enum class AwaitKind : std::uint16_t {
#define GILBOX_EVENT_AwaitKind(name, words) name,
#include "trace/events.def"
};
enum class TaskOutcome : std::uint16_t {
#define GILBOX_EVENT_TaskOutcome(name, words) name,
#include "trace/events.def"
};
enum class RequestPhase : std::uint16_t {
#define GILBOX_EVENT_RequestPhase(name, words) name,
#include "trace/events.def"
};

// The set an enumeration is, so that emit can refuse a kind of another event.
template <class Kind>
inline constexpr KindSet kKindSetOf = KindSet::none;
#define GILBOX_EVENT_KIND_SET(set) \
  template <>                      \
  inline constexpr KindSet kKindSetOf<set> = KindSet::set;
#include "trace/events.def"

struct EventInfo {
  std::string_view name;
  Group group;
  Track track;
  State state;
  KindSet kinds;
  std::string_view first;
  ArgumentType first_type;
  std::string_view second;
  ArgumentType second_type;
};

inline constexpr EventInfo kEvents[] = {
#define GILBOX_EVENT(name, group, track, state, kind, first, first_type, second, second_type) \
  {#name,                                                                                     \
   Group::group,                                                                              \
   Track::track,                                                                              \
   State::state,                                                                              \
   KindSet::kind,                                                                             \
   #first,                                                                                    \
   ArgumentType::first_type,                                                                  \
   #second,                                                                                   \
   ArgumentType::second_type},
#include "trace/events.def"
};
inline constexpr std::size_t kEventCount = sizeof kEvents / sizeof kEvents[0];

constexpr const EventInfo& info(Event event) { return kEvents[static_cast<std::size_t>(event)]; }

std::string_view words(State state);

struct KindName {
  std::string_view name;
  std::string_view words;
};
// The values of an enumeration of kinds, in order.
std::span<const KindName> kinds(KindSet set);

}  // namespace gilbox::trace
