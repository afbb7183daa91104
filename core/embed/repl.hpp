// The interactive prompt: reads statements from sys.stdin, runs each in __main__, prints what
// expressions give, until the end of input or exit().
//
// Prompts are sys.ps1 and sys.ps2, on sys.stdout. With GILBOX_PROMPT_MARKS in the environment they
// stand between the marks terminals know as "prompt begins" and "input begins" (OSC 133;A and ;B),
// so that whoever edits lines knows when one is wanted. Each statement is a file <python-input-N>
// for tracebacks. Thread: Python's main thread.
#pragma once

namespace gilbox::py {
struct Dict;
struct Thread;
}  // namespace gilbox::py

namespace gilbox::embed {

// The exit code: 0 at the end of input, or what exit() was given.
int run_repl(py::Thread& t, py::Dict& globals);

}  // namespace gilbox::embed
