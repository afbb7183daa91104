// `npm run build`: sets up and builds the page into site/dist.
import { buildAll, setUp } from "./build/all.mjs";
import { report } from "./report.mjs";

await report(async () => {
  console.log(`Built ${await buildAll(await setUp())}`);
});
