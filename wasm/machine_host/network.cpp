#include "machine_host/parts.hpp"

namespace gilbox::machine {

using host::RequestId;

namespace {

// Parts of fetch_text.
constexpr std::int32_t kHead = 0, kFailure = 1;

std::int32_t number_of(RequestId request) { return static_cast<std::int32_t>(request); }

host::Result<std::string> text_of(RequestId request, std::int32_t part) {
  std::string text(1024, '\0');
  for (;;) {
    const auto wanted = static_cast<std::size_t>(
        GILBOX_TRY(host_answer(system_call(SystemCall::fetch_text, number_of(request), part,
                                           word_of(text.data()), word_of(text.size())))));
    const bool fits = wanted <= text.size();
    text.resize(wanted);
    if (fits) return text;
  }
}

}  // namespace

host::Result<RequestId> MachineNetwork::start(const host::Request& request) {
  std::string headers;
  for (const auto& [name, value] : request.headers) {
    headers.append(name).push_back('\0');
    headers.append(value).push_back('\0');
  }
  const FetchBlock block{.method = word_of(request.method.data()),
                         .method_bytes = word_of(request.method.size()),
                         .url = word_of(request.url.data()),
                         .url_bytes = word_of(request.url.size()),
                         .headers = word_of(headers.data()),
                         .headers_bytes = word_of(headers.size()),
                         .body = word_of(request.body.data()),
                         .body_bytes = word_of(request.body.size()),
                         .follow_redirects = request.follow_redirects ? 1 : 0};
  const std::int32_t number =
      GILBOX_TRY(host_answer(system_call(SystemCall::fetch_start, word_of(&block))));
  return static_cast<RequestId>(number);
}

host::RequestPhase MachineNetwork::phase(RequestId request) {
  const auto phase = host_answer(system_call(SystemCall::fetch_phase, number_of(request)));
  return phase ? static_cast<host::RequestPhase>(*phase) : host::RequestPhase::failed;
}

std::uint32_t MachineNetwork::moves(RequestId request) {
  return machine::event_moves(number_of(request));
}

host::Result<host::Response> MachineNetwork::response(RequestId request) {
  const std::string head = GILBOX_TRY(text_of(request, kHead));
  std::vector<std::string> words;
  for (std::string_view rest = head; !rest.empty();) {
    const std::size_t end = rest.find('\0');
    words.emplace_back(rest.substr(0, end));
    rest.remove_prefix(end + 1);
  }
  if (words.size() < 3) return base::failure(host::Error::would_block);
  host::Response response{.status = std::atoi(words[0].c_str()),
                          .status_text = std::move(words[1]),
                          .url = std::move(words[2]),
                          .headers = {}};
  for (std::size_t index = 3; index + 1 < words.size(); index += 2) {
    response.headers.emplace_back(std::move(words[index]), std::move(words[index + 1]));
  }
  return response;
}

host::Result<std::size_t> MachineNetwork::try_read(RequestId request, std::span<char> into) {
  return host_answer(system_call(SystemCall::fetch_read, number_of(request), word_of(into.data()),
                                 word_of(into.size())));
}

std::string MachineNetwork::failure(RequestId request) {
  return text_of(request, kFailure).value_or("");
}

void MachineNetwork::watch(RequestId request, sync::Parker&) {
  machine::watch(Waitable::event, number_of(request));
}
void MachineNetwork::unwatch(RequestId request, sync::Parker&) {
  machine::unwatch(Waitable::event, number_of(request));
}

void MachineNetwork::finish(RequestId request) {
  system_call(SystemCall::fetch_close, number_of(request));
}

}  // namespace gilbox::machine
