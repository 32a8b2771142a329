// The worker that keeps a site for use without a network: read offline, get new versions at once, and go when told to.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './judge/browser.mjs';

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.mp3': 'audio/mpeg' };
const LONG = 1_500_000;
const repository = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'teachback-offline-'));
const project = path.join(scratch, 'project');
const folder = path.join(scratch, 'site');
let browser;
let server;
let home;
/** Whether the network is down: every connection is cut. */
let down = false;

const write = (file, text) => {
  const place = path.join(project, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
};
const settings = (offline) => write('teachback.yaml', `title: Kept\n${offline}`);
const words = (text) => write('content/pages/one.md', `---\ntitle: One\n---\n\n${text}\n`);

function build() {
  const run = ['--quiet', '--project', project, 'build', '--output', folder];
  execFileSync(path.join(repository, 'target/debug/teachback'), run, { stdio: 'inherit' });
}

function answer(request, response) {
  if (down) {
    request.socket.destroy();
    return;
  }
  const asked = decodeURIComponent(new URL(request.url, 'http://loopback').pathname).replace(/^\/training\//, '');
  const file = path.join(folder, asked.endsWith('/') || asked === '' ? `${asked}index.html` : asked);
  if (!existsSync(file)) {
    response.writeHead(404, { 'content-type': 'text/html' }).end(readFileSync(path.join(folder, '404.html')));
    return;
  }
  response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
}

before(async () => {
  execFileSync('cargo', ['build', '--quiet', '--locked'], { cwd: repository, stdio: 'inherit' });
  settings('offline: true\n');
  write('content/index.md', '---\ntitle: Kept\n---\n\nWelcome.\n');
  words('First words.');
  write('content/pages/two.md', '---\ntitle: Two\n---\n\n::: audio {src=../media/talk.mp3 captions=../media/talk.vtt transcript=one.md}\nWhat is said.\n:::\n');
  write('content/media/talk.vtt', 'WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n');
  write('content/media/talk.mp3', Buffer.alloc(LONG, 7));
  build();
  server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${server.address().port}/training/`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A page of a browser that has never been here, once the worker is at work. */
async function visit() {
  down = false;
  settings('offline: true\n');
  words('First words.');
  build();
  const context = await browser.newContext();
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.faults = [];
  page.on('pageerror', (error) => page.faults.push(error.message));
  await page.goto(home);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return page;
}

/** Waits until a question to the page is answered with yes. */
async function until(page, question, value) {
  for (const end = Date.now() + 20_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 100)))
    if (await page.evaluate(question, value)) return;
  assert.fail(`never true: ${question}`);
}

/** What a worker keeps before anybody asks: all but itself, the manifest and long files. */
const files = () => readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
  .filter((file) => !['sw.js', 'teachback.json'].includes(file) && statSync(path.join(folder, file)).size < LONG)
  .sort();

const kept = (page) => page.evaluate(async () => {
  const caches = await window.caches.keys();
  const cache = await window.caches.open(caches[0]);
  return { caches, paths: (await cache.keys()).map((request) => new URL(request.url).pathname.replace('/training/', '')).sort() };
});

test('every page opens without a network, also those that were never visited', async () => {
  const page = await visit();
  down = true;
  await page.goto(`${home}pages/one.html`);
  assert.match(await page.locator('main').innerText(), /First words\./);
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--gap-3')), '', 'with its style sheet');
  await page.goto(`${home}pages/`);
  assert.equal(await page.locator('h1').count(), 1, 'a folder is its index');
  await page.goto(home);
  assert.match(await page.locator('main').innerText(), /Welcome\./);
  assert.deepEqual(page.faults, []);
  await page.context().close();
});

test('a page that is not kept says so, at any depth, and leads home', async () => {
  const page = await visit();
  down = true;
  await page.goto(`${home}pages/unknown/deep.html`);
  assert.equal(await page.locator('h1').innerText(), 'You are offline');
  await page.locator('main a.button').click();
  await page.waitForURL(`${home}index.html`);
  await page.context().close();
});

test('a missing page is still a missing page while there is a network', async () => {
  const page = await visit();
  const response = await page.goto(`${home}pages/unknown.html`);
  assert.equal(response.status(), 404);
  await page.context().close();
});

test('an open page tells of a new version, and a page that is loaded is always the new one', async () => {
  const page = await visit();
  await page.goto(`${home}pages/one.html`);
  assert.equal(await page.getByRole('status').innerText(), '');
  words('Second words.');
  build();
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((registration) => registration.update()));
  const show = page.getByRole('status').getByRole('button', { name: 'Show it' });
  await show.waitFor();
  assert.match(await page.locator('main').innerText(), /First words\./, 'nothing changes under a reader');
  await show.click();
  await page.getByText('Second words.').waitFor();
  assert.equal(await page.getByRole('status').innerText(), '');
  down = true;
  await page.reload();
  assert.match(await page.locator('main').innerText(), /Second words\./, 'the new version is what is kept');
  await page.context().close();
});

test('a load right after a new build shows it, and has nothing to tell', async () => {
  const page = await visit();
  words('Third words.');
  build();
  await page.goto(`${home}pages/one.html`);
  assert.match(await page.locator('main').innerText(), /Third words\./);
  await until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    const cache = await caches.open((await caches.keys())[0]);
    const one = (await cache.keys()).filter((request) => request.url.includes('/pages/one.html'));
    const texts = await Promise.all(one.map(async (request) => (await cache.match(request)).text()));
    return !registration.installing && !registration.waiting && texts.length === 1 && texts[0].includes('Third words.');
  });
  assert.equal(await page.getByRole('status').innerText(), '');
  await until(page, async (count) => (await (await caches.open((await caches.keys())[0])).keys()).length === count, files().length);
  assert.deepEqual((await kept(page)).paths, files(), 'all of the new version, and nothing of the old one');
  await page.context().close();
});

test('a long recording is kept once it was used, and can be played in pieces', async () => {
  const page = await visit();
  const talk = 'media/talk.mp3';
  assert.ok(!(await kept(page)).paths.includes(talk));
  await page.evaluate((address) => fetch(address).then((response) => response.blob()), `${home}${talk}`);
  await until(page, async (address) => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).some((request) => request.url.startsWith(address));
  }, `${home}${talk}`);
  down = true;
  const piece = await page.evaluate(async (address) => {
    const response = await fetch(address, { headers: { range: 'bytes=100-199' } });
    return [response.status, response.headers.get('content-range'), (await response.blob()).size];
  }, `${home}${talk}`);
  assert.deepEqual(piece, [206, `bytes 100-199/${LONG}`, 100]);
  await page.context().close();
});

test('switched off by name, the worker goes and takes what it kept with it', async () => {
  const page = await visit();
  settings('offline: false\n');
  build();
  await page.goto(`${home}pages/one.html`);
  await until(page, async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration === undefined && (await caches.keys()).length === 0;
  });
  await page.reload();
  assert.match(await page.locator('main').innerText(), /First words\./);
  down = true;
  await assert.rejects(page.goto(`${home}pages/one.html`));
  await page.context().close();
});

test('from a disk there is no worker and no error', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const said = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', (error) => said.push(error.message));
  await page.goto(pathToFileURL(path.join(folder, 'pages/one.html')).href);
  assert.match(await page.locator('main').innerText(), /words\./);
  assert.deepEqual(said, []);
  await context.close();
});
