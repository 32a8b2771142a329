// What a learner did, in the browser: lessons marked as done, states of modules, the record saved, brought back and erased,
// storage that is missing, full, damaged or newer, and the certificate. Served and from file://.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessibility } from './judge/checks/accessibility.mjs';
import { launch, openView } from './judge/browser.mjs';
import { readSite, serve } from './judge/site.mjs';

const DESKTOP = { name: 'desktop', width: 1280, scheme: 'light' };
const PHONE = { name: 'phone dark', width: 360, scheme: 'dark' };
const KEY = 'teachback:small-course';
const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-progress-'));
const site = path.join(folder, 'site');
let browser;
let server;

const teachback = (...args) => execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', ...args], { cwd: repository });

before(async () => {
  teachback('--project', path.join(import.meta.dirname, 'course-site'), 'build', '--strict', '--output', site);
  server = await serve(readSite(site));
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A fresh profile; `script` runs before every page of it. */
async function visit({ home = server.home, view = DESKTOP, script } = {}) {
  const page = await openView(browser, view);
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  if (script) await page.addInitScript(script.run, script.with);
  page.see = (file) => page.goto(new URL(file, home).href, { waitUntil: 'load' });
  return page;
}

const files = () => pathToFileURL(`${site}/`).href;
const MODULE = 'modules/listening/module.html';
const FIRST = 'modules/listening/01-say-back.html';
const SECOND = 'modules/listening/02-wait.html';
const CERTIFICATE = 'modules/listening/certificate.html';
const done = (page) => page.locator('.lesson-done button');
const standing = (page) => page.locator('.module-standing').innerText();

async function axe(page, state) {
  const found = [];
  await accessibility({ page, report: (_, what, element) => found.push(`${what} at ${element}`) });
  assert.deepEqual(found, [], state);
}

const passQuiz = (page, percent) => page.evaluate((percent) => {
  teachback.store.put('quizzes', 'modules/listening/quiz#quiz', {
    tries: 1, best: { percent, passed: percent >= 80, at: '2026-11-20T12:00:00.000Z' },
  });
}, percent);

for (const [where, home] of [['http', () => server.home], ['file', files]]) {
  test(`a lesson is marked as done by keyboard, and every page knows (${where})`, async () => {
    const page = await visit({ home: home() });
    await page.see('modules/index.html');
    assert.equal(await page.locator('.card-progress:visible').count(), 0);
    await page.see(FIRST);
    await done(page).focus();
    await page.keyboard.press('Enter');
    assert.equal(await done(page).getAttribute('aria-pressed'), 'true');
    assert.equal(await page.locator('.lesson-done-status').innerText(), 'Marked as done.');
    assert.equal((await page.locator('.site-state').textContent()).trim(), 'This module: In progress');
    await axe(page, 'lesson done');
    await page.see(MODULE);
    assert.match(await standing(page), /In progress\s+Lessons read: 1 of 2\s+Questions answered: 0 of 1/);
    assert.equal(await page.locator('.lesson-list .lesson-mark').count(), 1);
    const next = page.locator('.start a');
    assert.equal(await next.innerText(), 'Continue');
    assert.match(await next.getAttribute('href'), /02-wait\.html$/);
    await page.see('modules/index.html');
    assert.match(await page.locator('.card-progress:visible').innerText(), /In progress\s+Lessons read: 1 of 2\s+Questions answered: 0 of 1/);
    await page.see(FIRST);
    await done(page).click();
    assert.equal(await done(page).getAttribute('aria-pressed'), 'false');
    await page.see(MODULE);
    assert.equal(await page.locator('.module-standing:visible').count(), 0);
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('who gets to the end at the pace of a reader has read the lesson', async () => {
  const page = await visit();
  await page.see(SECOND);
  assert.equal(await done(page).getAttribute('aria-pressed'), 'false');
  await page.locator('.lesson-done').scrollIntoViewIfNeeded();
  await page.locator('.lesson-done button[aria-pressed="true"]').waitFor();
  assert.equal(await page.locator('.lesson-done-status').innerText(), 'You got to the end: marked as done.');
  await page.context().close();
});

test('a module is not yet passed, then passed; one without a quiz is passed by reading', async () => {
  const page = await visit({ view: PHONE });
  await page.see(MODULE);
  await passQuiz(page, 60);
  assert.match(await standing(page), /Not yet passed\s+Lessons read: 0 of 2\s+Questions answered: 0 of 1\s+Best result: 60%/);
  await passQuiz(page, 90);
  assert.match(await standing(page), /Passed\s+Lessons read: 0 of 2\s+Questions answered: 0 of 1\s+Best result: 90%/);
  await axe(page, 'module passed');
  await page.see('modules/first-aid/01-call.html');
  await done(page).click();
  await page.see('progress.html');
  const states = await page.locator('.card-progress').allInnerTexts();
  assert.deepEqual(states.map((text) => text.split('\n')[0]), ['Passed', 'Passed']);
  await axe(page, 'progress');
  await page.context().close();
});

test('the record goes into a file, is erased after a question, and comes back', async () => {
  const page = await visit();
  await page.see(FIRST);
  await done(page).click();
  await passQuiz(page, 90);
  await page.see('progress.html');
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('[data-part="save"]').click()]);
  assert.match(download.suggestedFilename(), /^progress-small-course-\d{4}-\d\d-\d\d\.json$/);
  const file = path.join(folder, 'progress.json');
  await download.saveAs(file);

  const erase = page.locator('[data-part="erase"]');
  await erase.focus();
  await page.keyboard.press('Enter');
  await axe(page, 'question before erasing');
  await page.keyboard.press('Escape');
  assert.ok(await page.evaluate((key) => localStorage.getItem(key).includes('01-say-back'), KEY));
  await erase.click();
  await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
  await page.getByText('Everything was erased.').waitFor();
  assert.match(await page.locator('.card-progress').last().innerText(), /Not started/);

  await passQuiz(page, 40);
  await page.setInputFiles('#progress-file', file);
  await page.getByText('Your progress was added.').waitFor();
  assert.match(await page.locator('.card-progress').last().innerText(), /Passed\s+Lessons read: 1 of 2\s+Questions answered: 0 of 1\s+Best result: 90%/);

  const refuse = async (content, words) => {
    writeFileSync(path.join(folder, 'bad.json'), content);
    await page.setInputFiles('#progress-file', path.join(folder, 'bad.json'));
    await page.getByText(words).waitFor();
  };
  await refuse('hello', 'This file cannot be read.');
  const record = JSON.parse(readFileSync(file, 'utf8'));
  await refuse(JSON.stringify({ ...record, site: 'other' }), 'This file belongs to another site.');
  await refuse(JSON.stringify({ ...record, version: 99 }), 'newer version of this site');
  assert.match(await page.locator('.card-progress').last().innerText(), /Best result: 90%/);
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

const STORES = [
  ['missing', () => Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }), undefined,
    'keeps nothing for this site'],
  ['full', () => { Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); }; }, undefined,
    'no more room in this browser'],
  ['newer', ({ key, text }) => localStorage.setItem(key, text),
    { key: KEY, text: '{"format":"teachback-progress","version":99,"site":"small-course","sections":{}}' }, 'A newer version of this site'],
];
for (const [name, run, values, words] of STORES) {
  test(`with storage that is ${name}, everything works for the visit and says so`, async () => {
    const page = await visit({ script: { run, with: values } });
    await page.see(FIRST);
    await done(page).click();
    assert.equal(await done(page).getAttribute('aria-pressed'), 'true');
    assert.ok((await page.locator('.store-notice').innerText()).includes(words));
    await axe(page, name);
    if (name === 'newer') assert.ok((await page.evaluate((key) => localStorage.getItem(key), KEY)).includes('99'));
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('a record that cannot be read is put aside, and a new one begun', async () => {
  const page = await visit();
  await page.see('progress.html');
  await page.evaluate((key) => localStorage.setItem(key, '{"format":"teachback-pro'), KEY);
  await page.see('progress.html');
  assert.ok(await page.locator('[data-part="damaged"]').isVisible());
  assert.equal(await page.evaluate((key) => localStorage.getItem(`${key}:damaged`), KEY), '{"format":"teachback-pro');
  await page.see(FIRST);
  await done(page).click();
  await page.see(MODULE);
  assert.match(await standing(page), /Lessons read: 1 of 2/);
  await page.context().close();
});

test('an old record still counts', async () => {
  const page = await visit();
  await page.see(MODULE);
  const old = { format: 'teachback-progress', version: 1, site: 'small-course', sections: { pages: { 'modules/listening/02-wait': { read: true } } } };
  await page.evaluate(([key, text]) => localStorage.setItem(key, text), [KEY, JSON.stringify(old)]);
  await page.see(MODULE);
  assert.match(await standing(page), /In progress\s+Lessons read: 1 of 2\s+Questions answered: 0 of 1/);
  await page.context().close();
});

test('an answered question counts, and begins the module', async () => {
  const page = await visit();
  await page.see(FIRST);
  await page.getByLabel('Their own words, said back').check();
  await page.locator('#back [data-part="check"]').click();
  await page.see(MODULE);
  assert.match(await standing(page), /In progress\s+Lessons read: 0 of 2\s+Questions answered: 1 of 1/);
  await page.context().close();
});

test('two tabs do not undo each other', async () => {
  const page = await visit();
  await page.see(FIRST);
  const other = await page.context().newPage();
  await other.goto(new URL(SECOND, server.home).href);
  await done(page).click();
  await done(other).click();
  await page.see(MODULE);
  assert.match(await standing(page), /Lessons read: 2 of 2/);
  await page.context().close();
});

test('the certificate is for who passed, has the name, fits one page, and can be checked', async () => {
  const page = await visit();
  await page.see(CERTIFICATE);
  assert.ok(await page.getByText('once you reach 80%').isVisible());
  assert.equal(await page.locator('article.certificate').isVisible(), false);
  await axe(page, 'certificate not yet');
  await passQuiz(page, 90);
  const name = page.locator('#certificate-name');
  await name.focus();
  await page.keyboard.press('Enter');
  assert.ok(await page.getByText('Write your name').isVisible());
  await axe(page, 'no name');
  await page.keyboard.type('  Ana   Nuñez ');
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.certificate-name').innerText(), 'Ana Nuñez');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.part), 'title');
  await axe(page, 'certificate');
  const text = await page.locator('.certificate-text').innerText();
  for (const line of ['Name: Ana Nuñez', 'Module: listening', 'Site: small-course', 'Date: 2026-11-20', 'Score: 90', 'Minutes: 20'])
    assert.ok(text.split('\n').includes(line), `${line} in ${text}`);
  for (const format of ['A4', 'Letter']) {
    const pdf = (await page.pdf({ format })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, format);
  }
  const file = path.join(folder, 'certificate.txt');
  writeFileSync(file, text);
  assert.match(teachback('verify-certificate', file, '--site', site).toString(), /Ana Nuñez.*is consistent with the published site/);
  writeFileSync(file, text.replace('Score: 90', 'Score: 95'));
  assert.throws(() => teachback('verify-certificate', file, '--site', site));
  await page.context().close();
});

test('without scripts the page says what is missing', async () => {
  const page = await visit({ view: { ...DESKTOP, withoutJavaScript: true } });
  for (const file of ['progress.html', CERTIFICATE]) {
    await page.see(file);
    assert.ok(await page.getByText('scripts switched off').isVisible());
  }
  await page.context().close();
});
