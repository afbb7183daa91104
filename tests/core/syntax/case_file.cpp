#include "syntax/case_file.hpp"

#include <fstream>
#include <sstream>

namespace gilbox::syntax {

namespace {

constexpr std::string_view kCase = "\n%% ";
constexpr std::string_view kRecord = "\n%=\n";

}  // namespace

std::vector<RecordedCase> recorded_cases(const std::string& name) {
  std::ifstream file(std::string(GILBOX_TESTS_FOLDER) + "/core/syntax/" + name, std::ios::binary);
  std::stringstream contents;
  contents << file.rdbuf();
  const std::string text = contents.str();
  std::vector<RecordedCase> cases;
  for (std::size_t at = text.find(kCase); at != std::string::npos;) {
    const std::size_t start = at + kCase.size();
    const std::size_t next = text.find(kCase, start);
    const std::string chunk = text.substr(start, next == std::string::npos ? next : next - start);
    const std::size_t title_end = chunk.find('\n');
    const std::size_t record = chunk.find(kRecord, title_end);
    RecordedCase recorded;
    recorded.title = chunk.substr(0, title_end);
    recorded.snippet = chunk.substr(title_end + 1, record - title_end - 1);
    recorded.record = chunk.substr(record + kRecord.size());
    while (recorded.record.ends_with('\n')) recorded.record.pop_back();
    cases.push_back(std::move(recorded));
    at = next;
  }
  return cases;
}

}  // namespace gilbox::syntax
