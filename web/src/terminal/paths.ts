// Paths as the shell means them.

import type { Machine } from "../machine/page/machine.ts";

/** An absolute path without `.`, `..` and double slashes. */
export function resolvePath(directory: string, path: string): string {
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

export function baseName(path: string): string {
  return path.split("/").findLast((part) => part !== "") ?? "/";
}

/** `*` and `?` in the last part of a path; the word itself when nothing matches. */
export async function expandPattern(
  machine: Machine,
  directory: string,
  word: string,
): Promise<string[]> {
  const slash = word.lastIndexOf("/");
  const folder = word.slice(0, slash + 1);
  const letters = word.slice(slash + 1).replace(/[.+^${}()|[\]\\]/g, "\\$&");
  const pattern = new RegExp(`^${letters.replaceAll("*", ".*").replaceAll("?", ".")}$`);
  const entries = await machine.files.list(resolvePath(directory, folder || ".")).catch(() => []); // no such folder: nothing matches
  const names = entries.map(({ name }) => name).filter((name) => pattern.test(name));
  const shown = names.filter((name) => !name.startsWith(".") || letters.startsWith("\\."));
  return shown.length ? shown.sort().map((name) => folder + name) : [word];
}
