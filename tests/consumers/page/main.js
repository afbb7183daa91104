// What a user of the package writes: it works raw, with Vite and with esbuild.
import { Machine } from "gilbox";

const machine = await Machine.boot({ warmProcesses: 1 });
const python = await machine.spawn("python", ["-c", "print(6 * 7)"]);
const { value } = await python.output.getReader().read();
document.body.textContent = new TextDecoder().decode(value);
await python.exit;
await machine.shutdown();
