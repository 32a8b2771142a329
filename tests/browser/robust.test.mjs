// Pages that hold up: from a narrow phone to a wall screen, in twice the size of letters, with system colours, more contrast and
// words without end, and with a thousand modules.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch } from './judge/browser.mjs';

const MODULES = 1000;
/** 63 letters, the longest word that was ever the name of a German law. */
const LONG = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
const PAGES = ['index.html', 'modules/a-long/module.html', 'modules/a-long/01-long.html', 'modules/a-long/quiz.html', 'scripts/long.html',
  'scripts/long.map.html', 'handouts/long.easy.html', 'glossary.html', 'references.html', 'search.html', 'progress.html', 'roles/nurse.html', '404.html'];
const WIDTHS = [320, 768, 1280, 2560, 3840];
const repository = path.join(import.meta.dirname, '../..');
const project = mkdtempSync(path.join(tmpdir(), 'teachback-robust-'));
const site = path.join(project, 'site');
let browser;

function write(file, text) {
  const place = path.join(project, 'content', file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

const QUESTION = `::: question {#q}\nWhat is ${LONG}?\n\n- [x] ${LONG}\n  > ${LONG}\n- [ ] No\n:::\n`;

before(async () => {
  writeFileSync(path.join(project, 'teachback.yaml'), `title: ${LONG}\norganisation: ${LONG}\nid: robust\nlanguages: [en, ar]\nlevels:\n`
    + `  - {id: easy, name: ${LONG}}\n  - {id: hard, name: Hard}\nroles:\n  - {id: nurse, name: ${LONG}}\nbrand:\n  footer: ${LONG}\n  banner: ${LONG}\n`);
  write('facts.yaml', 'clinic: "612-555-0142"\n');
  write('glossary.yaml', `${LONG}: ${LONG}${LONG}\n`);
  write('references.bib', `@misc{one, title = {${LONG}}, author = {${LONG}}, year = {2020}, url = {https://example.org/${LONG}/${LONG}}}\n`);
  write('index.md', `---\ntitle: ${LONG}\nsummary: ${LONG}\n---\n\n${LONG}\n`);
  const front = `title: ${LONG}\nsummary: ${LONG}\nowner: ${LONG}\ntags: [${LONG}]\n`;
  write('modules/a-long/module.md', `---\n${front}minutes: 90\npass_mark: 80\nattempts: 3\ncertificate: true\nroles: [nurse]\nobjectives:\n`
    + `  - {id: one, text: ${LONG}}\n---\n\nA text.\n`);
  write('modules/a-long/01-long.md', `---\n${front}---\n\n## ${LONG}\n\nSee [[${LONG}]] and \`${LONG}\` [@one].\n\n## Two\n\n| ${LONG} | ${LONG} |\n|---|---|\n`
    + `| 1 | ${LONG} |\n\n\`\`\`text\n${LONG}${LONG}\n\`\`\`\n\n> [!NOTE]\n> ${LONG}\n\n1. ${LONG}\n\n- [ ] ${LONG}\n\n::: say\n| Instead of | Say |\n|---|---|\n| ${LONG} | ${LONG} |\n:::\n\n${QUESTION}`);
  write('modules/a-long/quiz.md', `---\ntitle: Quiz\n---\n\n::: quiz {bank=b draw=1}\n:::\n`);
  write('banks/b.yaml', `questions:\n  - id: one\n    prompt: ${LONG}?\n    options:\n      - {text: ${LONG}, correct: true, feedback: ${LONG}}\n      - {text: No, feedback: Not this.}\n`);
  write('scripts/long.md', `---\n${front}cast:\n  a: {name: ${LONG}, role: ${LONG}}\n  you: {name: You, role: nurse}\nskills: [reflection]\nmeters: {trust: 1}\n---\n\n`
    + `## ${LONG} {#one}\n\n**${LONG}:** ${LONG}\n\n- [${LONG}](#two) {reflection trust+1 best}\n  > ${LONG}\n- [No](#three)\n  > ${LONG}\n\n## Two {#two ending=good}\n\n**You:** ${LONG}\n\n`
    + `## Three {#three ending=poor}\n\n**You:** No.\n`);
  for (const level of ['easy', 'hard']) write(`handouts/long.${level}.md`, `---\n${front}---\n\n::: steps\n1. ${LONG}\n:::\n\nCall {{clinic}}. ${LONG}\n`);
  for (let at = 1; at < MODULES; at++) write(`modules/m${at}/module.md`, `---\ntitle: Module ${at}\nsummary: What module ${at} is for.\nminutes: 10\n---\n\nA text.\n`);
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--output', site], { cwd: repository });
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(project, { recursive: true, force: true });
});

/** Opens a page from the disk, hands it over, and closes it. */
async function on(file, options, look) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(path.join(site, file)).href);
    return await look(page);
  } finally {
    await context.close();
  }
}

/** What stands out of the page sideways, with its words; nothing when the page does not scroll. */
const sideways = (page) => page.evaluate(() => {
  const html = document.documentElement;
  if (html.scrollWidth <= html.clientWidth) return [];
  const out = Array.from(document.querySelectorAll('body *')).filter((one) => one.getBoundingClientRect().right > html.clientWidth + 1
    && !one.closest('.scroll, .visually-hidden, svg'));
  return out.slice(0, 3).map((one) => `${one.tagName}.${one.className}: ${one.textContent.trim().slice(0, 40)}`).concat(`${html.scrollWidth}`);
});

