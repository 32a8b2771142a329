// Quizzes in the browser: by keyboard alone, with reloads, blanks and retries, answers that are concealed, and what is kept.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { accessibility } from './judge/checks/accessibility.mjs';
import { goTo, launch, openView } from './judge/browser.mjs';
import { addressOf, readSite, serve } from './judge/site.mjs';

const VIEW = { name: 'desktop', width: 1280, scheme: 'light' };
const QUIZ = 'modules/breathing/quiz.html';
const SEALED = 'modules/sealed/quiz.html';
const LESSON = 'modules/breathing/01-signs.html';
const repository = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'teachback-quiz-'));
const project = path.join(scratch, 'project');
const folder = path.join(scratch, 'site');
let browser;
let server;
let site;

function build() {
  const run = ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--strict', '--output', folder];
  execFileSync('cargo', run, { cwd: repository, stdio: 'inherit' });
}

before(async () => {
  cpSync(path.join(import.meta.dirname, 'quiz-site'), project, { recursive: true });
  build();
  site = readSite(folder);
  server = await serve(site);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** A page with what it complained of. */
async function open(file, { home = server.home, view = VIEW } = {}) {
  const page = await openView(browser, view);
  page.setDefaultTimeout(15_000);
  page.complaints = [];
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  await goTo(page, addressOf(home, file), view);
  return page;
}

const button = (page, name) => page.getByRole('button', { name, exact: true });
const asked = (page) => page.locator('.quiz .question:visible').evaluateAll((all) => all.map((question) => question.id));
const stage = (page) => page.locator('.quiz-stage').innerText();
const figures = (page) => page.locator('.quiz-stage .figures > div').allInnerTexts().then((rows) => rows.map((row) => row.replace(/\s+/g, ' ')));
const focused = (page) => page.evaluate(() => document.activeElement.textContent.trim());
const drawn = async (page) => (await asked(page)).filter((id) => id.startsWith('sign-'));

const items = (page) => page.evaluate(() => JSON.parse(localStorage.getItem('teachback:quizzes')).sections);
const record = async (page) => (await items(page)).quizzes[`modules/breathing/quiz#quiz`];

async function axe(page, state) {
  const found = [];
  await accessibility({ page, report: (_, what, element) => found.push(`${what} at ${element}`) });
  assert.deepEqual(found, [], state);
}

/** Presses Tab until an element has the focus. */
async function tabTo(page, locator) {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await locator.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail('the keyboard does not get there');
}

async function press(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Answers everything: 1 + 2 + 1 + 2 points; with `wrong`, the questions named are answered wrong. */
async function answerAll(page, wrong = []) {
  const right = (id) => !wrong.includes(id);
  await page.locator('#first').getByLabel(right('first') ? 'The chest' : 'The shoes').check();
  await page.locator('#first').getByLabel('I am sure').check();
  await page.locator('#spray-steps').getByLabel('One spray').check();
  await page.locator('#spray-steps').getByLabel(right('spray-steps') ? 'A second one' : 'Keep it').check();
  await page.locator('#spray-gaps input').fill('plunger');
  await page.locator('#spray-gaps select').selectOption(right('spray-gaps') ? 'back' : 'forward');
  for (const id of await drawn(page)) await page.locator(`#${id}`).getByLabel(right('signs') ? 'True' : 'False', { exact: true }).check();
}

for (const from of ['http', 'file'])
  test(`a quiz by keyboard alone, from ${from}`, async () => {
    const page = await open(QUIZ, { home: from === 'file' ? site.fileHome : server.home });
    await page.evaluate(() => document.addEventListener('teachback:finished', (event) => { globalThis.heard = event.detail; }));
    assert.deepEqual(await figures(page), ['Questions 6', 'To pass 70%', 'Attempts left 2 of 2']);
    assert.deepEqual(await asked(page), []);
    await axe(page, 'start');
    await press(page, button(page, 'Start the quiz'));
    assert.equal(await focused(page), 'Attempt 1 of 2');
    const ids = await asked(page);
    assert.deepEqual(ids.slice(0, 4), ['first', 'spray-steps', 'spray-gaps', 'think']);
    assert.equal(ids.length, 6);
    assert.equal(await page.locator(`#${ids[5]} .question-label strong`).innerText(), 'Question 6');
    assert.equal(await page.locator('.quiz .question [data-part=check]').count(), 0, 'no answer is checked alone');
    await axe(page, 'attempt');

    await press(page, page.locator('#first input').first(), 'Space');
    const chest = page.locator('#first').getByLabel('The chest');
    for (let moves = 0; moves < 3 && !(await chest.isChecked()); moves += 1) await page.keyboard.press('ArrowDown');
    await press(page, page.locator('#spray-steps').getByLabel('One spray'), 'Space');
    await press(page, page.locator('#spray-gaps input'), 'x');
    assert.equal(await page.locator('.quiz-bar p').innerText(), 'Answered: 1 of 5');
    await press(page, button(page, 'Hand in'));
    assert.match(await focused(page), /^Not answered yet: 4/);
    await axe(page, 'error');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page), 'Question 1: Say how sure you are');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'first-sure-0');
    await press(page, page.locator('#first').getByLabel('I am sure'), 'Space');
    await press(page, button(page, 'Next unanswered'));
    assert.equal(await page.evaluate(() => document.activeElement.closest('.question').id), 'spray-gaps');
    await press(page, button(page, 'Next unanswered'));
    assert.equal(await page.evaluate(() => document.activeElement.closest('.question').id), ids[4]);
    await press(page, button(page, 'Hand in'));
    await press(page, button(page, 'Hand in all the same'));

    assert.equal(await focused(page), 'Your result');
    // 1 of 1, 1 of 2, a wrong and an empty gap, nothing for the two signs: 2 of 6 points are 33.3 percent.
    assert.match(await stage(page), /Not passed yet/);
    assert.deepEqual(await figures(page), ['Your score 33%', 'Points 2 of 6', 'To pass 70%', 'Attempts left 1 of 2']);
    const heard = await page.evaluate(() => globalThis.heard);
    assert.deepEqual([heard.quiz, heard.percent, heard.passed, heard.counts], [`modules/breathing/quiz#quiz`, 33, false, true]);
    assert.deepEqual(heard.objectives, [{ id: 'signs', earned: 1, points: 3 }, { id: 'spray', earned: 1, points: 3 }]);
    assert.deepEqual(page.complaints, []);
    await axe(page, 'finished');
    await page.context().close();
  });

