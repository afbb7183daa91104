// The shell on a real machine in Node, and its line editor by itself.
import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";

const { Machine } = await import(`${checkout}/web/dist/index.js`);
const { Session, Shell } = await import(`${checkout}/web/dist/terminal.js`);

const decoder = new TextDecoder();

function collector() {
  let text = "";
  return {
    sink: {
      write: (bytes) => {
        text += decoder.decode(bytes, { stream: true });
      },
    },
    get text() {
      return text;
    },
  };
}

describe("the shell", () => {
  let machine;
  let shell;
  before(async () => {
    machine = await Machine.boot({ warmProcesses: 1 });
    await machine.files.makeDirectory("/home").catch(() => {});
  });
  after(() => machine?.shutdown());
  beforeEach(async () => {
    await machine.files.remove("/home/test", { recursive: true }).catch(() => {});
    await machine.files.makeDirectory("/home/test");
    shell = new Shell(machine, "/home/test");
  });

  /** Runs lines; `{ code, out, err }` of all of them. */
  async function run(...lines) {
    const [out, err] = [collector(), collector()];
    let code = 0;
    for (const line of lines) code = await shell.run(line, { output: out.sink, errors: err.sink });
    return { code, out: out.text, err: err.text };
  }

  test("echo prints its words, quotes keep spaces", async () => {
    assert.deepEqual(await run("echo one 'two  three' \"$HOME\" # not this"), {
      code: 0,
      out: "one two  three /home/test\n",
      err: "",
    });
  });

  test("redirection writes, appends and reads files", async () => {
    const { out } = await run("echo a > f", "echo b >> f", "cat < f", "wc f");
    assert.equal(out, "a\nb\n       2       2       4 f\n");
  });

  test("gilbox ps --tasks shows each task with what it awaits, below the one that waits for it", async () => {
    const program = `
import asyncio
async def fetch():
    await asyncio.Event().wait()
async def main():
    async with asyncio.TaskGroup() as group:
        group.create_task(fetch(), name="fetcher")
        sleeper = asyncio.create_task(asyncio.sleep(900), name="sleeper")
        # Runs once all three tasks wait: callbacks run in the order in which they were asked for.
        asyncio.get_running_loop().call_soon(lambda: print("ready", flush=True))
        await asyncio.gather(sleeper)
asyncio.run(main())
`;
    await machine.files.makeDirectory("/tmp").catch(() => {});
    const python = await machine.spawn("python", ["-c", program]);
    const reader = python.output.getReader();
    await reader.read();
    const { code, out, err } = await run(`gilbox ps --tasks ${python.pid}`);
    python.kill("KILL");
    await python.exit;
    assert.deepEqual([code, err], [0, ""]);
    assert.match(out, /^\(T\) Task-1\n. {3}main <string>:11\n/);
    assert.match(out, /├── \(T\) fetcher\n│ {7}fetch <string>:4\n│ {7}Event\.wait /);
    assert.match(out, /└── \(T\) sleeper\n {8}sleep /);
  });

  test("a pipe carries what one command prints to the next", async () => {
    await machine.files.write("/home/test/f", "one\ntwo\nthree\n");
    assert.equal((await run("cat f | grep t | wc")).out, "       2       2      10\n");
  });

  test("files are made, copied, moved, listed and removed", async () => {
    const { out, code } = await run(
      "mkdir d; echo x > d/a; cp -r d e; mv e/a e/b",
      "ls e; ls; rm d/a; rm -r e; ls d; pwd; cd d; pwd; cd ..; ls",
    );
    assert.equal(code, 0);
    assert.equal(out, "b\nd/\ne/\n/home/test\n/home/test/d\nd/\n");
  });

  test("a pattern stands for the names it matches", async () => {
    assert.equal(
      (await run("echo 1 > a.py; echo 2 > b.py; echo *.py '*.py' x*")).out,
      "a.py b.py *.py x*\n",
    );
  });

  test("&& and || look at how the command before ended, $? is its code", async () => {
    const { out } = await run(
      "cat none && echo no || echo yes",
      "nothing",
      "echo $?",
      "echo a; echo b",
    );
    assert.equal(out, "yes\n127\na\nb\n");
  });

  test("what goes wrong is said and gives a code", async () => {
    const { code, err } = await run("cat none");
    assert.equal(code, 1);
    assert.match(err, /ENOENT/);
    assert.match((await run("frobnicate")).err, /frobnicate: no such command; try help/);
    assert.match((await run("echo 'a")).err, /missing '/);
    assert.match((await run("rm d")).err, /ENOENT/);
  });

  test("python runs files and code, reads a pipe and gives its exit code", async () => {
    await machine.files.write(
      "/home/test/a.py",
      "import sys\nprint(sys.stdin.read().upper())\nsys.exit(3)\n",
    );
    const { out, code } = await run("echo hello | python a.py");
    assert.deepEqual([out, code], ["HELLO\n\n", 3]);
    assert.equal((await run("python -c 'print(6 * 7)' > n", "cat n")).out, "42\n");
  });

  test("Ctrl-C interrupts a program, jobs run behind and can be killed", async () => {
    const [out, err] = [collector(), collector()];
    const streams = { output: out.sink, errors: err.sink };
    const line = "python -c 'print(1, flush=True)\nwhile True: pass'";
    const running = shell.run(line, {
      ...streams,
      output: {
        write: () => shell.interrupt(),
      },
    });
    assert.equal(await running, 130);
    assert.match(err.text, /KeyboardInterrupt/);
    await shell.run(`${line} &`, streams);
    await shell.run("jobs", streams);
    assert.match(out.text, /\[1\] running/);
    await shell.run("kill -KILL %1; wait; jobs", streams);
    assert.match(out.text, /\[1\] done \(130\)/);
  });

  test("time says how long, history what was typed, help every command", async () => {
    const { err } = await run("time echo a");
    assert.match(err, /^real \d+\.\d{3} s\n$/);
    assert.match((await run("history")).out, /1 {2}time echo a/);
    const { out } = await run("help");
    for (const name of shell.commandNames.filter((n) => n !== "python"))
      assert.match(out, new RegExp(`^ {2}${name}\\b`, "m"));
  });

  test("a session prompts, completes, recalls and shows what programs print", async () => {
    await machine.files.write("/home/hello.py", "print(input('name? ') + '!')\n");
    let screen = "";
    const session = new Session(machine, (text) => {
      screen += text;
    });
    session.start();
    session.input("python hel\t\r");
    while (!screen.includes("name?")) await new Promise((resolve) => setImmediate(resolve));
    session.input("Ada\r");
    await session.idle();
    assert.match(screen, /python .*hello\.py/);
    assert.match(screen, /Ada!/);
    session.input("\x1b[A");
    await session.idle();
    assert.match(screen, /python hello\.py $/);
  });
});
