// The search page in the browser, served and from file://: typing, arrows, filters, what is said aloud, the address and the
// way back, the key that leads there, and what is there without JavaScript.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessibility } from './judge/checks/accessibility.mjs';
import { launch, openView } from './judge/browser.mjs';
import { readSite, serve } from './judge/site.mjs';

const DESKTOP = { name: 'desktop', width: 1280, scheme: 'light' };
const PHONE = { name: 'phone dark', width: 360, scheme: 'dark' };
const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-search-page-'));
const site = path.join(folder, 'site');
let browser;
let server;

before(async () => {
  const project = path.join(import.meta.dirname, 'search-site');
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--output', site], { cwd: repository });
  server = await serve(readSite(site));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A fresh profile. */
async function visit({ home = server.home, view = DESKTOP } = {}) {
  const page = await openView(browser, view);
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.asked = [];
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.on('request', (request) => page.asked.push(request.url()));
  page.see = (file) => page.goto(new URL(file, home).href, { waitUntil: 'load' });
  page.field = page.locator('#search-field');
  page.titles = () => page.locator('.result-title').allInnerTexts();
  page.said = (text) => page.waitForFunction((text) => document.querySelector('[data-part=status]').textContent === text, text);
  page.focused = () => page.evaluate(() => document.activeElement.id || document.activeElement.textContent);
  return page;
}

const files = () => pathToFileURL(`${site}/`).href;
const query = (page) => new URL(page.url()).search;

async function axe(page, state) {
  const found = [];
  await accessibility({ page, report: (_, what, element) => found.push(`${what} at ${element}`) });
  assert.deepEqual(found, [], state);
}

for (const [where, home] of [['http', () => server.home], ['file', files]]) {
  test(`typing finds, arrows lead through the results, the address keeps the question (${where})`, async () => {
    const page = await visit({ home: home() });
    await page.see('search.html#search-field');
    assert.equal(await page.focused(), 'search-field');
    assert.equal(page.asked.filter((url) => url.includes('/assets/search/')).length, 0, 'nothing is loaded before somebody searches');
    await axe(page, 'nothing asked');
    await page.keyboard.type('honey throa');
    await page.said('Results: 2');
    assert.deepEqual(await page.titles(), ['Cough', 'At the counter']);
    assert.equal(query(page), '?q=honey+throa');
    assert.equal(await page.locator('.result mark').first().innerText(), 'Honey');
    assert.match(await page.locator('.result-others').first().innerText(), /Also as:\s+(Standard|Easy to read)/);
    await axe(page, 'results');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.focused(), 'Cough');
    await page.keyboard.press('ArrowUp');
    assert.equal(await page.focused(), 'search-field');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.focused(), 'At the counter');
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.focused(), 'The question');
    await page.keyboard.press('Enter');
    await page.waitForURL(/scripts\/counter\.html#the-question$/);
    await page.goBack();
    await page.said('Results: 2');
    assert.equal(await page.field.inputValue(), 'honey throa');
    await page.locator('.result a').first().focus();
    await page.keyboard.press('Escape');
    assert.equal(await page.focused(), 'search-field');
    await page.keyboard.press('Escape');
    await page.said('');
    assert.equal(query(page), '');
    assert.deepEqual(await page.titles(), []);
    assert.deepEqual(page.complaints, []);
  });
}

test('a typing mistake is told, and a question without an answer shows ways out', async () => {
  const page = await visit({ view: PHONE });
  await page.see('search.html?q=luggege');
  await page.said('Results: 1. Shown for “luggage”.');
  assert.deepEqual(await page.titles(), ['Travelling']);
  await page.see('search.html?q=Honig&kind=script');
  await page.said('Nothing was found.');
  await axe(page, 'nothing found');
  await page.locator('[data-part=everywhere]').click();
  await page.said('Nothing was found.');
  await page.locator('[data-part=everywhere]').waitFor({ state: 'hidden' });
  await page.locator('[data-part=widen]').click();
  await page.said('Results: 1');
  assert.equal(query(page), '?q=Honig&lang=all');
  const result = page.locator('.result');
  assert.equal(await result.getAttribute('lang'), 'de');
  assert.match(await result.innerText(), /Husten\s+Handout\s+Standard\s+Deutsch/);
  await axe(page, 'another language');
  assert.deepEqual(page.complaints, []);
});