test('a reload keeps the draw, its order and the answers; they can be changed; another attempt draws anew', async () => {
  const page = await open(QUIZ);
  await button(page, 'Start the quiz').click();
  const ids = await asked(page);
  const options = () => page.locator('#first .player-option label').allInnerTexts();
  const order = await options();
  await page.locator('#first').getByLabel('The shoes').check();
  await page.locator('#think textarea').fill('I would tell them.');
  await page.reload();
  assert.match(await stage(page), /Answered so far: 2 of 6/);
  await axe(page, 'go on');
  await button(page, 'Go on').click();
  assert.deepEqual(await asked(page), ids);
  assert.deepEqual(await options(), order);
  assert.ok(await page.locator('#first').getByLabel('The shoes').isChecked());
  assert.equal(await page.locator('#think textarea').inputValue(), 'I would tell them.');
  await answerAll(page);
  await button(page, 'Hand in').click();
  assert.match(await stage(page), /Passed/);
  assert.deepEqual((await figures(page)).slice(0, 2), ['Your score 100%', 'Points 6 of 6']);
  assert.doesNotMatch(await stage(page), /What to read again/);

  const draws = new Set([ids.slice(4).join()]);
  for (let tries = 0; tries < 6; tries += 1) {
    await button(page, tries === 0 ? 'Try again' : 'Practise without counting').click();
    draws.add((await asked(page)).slice(4).join());
    assert.equal(await page.locator('.quiz input:checked').count(), 0);
    await button(page, 'Hand in').click();
    await button(page, 'Hand in all the same').click();
  }
  // Two of six in order: 30 draws. Seven that are all alike would be one chance in 30 to the power of 6.
  assert.ok(draws.size > 1);
  const kept = await record(page);
  assert.deepEqual([kept.best.percent, kept.best.passed, kept.tries, kept.current], [100, true, 2, null]);
  await page.context().close();
});

