// Addresses for programs that wait on a network, when there may be none: `/delay/250` answers a small JSON
// after 250 ms, `/bytes/1000` answers 1,000 bytes at once.
import { setTimeout as wait } from "node:timers/promises";

const mostMilliseconds = 60_000;
const mostBytes = 256 * 1024 * 1024;
const chunkBytes = 64 * 1024;

async function delay(response, amount) {
  const milliseconds = Math.min(amount, mostMilliseconds);
  await wait(milliseconds);
  response.setHeader("Content-Type", "application/json; charset=utf-8");
  response.end(`${JSON.stringify({ delay: milliseconds })}\n`);
}

async function bytes(response, amount) {
  const count = Math.min(amount, mostBytes);
  response.setHeader("Content-Type", "application/octet-stream");
  response.setHeader("Content-Length", count);
  const chunk = Buffer.from(Array.from({ length: chunkBytes }, (_, index) => index % 251));
  for (let sent = 0; sent < count && !response.destroyed; sent += chunkBytes) {
    const more = response.write(chunk.subarray(0, Math.min(chunkBytes, count - sent)));
    if (!more) {
      await new Promise((resolve) => {
        response.once("drain", resolve);
        response.once("close", resolve);
      });
    }
  }
  response.end();
}

const answers = { delay, bytes };

/** Answers when `path` is one of these addresses; resolves to whether it was. */
export async function answerTest(_request, response, path) {
  const found = /^\/(delay|bytes)\/(\d{1,9})$/.exec(path);
  if (!found) return false;
  response.setHeader("Cache-Control", "no-store");
  response.setHeader("Access-Control-Allow-Origin", "*");
  await answers[found[1]](response, Number(found[2]));
  return true;
}
