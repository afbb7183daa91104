// No file is longer than 500 lines; the few with another limit are rows here, with their reason.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkout } from "../../../web/tools/setup/paths.mjs";
import { sourceFiles } from "../source-files.mjs";

const limit = 500;
const exceptions = [
  // One switch over all instructions cannot be split without losing what makes it fast.
  { path: /^core\/vm\/eval\.cpp$/, limit: 700 },
];

export async function checkLengths() {
  const files = await sourceFiles(/\.(cpp|hpp|h|def|ts|mjs|py|css|html|cmake)$/);
  let failed = 0;
  for (const file of files) {
    const lines = readFileSync(join(checkout, file), "utf8").split("\n").length - 1;
    const most = exceptions.find(({ path }) => path.test(file))?.limit ?? limit;
    if (lines > most) {
      console.log(`  ${file}: ${lines} lines, at most ${most}`);
      ++failed;
    }
  }
  return { passed: failed === 0 ? 1 : 0, failed };
}
