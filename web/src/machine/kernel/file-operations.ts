// The page's operations on files (machine.files), answered with plain data.

import type { FileOperation } from "../../protocol/messages.ts";
import { MachineFailure } from "../segment/errors.ts";
import { Directory, type FileTree } from "./file-tree.ts";

const root = "/";

export function operate(tree: FileTree, operation: FileOperation): unknown {
  switch (operation.name) {
    case "read": {
      const entry = tree.find(operation.path, root);
      if (entry instanceof Directory) throw new MachineFailure("EISDIR", operation.path);
      return entry.content.slice();
    }
    case "write": {
      const file = tree.open(operation.path, root, { create: true, exclusive: false });
      file.resize(0);
      file.write(0, operation.content);
      return undefined;
    }
    case "list":
      return [...tree.findDirectory(operation.path, root).entries].map(([name, entry]) => ({
        name,
        kind: entry instanceof Directory ? "directory" : "file",
      }));
    case "stat": {
      const entry = tree.find(operation.path, root);
      return entry instanceof Directory
        ? { kind: "directory", size: 0, modified: entry.modified }
        : { kind: "file", size: entry.size, modified: entry.modified };
    }
    case "makeDirectory":
      return tree.makeDirectory(operation.path, root);
    case "remove":
      return tree.remove(operation.path, root, operation.recursive ? "tree" : "file");
    case "rename":
      return tree.rename(operation.path, operation.target, root);
  }
}
