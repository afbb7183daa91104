// The TypeScript compiler, strict, over every folder with a tsconfig.json.
import { dirname, join } from "node:path";
import { attempt } from "../../../web/tools/setup/run.mjs";
import { sourceFiles } from "../source-files.mjs";

export async function checkTypes({ checkout, nodePackages }) {
  await nodePackages();
  const projects = (await sourceFiles(/(^|\/)tsconfig\.json$/)).map((file) => dirname(file));
  let failed = 0;
  for (const project of projects) {
    const program = join(checkout, "node_modules/.bin/tsc");
    const args = ["--noEmit", "--pretty", "false", "-p", project];
    const { code, output } = await attempt(program, args, { cwd: checkout });
    if (code === 0) continue;
    console.log(output);
    ++failed;
  }
  return { passed: projects.length - failed, failed };
}
