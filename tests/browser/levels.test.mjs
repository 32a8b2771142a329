// Reading levels and prompts in the browser: what the chooser says, the choice kept from page to page, the section kept when
// the level or the language is switched, and what a reader writes in their own words. Served and from file://.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-levels-'));
const site = path.join(folder, 'site');
let browser;
let server;

const filler = 'Rest as much as you like, and drink some water. '.repeat(40);
const section = (title, id) => `## ${title}${id ? ` {#${id}}` : ''}\n\n${filler}\n\n`;
const PROMPT = '::: teachback\nHow will you take it?\n\n- at night\n- with water\n:::\n';
const FILES = {
  'teachback.yaml': 'title: Levels\nlanguages: [en, es]\nlevels:\n  - {id: easy, name: Easy to read, max_grade: 5}\n  - {id: deep, name: In depth, max_grade: 12}\n',
  'content/handouts/sleep.easy.md': `---\ntitle: Sleep\n---\n\n${section('Rest', 'rest')}${section('Night', '')}${section('Help', 'help')}${PROMPT}`,
  'content/handouts/sleep.deep.md': `---\ntitle: Sleep\n---\n\n${section('Why', 'why')}${section('Rest', 'rest')}${section('The night', '')}${section('Help', 'help')}${PROMPT}`,
  'content/handouts/sleep.easy.es.md': `---\ntitle: Dormir\n---\n\n## Descanso\n\nDuerma bien.\n\n## Noche\n\nDuerma bien.\n`,
  'content/handouts/food.easy.md': '---\ntitle: Food\n---\n\nEat well. Read [on sleep](sleep.easy.md#rest) and [why](sleep.deep.md#why).\n',
  'content/handouts/food.deep.md': '---\ntitle: Food\n---\n\nEat a balanced diet. Read [on sleep](sleep.easy.md).\n',
};

before(async () => {
  for (const [name, text] of Object.entries(FILES)) {
    const file = path.join(folder, 'project', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', path.join(folder, 'project'), 'build', '--output', site], { cwd: repository });
  server = await serve(readSite(site));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit({ home = server.home, view = DESKTOP } = {}) {
  const page = await openView(browser, view);
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(error.message));
  page.see = (file) => page.goto(new URL(file, home).href, { waitUntil: 'load' });
  page.at = () => decodeURIComponent(page.url().slice(home.length));
  return page;
}

const files = () => pathToFileURL(`${site}/`).href;
const level = (page, name) => page.locator('.variants-levels a', { hasText: name });

for (const [where, home] of [['http', () => server.home], ['file', files]]) {
  test(`a chosen level is kept from page to page (${where})`, async () => {
    const page = await visit({ home: home() });
    await page.see('handouts/sleep.html');
    assert.equal(page.at(), 'handouts/sleep.html');
    await level(page, 'In depth').click();
    await page.waitForURL(/sleep\.deep\.html$/);
    await page.see('handouts/index.html');
    await page.locator('.card-title a', { hasText: 'Food' }).click();
    await page.waitForURL(/food\.deep\.html$/);
    await page.locator('.prose a').first().click();
    await page.waitForURL(/sleep\.deep\.html$/);
    await page.see('handouts/sleep.html');
    await page.waitForURL(/sleep\.deep\.html$/);
    // Whoever asks for a page by its own name gets it.
    await page.see('handouts/sleep.easy.html');
    assert.equal(page.at(), 'handouts/sleep.easy.html');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('the chooser says what each level is', async () => {
  const page = await visit();
  await page.see('handouts/sleep.easy.html');
  // 3 × (40 × 10 words + a word or so) and the prompt are 1,213 words: 130 a minute are 10 minutes, 230 for 1,617 are 8.
  const said = await page.locator('.variants-levels a').allInnerTexts();
  const flat = said.map((text) => text.replace(/\s+/g, ' ').replace(' ,', ','));
  assert.match(flat[0], /^Easy to read, grade \d+( or lower)?, 10 minutes$/);
  assert.match(flat[1], /^In depth, grade \d+( or lower)?, 8 minutes$/);
  await page.see('handouts/sleep.easy.es.html');
  assert.match(await page.locator('.handout-facts').innerText(), /1 minuto de lectura/);
  await page.context().close();
});

test('links keep the place where the kept level has it, and lose it elsewhere', async () => {
  const page = await visit();
  await page.see('handouts/sleep.easy.html');
  await level(page, 'In depth').click();
  await page.see('handouts/food.easy.html');
  const hrefs = () => page.locator('.prose a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  assert.deepEqual(await hrefs(), ['sleep.deep.html#rest', 'sleep.deep.html#why']);
  await page.evaluate(() => teachback.store.put('settings', 'level', { value: 'easy' }));
  assert.deepEqual(await hrefs(), ['sleep.easy.html#rest', 'sleep.easy.html']);
  await page.evaluate(() => teachback.store.put('settings', 'level', { value: 'gone' }));
  await page.see('handouts/food.easy.html');
  assert.deepEqual(await hrefs(), ['sleep.easy.html#rest', 'sleep.deep.html#why']);
  await page.context().close();
});

test('a switch leads to the same section', async () => {
  const page = await visit();
  for (const [reading, leads] of [[null, ''], ['rest', '#rest'], ['night', '#the-night'], ['help', '#help']]) {
    await page.see(`handouts/sleep.easy.html${reading ? `#${reading}` : ''}`);
    await page.waitForFunction((id) => !id || document.getElementById(id).getBoundingClientRect().top < 200, reading);
    // Somebody reads it, and goes up to the chooser.
    if (reading) await page.waitForTimeout(1700);
    await level(page, 'In depth').click();
    await page.waitForURL(/sleep\.deep\.html/);
    assert.equal(new URL(page.url()).hash, leads, String(reading));
  }
  const match = (here, there, at) => page.evaluate(([here, there, at]) => teachback.matchPlace(here, there, at), [here, there, at]);
  assert.equal(await match(['a', 'b', 'c'], ['x', 'y'], 2), 'y', 'nothing in common: the same number, or the last');
  assert.equal(await match(['a', 'b', 'c'], ['x', 'a', 'y', 'z'], 2), 'z', 'two after what both have');
  assert.equal(await match(['a', 'b', 'c'], ['c'], 0), 'c', 'never before the first');
  assert.equal(await match(['a'], [], 0), '');
  assert.equal(await match(['a'], ['a'], -1), '');
  await page.context().close();
});

for (const [where, home] of [['http', () => server.home], ['file', files]]) {
  test(`what a reader writes stays on the device, on every level, until it is cleared (${where})`, async () => {
    const page = await visit({ home: home(), view: PHONE });
    await page.see('handouts/sleep.easy.html');
    const field = page.getByLabel('Say it in your own words');
    assert.equal(await page.locator('.block-teachback details').getAttribute('open'), null);
    await field.fill('At night, I think');
    await page.getByRole('button', { name: 'Compare with a good answer' }).press('Enter');
    assert.notEqual(await page.locator('.block-teachback details').getAttribute('open'), null);
    assert.equal(await page.evaluate(() => document.activeElement.tagName), 'SUMMARY');
    await page.see('handouts/sleep.deep.html');
    assert.equal(await field.inputValue(), 'At night, I think');
    const clear = page.getByRole('button', { name: 'Clear what I wrote' });
    await clear.click();
    assert.equal(await page.locator('.prompt-status').innerText(), 'Cleared.');
    assert.equal(await clear.isVisible(), false);
    await page.see('handouts/sleep.easy.html');
    assert.equal(await field.inputValue(), '');
    for (const button of await page.locator('.prompt .button:visible').all())
      assert.ok((await button.boundingBox()).height >= 44, 'a thumb can hit it');
    const found = [];
    await accessibility({ page, report: (_, what, element) => found.push(`${what} at ${element}`) });
    assert.deepEqual(found, []);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('without JavaScript the levels are links and the answer folds open', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(new URL('handouts/sleep.easy.html', server.home).href);
  assert.equal(await page.locator('.prompt').isVisible(), false);
  await page.locator('.block-teachback summary').click();
  assert.ok(await page.getByText('with water').isVisible());
  await level(page, 'In depth').click();
  assert.match(page.url(), /sleep\.deep\.html$/);
  await context.close();
});
