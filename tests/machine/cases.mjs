// What the machine does, as cases that run in Node and in browsers alike (tests/node, tests/browser). A case gets a
// booted machine with the programs of tests/programs, and throws when something is not so.

export function equal(actual, expected, what = "value") {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

export async function text(stream) {
  const decoder = new TextDecoder();
  let result = "";
  for await (const chunk of chunks(stream)) result += decoder.decode(chunk, { stream: true });
  return result;
}

async function* chunks(stream) {
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}

/** Runs a program to its end: `{ code, output }`. */
export async function run(machine, program, ...args) {
  const process = await machine.spawn(program, args.map(String));
  const [output, code] = await Promise.all([text(process.output), process.exit]);
  return { code, output, process };
}

/** A program whose first line has arrived. */
async function started(machine, program, ...args) {
  const process = await machine.spawn(program, args.map(String));
  const reader = process.output.getReader();
  await reader.read();
  return { process, reader };
}

async function rejection(promise) {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error("it did not reject");
}

export const cases = {
  async "a program gets its arguments and its output arrives"(machine) {
    const { code, output } = await run(machine, "echo", "one", "two three", "ü€😀");
    equal(output, "one\ntwo three\nü€😀\n");
    equal(code, 0);
  },

  async "the exit code is the program's"(machine) {
    equal((await run(machine, "exit", 42)).code, 42);
  },

  async "a program that does not exist says so and ends with 127"(machine) {
    const { code, output } = await run(machine, "nonesuch");
    equal(output, "nonesuch: no such program\n");
    equal(code, 127);
  },

  async "a program gets its environment"(machine) {
    const process = await machine.spawn("environment", ["COLOUR", "SHAPE"], {
      environment: { COLOUR: "blue=ish" },
    });
    equal(await text(process.output), "COLOUR=blue=ish\nSHAPE=(unset)\n");
  },

  async "what is written to the input is read, up to its end"(machine) {
    const process = await machine.spawn("echo");
    const output = text(process.output);
    const writer = process.input.getWriter();
    await writer.write("first ");
    await writer.write(new TextEncoder().encode("second"));
    await writer.close();
    equal(await output, "first second");
    equal(await process.exit, 0);
  },

  async "10 MB arrive unchanged and in order"(machine) {
    const process = await machine.spawn("write", ["10000000"]);
    let at = 0;
    for await (const chunk of chunks(process.output)) {
      for (let index = 0; index < chunk.length; index++, at++) {
        if (chunk[index] !== (((at * 31) >> 3) & 255)) throw new Error(`byte ${at} is wrong`);
      }
    }
    equal(at, 10_000_000);
  },

  async "a writer waits for a reader that does not read"(machine) {
    const { process, reader } = await started(machine, "write", 1_000_000);
    equal(machine.processes().find(({ pid }) => pid === process.pid)?.state, "running");
    await reader.cancel();
    equal(await process.exit, 1, "exit code of a writer to a broken pipe");
  },

  async "a program starts a program"(machine) {
    const { code, output } = await run(machine, "run", "run", "echo", "from far down");
    equal(output, "from far down\n");
    equal(code, 0);
    equal((await run(machine, "run", "exit", 7)).code, 7);
  },

  async "two processes talk over pipes"(machine) {
    const small = await run(machine, "ping-pong", 500);
    equal(small.code, 0, small.output);
    const large = await run(machine, "throughput", 20, 1_000_000);
    equal(large.code, 0, large.output);
  },

  async "threads run and are joined"(machine) {
    equal((await run(machine, "threads", 32)).output, "528\n");
  },

  async "a computing process is killed"(machine) {
    for (const program of ["spin", "spin-threads", "spin-deaf", "sleep", "deadlock"]) {
      const { process, reader } = await started(machine, program);
      process.kill("KILL");
      equal(await process.exit, -9, `exit code of ${program}`);
      equal((await reader.read()).done, true, `end of the output of ${program}`);
    }
  },

  async "TERM ends a program that does not handle it"(machine) {
    const { process } = await started(machine, "spin");
    process.kill();
    equal(await process.exit, -15);
  },

  async "a process kills its child, waits for it and reads the end of its pipe"(machine) {
    equal((await run(machine, "kill-child")).output, "exit code -9, then end of file\n");
  },

  async "a trap ends its process and says which thread it was"(machine) {
    const { code, process } = await run(machine, "trap");
    equal(code, -6);
    if (
      !process.failure?.startsWith(
        `process ${process.pid}: the trapping thread crashed: RuntimeError`,
      )
    ) {
      throw new Error(`the failure says: ${process.failure}`);
    }
    equal((await run(machine, "echo", "still here")).output, "still here\n");
  },

  async "abort ends its process"(machine) {
    const { code, process } = await run(machine, "abort");
    equal(code, -6);
    if (!process.failure?.includes("abort"))
      throw new Error(`the failure says: ${process.failure}`);
  },

  async "memory is as large as asked for, and its end is the process's own affair"(machine) {
    for (const [megabytes, least, most] of [
      [16, 8, 16],
      [64, 56, 64],
      [100, 92, 100],
    ]) {
      const process = await machine.spawn("fill", [], { memory: megabytes << 20 });
      const got = Number.parseInt(await text(process.output), 10);
      if (got < least || got > most) throw new Error(`${got} MiB of ${megabytes}`);
      equal(await process.exit, 0);
    }
    const before = await machine.statistics();
    equal((await rejection(machine.spawn("fill", [], { memory: 1000 }))).code, "EINVAL");
    equal((await machine.statistics()).pipes, before.pipes, "pipes after a spawn that failed");
  },

  async "files are shared by all, and errors are Linux's"(machine) {
    await machine.files.write("/tmp/before", "by the page");
    const { output } = await run(machine, "files");
    equal(output.split("\n"), [
      "directory: /",
      "open missing: No such file or directory",
      "make: ok",
      "make again: File exists",
      "change: ok",
      "directory: /tmp/a",
      "write: 11",
      "seek: 7",
      "read: file",
      "status: 11",
      "truncate: ok",
      "close: ok",
      "close again: Bad file descriptor",
      "rename: ok",
      "entry: renamed",
      "remove directory: Directory not empty",
      "list file: Not a directory",
      "",
    ]);
    equal(await machine.files.readText("/tmp/a/renamed"), "hello");
    equal(await machine.files.list("/tmp"), [
      { name: "before", kind: "file" },
      { name: "a", kind: "directory" },
    ]);
    equal((await rejection(machine.files.read("/tmp/none"))).code, "ENOENT");
    equal((await rejection(machine.files.remove("/tmp/a"))).code, "EISDIR");
    await machine.files.remove("/tmp/a", { recursive: true });
    await machine.files.remove("/tmp/before");
    equal(await machine.files.list("/tmp"), []);
  },

  async "a thread blocks on a request to the network"(machine, { address }) {
    const { output, code } = await run(machine, "fetch", `${address}/delay/50`);
    equal(code, 0, output);
    equal(output, `200\n{"delay":50}\n`);
    const failed = await run(machine, "fetch", "http://127.0.0.1:1/");
    equal(failed.code, 2);
    if (!failed.output.startsWith("failed: ")) throw new Error(failed.output);
  },

  async "a program that listens to signals gets them; KILL ends it"(machine) {
    for (const last of ["TERM", "KILL"]) {
      const { process, reader } = await started(machine, "signals");
      const line = async () => new TextDecoder().decode((await reader.read()).value);
      process.kill("INT");
      equal(await line(), "signal 2\n");
      process.kill(last);
      if (last === "TERM") equal(await line(), "signal 15\n");
      equal(await process.exit, last === "TERM" ? 3 : -9);
    }
  },

  async "pipes, semaphores and memory are shared with a child"(machine) {
    const { output, code } = await run(machine, "share");
    equal(output, "from the child\nthrough five\nend 0, child 0\n");
    equal(code, 0);
  },

  async "Python runs, with threads, input, files of its own and its exit codes"(machine) {
    const python = async (code) => run(machine, "python", "-c", code);
    equal(
      (await python("print('hello', 2**100)")).output,
      "hello 1267650600228229401496703205376\n",
    );
    const counted = await python(
      [
        "import threading",
        "n = 0",
        "lock = threading.Lock()",
        "def work():",
        "    global n",
        "    for i in range(500):",
        "        with lock: n += 1",
        "threads = [threading.Thread(target=work) for _ in range(4)]",
        "for thread in threads: thread.start()",
        "for thread in threads: thread.join()",
        "print(n)",
      ].join("\n"),
    );
    equal(counted.output, "2000\n");
    equal((await python("raise SystemExit(3)")).code, 3);
    await machine.files.write("/tmp/program.py", "import sys; print(sys.argv)");
    equal(
      (await run(machine, "python", "/tmp/program.py", "x")).output,
      "['/tmp/program.py', 'x']\n",
    );
    await machine.files.remove("/tmp/program.py");
    const asking = await machine.spawn("python", ["-c", "print(input() + '!')"]);
    await asking.input.getWriter().write("typed\n");
    equal(await text(asking.output), "typed!\n");
  },

  async "Python is interrupted and killed while it computes, sleeps and waits"(machine) {
    const loop = "while True: pass";
    const sleep = "import time; time.sleep(1000)";
    const lock = "import threading; l = threading.Lock(); l.acquire(); l.acquire(timeout=1000)";
    for (const waiting of [loop, sleep, lock, "input()"]) {
      for (const [signal, code] of [
        ["INT", 130],
        ["TERM", -15],
        ["KILL", -9],
      ]) {
        const { process } = await started(
          machine,
          "python",
          "-c",
          `print("go", flush=True)\n${waiting}`,
        );
        process.kill(signal);
        equal(await process.exit, code, `${waiting} after ${signal}`);
      }
    }
  },

  async "processes talk over the machine's own network"(machine) {
    const server = await machine.spawn("python", [
      "-c",
      [
        "import socket",
        "server = socket.create_server(('127.0.0.1', 0))",
        "print(server.getsockname()[1], flush=True)",
        "for _ in range(3):",
        "    connection, _ = server.accept()",
        "    with connection:",
        "        while data := connection.recv(4096):",
        "            connection.sendall(data[::-1])",
        "print('served')",
      ].join("\n"),
    ]);
    const reader = server.output.getReader();
    const line = async () => new TextDecoder().decode((await reader.read()).value);
    const port = (await line()).trim();
    const ask = (what) =>
      run(
        machine,
        "python",
        "-c",
        [
          "import socket",
          `with socket.create_connection(('localhost', ${port})) as client:`,
          `    client.sendall(b'${what}')`,
          "    client.shutdown(socket.SHUT_WR)",
          "    print(client.makefile('rb').read())",
        ].join("\n"),
      );
    const answers = await Promise.all(["one", "two", "three"].map(ask));
    equal(
      answers.map(({ output }) => output),
      ["b'eno'\n", "b'owt'\n", "b'eerht'\n"],
    );
    equal(await line(), "served\n");
    const late = await ask("four");
    equal(
      late.output.trim().split("\n").at(-1),
      "ConnectionRefusedError: [Errno 111] Connection refused",
    );
  },

  async "a killed server's clients read the end, and its port is free"(machine) {
    const listening = [
      "import socket",
      "server = socket.create_server(('127.0.0.1', 7777))",
      "print('listening', flush=True)",
      "connection, _ = server.accept()",
      "connection.recv(1)",
      "server.accept()",
    ];
    const first = await started(machine, "python", "-c", listening.join("\n"));
    const client = await started(
      machine,
      "python",
      "-c",
      [
        "import socket",
        "one = socket.create_connection(('127.0.0.1', 7777)); one.sendall(b'x')",
        "print('connected', flush=True)",
        "print(one.recv(10))",
      ].join("\n"),
    );
    first.process.kill("KILL");
    equal(new TextDecoder().decode((await client.reader.read()).value), "b''\n");
    const second = await started(machine, "python", "-c", listening.join("\n"));
    second.process.kill("KILL");
    equal(await second.process.exit, -9);
  },

  async "the trace has what every thread recorded, while it runs, after its exit and after its kill"(
    machine,
  ) {
    const trace = machine.trace({ groups: ["marks"] });
    const marksOf = (row) => {
      const counts = {};
      let last = 0;
      for (let index = 0; index < row.records.length; index++) {
        const { name } = row.records.event(index);
        equal(name, "mark");
        const time = row.records.time(index);
        if (time < last) throw new Error("records are not ordered by time");
        if (time < row.started * 1e6 - 1e6 || time > (Date.now() + 60_000) * 1e6)
          throw new Error(`a record at ${time} of a process started at ${row.started}`);
        last = time;
        const who = row.names[Number(row.records.first(index))];
        equal(Number(row.records.second(index)), counts[who] ?? 0, `next mark of ${who}`);
        counts[who] = (counts[who] ?? 0) + 1;
      }
      return Object.fromEntries(Object.entries(counts).sort());
    };
    const running = await started(machine, "marks", 2, 500);
    const first = await trace.take();
    equal(
      first.map(({ pid, ended }) => [pid, ended]),
      [[running.process.pid, undefined]],
    );
    equal(marksOf(first[0]), { "thread 0": 500, "thread 1": 500 });
    running.process.kill("KILL");
    await running.process.exit;
    const ended = await run(machine, "marks", 1, 70, "and end");
    const second = await trace.take();
    equal(
      second.map(({ pid, command }) => [pid, command]),
      [
        [running.process.pid, "marks 2 500"],
        [ended.process.pid, "marks 1 70 and end"],
      ],
    );
    equal([marksOf(second[0]), marksOf(second[1])], [{}, { "thread 0": 70 }]);
    trace.stop();
    await run(machine, "marks", 1, 10, "unrecorded");
    equal(
      (await trace.take()).filter(({ records }) => records.length > 0),
      [],
    );
  },

  async "a trace that overflows says how much it missed"(machine) {
    const trace = machine.trace({ groups: ["marks"], recordsPerThread: 64 });
    const { process } = await run(machine, "marks", 1, 100_000, "and end");
    const row = (await trace.take()).find(({ pid }) => pid === process.pid);
    trace.stop();
    equal(row.records.length + row.missed, 100_000);
    equal(Number(row.records.second(row.records.length - 1)), 99_999);
  },

  async "the process table says what runs"(machine) {
    const { process } = await started(machine, "spin-threads", 2);
    const row = machine.processes().find(({ pid }) => pid === process.pid);
    equal(
      { ...row, started: undefined },
      {
        pid: process.pid,
        parent: 0,
        state: "running",
        command: "spin-threads 2",
        memory: 64 << 20,
        threads: 3,
      },
    );
    if (!(Math.abs(row.started - Date.now()) < 60_000))
      throw new Error(`started at ${row.started}`);
    process.kill("KILL");
    await process.exit;
    equal(machine.processes(), []);
  },

  async "60 processes in turn, a third killed while they compute, leave nothing in the tables"(
    machine,
  ) {
    const { arenaFree } = await machine.statistics();
    for (let index = 0; index < 60; index++) {
      if (index % 3 === 0) {
        const { process } = await started(machine, "spin");
        process.kill("KILL");
        equal(await process.exit, -9);
      } else {
        equal((await run(machine, "echo", index)).output, `${index}\n`);
      }
    }
    equal(machine.processes(), []);
    let left;
    for (let waited = 0; waited < 200; waited++) {
      left = await machine.statistics();
      if (left.liveThreads === 0 && left.pipes === 0 && left.arenaFree >= arenaFree) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(JSON.stringify(left));
  },

  async "nothing is left of processes that ended"(machine) {
    const before = await machine.statistics();
    for (let round = 0; round < 5; round++) {
      await run(machine, "run", "echo", "x");
      await run(machine, "kill-child");
    }
    for (let waited = 0; waited < 100; waited++) {
      const { pipes, processes, arenaFree } = await machine.statistics();
      if (pipes === before.pipes && processes === before.processes && arenaFree >= before.arenaFree)
        return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `${JSON.stringify(before)} became ${JSON.stringify(await machine.statistics())}`,
    );
  },
};