test('the result says where you stand, what to read again and which sure answer deserves another look', async () => {
  const page = await open(QUIZ);
  await button(page, 'Start the quiz').click();
  await answerAll(page, ['first', 'signs']);
  await button(page, 'Hand in').click();
  // 0 + 2 + 1 + 0 of 6 points.
  assert.deepEqual((await figures(page)).slice(0, 2), ['Your score 50%', 'Points 3 of 6']);
  const rows = (await page.locator('.quiz-mastery li').allInnerTexts()).map((row) => row.split(/\s*\n+\s*/).join(' | '));
  assert.deepEqual(rows, ['Not yet reached | Name the signs of an overdose. | 0 of 3', 'Reached | Use the spray. | 3 of 3']);
  assert.deepEqual(await page.locator('.quiz-again a').evaluateAll((links) => links.map((link) => [link.textContent, link.getAttribute('href')])), [
    ['What to look for', '01-signs.html'],
  ]);
  assert.match(await page.locator('[data-part=sureWrong]').innerText(), /Worth another look first\.\s+Question 1/);
  const first = page.locator('#first');
  assert.match(await first.innerText(), /Your answer: not right\s+They say little\./);
  assert.match(await first.innerText(), /Correct answer\s+It moves with each breath\./);
  assert.match(await first.innerText(), /Breathing comes first\./);
  assert.equal(await first.locator('input:enabled').count(), 0, 'what was handed in is not changed');
  assert.match(await page.locator('#spray-gaps').innerText(), /Right\s+1 of 1 point/);
  assert.match(await page.locator('#think').innerText(), /You did not answer this question/);
  await page.reload();
  assert.deepEqual(await figures(page), ['Questions 6', 'To pass 70%', 'Attempts left 1 of 2', 'Best result 50%']);
  await button(page, 'See the last result').click();
  assert.deepEqual((await figures(page)).slice(0, 2), ['Your score 50%', 'Points 3 of 6']);
  assert.match(await first.innerText(), /Your answer: not right/);
  await page.context().close();
});

test('when the attempts are used, the best result stays and practice goes on', async () => {
  const page = await open(QUIZ);
  for (const wrong of [['signs'], ['first', 'spray-steps', 'spray-gaps']]) {
    await page.locator('.quiz-stage .button').first().click();
    await answerAll(page, wrong);
    await button(page, 'Hand in').click();
  }
  assert.match(await stage(page), /Your best result stays: 66%/);
  assert.match(await stage(page), /All attempts are used/);
  await button(page, 'Practise without counting').click();
  assert.equal(await focused(page), 'Practice: this does not count');
  await answerAll(page);
  await button(page, 'Hand in').click();
  assert.match(await stage(page), /This was practice/);
  const kept = await record(page);
  assert.deepEqual([kept.best, kept.tries], [{ ...kept.best, percent: 66, passed: false, attempt: 1 }, 2]);
  await page.context().close();
});

test('what is kept may be damaged, or not kept at all', async () => {
  const page = await open(QUIZ);
  for (const kept of ['{', '"x"', JSON.stringify({ format: 'teachback-progress', version: 1, site: 'quizzes', sections: { quizzes: { 'modules/breathing/quiz#quiz': { tries: 'many', current: { seed: 's', ids: ['first', 'constructor'], answers: { first: { a: 1 } }, prints: 5 } } } } })]) {
    await page.evaluate((text) => localStorage.setItem('teachback:quizzes', text), kept);
    await page.reload();
    await page.locator('.quiz-stage .button').first().click();
    assert.ok((await asked(page)).includes('first'));
    assert.equal(await page.locator('.quiz input:checked').count(), 0);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();

  const forgetful = await openView(browser, VIEW);
  await forgetful.addInitScript(() => Object.defineProperty(globalThis, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } }));
  await goTo(forgetful, addressOf(server.home, QUIZ), VIEW);
  assert.match(await stage(forgetful), /does not keep answers/);
  await button(forgetful, 'Start the quiz').click();
  await answerAll(forgetful);
  await button(forgetful, 'Hand in').click();
  assert.match(await stage(forgetful), /Passed/);
  assert.match(await stage(forgetful), /Attempts left\s+1 of 2/);
  await forgetful.context().close();
});

