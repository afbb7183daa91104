// The machine in Node: the cases it shares with the browsers, and what only Node can look at.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { startServer } from "../../web/tools/server/server.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { cases } from "../machine/cases.mjs";

const { Machine } = await import(`${checkout}/build/test-machine/index.js`);

describe("the machine", () => {
  let machine;
  let server;
  before(async () => {
    server = await startServer({ root: checkout });
    machine = await Machine.boot();
  });
  after(async () => {
    await machine?.shutdown();
    await server?.close();
  });

  for (const [name, run] of Object.entries(cases)) test(name, () => run(machine, server));
});

test("a program that cannot be loaded is reported by boot", async () => {
  const urls = { program: new URL("nowhere.wasm", import.meta.url) };
  await assert.rejects(Machine.boot({ urls }), {
    name: "MachineError",
    code: "program-not-loaded",
  });
});

test("a kernel worker that cannot be loaded is reported by boot", async () => {
  const urls = { kernel: new URL("nowhere.js", import.meta.url) };
  await assert.rejects(Machine.boot({ urls }), { name: "MachineError", code: "kernel-failed" });
});

test("a process worker that cannot be loaded ends its process with a message", async () => {
  const urls = { process: new URL("nowhere.js", import.meta.url) };
  const machine = await Machine.boot({ urls });
  const process = await machine.spawn("echo");
  assert.equal(await process.exit, -6);
  assert.match(process.failure, /^process 1: the host worker crashed: .*nowhere\.js/);
  await machine.shutdown();
});

test("after shutdown nothing waits for ever", async () => {
  const machine = await Machine.boot();
  const process = await machine.spawn("spin");
  await machine.shutdown();
  await assert.rejects(process.exit, { code: "shut-down" });
  await assert.rejects(machine.spawn("echo"), { code: "shut-down" });
});
