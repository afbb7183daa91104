#include "trace/events.hpp"

namespace gilbox::trace {

namespace {

constexpr std::string_view kStates[] = {
#define GILBOX_EVENT_STATE(name, words) words,
#include "trace/events.def"
};

constexpr KindName kDropReason[] = {
#define GILBOX_EVENT_DropReason(name, words) {#name, words},
#include "trace/events.def"
};
constexpr KindName kBlockKind[] = {
#define GILBOX_EVENT_BlockKind(name, words) {#name, words},
#include "trace/events.def"
};
constexpr KindName kWaitOutcome[] = {
#define GILBOX_EVENT_WaitOutcome(name, words) {#name, words},
#include "trace/events.def"
};
constexpr KindName kSpawnPhase[] = {
#define GILBOX_EVENT_SpawnPhase(name, words) {#name, words},
#include "trace/events.def"
};
constexpr KindName kAwaitKind[] = {
#define GILBOX_EVENT_AwaitKind(name, words) {#name, words},
#include "trace/events.def"
};
constexpr KindName kTaskOutcome[] = {
#define GILBOX_EVENT_TaskOutcome(name, words) {#name, words},
#include "trace/events.def"
};
constexpr KindName kRequestPhase[] = {
#define GILBOX_EVENT_RequestPhase(name, words) {#name, words},
#include "trace/events.def"
};

}  // namespace

std::string_view words(State state) { return kStates[static_cast<std::size_t>(state)]; }

std::span<const KindName> kinds(KindSet set) {
  switch (set) {
    case KindSet::none: return {};
#define GILBOX_EVENT_KIND_SET(set) \
  case KindSet::set: return k##set;
#include "trace/events.def"
  }
  return {};
}

}  // namespace gilbox::trace
