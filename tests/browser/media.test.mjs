// Pictures and recordings in a browser: the size that fits, nothing before it is asked for, captions served and from a disk.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { launch, openView } from './judge/browser.mjs';

const TYPES = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript', '.png': 'image/png', '.vtt': 'text/vtt', '.wav': 'audio/wav' };
const repository = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'teachback-media-'));
const project = path.join(scratch, 'project');
const folder = path.join(scratch, 'site');
let browser;
let server;
let home;

const write = (file, content) => {
  const place = path.join(project, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, content);
};

function chunk(kind, payload) {
  const body = Buffer.concat([Buffer.from(kind), payload]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(payload.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of grey rows, each a little darker. */
function png(width, height) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  const rows = Buffer.concat(Array.from({ length: height }, (_, y) => Buffer.concat([Buffer.alloc(1), Buffer.alloc(width, 255 - (y % 200))])));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** A WAV file of ten silent seconds: 8,000 samples a second of one byte. */
function silence() {
  const samples = 80_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples, 40);
  return Buffer.concat([head, Buffer.alloc(samples, 0x80)]);
}

const CAPTIONS = 'WEBVTT\n\n00:00.000 --> 00:09.000\n<v Nurse>Tilt the head back &amp; press.\n';
const LONG = Array.from({ length: 300 }, (_, at) => `Line ${at} of a long page.\n`).join('\n');

before(async () => {
  execFileSync('cargo', ['build', '--quiet', '--locked'], { cwd: repository, stdio: 'inherit' });
  write('teachback.yaml', 'title: Media\n');
  write('content/pages/first.md', '---\ntitle: First\n---\n\n![Grey rows](rows.png)\n');
  write('content/pages/far.md', `---\ntitle: Far\n---\n\n${LONG}\n![Grey rows](rows.png)\n`);
  write('content/pages/rows.png', png(2000, 600));
  for (const kind of ['audio', 'video'])
    write(`content/pages/${kind}.md`, `---\ntitle: A ${kind}\n---\n\n::: ${kind} {src=talk.wav captions=talk.vtt transcript=words.md}\n:::\n`);
  write('content/pages/words.md', '---\ntitle: In writing\n---\n\nThe nurse says: Tilt the head back and press.\n');
  write('content/pages/talk.wav', silence());
  write('content/pages/talk.vtt', CAPTIONS);
  execFileSync(path.join(repository, 'target/debug/teachback'), ['--quiet', '--project', project, 'build', '--strict', '--output', folder], { stdio: 'inherit' });
  server = createServer((request, response) => {
    const file = path.join(folder, decodeURIComponent(new URL(request.url, 'http://loopback').pathname));
    /* Browsers ask each server once for its icon. */
    if (file.endsWith('favicon.ico')) return response.writeHead(204).end();
    if (!existsSync(file)) return response.writeHead(404).end();
    return response.writeHead(200, { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream' }).end(readFileSync(file));
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  home = `http://127.0.0.1:${server.address().port}/`;
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A page, what it asked for, and what went wrong on it. */
async function open(address, view = {}) {
  const page = await openView(browser, { name: 'media', width: 1280, scheme: 'light', ...view });
  page.setDefaultTimeout(30_000);
  const asked = [];
  const faults = [];
  page.on('request', (request) => asked.push(decodeURIComponent(request.url()).split('/').pop()));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address);
  return { page, asked, faults };
}

const places = () => [['served', home], ['from a disk', `${pathToFileURL(folder)}/`]];
const chosen = (page) => page.evaluate(() => {
  const image = document.querySelector('main img');
  return image instanceof HTMLImageElement && image.complete && image.naturalWidth > 0 ? image.currentSrc.replace(/^.*\/rows-(\d+)\..*$/, '$1') : '';
});

for (const [width, density, wanted] of [[360, 1, '560'], [360, 2, '840'], [360, 3, '1120'], [1280, 1, '560'], [1280, 2, '1120'], [1280, 3, '1680']]) {
  test(`a window of ${width} with ${density} points for one takes the picture of ${wanted}`, async () => {
    for (const [, place] of places()) {
      const { page, faults } = await open(`${place}pages/first.html`, { width, density });
      await page.waitForFunction(() => document.querySelector('main img')?.complete);
      assert.equal(await chosen(page), wanted);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });
}

test('a picture is loaded when it comes into view, and its room is kept for it', async () => {
  const { page, asked } = await open(`${home}pages/far.html`, { width: 360 });
  await page.waitForLoadState('load');
  assert.deepEqual(asked.filter((name) => name.startsWith('rows-')), []);
  const height = () => page.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await page.locator('main img').scrollIntoViewIfNeeded();
  await page.waitForFunction(() => document.querySelector('main img')?.complete);
  assert.equal(asked.filter((name) => name.startsWith('rows-')).length, 1);
  assert.equal(await height(), before, 'nothing moved');
  await page.context().close();
});

for (const kind of ['audio', 'video']) {
  test(`captions of ${kind} are shown when it is played by key, and nothing is loaded before`, async () => {
    for (const [name, place] of places()) {
      const { page, asked, faults } = await open(`${place}pages/${kind}.html`);
      await page.waitForLoadState('load');
      const media = () => asked.filter((file) => /talk/.test(file));
      assert.deepEqual(media(), [], name);
      await page.evaluate((kind) => { document.querySelector(kind).muted = true; }, kind);
      await page.locator(kind).focus();
      await page.keyboard.press('Space');
      await page.waitForFunction((kind) => {
        const track = document.querySelector(kind).textTracks[0];
        return track?.activeCues?.length === 1;
      }, kind);
      const mode = await page.evaluate((kind) => document.querySelector(kind).textTracks[0].mode, kind);
      assert.equal(mode, kind === 'video' ? 'showing' : 'hidden', name);
      if (kind === 'audio')
        await page.waitForFunction(() => document.querySelector('.caption-line')?.textContent === 'Tilt the head back & press.');
      assert.ok(media().includes('talk.wav'), name);
      assert.equal(media().includes('talk.vtt'), name === 'served', name);
      assert.deepEqual(faults, [], name);
      await page.context().close();
    }
  });
}

test('the transcript is beside the player, and open on paper', async () => {
  const { page } = await open(`${home}pages/video.html`);
  const words = page.locator('.media').getByText('Tilt the head back and press.');
  assert.equal(await words.isVisible(), false, 'folded');
  await page.locator('.media summary').focus();
  await page.keyboard.press('Enter');
  assert.equal(await words.isVisible(), true);
  await page.keyboard.press('Enter');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await words.isVisible(), true);
  await page.context().close();
});
