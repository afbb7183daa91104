// Network: HTTP requests as the outside makes them (fetch in a browser).
//
//   auto request = network.start({.method = "GET", .url = "/data.json"});
//   … progress(request) until headers or failed: watch, look again, park, unwatch as in
//   descriptors.hpp … try_read(request, buffer) until 0 bytes network.finish(request);      //
//   always; aborts what is not done
//
// Threads: every function may be called from any thread; one request by one thread at a time.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "host/descriptors.hpp"

namespace gilbox::host {

enum class RequestId : std::uint32_t { none = 0 };

using Header = std::pair<std::string, std::string>;

struct Request {
  std::string_view method = "GET";
  std::string_view url;  // absolute, or relative to the page
  std::span<const Header> headers;
  std::span<const char> body;
  bool follow_redirects = true;
};

enum class RequestPhase : std::uint8_t { sent, headers, done, failed };

struct Response {
  int status = 0;
  std::string status_text;
  std::string url;  // after redirects
  std::vector<Header> headers;
};

class Network {
 public:
  virtual ~Network() = default;

  virtual Result<RequestId> start(const Request& request) = 0;
  virtual RequestPhase phase(RequestId request) = 0;
  // Grows whenever the request has moved on; cheap, where phase() and try_read() may ask another
  // worker.
  virtual std::uint32_t moves(RequestId request) = 0;
  // From `headers` on.
  virtual Result<Response> response(RequestId request) = 0;
  // 0 bytes is the end of the body.
  virtual Result<std::size_t> try_read(RequestId request, std::span<char> into) = 0;
  // Words for a person, when the phase is `failed`; empty otherwise.
  virtual std::string failure(RequestId request) = 0;
  virtual void watch(RequestId request, sync::Parker& parker) = 0;
  virtual void unwatch(RequestId request, sync::Parker& parker) = 0;
  virtual void finish(RequestId request) = 0;
};

}  // namespace gilbox::host
