// What Firefox does otherwise: opened from a disk, each file has a storage of its own. Served and from file://.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import { readSite, serve } from './judge/site.mjs';

const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-firefox-'));
const site = path.join(folder, 'site with spaces');
const MODULE = 'modules/listening/module.html';
const FIRST = 'modules/listening/01-say-back.html';
const SECOND = 'modules/listening/02-wait.html';
let browser;
let server;

/** The Firefox to use: FIREFOX_PATH, or the first known name on PATH. */
function findFirefox() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), '/usr/bin'];
  const names = folders.flatMap((one) => ['firefox-esr', 'firefox'].map((name) => path.join(one, name)));
  const found = process.env.FIREFOX_PATH ?? names.find(existsSync);
  if (!found) throw new Error('no Firefox found: install it, or set FIREFOX_PATH');
  return found;
}

before(async () => {
  const project = path.join(import.meta.dirname, 'course-site');
  const build = ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--strict', '--output', site];
  execFileSync('cargo', build, { cwd: repository, stdio: 'inherit' });
  server = await serve(readSite(site));
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
    // What people have; tests are otherwise given a laxer one.
    extraPrefsFirefox: {
      'security.fileuri.strict_origin_policy': true,
      'browser.download.folderList': 2,
      'browser.download.dir': folder,
    },
  });
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const files = () => pathToFileURL(`${site}/`).href;

/** A fresh profile. */
async function visit(home) {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.see = (file) => page.goto(new URL(file, home).href, { waitUntil: 'load' });
  page.text = (selector) => page.$eval(selector, (element) => element.innerText.replace(/\s+/g, ' ').trim());
  page.leave = () => context.close();
  return page;
}

for (const [where, home] of [['http', () => server.home], ['file', files]]) {
  test(`a lesson marked as done counts on every page (${where})`, async () => {
    const page = await visit(home());
    await page.see(MODULE);
    await page.see(FIRST);
    await page.click('.lesson-done button');
    await page.see(MODULE);
    assert.match(await page.text('.module-standing'), /^In progress Lessons read: 1 of 2 Questions answered: 0 of 1$/);
    const told = await page.$eval('.store-notice', (notice) => !notice.hidden && notice.innerText);
    if (where === 'file') assert.match(told, /only until you close it.*Save it to a file/);
    else assert.equal(told, false);
    await page.see(SECOND);
    await page.click('.lesson-done button');
    await page.see('progress.html');
    assert.match(await page.text('.card-progress[data-course-card*="listening"]'), /Lessons read: 2 of 2/);
    await page.see(SECOND);
    await page.click('.lesson-done button');
    await page.see(MODULE);
    assert.match(await page.text('.module-standing'), /Lessons read: 1 of 2/);
    await page.leave();
  });

  test(`what is erased stays erased on the pages that had it (${where})`, async () => {
    const page = await visit(home());
    await page.see(FIRST);
    await page.click('.lesson-done button');
    await page.see('progress.html');
    await page.click('[data-part="erase"]');
    await page.click('dialog button[value="yes"]');
    await page.see(FIRST);
    assert.equal(await page.$eval('.lesson-done button', (button) => button.getAttribute('aria-pressed')), 'false');
    await page.leave();
  });

  test(`the search finds what is typed (${where})`, async () => {
    const page = await visit(home());
    await page.see('search.html');
    await page.type('#search-field', 'whom to cal');
    await page.waitForSelector('.result-title a');
    assert.equal(await page.text('.result-title a'), 'Calling for help');
    assert.match(page.url(), /\?q=whom\+to\+cal$/);
    await page.leave();
  });

  test(`the record goes into a file and comes back (${where})`, async () => {
    const page = await visit(home());
    await page.see(FIRST);
    await page.click('.lesson-done button');
    await page.see('progress.html');
    const before = new Set(readdirSync(folder));
    await page.click('[data-part="save"]');
    let saved;
    for (let tries = 0; tries < 100 && !saved; tries += 1) {
      await pause(100);
      saved = readdirSync(folder).find((name) => !before.has(name) && name.endsWith('.json') && readFileSync(path.join(folder, name)).length > 0);
    }
    assert.ok(saved, 'the file was saved');
    await page.leave();

    const other = await visit(home());
    await other.see('progress.html');
    const input = await other.$('#progress-file');
    await input.uploadFile(path.join(folder, saved));
    await other.waitForFunction(() => document.querySelector('[data-part="status"]').textContent === 'Your progress was added.');
    await other.see(MODULE);
    assert.match(await other.text('.module-standing'), /Lessons read: 1 of 2/);
    await other.leave();
    rmSync(path.join(folder, saved));
  });
}
