// Starting a browser and opening pages in it. The only file that knows which browser it is.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Milliseconds a page may take on a machine that compiles at the same time. */
const SLOWEST_LOAD = 60_000;

/** The Chromium to use: CHROMIUM_PATH, or the first known name on PATH. */
function findChromium() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  const found = folders.flatMap((folder) => NAMES.map((name) => path.join(folder, name))).find(existsSync);
  if (!found) throw new Error('no Chromium found: install it, or set CHROMIUM_PATH');
  return found;
}

/** Starts the browser; it can reach no host but the loopback. */
export function launch() {
  return chromium.launch({ executablePath: findChromium(), args: FLAGS });
}

/**
 * How a page is looked at.
 * @typedef {object} View
 * @property {string} name
 * @property {number} width                  in CSS pixels
 * @property {'light' | 'dark'} scheme
 * @property {boolean} [withoutJavaScript]
 * @property {number} [density]              device pixels a CSS pixel
 */

/**
 * Opens a fresh profile with one empty page.
 * @param {import('playwright-core').Browser} browser
 * @param {View} view
 */
export async function openView(browser, view) {
  const context = await browser.newContext({
    viewport: { width: view.width, height: view.width < 600 ? 780 : 900 },
    colorScheme: view.scheme,
    deviceScaleFactor: view.density ?? 1,
    javaScriptEnabled: !view.withoutJavaScript,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(SLOWEST_LOAD);
  return page;
}

/** Goes to an address; with JavaScript on, also waits until fonts are loaded and two frames are drawn. */
export async function goTo(page, address, view) {
  await page.goto(address, { waitUntil: 'load' });
  if (view.withoutJavaScript) return;
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Names an element for a person: where it is and how it begins. Runs in the page. */
function describe(element) {
  const step = (e) => e.localName + (e.id ? `#${e.id}` : e.classList.length ? `.${e.classList[0]}` : '');
  const parent = element.parentElement;
  const where = parent && parent !== document.body ? `${step(parent)} > ${step(element)}` : step(element);
  const text = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().replace(/\s+/g, ' ');
  return text ? `${where} "${text.length > 40 ? `${text.slice(0, 39)}…` : text}"` : where;
}

/**
 * Runs a function in the page and gives back what it returns. The function is sent as text: it must stand alone, and is
 * called with `describe` and one value that JSON can carry.
 */
export function ask(page, question, value = null) {
  return page.evaluate(`(${question})(${describe}, ${JSON.stringify(value)})`);
}
