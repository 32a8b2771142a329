// What the repository's own pages look like on paper: black on white, large enough, with what a patient needs on page one.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './judge/browser.mjs';

const POINT = 96 / 72;
const MILLIMETRE = 96 / 25.4;
/** What Letter paper, the shorter one, has between margins of 18 mm. */
const PAGE = { width: 174 * MILLIMETRE, height: (279.4 - 36) * MILLIMETRE };
const MODULE = 'modules/difficult-conversations';
const repository = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'teachback-print-'));
const folder = path.join(scratch, 'site');
let browser;

before(async () => {
  for (const part of ['content', 'teachback.yaml']) cpSync(path.join(repository, part), path.join(scratch, part), { recursive: true });
  const file = path.join(scratch, 'teachback.yaml');
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nbase_url: https://example.org/training\n`);
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', scratch, 'build', '--output', folder], { cwd: repository, stdio: ['inherit', 'inherit', 'ignore'] });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A page as a printer sees it, opened on a dark screen. */
async function printed(file, work, options = {}) {
  const viewport = { width: Math.round(PAGE.width), height: Math.round(PAGE.height) };
  const context = await browser.newContext({ colorScheme: 'dark', viewport, ...options });
  const page = await context.newPage();
  await page.goto(pathToFileURL(path.join(folder, file)).href);
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  try {
    return await work(page);
  } finally {
    await context.close();
  }
}

/** The elements with words of their own: colour, size in points, and the first ground below them that is not white. */
const words = (page) => page.evaluate(() => {
  const clear = 'rgba(0, 0, 0, 0)';
  const ground = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (backgroundColor !== clear) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !element.closest('svg') && hasWords(element) && element.checkVisibility({ visibilityProperty: true }))
    .filter((element) => element.getBoundingClientRect().width > 1)
    .map((element) => ({
      text: element.textContent.trim().slice(0, 40),
      color: getComputedStyle(element).color,
      ground: ground(element),
      points: parseFloat(getComputedStyle(element).fontSize) * 0.75,
    }));
});

for (const [file, least] of [
  ['handouts/tapering.easy.html', 14],
  ['handouts/naloxone.easy.es.html', 14],
  ['handouts/tapering.standard.html', 12],
  ['handouts/naloxone.detailed.html', 12],
  [`${MODULE}/02-friction-points.html`, 9],
  [`${MODULE}/quiz.paper.html`, 9],
  ['scripts/night-call.cards.html', 9],
])
  test(`${file} is black on white, in ${least} points or more`, async () => {
    const all = await printed(file, words);
    assert.ok(all.length > 20, `${all.length} texts`);
    const wrong = all.filter((one) => one.color !== 'rgb(0, 0, 0)' || !/^(rgb\(255, 255, 255\)|color\(srgb 1 1 1\))$/.test(one.ground) || one.points < least - 0.01);
    assert.deepEqual(wrong, []);
  });

for (const level of ['easy', 'standard', 'detailed'])
  test(`page 1 of a ${level} handout has what a patient needs`, async () => {
    await printed(`handouts/tapering.${level}.html`, async (page) => {
      assert.match(await page.locator('.handout-facts').innerText(), /Reading level: .+Reviewed .+Version [0-9a-f]{6}/s);
      for (const part of ['h1', '.handout-facts', '.contacts', '.paper-address .code']) {
        const box = await page.locator(part).boundingBox();
        assert.ok(box && box.y + box.height < PAGE.height, `${part}: ${JSON.stringify(box)}`);
      }
      const { width } = await page.locator('.paper-address .code').boundingBox();
      assert.ok(width >= 25 * MILLIMETRE, `a camera reads ${width} px`);
    });
  });

test('links say where they lead, and there is room to write, with scripts or without', async () => {
  for (const javaScriptEnabled of [true, false])
    await printed('handouts/tapering.detailed.html', async (page) => {
      const room = await page.locator('.prompt textarea').first().boundingBox();
      assert.ok(room.height >= 30 * MILLIMETRE, `${room.height} px`);
    }, { javaScriptEnabled });
  await printed(`${MODULE}/03-honest-evidence.html`, async (page) => {
    const link = page.locator('.block-resources a[href^="http"], .prose a[href^="http"]').first();
    const after = await link.evaluate((element) => getComputedStyle(element, '::after').content);
    assert.ok(after.includes(await link.getAttribute('href')), after);
  });
});

test('a test on paper is one draw, with room for answers, and its key begins a page', async () => {
  await printed(`${MODULE}/quiz.paper.html`, async (page) => {
    // Ten questions of its own, five that are drawn.
    assert.equal(await page.locator('.quiz-paper .question').count(), 15);
    assert.match(await page.locator('h1').innerText(), /form A$/);
    assert.equal(await page.locator('.paper-fields > div').count(), 3);
    const key = page.locator('.paper-key');
    assert.equal(await key.evaluate((element) => getComputedStyle(element).breakBefore), 'page');
    assert.equal(await key.locator('.paper-answer').count(), 15);
    assert.match(await key.locator('h2').innerText(), /form A$/);
    const split = await page.locator('.question').evaluateAll((all) => all.filter((one) => getComputedStyle(one).breakInside !== 'avoid').length);
    assert.equal(split, 0);
    const tallest = await page.locator('.question').evaluateAll((all) => Math.max(...all.map((one) => one.getBoundingClientRect().height)));
    assert.ok(tallest < PAGE.height, `${tallest} px`);
  });
});

test('what is not for paper is not on it', async () => {
  await printed(`${MODULE}/print.html`, async (page) => {
    for (const chrome of ['.site-nav', '.site-search', '.breadcrumbs', '.site-footer', '.paper-back', '.skip-link'])
      assert.deepEqual(await page.locator(chrome).evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.className)), [], chrome);
    assert.equal(await page.locator('.print-lesson').count(), 5);
    const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
    assert.ok(size >= 12 * POINT, `${size} px`);
  });
});
