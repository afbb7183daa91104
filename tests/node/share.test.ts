// What a link carries.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromFragment, toFragment } from "../../site/src/play/share.ts";

const state = {
  workload: "count-primes",
  values: { LIMIT: 50000 },
  lanes: ["threads"],
  edits: { threads: "print('<b>ü</b>')\n" },
};

test("a link gives back what it was made of", async () => {
  const fragment = await toFragment(state);
  assert.match(fragment, /^#1\.[\w-]+$/);
  assert.deepEqual(await fromFragment(fragment), state);
});

test("other fragments are none of ours", async () => {
  for (const fragment of ["", "#", "#stage", "#1."])
    assert.equal(await fromFragment(fragment), undefined);
});

test("a newer version, broken data and wrong types are refused", async () => {
  await assert.rejects(fromFragment("#2.abc"), /newer version/);
  await assert.rejects(fromFragment("#1.abc"));
  await assert.rejects(fromFragment(await toFragment({ ...state, lanes: "threads" })), TypeError);
  await assert.rejects(fromFragment(await toFragment({ ...state, values: { A: "1" } })), TypeError);
});

test("a link that unpacks to more than a page can show is refused", async () => {
  const edits = { threads: "x".repeat(300_000) };
  await assert.rejects(fromFragment(await toFragment({ ...state, edits })), RangeError);
});
