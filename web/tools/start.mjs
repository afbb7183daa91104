// `npm start`: sets up, builds and serves the page.
import { spawn } from "node:child_process";
import { parseArgs } from "node:util";
import { buildAll, setUp } from "./build/all.mjs";
import { report } from "./report.mjs";
import { startServer } from "./server/server.mjs";
import { which } from "./setup/run.mjs";

const usage = "npm start -- [--port 8000] [--host 127.0.0.1] [--open]";

function options() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: "string", default: "8000" },
        host: { type: "string", default: "127.0.0.1" },
        open: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    const port = Number(values.port);
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new Error(`bad port: ${values.port}`);
    return { ...values, port };
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
    process.exit(2);
  }
}

const { port, host, open, help } = options();
if (help) {
  console.log(usage);
} else {
  await report(async () => {
    const root = await buildAll(await setUp());
    const { address } = await startServer({ root, port, host, page: true });
    console.log(`gilbox is at ${address} (end it with Ctrl+C)`);
    if (open) {
      const opener = ["xdg-open", "open"].find((name) => which(name));
      if (opener) spawn(opener, [address], { stdio: "ignore", detached: true }).unref();
    }
  });
}
