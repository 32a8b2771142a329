// What a page costs to load: itself, its style sheets and its scripts, as a server compresses them. Pictures do not count.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { locate } from '../site.mjs';

/** What most pages of a site may weigh, in KB of 1024 bytes. */
export const MOST_KILOBYTES = 60;

/**
 * @param {string} page                               its file
 * @param {{loaded: string[]}} read                   the page as written
 * @param {string} home                               address the site is served at
 * @param {import('../site.mjs').Site} site
 * @param {number} most                               KB
 * @param {Map<string, number>} weights               compressed bytes of files that were weighed before
 */
export function weightFaults(page, read, home, site, most, weights) {
  const weigh = (file) => {
    if (!weights.has(file)) weights.set(file, gzipSync(readFileSync(path.join(site.folder, file))).length);
    return weights.get(file);
  };
  const files = [page, ...read.loaded.map((address) => locate(home, address).file)].filter((file) => site.files.has(file));
  const kilobytes = files.reduce((sum, file) => sum + weigh(file), 0) / 1024;
  return kilobytes > most ? [{ kind: 'weight', what: `weighs ${kilobytes.toFixed(1)} KB, more than ${most}` }] : [];
}
