// machine.files: the file system of the machine, for the page.

import type { FileOperation } from "../../protocol/messages.ts";
import type { Machine } from "./machine.ts";

export interface FileEntry {
  readonly name: string;
  readonly kind: "file" | "directory";
}

export interface FileStatus {
  readonly kind: "file" | "directory";
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** Rejections are MachineErrors whose code is the name of the error: ENOENT, EEXIST, ENOTEMPTY … */
export class Files {
  constructor(private readonly machine: Machine) {}

  async read(path: string): Promise<Uint8Array> {
    return (await this.ask({ name: "read", path })) as Uint8Array;
  }

  async readText(path: string): Promise<string> {
    return new TextDecoder().decode(await this.read(path));
  }

  /** Makes the file or replaces what it holds. */
  async write(path: string, content: Uint8Array | string): Promise<void> {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await this.ask({ name: "write", path, content: bytes });
  }

  async list(path: string): Promise<FileEntry[]> {
    return (await this.ask({ name: "list", path })) as FileEntry[];
  }

  async stat(path: string): Promise<FileStatus> {
    return (await this.ask({ name: "stat", path })) as FileStatus;
  }

  async makeDirectory(path: string): Promise<void> {
    await this.ask({ name: "makeDirectory", path });
  }

  /** A directory only with `recursive`, then with all that is in it. */
  async remove(path: string, options: { recursive?: boolean } = {}): Promise<void> {
    await this.ask({ name: "remove", path, recursive: options.recursive ?? false });
  }

  async rename(path: string, target: string): Promise<void> {
    await this.ask({ name: "rename", path, target });
  }

  private ask(operation: FileOperation): Promise<unknown> {
    return this.machine.call({ kind: "file", operation });
  }
}
