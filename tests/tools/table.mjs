// The last thing `npm test` prints.

/** Prints one row a suite and the plain last line over all of them. */
export function printTable(results) {
  const width = Math.max(...results.map(({ name }) => name.length), 5);
  console.log(`\n${"suite".padEnd(width)}  passed  failed  seconds`);
  for (const { name, passed, failed, seconds, reason } of results) {
    const columns = [
      name.padEnd(width),
      String(passed).padStart(6),
      String(failed).padStart(6),
      seconds.toFixed(1).padStart(7),
    ];
    console.log(`${columns.join("  ")}${reason ? `  ${reason}` : ""}`);
  }
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  console.log(`\n${total("passed")} passed, ${total("failed")} failed`);
}