test('filters narrow down, and the way back undoes them', async () => {
  const page = await visit();
  await page.see('search.html?q=medicine');
  await page.said('Results: 2');
  await page.locator('#search-role').selectOption('nurse');
  await page.said('Results: 1');
  assert.deepEqual(await page.titles(), ['Storing medicine']);
  assert.equal(query(page), '?q=medicine&role=nurse');
  await page.goBack();
  await page.said('Results: 2');
  assert.equal(await page.locator('#search-role').inputValue(), '');
  await page.field.fill('honey');
  await page.keyboard.press('Enter');
  await page.said('Results: 2');
  await page.goBack();
  await page.waitForFunction(() => document.getElementById('search-field').value === 'medicine');
  assert.deepEqual(await page.locator('#search-kind option').allInnerTexts(), ['Everything', 'Conversation script', 'Handout', 'Page']);
});

test('more results come when asked for', async () => {
  const page = await visit();
  await page.see('search.html?q=bandage');
  await page.said('Results: 12');
  assert.equal((await page.titles()).length, 10);
  await page.locator('[data-part=more]').click();
  await page.waitForFunction(() => document.querySelectorAll('.result').length === 12);
  assert.match(await page.focused(), /^Bandage/);
  assert.equal(await page.locator('[data-part=more]').isVisible(), false);
});

test('right-to-left and Chinese text is found and marked', async () => {
  const page = await visit();
  await page.see('search.ar.html?q=مستشفى');
  await page.locator('.result').waitFor();
  assert.equal(await page.locator('.result mark').innerText(), 'المستشفى');
  assert.equal(await page.evaluate(() => document.documentElement.dir), 'rtl');
  await axe(page, 'Arabic');
  await page.see('search.zh.html?q=疼痛');
  await page.locator('.result').waitFor();
  assert.equal(await page.locator('.result mark').innerText(), '疼痛');
});

test('the key / leads to the field, unless somebody types or has switched it off', async () => {
  const page = await visit();
  await page.see('pages/travel.html');
  await page.keyboard.press('/');
  await page.waitForURL(/search\.html#search-field$/);
  assert.equal(await page.focused(), 'search-field');
  await page.keyboard.press('/');
  assert.equal(await page.field.inputValue(), '/');
  await page.locator('.finder-keys summary').click();
  await page.keyboard.press('/');
  assert.equal(await page.focused(), 'search-field');
  await page.locator('#search-slash').uncheck();
  await page.see('pages/travel.html');
  await page.keyboard.press('/');
  await page.see('search.html');
  assert.equal(await page.locator('#search-slash').isChecked(), false);
});

test('without JavaScript the page names the lists, and no dead control', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('search.html', server.home).href);
  assert.match(await page.locator('main').innerText(), /needs JavaScript/);
  assert.equal(await page.locator('main :is(input, select, button):visible').count(), 0);
  assert.ok((await page.locator('.search-lists a').count()) >= 3);
  await context.close();
});

test('an index that cannot be loaded is told, and tried again', async () => {
  const page = await visit();
  await page.route(/assets\/search\/en\/terms/, (route) => route.abort());
  await page.see('search.html?q=honey');
  await page.said('The index could not be loaded. Try again.');
  await page.unroute(/assets\/search\/en\/terms/);
  await page.locator('.finder-row button').click();
  await page.said('Results: 2');
});

test('results can be printed', async () => {
  const page = await visit();
  await page.see('search.html?q=medicine');
  await page.said('Results: 2');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('.finder-form').isVisible(), false);
  assert.equal(await page.locator('.result').first().isVisible(), true);
  assert.equal(await page.locator('.site-search').isVisible(), false);
});
