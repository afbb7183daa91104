// The file system all processes share: a tree in the kernel worker's memory. Paths are absolute or relative to a
// given directory; "." and ".." are understood, links there are none. Errors are MachineFailures.

import { MachineFailure } from "../segment/errors.ts";

const longestName = 255;
const smallestBuffer = 64;
const largestFile = 2 ** 30;

let nextIdentity = 1;

export class File {
  readonly identity = nextIdentity++;
  modified = Date.now();
  size = 0;
  private buffer = new Uint8Array(0);

  /** A view; valid until the next write. */
  get content(): Uint8Array {
    return this.buffer.subarray(0, this.size);
  }

  read(position: number, length: number): Uint8Array {
    return this.buffer.subarray(
      Math.min(position, this.size),
      Math.min(position + length, this.size),
    );
  }

  write(position: number, bytes: Uint8Array): void {
    const end = position + bytes.length;
    if (end > this.size) this.resize(end);
    this.buffer.set(bytes, position);
    this.modified = Date.now();
  }

  /** Longer: filled with zeros. */
  resize(size: number): void {
    if (!(size >= 0 && size <= largestFile)) throw new MachineFailure("EFBIG", `${size} bytes`);
    if (size > this.buffer.length) {
      const larger = new Uint8Array(Math.max(size, this.buffer.length * 2, smallestBuffer));
      larger.set(this.content);
      this.buffer = larger;
    } else if (size < this.size) {
      this.buffer.fill(0, size, this.size);
    }
    this.size = size;
    this.modified = Date.now();
  }
}

export class Directory {
  readonly identity = nextIdentity++;
  readonly entries = new Map<string, File | Directory>();
  modified = Date.now();
}

export type Entry = File | Directory;

interface Place {
  readonly parent: Directory;
  readonly name: string;
  readonly entry: Entry | undefined;
}

function partsOf(path: string, directory: string): string[] {
  if (path === "") throw new MachineFailure("ENOENT", "an empty path");
  const parts: string[] = [];
  for (const part of (path.startsWith("/") ? path : `${directory}/${path}`).split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts;
}

export class FileTree {
  private readonly root = new Directory();

  constructor() {
    for (const path of ["/home", "/tmp"]) this.makeDirectory(path, "/");
  }

  /** The path written out from the root; it need not exist. */
  absolute(path: string, directory: string): string {
    return `/${partsOf(path, directory).join("/")}`;
  }

  find(path: string, directory: string): Entry {
    let entry: Entry = this.root;
    for (const part of partsOf(path, directory)) {
      if (!(entry instanceof Directory)) throw new MachineFailure("ENOTDIR", path);
      const next: Entry | undefined = entry.entries.get(part);
      if (!next) throw new MachineFailure("ENOENT", path);
      entry = next;
    }
    if (path.endsWith("/") && !(entry instanceof Directory))
      throw new MachineFailure("ENOTDIR", path);
    return entry;
  }

  findDirectory(path: string, directory: string): Directory {
    const entry = this.find(path, directory);
    if (entry instanceof Directory) return entry;
    throw new MachineFailure("ENOTDIR", path);
  }

  open(path: string, directory: string, how: { create: boolean; exclusive: boolean }): File {
    const { parent, name, entry } = this.place(path, directory);
    if (entry instanceof Directory) throw new MachineFailure("EISDIR", path);
    if (entry && how.create && how.exclusive) throw new MachineFailure("EEXIST", path);
    if (entry) return entry;
    if (!how.create) throw new MachineFailure("ENOENT", path);
    const file = new File();
    this.put(parent, name, file);
    return file;
  }

  makeDirectory(path: string, directory: string): void {
    const { parent, name, entry } = this.place(path, directory);
    if (entry) throw new MachineFailure("EEXIST", path);
    this.put(parent, name, new Directory());
  }

  remove(path: string, directory: string, kind: "file" | "directory" | "tree"): void {
    const { parent, name, entry } = this.place(path, directory);
    if (!entry) throw new MachineFailure("ENOENT", path);
    if (entry instanceof Directory) {
      if (kind === "file") throw new MachineFailure("EISDIR", path);
      if (kind === "directory" && entry.entries.size > 0)
        throw new MachineFailure("ENOTEMPTY", path);
    } else if (kind === "directory") {
      throw new MachineFailure("ENOTDIR", path);
    }
    parent.entries.delete(name);
    parent.modified = Date.now();
  }

  rename(from: string, to: string, directory: string): void {
    const source = this.place(from, directory);
    const target = this.place(to, directory);
    if (!source.entry) throw new MachineFailure("ENOENT", from);
    if (source.entry === target.entry) return;
    if (target.entry instanceof Directory) {
      if (!(source.entry instanceof Directory)) throw new MachineFailure("EISDIR", to);
      if (target.entry.entries.size > 0) throw new MachineFailure("ENOTEMPTY", to);
    } else if (target.entry && source.entry instanceof Directory) {
      throw new MachineFailure("ENOTDIR", to);
    }
    if (`${this.absolute(to, directory)}/`.startsWith(`${this.absolute(from, directory)}/`)) {
      throw new MachineFailure("EINVAL", `${from} cannot move into itself`);
    }
    source.parent.entries.delete(source.name);
    this.put(target.parent, target.name, source.entry);
  }

  private put(parent: Directory, name: string, entry: Entry): void {
    if (name.length > longestName) throw new MachineFailure("ENAMETOOLONG", name);
    parent.entries.set(name, entry);
    parent.modified = Date.now();
  }

  private place(path: string, directory: string): Place {
    const parts = partsOf(path, directory);
    const name = parts.pop();
    if (name === undefined) throw new MachineFailure("EISDIR", path); // the root
    const parent = this.findDirectory(`/${parts.join("/")}`, "/");
    return { parent, name, entry: parent.entries.get(name) };
  }
}