test('concealed answers are not in the page, are scored all the same, and are shown at the end', async () => {
  const html = readFileSync(path.join(folder, SEALED), 'utf8');
  for (const secret of ['Naloxone/', 'narcan', 'FEEDBACK', 'EXPLANATION', '"right":', '"answer":', 'marked-right', 'lowest', '"targets"', '"groups"']) {
    const place = html.toLowerCase().indexOf(secret.toLowerCase());
    assert.equal(place, -1, `${secret}: ${html.slice(place - 60, place + 60)}`);
  }
  const manifest = readFileSync(path.join(folder, 'teachback.json'), 'utf8');
  assert.doesNotMatch(manifest, /narcan|FEEDBACK/i);
  const page = await open(SEALED);
  await button(page, 'Start the quiz').click();
  const by = (id) => page.locator(`#${id}`);
  await by('single').getByLabel('That one').check();
  for (const label of ['One', 'Three']) await by('multiple').getByLabel(label, { exact: true }).check();
  await by('truth').getByLabel('False').check();
  await by('short').locator('input').fill('NARCAN');
  await by('number').locator('input').fill('90,0');
  await by('gaps').locator('input').fill('Lowest');
  await by('gaps').locator('select').selectOption('slow');
  for (const text of ['Stay', 'Breathe', 'Spray', 'Call']) {
    const item = by('order').locator('li', { hasText: text });
    while (await item.getByRole('button', { name: /^Up/ }).isVisible()) await item.getByRole('button', { name: /^Up/ }).click();
  }
  for (const [what, place] of Object.entries({ Naloxone: 'Helps', Alcohol: 'Harms', Sleep: 'Rests' })) await by('match').getByLabel(what).selectOption(place);
  for (const [what, place] of Object.entries({ 'Blue lips': 'Now', 'Slow breath': 'Now', 'A refill': 'Later' })) await by('sort').getByLabel(what).selectOption(place);
  await button(page, 'Hand in').click();
  assert.match(await stage(page), /Passed/);
  assert.deepEqual((await figures(page)).slice(0, 2), ['Your score 100%', 'Points 9 of 9']);
  assert.match(await by('single').innerText(), /FEEDBACK yes[^]*EXPLANATION of it/);
  assert.match(await by('short').innerText(), /Naloxone \/ Narcan/);
  assert.deepEqual(page.complaints, []);
  await axe(page, 'concealed, finished');

  await button(page, 'Try again').click();
  await by('single').getByLabel('None').check();
  await by('multiple').getByLabel('Two', { exact: true }).check();
  await by('short').locator('input').fill('tea');
  await by('number').locator('input').fill('90.5');
  await button(page, 'Hand in').click();
  await button(page, 'Hand in all the same').click();
  assert.deepEqual((await figures(page)).slice(0, 2), ['Your score 0%', 'Points 0 of 9']);
  assert.match(await by('single').innerText(), /Correct answer\s+FEEDBACK yes/);
  await page.context().close();
});

test('answers of a lesson are there again, right or not', async () => {
  const page = await open(LESSON);
  const sign = page.locator('#lesson-sign');
  await sign.getByLabel('False').check();
  await sign.getByLabel('I am sure').check();
  await sign.locator('[data-part=check]').click();
  await page.locator('#lesson-words input').fill('Narcan');
  await page.locator('#lesson-words [data-part=check]').click();
  await page.locator('#lesson-order li', { hasText: 'Stay' }).getByRole('button', { name: /^Up/ }).click();
  const order = await page.locator('#lesson-order .player-moving .player-text').allInnerTexts();
  await page.locator('#lesson-order [data-part=check]').click();
  await page.locator('#lesson-match').getByLabel('Naloxone').selectOption('Harms');
  await page.locator('#lesson-match').getByLabel('Alcohol').selectOption('Harms');
  await page.locator('#lesson-match [data-part=check]').click();
  await page.locator('#lesson-thoughts textarea').fill('My sister.');
  await page.locator('#lesson-thoughts [data-part=check]').click();
  await page.reload();
  assert.match(await sign.innerText(), /Answered before: not right/);
  assert.ok(await sign.getByLabel('False').isChecked());
  assert.ok(await sign.getByLabel('I am sure').isChecked());
  assert.match(await page.locator('#lesson-words').innerText(), /Answered before: right/);
  assert.deepEqual(await page.locator('#lesson-order .player-moving .player-text').allInnerTexts(), order);
  assert.match(await page.locator('#lesson-match').innerText(), /Answered before: partly right/);
  assert.equal(await page.locator('#lesson-thoughts textarea').inputValue(), 'My sister.');
  await axe(page, 'answered before');
  const kept = (await items(page)).questions['modules/breathing/01-signs#lesson-match'];
  assert.deepEqual([kept.answer, kept.score, kept.best, kept.points, kept.tries, kept.sure], [[1, 1], { earned: 1, of: 2 }, 0.5, 1, 1, null]);
  await sign.getByRole('button', { name: 'Try again' }).click();
  assert.doesNotMatch(await sign.innerText(), /Answered before/);
  await page.context().close();
});