test('no page scrolls sideways, on any screen, with words that no line holds', async () => {
  for (const file of PAGES) {
    for (const width of WIDTHS) {
      const out = await on(file, { viewport: { width, height: 900 } }, sideways);
      assert.deepEqual(out, [], `${file} at ${width}`);
    }
  }
});

test('letters of twice the size fit, on half a screen and on a phone', async () => {
  for (const file of PAGES) {
    for (const width of [390, 640, 1280]) {
      const out = await on(file, { viewport: { width, height: 900 } }, async (page) => {
        await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        return sideways(page);
      });
      assert.deepEqual(out, [], `${file} at ${width}`);
    }
  }
});

test('a line of text stays readable on the widest screen', async () => {
  for (const file of ['modules/a-long/01-long.html', 'handouts/long.easy.html']) {
    const wide = await on(file, { viewport: { width: 3840, height: 2000 } }, (page) => page.evaluate(() => {
      const box = document.querySelector('.prose').getBoundingClientRect();
      const letter = parseFloat(getComputedStyle(document.querySelector('.prose')).fontSize);
      return { ems: box.width / letter, middle: Math.abs((box.left + box.right) / 2 - innerWidth / 2) / innerWidth };
    }));
    assert.ok(wide.ems <= 40, `${file}: ${wide.ems} em`);
    assert.ok(wide.middle < 0.05, `${file}: ${wide.middle} of the screen from the middle`);
  }
});

for (const scheme of ['light', 'dark']) {
  test(`with the colours of the system (${scheme}), drawings and texts have no others, and the focus shows`, async () => {
    for (const file of ['index.html', 'modules/a-long/01-long.html', 'scripts/long.map.html', 'handouts/long.easy.html', 'search.html']) {
      const seen = await on(file, { forcedColors: 'active', colorScheme: scheme }, async (page) => {
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        return page.evaluate(() => {
          const probe = document.createElement('i');
          document.body.append(probe);
          const system = ['Canvas', 'CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'ButtonFace', 'GrayText', 'Highlight', 'HighlightText', 'Field', 'FieldText', 'Mark', 'MarkText', 'ActiveText']
            .map((name) => { probe.style.cssText = `forced-color-adjust: none; color: ${name}`; return getComputedStyle(probe).color; });
          probe.remove();
          const shown = Array.from(document.querySelectorAll('main *, header *, footer *')).filter((one) => one.checkVisibility());
          const other = new Set();
          for (const one of shown) {
            const style = getComputedStyle(one);
            const drawn = one instanceof SVGElement ? [style.fill, style.stroke] : [style.color];
            for (const colour of drawn) if (colour.startsWith('rgb(') && !system.includes(colour)) other.add(`${one.tagName} ${one.getAttribute('class')}: ${colour}`);
          }
          const focus = getComputedStyle(document.activeElement);
          return { other: [...other], outline: focus.outlineStyle, width: parseFloat(focus.outlineWidth), focused: document.activeElement !== document.body };
        });
      });
      assert.deepEqual(seen.other, [], file);
      assert.ok(seen.focused && seen.outline === 'solid' && seen.width >= 2, `${file}: ${JSON.stringify(seen)}`);
    }
  });
}

test('who asks for more contrast has text and lines that stand out', async () => {
  const ratio = await on('modules/a-long/module.html', { contrast: 'more' }, (page) => page.evaluate(() => {
    const light = (colour) => {
      const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    };
    const against = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
    const page_ = getComputedStyle(document.body).backgroundColor;
    return {
      text: against(getComputedStyle(document.querySelector('.meta dt')).color, page_),
      line: against(getComputedStyle(document.querySelector('.site-header')).borderBlockEndColor, page_),
    };
  }));
  assert.ok(ratio.text >= 7, `text ${ratio.text}`);
  assert.ok(ratio.line >= 3, `line ${ratio.line}`);
});

test('nothing moves for who asked for less motion', async () => {
  for (const file of ['index.html', 'modules/a-long/01-long.html', 'scripts/long.html']) {
    const moving = await on(file, {}, (page) => page.evaluate(() => Array.from(document.querySelectorAll('*'))
      .map((one) => [one, getComputedStyle(one)])
      .filter(([, style]) => style.animationName !== 'none' || style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0)
      .map(([one]) => `${one.tagName}.${one.getAttribute('class')}`)));
    assert.deepEqual(moving, [], file);
  }
});

test('a thousand modules: the home page shows a few, and their list leads to the search', async () => {
  const home = await on('index.html', {}, (page) => page.locator('.shelf').first().locator('.card').count());
  assert.ok(home <= 12, `${home} modules on the home page`);
  await on('modules/index.html', {}, async (page) => {
    assert.equal(await page.locator('.cards-list > .card').count(), MODULES);
    await page.locator('.index-search a').click();
    await page.waitForSelector('.finder:not([hidden])');
    assert.equal(await page.locator('#search-kind').inputValue(), 'module');
    await page.locator('#search-field').fill('Module 777');
    await page.locator('.finder-form button').click();
    assert.match(await page.locator('.result-title').first().textContent(), /Module 777/);
  });
});
