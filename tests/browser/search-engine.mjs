// The theme's search without a browser: its scripts, and the index of a built site read from disk.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { runInThisContext } from 'node:vm';

const scripts = path.join(import.meta.dirname, '../../themes/default/assets/js/search');
const require = createRequire(import.meta.url);
for (const script of ['10-words.js', '20-index.js', '30-query.js', '40-passage.js']) require(path.join(scripts, script));
export const { search } = globalThis.teachback;

/** The search of a site: what its page knows, and `find`, which counts the files that it loads. */
export function openSite(folder, page = 'search.html') {
  const html = readFileSync(path.join(folder, page), 'utf8');
  const site = JSON.parse(/data-search="([^"]*)"/.exec(html)[1].replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&'));
  const loaded = [];
  search.loadScript = async (src) => {
    loaded.push(src);
    runInThisContext(readFileSync(path.join(folder, src), 'utf8'));
  };
  const find = async (typed, { lang = site.lang, ...filter } = {}) => {
    const languages = lang === 'all' ? Object.keys(site.catalogs) : [lang];
    const answers = await Promise.all(languages.map(async (one) => search.find(await search.open(one, site.catalogs[one]), typed, filter)));
    const results = await Promise.all(search.grouped(answers).slice(0, 10).map(described));
    return { results, paths: results.map((result) => result.path), instead: answers.map((answer) => answer.instead).find(Boolean) ?? null };
  };
  return { site, find, loaded };
}

async function described({ best, others }) {
  const { catalog, stems } = best.answer;
  const text = await search.text(catalog, best.found.page);
  const at = best.found.sections[0] - catalog.firsts[best.found.page];
  const [anchor, heading, words] = text.sections[at];
  const passage = search.passage(catalog, stems, words).map(({ text, mark }) => (mark ? `[${text}]` : text)).join('');
  return { path: text.path, title: text.title, anchor, heading, passage, others: others.length };
}
