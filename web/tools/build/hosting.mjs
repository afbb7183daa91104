// Headers for static hosts: the same as the development server sends, in the files the usual hosts read.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { isolationHeaders, pageHeaders, sharingHeaders } from "../server/isolation.mjs";

export function writeHostingFiles(folder) {
  const all = Object.entries({ ...isolationHeaders, ...sharingHeaders });
  const page = Object.entries(pageHeaders);
  const lines = (rows) => rows.map(([name, value]) => `  ${name}: ${value}\n`).join("");
  // Netlify and Cloudflare Pages.
  writeFileSync(
    join(folder, "_headers"),
    `/*\n${lines(all)}\n/\n${lines(page)}\n/index.html\n${lines(page)}`,
  );
  const vercel = (source, rows) => ({
    source,
    headers: rows.map(([key, value]) => ({ key, value })),
  });
  writeFileSync(
    join(folder, "vercel.json"),
    `${JSON.stringify({ headers: [vercel("/(.*)", all), vercel("/", page)] }, null, 2)}\n`,
  );
  // Apache.
  const set = ([name, value]) => `Header set ${name} "${value}"\n`;
  writeFileSync(
    join(folder, ".htaccess"),
    `${all.map(set).join("")}<FilesMatch "\\.html$">\n${page.map(set).join("")}</FilesMatch>\n`,
  );
  writeFileSync(join(folder, ".nojekyll"), ""); // GitHub Pages: no headers there, the service worker sees to it
}
