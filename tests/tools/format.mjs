// `npm run format`: formats every file of the project in place.
import { report } from "../../web/tools/report.mjs";
import { setUpNodePackages } from "../../web/tools/setup/node-packages.mjs";
import { checkout } from "../../web/tools/setup/paths.mjs";
import { biome, clangFormat } from "./checks/format.mjs";

await report(async () => {
  await clangFormat(checkout, { check: false });
  await setUpNodePackages();
  const { code, output } = await biome(checkout, { write: true });
  console.log(output.trim());
  process.exitCode = code;
});
