// The development server, asked over real connections.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { brotliDecompressSync } from "node:zlib";
import { startServer } from "../../web/tools/server/server.mjs";

let root;
let server;

before(async () => {
  root = mkdtempSync(join(tmpdir(), "gilbox-server-"));
  writeFileSync(join(root, "index.html"), "<p>start</p>");
  writeFileSync(join(root, "program.wasm"), Buffer.alloc(5000));
  server = await startServer({ root });
});

after(async () => {
  await server.close();
  rmSync(root, { recursive: true });
});

function ask(path, headers = {}, method = "GET") {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port: server.port, path, headers, method };
    const asked = request(options, (response) => {
      const chunks = [];
      response.on("data", (chunk) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
        }),
      );
    });
    asked.on("error", reject);
    asked.end();
  });
}

test("every answer has the four isolation headers", async () => {
  for (const path of ["/", "/program.wasm", "/nothing", "/delay/1"]) {
    const { headers } = await ask(path);
    assert.equal(headers["cross-origin-opener-policy"], "same-origin");
    assert.equal(headers["cross-origin-embedder-policy"], "require-corp");
    assert.equal(headers["cross-origin-resource-policy"], "cross-origin");
    assert.equal(headers["document-isolation-policy"], "isolate-and-require-corp");
  }
});

test("a folder is answered with its index.html", async () => {
  const { status, headers, body } = await ask("/");
  assert.equal(status, 200);
  assert.equal(headers["content-type"], "text/html; charset=utf-8");
  assert.equal(body.toString(), "<p>start</p>");
});

test("WebAssembly has its type and is compressed for who accepts it", async () => {
  const { headers, body } = await ask("/program.wasm", { "accept-encoding": "gzip, br" });
  assert.equal(headers["content-type"], "application/wasm");
  assert.equal(headers["content-encoding"], "br");
  assert.equal(brotliDecompressSync(body).length, 5000);
  assert.equal((await ask("/program.wasm")).body.length, 5000);
});

test("a file that did not change is answered with 304", async () => {
  const { headers } = await ask("/program.wasm");
  const again = await ask("/program.wasm", { "if-none-match": headers.etag });
  assert.equal(again.status, 304);
  assert.equal(again.body.length, 0);
});

test("nothing outside the folder is answered", async () => {
  for (const path of [
    "/../server.test.mjs",
    "/%2e%2e/%2e%2e/etc/passwd",
    "/..%2f..%2fetc/passwd",
  ]) {
    assert.equal((await ask(path)).status, 404);
  }
});

test("a malformed address is the asker's mistake", async () => {
  assert.equal((await ask("/%")).status, 400);
});

test("only reading is allowed", async () => {
  assert.equal((await ask("/", {}, "POST")).status, 405);
});

test("/delay answers no sooner than asked", async () => {
  const begin = performance.now();
  const { body } = await ask("/delay/40");
  assert.ok(performance.now() - begin >= 39);
  assert.deepEqual(JSON.parse(body), { delay: 40 });
});

test("/bytes answers exactly as many bytes as asked", async () => {
  assert.equal((await ask("/bytes/200001")).body.length, 200001);
});

test("a port in use is passed over for the next free one", async () => {
  const second = await startServer({ root, port: server.port });
  assert.ok(second.port > server.port);
  await second.close();
});
