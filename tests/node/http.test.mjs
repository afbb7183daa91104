// urllib.request, requests and aiohttp in Node, where the machine itself answers relative addresses.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { programs, runText } from "../machine/http-cases.mjs";

const { Machine } = await import(`${checkout}/web/dist/index.js`);
const folder = join(checkout, "tests/machine/http");

describe("HTTP clients", () => {
  let machine;
  before(async () => {
    machine = await Machine.boot();
  });
  after(() => machine?.shutdown());

  for (const name of programs) {
    test(`${name} prints what it should`, async () => {
      const source = readFileSync(join(folder, `${name}_program.py`), "utf8");
      const expected = readFileSync(join(folder, `${name}_program.out`), "utf8");
      assert.equal(await runText(machine, `${name}_program`, source), expected);
    });
  }
});
