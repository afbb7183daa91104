// What a benchmark asks of the machine, in Node and in a page alike: given the package's Machine.

const text = new TextDecoder();

async function outputOf(process, onText) {
  let output = "";
  for (const reader = process.output.getReader(); ; ) {
    const { value, done } = await reader.read();
    if (done) return output;
    output += text.decode(value, { stream: true });
    onText?.(output);
  }
}

/** What a Python program prints; throws when it fails. */
export async function runPython(Machine, source, args, onText, options = {}) {
  const machine = await Machine.boot();
  try {
    await machine.files.write("/home/program.py", source);
    const process = await machine.spawn("python", ["/home/program.py", ...args], {
      directory: "/home",
      errors: "output",
      ...options,
    });
    const output = await outputOf(process, onText ?? globalThis.told);
    const code = await process.exit;
    if (code !== 0) throw new Error(`exit ${code}:\n${output}`);
    return output;
  } finally {
    await machine.shutdown();
  }
}

const busy = {
  "4 threads in while True": `
import threading
def spin():
    while True: pass
for _ in range(3): threading.Thread(target=spin, daemon=True).start()
print("ready", flush=True)
spin()`,
  "sum(range(10**12))": `
print("ready", flush=True)
sum(range(10**12))`,
  "a lock that is held": `
import threading
lock = threading.Lock()
lock.acquire()
print("ready", flush=True)
lock.acquire()`,
};

/** How long programs take to end after a signal: rows of `{ figure, value, unit }`. */
export async function stops(Machine) {
  const machine = await Machine.boot();
  const rows = [];
  try {
    for (const [name, program] of Object.entries(busy))
      for (const signal of ["INT", "KILL"]) {
        const times = [];
        for (let round = 0; round < 3; round++) {
          const process = await machine.spawn("python", ["-c", program], {
            errors: "output",
            environment: { GILBOX_DEADLOCK_CHECK: "0" },
          });
          let ready;
          const isReady = new Promise((resolve) => {
            ready = resolve;
          });
          const all = outputOf(process, (output) => output.includes("ready") && ready());
          await isReady;
          await new Promise((resolve) => setTimeout(resolve, 50)); // well into its work
          const began = performance.now();
          process.kill(signal);
          await process.exit;
          times.push(performance.now() - began);
          await all;
        }
        times.sort((a, b) => a - b);
        rows.push({ figure: `${name}, ${signal}`, value: times[1], unit: "ms" });
      }
  } finally {
    await machine.shutdown();
  }
  return rows;
}
