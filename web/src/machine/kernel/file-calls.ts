// System calls on files. A process's open files are its own; a position belongs to the open file.

import { fileKind, openFlag, statBlock, systemCall } from "../../protocol/system-calls.ts";
import { MachineFailure } from "../segment/errors.ts";
import { Directory, type Entry, type File, type FileTree } from "./file-tree.ts";
import type { Process } from "./process.ts";
import { done, type Handler, readText, writeText } from "./system-calls.ts";

interface OpenFile {
  readonly file: File;
  readonly flags: number;
  position: number;
}

const ownPosition = -1;
const mostOpen = 1024;

const openFiles = new WeakMap<Process, Map<number, OpenFile>>();

function filesOf(process: Process): Map<number, OpenFile> {
  let files = openFiles.get(process);
  if (!files) {
    files = new Map();
    openFiles.set(process, files);
  }
  return files;
}

function openFile(process: Process, descriptor: number, needed: number): OpenFile {
  const open = filesOf(process).get(descriptor);
  if (!open || (open.flags & needed) !== needed)
    throw new MachineFailure("EBADF", `file ${descriptor}`);
  return open;
}

function lowestFree(files: ReadonlyMap<number, OpenFile>): number {
  for (let number = 0; number < mostOpen; number++) if (!files.has(number)) return number;
  throw new MachineFailure("EMFILE", `${mostOpen} files are open`);
}

function writeStat(process: Process, entry: Entry, to: number): void {
  const { words, heap } = process.worker;
  const at = to >>> 2;
  words[at + statBlock.kind] = entry instanceof Directory ? fileKind.directory : fileKind.file;
  words[at + statBlock.size] = entry instanceof Directory ? 0 : entry.size;
  new Float64Array(heap.buffer, (at + statBlock.modifiedLow) * 4, 1)[0] = entry.modified;
  words[at + statBlock.identity] = entry.identity;
}

export function fileCalls(tree: FileTree): ReadonlyMap<number, Handler> {
  const open: Handler = (caller, [path, length, flags]) => {
    const files = filesOf(caller);
    const descriptor = lowestFree(files);
    const file = tree.open(readText(caller, path, length), caller.directory, {
      create: (flags & openFlag.create) !== 0,
      exclusive: (flags & openFlag.exclusive) !== 0,
    });
    if ((flags & openFlag.truncate) !== 0) file.resize(0);
    files.set(descriptor, { file, flags, position: 0 });
    return descriptor;
  };

  const read: Handler = (caller, [descriptor, to, length, position]) => {
    const opened = openFile(caller, descriptor, openFlag.read);
    const from = position === ownPosition ? opened.position : position;
    const bytes = opened.file.read(from, length);
    caller.worker.heap.set(bytes, to >>> 0);
    if (position === ownPosition) opened.position += bytes.length;
    return bytes.length;
  };

  const write: Handler = (caller, [descriptor, from, length, position]) => {
    const opened = openFile(caller, descriptor, openFlag.write);
    const atEnd = (opened.flags & openFlag.append) !== 0;
    const own = position === ownPosition ? opened.position : position;
    const to = atEnd ? opened.file.size : own;
    const start = from >>> 0;
    opened.file.write(to, caller.worker.heap.subarray(start, start + length));
    if (position === ownPosition) opened.position = to + length;
    return length;
  };

  const seek: Handler = (caller, [descriptor, offset, whence]) => {
    const opened = openFile(caller, descriptor, 0);
    const base = [0, opened.position, opened.file.size][whence];
    if (base === undefined || base + offset < 0)
      throw new MachineFailure("EINVAL", "a position below 0");
    opened.position = base + offset;
    return opened.position;
  };

  const list: Handler = (caller, [path, length, to, capacity]) => {
    const directory = tree.findDirectory(readText(caller, path, length), caller.directory);
    const names = [...directory.entries].map(
      ([name, entry]) => `${entry instanceof Directory ? "d" : "f"}${name}\0`,
    );
    return writeText(caller, names.join(""), to, capacity);
  };

  return new Map<number, Handler>([
    [systemCall.fileOpen, open],
    [systemCall.fileRead, read],
    [systemCall.fileWrite, write],
    [
      systemCall.fileClose,
      done((caller, [descriptor]) => {
        if (!filesOf(caller).delete(descriptor))
          throw new MachineFailure("EBADF", `file ${descriptor}`);
      }),
    ],
    [systemCall.fileSeek, seek],
    [
      systemCall.fileTruncate,
      done((caller, [descriptor, size]) =>
        openFile(caller, descriptor, openFlag.write).file.resize(size >>> 0),
      ),
    ],
    [
      systemCall.fileStat,
      done((caller, [path, length, to]) => {
        const entry =
          length < 0
            ? openFile(caller, path, 0).file
            : tree.find(readText(caller, path, length), caller.directory);
        writeStat(caller, entry, to);
      }),
    ],
    [
      systemCall.fileMakeDirectory,
      done((caller, [path, length]) =>
        tree.makeDirectory(readText(caller, path, length), caller.directory),
      ),
    ],
    [
      systemCall.fileRemove,
      done((caller, [path, length, directory]) =>
        tree.remove(
          readText(caller, path, length),
          caller.directory,
          directory ? "directory" : "file",
        ),
      ),
    ],
    [
      systemCall.fileRename,
      done((caller, [from, fromLength, to, toLength]) =>
        tree.rename(
          readText(caller, from, fromLength),
          readText(caller, to, toLength),
          caller.directory,
        ),
      ),
    ],
    [systemCall.fileList, list],
    [
      systemCall.directoryChange,
      done((caller, [path, length]) => {
        const text = readText(caller, path, length);
        tree.findDirectory(text, caller.directory);
        caller.directory = tree.absolute(text, caller.directory);
      }),
    ],
    [
      systemCall.directoryCurrent,
      (caller, [to, capacity]) => writeText(caller, caller.directory, to, capacity),
    ],
  ]);
}
