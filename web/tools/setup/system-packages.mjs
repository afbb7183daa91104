// Programs that only the system's package manager can install. Each row: a command, and Debian's package.
// Root gets them installed; anyone else gets the one line to run.
import { existsSync } from "node:fs";
import { step } from "./progress.mjs";
import { run, SetupError, which } from "./run.mjs";

const commands = {
  cmake: "cmake",
  ninja: "ninja-build",
  python3: "python3",
  "clang-19": "clang-19",
  "lld-19": "lld-19",
  "llvm-ar-19": "llvm-19",
  ccache: "ccache",
  "clang-format-19": "clang-format-19",
  "clang-tidy-19": "clang-tidy-19",
  chromium: "chromium",
  "firefox-esr": "firefox-esr",
};

const groups = {
  build: ["cmake", "ninja"],
  privateEmscripten: ["python3", "clang-19", "lld-19", "llvm-ar-19"],
  test: ["clang-19", "lld-19", "llvm-ar-19", "clang-format-19", "clang-tidy-19", "ccache"],
  browsers: ["chromium", "firefox-esr"],
};

// The sanitizers' runtime is a library, not a command.
const files = { test: [["/usr/lib/llvm-19/lib/clang/19/lib/linux", "libclang-rt-19-dev"]] };

// Another name under which a command may be there.
const otherNames = { chromium: ["google-chrome", "chromium-browser"], "firefox-esr": ["firefox"] };

function isThere(command) {
  return [command, ...(otherNames[command] ?? [])].some((name) => which(name));
}

/** The Debian packages that are missing for these groups of commands. */
export function missingPackages(names) {
  const missing = names.flatMap((name) => [
    ...groups[name].filter((command) => !isThere(command)).map((command) => commands[command]),
    ...(files[name] ?? []).filter(([path]) => !existsSync(path)).map(([, debian]) => debian),
  ]);
  return [...new Set(missing)];
}

/** Installs what is missing as root, or fails with the command that does it. */
export async function setUpSystemPackages(names) {
  const missing = missingPackages(names);
  if (missing.length === 0) return;
  const install = `apt-get install -y --no-install-recommends ${missing.join(" ")}`;
  if (!which("apt-get")) throw new SetupError(`Please install: ${missing.join(", ")}`);
  if (process.getuid() !== 0) throw new SetupError(`Please run: sudo ${install}`);
  await step(`install ${missing.join(", ")} with apt-get`, async () => {
    const options = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    await run("apt-get", ["-qq", "update"], options);
    await run("apt-get", ["-qq", ...install.split(" ").slice(1)], options);
  });
}
