// sys.stdin, sys.stdout and sys.stderr: text streams over the process's first three descriptors.
//
// Output is kept until a line ends (a terminal, and stderr) or 8 KiB are there; a write that would
// block waits at the one door. Module io's text files are for everything else.
#pragma once

#include "host/descriptors.hpp"
#include "runtime/protocol.hpp"

namespace gilbox::host {
struct Host;
}

namespace gilbox::py {

struct ConsoleStream : Object {
  Dict* dict;
  Object* weak;
  host::Descriptor descriptor;
  bool writable, by_line, at_end, closed;
  char* data;  // output not written yet, or input not given out yet: [begin, end)
  uint32_t begin, end, capacity;
};
extern Type console_stream_type;

void set_host(host::Host& host);
host::Host& the_host();

Ref<ConsoleStream> make_console_stream(Thread& t, host::Descriptor descriptor, bool writable);
// Puts text into the stream; false: an error is set.
bool stream_write(Thread& t, ConsoleStream& s, const Str& text);
bool stream_flush(Thread& t, ConsoleStream& s);
// A line with its end, or what is left; empty at the end of input. May answer blocked().
Var stream_read_line(Thread& t, ConsoleStream& s);

// Text to sys.stderr (or descriptor 2 when that is gone); errors are dropped.
void write_to_stderr(Thread& t, std::string_view text);
void flush_std_streams(Thread& t);

}  // namespace gilbox::py
