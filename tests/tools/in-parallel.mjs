/** Calls `work` for every item, at most `count` at a time; results keep the items' order. */
export async function inParallel(count, items, work) {
  const results = new Array(items.length);
  let next = 0;
  async function take() {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index]);
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, count) }, take));
  return results;
}
