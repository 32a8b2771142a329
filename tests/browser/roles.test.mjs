// A learner's role: chosen on the home page, kept, passages for others off the screen and on paper, time left and what is next.
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
const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-roles-'));
const site = path.join(folder, 'site');
let browser;
let server;

function write(file, text) {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

const module = (title, more = '') => `---\ntitle: ${title}\nminutes: 20\n${more}---\n\nWhat it is for.\n`;
const lesson = (title) => `---\ntitle: ${title}\n---\n\nA few words.\n`;

before(async () => {
  write('teachback.yaml', 'title: Roles\nid: roles\nroles:\n  - {id: nurse, name: Nurses}\n  - {id: desk, name: Front desk}\n');
  write('content/modules/a-deciding/module.md', module('Deciding', 'prerequisites: [z-listening]\nroles: [nurse]\n'));
  write('content/modules/a-deciding/01-one.md', lesson('One'));
  write('content/modules/z-listening/module.md', module('Listening'));
  write('content/modules/z-listening/01-one.md', lesson('First'));
  write('content/modules/z-listening/02-two.md', lesson('Second'));
  write('content/pages/both.md', '---\ntitle: Both\n---\n\n[To the desk](#for-the-desk)\n\n::: role {nurse}\nOnly nurses.\n:::\n\n::: role {desk}\n'
    + '## For the desk\n\nOnly the desk.\n:::\n');
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', folder, 'build', '--output', site], { cwd: repository });
  server = await serve(readSite(site));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function visit(home) {
  const page = await openView(browser, DESKTOP);
  page.setDefaultTimeout(10_000);
  page.see = (file) => page.goto(new URL(file, home).href, { waitUntil: 'load' });
  return page;
}

async function axe(page, state) {
  const found = [];
  await accessibility({ page, report: (_, what, element) => found.push(`${what} at ${element}`) });
  assert.deepEqual(found, [], state);
}

for (const [where, home] of [['http', () => server.home], ['file', () => pathToFileURL(`${site}/`).href]]) {
  test(`the chosen role is kept, and text for others leaves the screen but not the paper (${where})`, async () => {
    const page = await visit(home());
    await page.see('pages/both.html');
    assert.equal(await page.locator('.block-role:visible').count(), 2);
    await page.see('index.html');
    await page.locator('.role-list a', { hasText: 'Nurses' }).click();
    await page.waitForURL(/roles\/nurse\.html$/);
    assert.equal(await page.locator('[data-role-switch]').getAttribute('aria-pressed'), 'true');
    await axe(page, 'start page');
    await page.see('pages/both.html');
    assert.deepEqual(await page.locator('.block-role:visible').count(), 1);
    assert.match(await page.locator('.block-role:visible').innerText(), /Only nurses/);
    assert.match(await page.locator('.role-note').innerText(), /Shown for: Nurses/);
    await axe(page, 'text for others hidden');
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.block-role:visible').count(), 2);
    assert.match(await page.locator('.block-role').last().innerText(), /For Front desk/);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.role-note button').click();
    assert.equal(await page.locator('.block-role:visible').count(), 2);
    await page.see('index.html');
    await page.locator('[data-part="forget-role"]').click();
    await page.see('pages/both.html');
    assert.equal(await page.locator('.block-role:visible').count(), 2);
    await page.context().close();
  });
}

test('a link into text for another role shows it', async () => {
  const page = await visit(server.home);
  await page.see('roles/nurse.html');
  await page.locator('[data-role-switch]').click();
  await page.see('pages/both.html');
  await page.getByRole('link', { name: 'To the desk' }).click();
  await page.getByText('Only the desk.').waitFor();
  await page.context().close();
});

test('modules stand in the order they ask for, with the time left and what is next', async () => {
  const page = await visit(server.home);
  await page.see('roles/nurse.html');
  assert.deepEqual(await page.locator('.role-step .card-title').allInnerTexts(), ['Listening', 'Deciding']);
  assert.match(await page.locator('.role-time').innerText(), /In all: 40 minutes/);
  assert.equal(await page.locator('[data-part="next"]').innerText(), 'Begin with: Listening');
  assert.equal(await page.locator('[data-part="done"]').isVisible(), false);
  const read = (lesson) => page.evaluate((lesson) => teachback.store.put('pages', lesson, { read: true }), lesson);
  await read('modules/z-listening/01-one');
  assert.match(await page.locator('.role-time').innerText(), /Left: 30 min/);
  assert.equal(await page.locator('[data-part="next"]').innerText(), 'Next: Listening');
  await read('modules/z-listening/02-two');
  assert.match(await page.locator('.role-time').innerText(), /Left: 20 min/);
  assert.equal(await page.locator('[data-part="next"]').innerText(), 'Next: Deciding');
  await read('modules/a-deciding/01-one');
  assert.equal(await page.locator('[data-part="next"]').isVisible(), false);
  assert.equal(await page.locator('[data-part="done"]').isVisible(), true);
  await axe(page, 'all done');
  await page.context().close();
});
