#!/usr/bin/env node
// The command: what is in dist/ after a build.
import { existsSync } from "node:fs";

const built = new URL("../dist/command.js", import.meta.url);
if (existsSync(built)) {
  const { main } = await import(built.href);
  process.exit(await main(process.argv.slice(2)));
}
console.error("gilbox is not built yet: run `npm run build` in the checkout first");
process.exit(2);
