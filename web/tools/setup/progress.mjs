// Progress lines: what is being done, and after it how long it took. Steps under a second stay silent,
// so a start with nothing to do prints next to nothing.

const silentMilliseconds = 1000;

/** Runs `work`, announces it once it lasts longer than a second, and says the time it took. */
export async function step(title, work) {
  const begin = performance.now();
  let announced = false;
  const timer = setTimeout(() => {
    announced = true;
    console.log(`… ${title}`);
  }, silentMilliseconds);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    const seconds = (performance.now() - begin) / 1000;
    if (announced) console.log(`  ${title}: ${seconds.toFixed(1)} s`);
  }
}
