// The folder under judgement: its files, where an address in it leads, and a server that shows it as a plain host would.
import { createServer } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SUB_PATH = '/some/sub/path/';

const MEDIA_TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
  '.webm': 'video/webm',
  '.vtt': 'text/vtt',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * @typedef {object} Site
 * @property {string} folder      absolute path
 * @property {Set<string>} files  every file, as a path below the folder with forward slashes
 * @property {string[]} pages     the HTML files, index.html first
 * @property {string} fileHome    the folder as a file: URL that ends with a slash
 */

/** @returns {Site} */
export function readSite(folder) {
  const absolute = path.resolve(folder);
  const files = readdirSync(absolute, { recursive: true })
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => statSync(path.join(absolute, file)).isFile())
    .sort();
  const pages = files.filter((file) => file.endsWith('.html') && file !== 'index.html');
  return {
    folder: absolute,
    files: new Set(files),
    pages: files.includes('index.html') ? ['index.html', ...pages] : pages,
    fileHome: pathToFileURL(absolute + path.sep).href,
  };
}

/** The address of a file below `home`, with every name escaped as a URL wants it. */
export function addressOf(home, file) {
  return home + file.split('/').map(encodeURIComponent).join('/');
}

/**
 * Where an absolute address leads, seen from a site served at `home`.
 * A path that is not below `home` leads outside; a folder is no file, as `file://` would list it instead of opening its index.
 * @returns {{file: string, anchor: string} | {outside: true}}
 */
export function locate(home, address) {
  const url = new URL(address);
  const bare = url.href.slice(0, url.href.length - url.hash.length - url.search.length);
  if (!bare.startsWith(home)) return { outside: true };
  return { file: decode(bare.slice(home.length)), anchor: decode(url.hash.slice(1)) };
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Serves the site below a sub-path of a loopback port; everything else is a 404, and so is a folder.
 * @returns {Promise<{home: string, close: () => Promise<void>}>}
 */
export async function serve(site) {
  const server = createServer((request, response) => {
    const asked = decode(new URL(request.url, 'http://loopback').pathname);
    const file = asked.startsWith(SUB_PATH) ? asked.slice(SUB_PATH.length) : '';
    if (!site.files.has(file)) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = MEDIA_TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type }).end(readFileSync(path.join(site.folder, file)));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(resolve);
    });
  return { home: `http://127.0.0.1:${server.address().port}${SUB_PATH}`, close };
}

/**
 * At most `limit` pages: index.html, then the folders in turn, so that every kind of page is among them.
 * @param {string[]} pages
 */
export function sample(pages, limit) {
  const folders = new Map();
  for (const page of pages) {
    const folder = path.posix.dirname(page);
    folders.set(folder, [...(folders.get(folder) ?? []), page]);
  }
  const chosen = [];
  for (let turn = 0; chosen.length < Math.min(limit, pages.length); turn += 1)
    for (const members of folders.values())
      if (turn < members.length && chosen.length < limit) chosen.push(members[turn]);
  return chosen;
}
