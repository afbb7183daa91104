// Files of a folder over HTTP: type, compression (kept in memory until the file changes) and validators,
// so that a reload of an unchanged page costs one short answer a file.
import { readFile, stat } from "node:fs/promises";
import { join, normalize, sep } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { isWorthCompressing, mimeType } from "./mime-types.mjs";

const leastBytes = 1024;
const compressors = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
};

function encodingFor(request, type, size) {
  if (size < leastBytes || !isWorthCompressing(type)) return undefined;
  const accepted = String(request.headers["accept-encoding"] ?? "");
  return Object.keys(compressors).find((name) => new RegExp(`\\b${name}\\b`).test(accepted));
}

async function findFile(root, path) {
  const file = normalize(join(root, path));
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  const info = await stat(file).catch(() => undefined);
  if (info?.isFile()) return { file, info };
  return info?.isDirectory() ? findFile(root, join(path, "index.html")) : undefined;
}

/** A function `(request, response, path) => handled` that answers with the files below `root`. */
export function serveFiles(root) {
  const compressed = new Map();

  async function content(file, tag, encoding) {
    const key = `${file} ${encoding}`;
    const kept = compressed.get(key);
    if (kept?.tag === tag) return kept.bytes;
    const plain = await readFile(file);
    if (!encoding) return plain;
    const bytes = await compressors[encoding](plain);
    compressed.set(key, { tag, bytes });
    return bytes;
  }

  return async (request, response, path) => {
    const found = await findFile(normalize(root), path);
    if (!found) return false;
    const { file, info } = found;
    const type = mimeType(file);
    const encoding = encodingFor(request, type, info.size);
    const tag = `"${info.mtimeMs.toString(36)}-${info.size.toString(36)}-${encoding ?? "plain"}"`;
    response.setHeader("Content-Type", type);
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    if (request.headers["if-none-match"] === tag) {
      response.writeHead(304).end();
      return true;
    }
    const bytes = await content(file, tag, encoding);
    if (encoding) response.setHeader("Content-Encoding", encoding);
    response.setHeader("Content-Length", bytes.length);
    response.writeHead(200).end(request.method === "HEAD" ? undefined : bytes);
    return true;
  };
}
