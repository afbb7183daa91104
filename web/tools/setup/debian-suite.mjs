// Packages of another Debian suite, fetched and verified by apt-get into a folder of our own: without
// root, and without changing what the host has installed or where it installs from.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheRoot } from "./cache.mjs";
import { run, SetupError, which } from "./run.mjs";

const suite = "trixie";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Where the host gets Debian from (it may be a mirror), read from either format of source lists. */
export function debianMirror() {
  const folder = "/etc/apt/sources.list.d";
  const files = existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : [];
  const texts = [...files, "/etc/apt/sources.list"]
    .filter((file) => /\.(sources|list)$/.test(file) && existsSync(file))
    .map((file) => readFileSync(file, "utf8"));
  for (const line of texts.join("\n").split("\n")) {
    const found = /^(?:URIs:|deb\s+(?:\[[^\]]*\]\s*)?)\s*(\S+\/debian\/?)(?:\s|$)/.exec(line);
    if (found) return found[1];
  }
  return "http://deb.debian.org/debian";
}

const root = join(cacheRoot, `.apt-${suite}-${process.pid}`);
let options;

/** The apt-get options that point it at our private lists; the lists are fetched on first use. */
async function privateLists() {
  if (options) return options;
  if (!which("apt-get") || !existsSync(keyring)) {
    throw new SetupError(
      "This system is not Debian: put emcc 3.1.69 or newer on the PATH (https://emscripten.org/docs/getting_started/downloads.html) and start again.",
    );
  }
  for (const folder of ["parts", "lists/partial", "cache/archives/partial"]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  writeFileSync(
    join(root, "parts", `${suite}.sources`),
    `Types: deb deb-src\nURIs: ${debianMirror()}\nSuites: ${suite}\nComponents: main\nSigned-By: ${keyring}\n`,
  );
  const settings = {
    "Dir::Etc::SourceList": "/dev/null",
    "Dir::Etc::SourceParts": join(root, "parts"),
    "Dir::State::Lists": join(root, "lists"),
    "Dir::Cache": join(root, "cache"),
    // As root, apt would drop its rights to a user that may not enter a private folder.
    "APT::Sandbox::User": process.getuid() === 0 ? "root" : "",
  };
  options = Object.entries(settings).flatMap(([key, value]) =>
    value ? ["-o", `${key}=${value}`] : [],
  );
  process.on("exit", () => rmSync(root, { recursive: true, force: true }));
  await run("apt-get", [...options, "-qq", "update"]);
  return options;
}

/** Downloads binary packages and unpacks them over each other into `folder`. */
export async function unpackPackages(names, folder) {
  const archives = join(folder, ".archives");
  mkdirSync(archives, { recursive: true });
  await run("apt-get", [...(await privateLists()), "-qq", "download", ...names], { cwd: archives });
  for (const file of readdirSync(archives)) {
    await run("dpkg", ["-x", join(archives, file), folder]);
  }
  await run("rm", ["-rf", archives]);
}
