// `npm run setup`: fetches what building needs, and says where each thing is.
import { setUp } from "./build/all.mjs";
import { report } from "./report.mjs";
import { cacheRoot } from "./setup/cache.mjs";

await report(async () => {
  const emscripten = await setUp();
  console.log(`Emscripten ${emscripten.version}: ${emscripten.bin}`);
  console.log(`Cache: ${cacheRoot}`);
});
