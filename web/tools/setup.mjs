// `npm run setup`: fetches what building and testing need, and says where each thing is.
import { setUpEmscripten } from "./setup/emscripten.mjs";
import { setUpLibrary } from "./setup/libraries.mjs";

const emscripten = await setUpEmscripten();
console.log(`Emscripten ${emscripten.version}: ${emscripten.bin}`);
for (const name of ["catch2", "libtommath"]) console.log(`${name}: ${await setUpLibrary(name)}`);
