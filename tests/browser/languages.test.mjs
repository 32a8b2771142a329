// Languages in a browser: a site from right to left, dates and numbers alike from the build and from the scripts, and words
// that nobody translated.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, openView } from './judge/browser.mjs';
import { judge } from './judge/judge.mjs';

const DESKTOP = { name: 'desktop', width: 1280, scheme: 'light' };
const PHONE = { name: 'phone', width: 320, scheme: 'light' };
/** Pages that the judge opens in every way. */
const OPENED = 10;
const repository = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'teachback-languages-'));
const arabic = path.join(scratch, 'arabic');
const many = path.join(scratch, 'many');
let browser;

/** Languages whose dates and numbers are written in other ways; a theme of one line each is enough. */
const LANGUAGES = ['en', 'es', 'ar', 'ar-EG', 'de', 'fr', 'pt-BR', 'bn', 'fa', 'th', 'ja'];
const LOCALE = 'date = { DATE($year, $month, $day) }\nminutes = { $count }\n';

function build(project, output) {
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--output', output], { cwd: repository });
}

function write(project, file, text) {
  const place = path.join(project, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
}

before(async () => {
  build(path.join(import.meta.dirname, 'arabic-site'), arabic);
  const project = path.join(scratch, 'project');
  write(project, 'teachback.yaml', `title: Test\nlanguages: [${LANGUAGES.join(', ')}, cy]\n`);
  for (const lang of LANGUAGES) write(project, `themes/default/locales/${lang}.ftl`, LOCALE);
  for (const lang of [...LANGUAGES, 'cy']) {
    const name = lang === 'en' ? 'module.md' : `module.${lang}.md`;
    write(project, `content/modules/m/${name}`, '---\ntitle: M\nminutes: 9876\nreviewed: 2026-05-21\n---\n\n::: question {answer=1.5}\nHow many?\n:::\n');
  }
  build(project, many);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A page of a built site, from the disk, with what a function reads there. */
async function ask(site, file, question, view = DESKTOP) {
  const page = await openView(browser, view);
  try {
    await page.goto(pathToFileURL(path.join(site, file)).href);
    return await page.evaluate(question);
  } finally {
    await page.context().close();
  }
}

test('a site in Arabic has no fault', async () => {
  const verdict = await judge(arabic, { maxPages: OPENED, jobs: 2 });
  assert.deepEqual(verdict.faults.map(({ page, kind, what }) => `${page}: ${kind}: ${what}`), []);
});

test('numbers to call and doses are shown in the order in which they are dialled and read', async () => {
  for (const [file, least] of [['modules/rapport/01-first-words.html', 6], ['handouts/tapering.easy.html', 4]]) {
    const found = await ask(arabic, file, () => {
      const out = [];
      const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node; (node = texts.nextNode());) {
        for (const match of node.data.matchAll(/[+(]?\d[\d ()-]{5,}\d|\d+(,\d+)? mg/g)) {
          const places = Array.from(match[0], (_, at) => {
            const range = document.createRange();
            range.setStart(node, match.index + at);
            range.setEnd(node, match.index + at + 1);
            return range.getClientRects()[0]?.left;
          }).filter((left) => left !== undefined);
          if (places.length) out.push({ text: match[0], inOrder: places.every((left, at) => !at || left >= places[at - 1]) });
        }
      }
      return out;
    });
    assert.ok(found.length >= least, `${file}: ${JSON.stringify(found)}`);
    assert.deepEqual(found.filter((one) => !one.inOrder), []);
  }
});

test('arrows point where the text goes, bars grow from its start, and code stays as written', async () => {
  const seen = await ask(arabic, 'modules/rapport/01-first-words.html', () => {
    const style = (selector) => getComputedStyle(document.querySelector(selector));
    const box = (selector) => document.querySelector(selector).getBoundingClientRect();
    return {
      arrow: style('.pager-next .icon').transform,
      back: style('.pager-previous .icon').transform,
      nextIsLeft: box('.pager-next').left < box('.pager-previous').left,
      code: style('pre code').direction,
      inline: style('.prose p code').direction,
      table: getComputedStyle(document.querySelector('.scroll table th')).textAlign,
      box: box('.task-list input').left > box('.task-list li').left + box('.task-list li').width / 2,
    };
  });
  const mirrored = 'matrix(-1, 0, 0, 1, 0, 0)';
  assert.deepEqual(seen, {
    arrow: mirrored, back: mirrored, nextIsLeft: true, code: 'ltr', inline: 'ltr', table: seen.table, box: true,
  });
  assert.ok(['start', 'right'].includes(seen.table), seen.table);
});

test('nothing scrolls sideways on a narrow phone in Arabic', async () => {
  for (const file of ['index.html', 'modules/rapport/module.html', 'modules/rapport/01-first-words.html', 'modules/rapport/02-plan.html',
    'scripts/early-refill.html', 'scripts/early-refill.map.html', 'scripts/early-refill.cards.html', 'handouts/tapering.easy.html',
    'glossary.html', 'search.html', 'progress.html', 'roles/nurse.html', 'pages/about.html']) {
    const over = await ask(arabic, file, () => document.documentElement.scrollWidth - document.documentElement.clientWidth, PHONE);
    assert.equal(over, 0, file);
  }
});

test('the build and the scripts write dates and numbers alike', async () => {
  for (const lang of LANGUAGES) {
    const file = lang === 'en' ? 'module.html' : `module.${lang}.html`;
    const seen = await ask(many, `modules/m/${file}`, () => ({
      date: document.querySelector('.meta time').textContent,
      minutes: document.querySelector('.figures dd').textContent,
      scriptDate: teachback.formats.date(new Date(2026, 4, 21)),
      scriptNumber: teachback.formats.number(9876),
    }));
    assert.equal(seen.date, seen.scriptDate, lang);
    assert.equal(seen.minutes, seen.scriptNumber, lang);
  }
});

test('where nobody translated the words, all of them are English and say so', async () => {
  const seen = await ask(many, 'modules/m/module.cy.html', () => ({
    page: document.documentElement.lang,
    date: document.querySelector('.meta time').textContent,
    scriptDate: teachback.formats.date(new Date(2026, 4, 21)),
    label: document.querySelector('.meta dt span').lang,
    note: document.querySelector('.site-footer .in-language').textContent,
  }));
  assert.deepEqual(seen, {
    page: 'cy', date: 'May 21, 2026', scriptDate: 'May 21, 2026', label: 'en',
    note: 'The menus and buttons are in English: nobody has translated them yet.',
  });
});

test('a name in a sentence of the scripts keeps its own direction', async () => {
  const seen = await ask(arabic, 'roles/nurse.html', () => [
    teachback.formats.fill('التالي: {title}', { title: 'Naloxone (4 mg)' }),
    teachback.formats.fill('{count} من {total}', { count: 1234.5, total: 2 }),
    teachback.formats.fill('{gap}', {}),
  ]);
  assert.deepEqual(seen, ['التالي: \u2068Naloxone (4 mg)\u2069', '1,234.5 من 2', '{gap}']);
});
