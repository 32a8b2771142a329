// The ways in which every page is opened, and what is looked at in each.
import { openView, goTo } from './browser.mjs';
import { addressOf } from './site.mjs';
import { accessibility, accessibilityOpened } from './checks/accessibility.mjs';
import { keyboard } from './checks/keyboard.mjs';
import { lookAt } from './checks/likeness.mjs';
import { narrow } from './checks/narrow.mjs';
import { paper } from './checks/paper.mjs';

/** A check that changes the page (its width, its medium, what is open) stands last. */
export const VISITS = {
  desktop: { name: '1280 px light', width: 1280, scheme: 'light', checks: [accessibility, keyboard, accessibilityOpened] },
  desktopDark: { name: '1280 px dark', width: 1280, scheme: 'dark', checks: [accessibility, paper] },
  phone: { name: '360 px light', width: 360, scheme: 'light', checks: [accessibility, keyboard, narrow] },
  phoneDark: { name: '360 px dark', width: 360, scheme: 'dark', checks: [accessibility, accessibilityOpened] },
  file: { name: 'file://', width: 1280, scheme: 'light', fromFile: true, checks: [] },
};

/**
 * Opens a page in one way, runs the checks of that way and gives back how the page looked when it had loaded.
 * @param {{browser: object, site: import('./site.mjs').Site, home: string}} session
 * @param {(kind: string, what: string, element?: string) => void} report
 */
export async function visit(session, file, way, report) {
  const home = way.fromFile ? session.site.fileHome : session.home;
  const page = await openView(session.browser, way);
  try {
    await watch(page, home, report);
    await goTo(page, addressOf(home, file), way);
    const look = await lookAt(page);
    for (const check of way.checks) await check({ page, report });
    return look;
  } catch (error) {
    throw new Error(`could not judge ${file} (${way.name}): ${error.message}`, { cause: error });
  } finally {
    await page.context().close();
  }
}

/** Reports what goes wrong while the page is open, and lets no request leave the site. */
async function watch(page, home, report) {
  const { origin, protocol } = new URL(home);
  const isLocal = (address) => /^(data|blob|about):/.test(address);
  const isForeign = (url) => !isLocal(url.href) && (url.protocol !== protocol || url.origin !== origin);
  const short = (text) => text.replaceAll(home, '');
  await page.context().route(isForeign, (route) => route.abort());
  page.on('request', (request) => {
    if (isForeign(new URL(request.url()))) report('foreign-request', `asks for ${request.url()}`);
  });
  page.on('requestfailed', (request) => {
    if (!isForeign(new URL(request.url())))
      report('failed-request', `${request.failure()?.errorText} for ${short(request.url())}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) report('failed-request', `${response.status()} for ${short(response.url())}`);
  });
  page.on('console', (message) => {
    const isToldAlready = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isToldAlready) report('console-error', short(message.text()));
  });
  page.on('pageerror', (error) => report('console-error', `uncaught ${error.message}`));
}
