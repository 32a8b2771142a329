// Tells what is wrong with a built site. In order: every page is read as written, the Nu checker reads the files, and a
// sample of the pages is opened in every way of VISITS.
import { launch, openView, goTo, ask } from './browser.mjs';
import { linkFaults, outlineFaults, policyFaults, readPage, unreachablePages } from './checks/written.mjs';
import { fileFaults, scriptFaults } from './checks/likeness.mjs';
import { MOST_KILOBYTES, weightFaults } from './checks/weight.mjs';
import { markupFaults } from './checks/markup.mjs';
import { Faults } from './kinds.mjs';
import { addressOf, readSite, sample, serve } from './site.mjs';
import { VISITS, visit } from './visits.mjs';

/**
 * @param {string} folder                 holds index.html
 * @param {object} [options]
 * @param {number} [options.maxPages]     most pages that are opened in every way; all are read
 * @param {number} [options.jobs]         pages open at the same time
 * @param {number} [options.mostKilobytes]  most that a page may weigh, compressed
 * @param {(page: string) => void} [options.onPage]  called after each opened page
 * @returns {Promise<{faults: import('./kinds.mjs').Fault[], pages: number, opened: number}>}
 */
export async function judge(folder, { maxPages = 60, jobs = 2, mostKilobytes = MOST_KILOBYTES, onPage = () => {} } = {}) {
  const site = readSite(folder);
  const faults = new Faults();
  const checker = markupFaults(site);
  checker.catch(() => {});
  const server = await serve(site);
  const browser = await launch();
  try {
    const session = { browser, site, home: server.home };
    const read = await readAll(session);
    judgeWritten(session, read, mostKilobytes, faults);
    const chosen = sample(site.pages, maxPages);
    await inParallel(chosen, jobs, async (page) => {
      await judgeOpened(session, page, read.get(page), faults);
      onPage(page);
    });
    for (const fault of await checker) faults.add(fault);
    return { faults: faults.list(), pages: site.pages.length, opened: chosen.length };
  } finally {
    await browser.close();
    await server.close();
  }
}

const AS_WRITTEN = { name: 'as written', width: 1280, scheme: 'light', withoutJavaScript: true };

/** Reads every page with JavaScript off. */
async function readAll({ browser, site, home }) {
  const page = await openView(browser, AS_WRITTEN);
  const read = new Map();
  for (const file of site.pages) {
    await goTo(page, addressOf(home, file), AS_WRITTEN);
    read.set(file, await ask(page, readPage));
  }
  await page.context().close();
  return read;
}

function judgeWritten({ site, home }, read, mostKilobytes, faults) {
  const weights = new Map();
  for (const [page, facts] of read) {
    const weight = weightFaults(page, facts, home, site, mostKilobytes, weights);
    for (const fault of [...outlineFaults(facts), ...policyFaults(facts), ...linkFaults(facts, home, site, read), ...weight])
      faults.add({ page, ...fault });
  }
  for (const page of unreachablePages(read, home))
    faults.add({ kind: 'unreachable-page', page, what: 'no chain of links from index.html leads here' });
}

async function judgeOpened(session, page, written, faults) {
  const looks = {};
  for (const [name, way] of Object.entries(VISITS)) {
    const report = (kind, what, element) => faults.add({ kind, page, what, element, view: way.name });
    looks[name] = await visit(session, page, way, report);
  }
  for (const fault of [...scriptFaults(written, looks.desktop), ...fileFaults(looks.file, looks.desktop)])
    faults.add({ page, ...fault });
}

async function inParallel(items, jobs, work) {
  const waiting = [...items];
  const worker = async () => {
    while (waiting.length > 0) await work(waiting.shift());
  };
  await Promise.all(Array.from({ length: jobs }, worker));
}
