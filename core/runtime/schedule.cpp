#include "runtime/schedule.hpp"

#include <charconv>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "runtime/switch_policy.hpp"
#include "runtime/turns.hpp"

namespace gilbox::py {

namespace {

std::string& chosen_name() {
  static std::string name = "timed";
  return name;
}

std::optional<uint64_t> number(std::string_view text) {
  uint64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return n;
}

std::unique_ptr<SwitchPolicy> seeded(std::string_view text) {
  constexpr uint64_t kOneIn = 50;
  const size_t slash = text.find('/');
  const auto seed = number(text.substr(0, slash));
  const auto one_in = slash == text.npos ? kOneIn : number(text.substr(slash + 1));
  if (!seed || !one_in || *one_in == 0 || *one_in > UINT32_MAX) return nullptr;
  return std::make_unique<SeededPolicy>(*seed, static_cast<uint32_t>(*one_in));
}

// Counts between commas, spaces or lines; the rest of a line after `#` is a comment.
std::unique_ptr<SwitchPolicy> scripted(std::string_view text) {
  std::vector<uint32_t> counts;
  while (!text.empty()) {
    if (text[0] == '#') {
      text.remove_prefix(std::min(text.find('\n'), text.size()));
    } else if (std::string_view(", \t\r\n").find(text[0]) != std::string_view::npos) {
      text.remove_prefix(1);
    } else {
      const size_t end = std::min(text.find_first_of(", \t\r\n#"), text.size());
      const auto count = number(text.substr(0, end));
      if (!count || *count > UINT32_MAX) return nullptr;
      counts.push_back(static_cast<uint32_t>(*count));
      text.remove_prefix(end);
    }
  }
  return std::make_unique<ScriptedPolicy>(std::move(counts));
}

std::unique_ptr<SwitchPolicy> policy_of(std::string_view text) {
  const size_t colon = text.find(':');
  if (colon == text.npos) return nullptr;
  const std::string_view kind = text.substr(0, colon), rest = text.substr(colon + 1);
  if (kind == "seed") return seeded(rest);
  if (kind == "script") return scripted(rest);
  if (kind != "every") return nullptr;
  const auto every = number(rest);
  if (!every || *every == 0 || *every > UINT32_MAX) return nullptr;
  return std::make_unique<RegularPolicy>(static_cast<uint32_t>(*every));
}

}  // namespace

bool set_schedule(std::string_view text) {
  static std::unique_ptr<SwitchPolicy> policy;
  static std::unique_ptr<Turns> order;
  std::unique_ptr<SwitchPolicy> fresh;
  if (text != "timed" && !(fresh = policy_of(text))) return false;
  chosen_name() = text;
  policy = std::move(fresh);
  order = policy ? std::make_unique<Turns>(*policy) : nullptr;
  switch_policy = policy ? policy.get() : &timed_policy();
  turns = order.get();
  return true;
}

std::string_view schedule_name() { return chosen_name(); }

}  // namespace gilbox::py