test('a question that is changed or taken out leaves the rest of an attempt', async () => {
  const page = await open(QUIZ);
  await button(page, 'Start the quiz').click();
  await page.locator('#first').getByLabel('The shoes').check();
  await page.locator('#spray-gaps input').fill('button');
  await page.locator('#think textarea').fill('Words.');
  await page.goto('about:blank');
  const state = await page.context().storageState();
  await page.context().close();

  const source = path.join(project, 'content/modules/breathing/quiz.md');
  const before = readFileSync(source, 'utf8');
  writeFileSync(source, before.replace('The shoes', 'Her shoes').replace(/::: question \{#think[^]*?:::\n/, ''));
  build();
  const context = await browser.newContext({ storageState: state, viewport: { width: VIEW.width, height: 900 } });
  const later = await context.newPage();
  await later.goto(addressOf(server.home, QUIZ));
  await button(later, 'Go on').click();
  assert.match(await stage(later), /taken out of the quiz since you began: 1/);
  assert.match(await stage(later), /changed since you answered them: 1/);
  assert.match(await later.locator('#first').innerText(), /This question was changed since you answered it/);
  assert.equal(await later.locator('#first input:checked').count(), 0);
  assert.equal(await later.locator('#spray-gaps input').inputValue(), 'button');
  await axe(later, 'changed');
  await context.close();
  writeFileSync(source, before);
  build();
});

test('a quiz on any page has no limit and no mark to reach; Spanish pages speak Spanish', async () => {
  const page = await open('pages/practice.html');
  assert.deepEqual(await figures(page), ['Questions 3', 'Attempts left No limit']);
  await button(page, 'Start the quiz').click();
  assert.equal(await focused(page), 'Attempt 1');
  await button(page, 'Hand in').click();
  await button(page, 'Hand in all the same').click();
  assert.match(await stage(page), /Finished/);
  assert.doesNotMatch(await stage(page), /assed/);
  await page.context().close();
  const spanish = await open('pages/practica.es.html');
  await button(spanish, 'Empezar el cuestionario').click();
  await button(spanish, 'Entregar').click();
  await button(spanish, 'Entregar de todos modos').click();
  assert.match(await stage(spanish), /Su resultado\s+Terminado/);
  await spanish.context().close();
});

test('without scripts, and on paper, all questions stand as written', async () => {
  const page = await open(QUIZ, { view: { ...VIEW, withoutJavaScript: true } });
  assert.equal((await asked(page)).length, 4 + 7);
  assert.match(await page.locator('.quiz').innerText(), /6 questions/);
  assert.match(await page.locator('.quiz').innerText(), /2 of these 7 questions are drawn each time/);
  await page.context().close();
  const paper = await open(QUIZ);
  await paper.emulateMedia({ media: 'print' });
  assert.equal((await asked(paper)).length, 4 + 7);
  assert.equal(await paper.locator('.quiz :is(button, input, select, textarea):visible').count(), 0);
  await paper.emulateMedia({ media: 'screen' });
  await button(paper, 'Start the quiz').click();
  await paper.emulateMedia({ media: 'print' });
  assert.equal((await asked(paper)).length, 6);
  await paper.context().close();
});

for (const view of [{ name: 'phone', width: 320, scheme: 'light' }, { name: 'dark', width: 390, scheme: 'dark' }])
  test(`every state of a quiz fits and reads well: ${view.name}`, async () => {
    const page = await open(QUIZ, { view });
    const look = async (state) => {
      await axe(page, state);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(wide, 0, state);
    };
    await look('start');
    await button(page, 'Start the quiz').click();
    await look('attempt');
    await button(page, 'Hand in').click();
    await look('error');
    await answerAll(page, ['first', 'spray-gaps']);
    await button(page, 'Hand in').click();
    await look('finished');
    await page.context().close();
  });

test('a page with a quiz stays below its budget', () => {
  const names = [...readFileSync(path.join(folder, QUIZ), 'utf8').matchAll(/<script src="[^"]*?([^"/]+\.js)"/g)].map(([, name]) => name);
  assert.ok(names.some((name) => name.startsWith('quiz.')));
  const weight = names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, 'assets', name))).length, 0);
  assert.ok(weight <= 25 * 1024, `${weight} bytes`);
  assert.doesNotMatch(readFileSync(path.join(folder, LESSON), 'utf8'), /quiz\.[0-9a-f]+\.js/);
});
