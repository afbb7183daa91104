// A worker serves one program after the other, and each leaves waits behind: Emscripten's mailboxes are promises of
// Atomics.waitAsync on words of the program's memory. That memory is the next program's, and whoever wakes a word wakes
// all who wait there: the old program's glue would answer in its place. So the promises of a life that is over are
// woken one last time, and never settle.

let life = 0;
let waits = new Map<string, { words: Int32Array; index: number }>();

type WaitAsync = (
  words: Int32Array,
  index: number,
  value: number,
  timeout?: number,
) => { async: boolean; value: unknown };

const atomics = Atomics as unknown as { waitAsync?: WaitAsync };
const engineWaitAsync = atomics.waitAsync;

if (engineWaitAsync) {
  atomics.waitAsync = (words, index, value, timeout) => {
    const born = life;
    const wait = engineWaitAsync.call(Atomics, words, index, value, timeout);
    if (!wait.async) return wait;
    waits.set(`${index}`, { words, index });
    const answer = new Promise((resolve) => {
      (wait.value as Promise<unknown>).then((result) => {
        if (born === life) resolve(result);
      });
    });
    return { async: true, value: answer };
  };
}

/** Nothing that was waited for in this worker until now will be heard of. */
export function endLife(): void {
  life++;
  for (const { words, index } of waits.values()) Atomics.notify(words, index);
  waits = new Map();
}
