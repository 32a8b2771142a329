// The site that the tests of conversations play: built one time, served and opened in fresh profiles.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { goTo, launch, openView } from './judge/browser.mjs';
import { addressOf, readSite, serve } from './judge/site.mjs';

const repository = path.join(import.meta.dirname, '../..');
const own = path.join(import.meta.dirname, 'dialogue-site');

/** Builds a project into a new folder: the fixtures, or another one. */
export async function buildSite(project = own) {
  const folder = mkdtempSync(path.join(tmpdir(), 'teachback-dialogue-'));
  const build = ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--strict', '--output', folder];
  execFileSync('cargo', build, { cwd: repository, stdio: 'inherit' });
  const site = readSite(folder);
  const server = await serve(site);
  const browser = await launch();
  return {
    folder,
    pages: site.pages,
    /** A page with what it complained of. */
    async open(file, place = 'served', { scheme = 'light', withoutJavaScript = false } = {}) {
      const view = { name: 'desktop', width: 1280, scheme, withoutJavaScript };
      const page = await openView(browser, view);
      page.setDefaultTimeout(10_000);
      page.complaints = [];
      page.on('console', (message) => {
        if (!message.location().url.endsWith('/favicon.ico')) page.complaints.push(message.text());
      });
      page.on('pageerror', (error) => page.complaints.push(error.message));
      await goTo(page, addressOf(place === 'file' ? site.fileHome : server.home, file), view);
      return page;
    },
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
