// Whether two runs of `gilbox bench` say the same: how many of their figures have intervals that overlap.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const seconds = 6; // a workload

/** The figures of a report: workload, lane, what -> interval. */
function figuresOf(report) {
  const found = new Map();
  for (const { workload, result } of report.measured)
    for (const { lane, wall, speedUp } of result.lanes) {
      if (wall) found.set(`${workload} ${lane}, time`, wall);
      if (speedUp) found.set(`${workload} ${lane}, times faster`, speedUp);
    }
  return found;
}

export async function agreementFigures({ checkout, page }) {
  await page();
  const folder = mkdtempSync(join(tmpdir(), "gilbox-agreement-"));
  try {
    const reports = [];
    for (const name of ["first", "second"]) {
      const file = join(folder, `${name}.json`);
      const command = [join(checkout, "web/bin/gilbox.mjs"), "bench", "--time", String(seconds)];
      await run(process.execPath, [...command, "--json", file], { maxBuffer: 1 << 26 });
      reports.push(figuresOf(JSON.parse(readFileSync(file, "utf8"))));
    }
    const [first, second] = reports;
    const both = [...first].filter(([name]) => second.has(name));
    const apart = both.filter(([name, a]) => {
      const b = second.get(name);
      return a.low > b.high || b.low > a.high;
    });
    return [
      {
        figure: "figures whose intervals overlap (at least 90)",
        value: (100 * (both.length - apart.length)) / both.length,
        unit: `% of ${both.length}`,
      },
      ...apart.map(([name, a]) => ({
        figure: `apart: ${name}`,
        value: a.median / second.get(name).median,
        unit: "x",
      })),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
