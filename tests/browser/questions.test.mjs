// Questions in the browser: every kind is answered by keyboard alone, wrong, right and with nothing chosen, and axe looks at
// each state. Served and from file://.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { accessibility } from './judge/checks/accessibility.mjs';
import { goTo, launch, openView } from './judge/browser.mjs';
import { addressOf, readSite, serve } from './judge/site.mjs';

const VIEW = { name: 'desktop', width: 1280, scheme: 'light' };
const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-questions-'));
let browser;
let server;
let site;

before(async () => {
  const project = path.join(import.meta.dirname, 'questions-site');
  const build = ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--strict', '--output', folder];
  execFileSync('cargo', build, { cwd: repository, stdio: 'inherit' });
  site = readSite(folder);
  server = await serve(site);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A page with what it complained of. */
async function open(file, { home = server.home, view = VIEW } = {}) {
  const page = await openView(browser, view);
  page.setDefaultTimeout(10_000);
  page.complaints = [];
  page.on('console', (message) => {
    if (!message.location().url.endsWith('/favicon.ico')) page.complaints.push(message.text());
  });
  page.on('pageerror', (error) => page.complaints.push(error.message));
  await goTo(page, addressOf(home, file), view);
  return page;
}

const EVERY_KIND = 'pages/every-kind.html';
const question = (page, id) => page.locator(`#${id}`);
const check = (page, id) => question(page, id).locator('[data-part="check"]');
const result = (page, id) => question(page, id).locator('.question-status').innerText();
const focused = (page) => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.part);

/** Presses Tab until the element has the focus. */
async function tabTo(page, locator) {
  await locator.evaluate((element) => element.closest('.question').setAttribute('tabindex', '-1'));
  await locator.evaluate((element) => element.closest('.question').focus());
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  assert.fail('the keyboard does not get there');
}

async function press(page, locator, key = 'Enter') {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Radios are one stop: arrows choose. */
async function choose(page, id, label) {
  const radios = question(page, id).locator('.player-fields input');
  const wanted = question(page, id).getByLabel(label, { exact: true });
  await radios.evaluateAll((all) => all.forEach((radio) => { radio.checked = false; }));
  await press(page, radios.first(), 'Space');
  for (let moves = 0; moves < 5 && !(await wanted.isChecked()); moves += 1) await page.keyboard.press('ArrowDown');
  assert.ok(await wanted.isChecked());
}

async function type(page, locator, text) {
  await tabTo(page, locator);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
}

/** Chooses in every select of a question by typing what the option starts with. */
async function select(page, id, answers) {
  const selects = question(page, id).locator('select');
  for (const [at, answer] of answers.entries()) {
    await tabTo(page, selects.nth(at));
    await page.keyboard.type(answer);
    assert.ok((await selects.nth(at).locator('option:checked').innerText()).startsWith(answer));
  }
}

/** Moves an item up until it is the n-th. */
async function moveTo(page, id, text, place) {
  const item = question(page, id).locator('.player-moving li', { hasText: text });
  const now = () => item.evaluate((element) => [...element.parentElement.children].indexOf(element));
  while ((await now()) > place) await press(page, item.getByRole('button', { name: 'Up' }));
}

async function axe(page, state) {
  const found = [];
  await accessibility({ page, report: (_, what, element) => found.push(`${what} at ${element}`) });
  assert.deepEqual(found, [], state);
}

/** For each kind: what is told when nothing is chosen, a wrong and a right answer, and what is said of them. */
const KINDS = {
  single: {
    missing: 'Choose one answer',
    wrong: (page) => choose(page, 'single', 'You should have called.'),
    right: (page) => choose(page, 'single', 'Tell me what this week has been like.'),
    says: ['Not right', '0 of 1 point', 'It sounds like blame.'],
  },
  multiple: {
    missing: 'Choose at least one answer',
    wrong: async (page) => {
      for (const label of ['Slow breathing', 'Fast talking', 'Blue lips'])
        await press(page, question(page, 'multiple').getByLabel(label), 'Space');
    },
    right: async (page) => {
      for (const label of ['Fast talking', 'Tiny pupils'])
        await press(page, question(page, 'multiple').getByLabel(label), 'Space');
    },
    says: ['Partly right', '1 of 3 points'],
  },
  truth: {
    missing: 'Choose “true” or “false”',
    wrong: async (page) => {
      await choose(page, 'truth', 'False');
      await press(page, question(page, 'truth').getByLabel('I am sure'), 'Space');
    },
    right: (page) => choose(page, 'truth', 'True'),
    says: ['Not right', 'You were sure of this one.', 'one dose may not be enough'],
  },
  short: {
    missing: 'Write an answer',
    wrong: (page) => type(page, question(page, 'short').locator('input'), 'aspirin'),
    right: (page) => type(page, question(page, 'short').locator('input'), ' NARCAN '),
    says: ['Not right', '0 of 1 point'],
  },
  number: {
    missing: 'Write a number',
    wrong: (page) => type(page, question(page, 'number').locator('input'), '90.6'),
    right: (page) => type(page, question(page, 'number').locator('input'), '90,5'),
    says: ['Not right'],
  },
  gaps: {
    missing: 'Fill every gap',
    wrong: async (page) => {
      await type(page, question(page, 'gaps').locator('input'), 'lowest');
      await select(page, 'gaps', ['fast']);
    },
    right: (page) => select(page, 'gaps', ['slow']),
    says: ['Partly right', '0.5 of 1 point', 'Right places: 1 of 2'],
  },
  order: {
    missing: 'Move the items into the right order',
    wrong: async (page) => {
      await moveTo(page, 'order', 'Explain again', 0);
      await moveTo(page, 'order', 'Ask for it', 1);
    },
    right: async (page) => {
      await moveTo(page, 'order', 'Explain one thing', 0);
      await moveTo(page, 'order', 'Ask for it', 1);
    },
    says: ['Partly right', '1 of 3 points'],
  },
  match: {
    missing: 'Choose an answer in every row',
    wrong: (page) => select(page, 'match', ['reflection', 'reflection', 'reflection']),
    right: (page) => select(page, 'match', ['reflection', 'open', 'reflection']),
    says: ['Partly right', '0.67 of 1 point', 'Right places: 2 of 3'],
  },
  sort: {
    missing: 'Choose a group in every row',
    wrong: (page) => select(page, 'sort', ['Opioids', 'Opioids', 'Opioids', 'Opioids']),
    right: async (page) => {
      const groups = { Morphine: 'Opioids', Oxycodone: 'Opioids', Ibuprofen: 'Others', Aspirin: 'Others' };
      const items = await question(page, 'sort').locator('.player-rows label').allInnerTexts();
      await select(page, 'sort', items.map((item) => groups[item]));
    },
    says: ['Partly right', '2 of 4 points'],
  },
};

for (const from of ['http', 'file'])
  test(`every kind by keyboard alone, from ${from}:`, async (t) => {
    const page = await open(EVERY_KIND, { home: from === 'file' ? site.fileHome : server.home });
    await axe(page, 'before');
    for (const [id, kind] of Object.entries(KINDS)) await t.test(id, () => playThrough(page, id, kind));
    await axe(page, 'answered');
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });

async function playThrough(page, id, kind) {
  const problem = question(page, id).locator('[data-part="problem"]');
  await press(page, check(page, id));
  assert.equal(await focused(page), 'problem');
  assert.ok((await problem.getByRole('alert').innerText()).includes(kind.missing));
  assert.match(await page.title(), /^Error: Every kind/);
  assert.ok((await question(page, id).locator('[data-part="error"]').innerText()).includes(kind.missing));
  await axe(page, `${id}: nothing chosen`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.match(await focused(page), new RegExp(`^${id}-field-`), 'the link of the error leads to the control');

  await kind.wrong(page);
  await press(page, check(page, id));
  assert.equal(await problem.isVisible(), false);
  assert.match(await page.title(), /^Every kind/);
  assert.equal(await focused(page), 'check');
  for (const words of kind.says) assert.ok((await result(page, id)).includes(words), `${words}: ${await result(page, id)}`);
  assert.equal(await question(page, id).locator('.fold-answer').isVisible(), false);
  await axe(page, `${id}: wrong`);

  await kind.right(page);
  assert.equal(await result(page, id), '', 'a changed answer has no result yet');
  await press(page, check(page, id));
  assert.match(await result(page, id), /^Right\n/);
  const hasMore = !['multiple', 'truth'].includes(id);
  assert.equal(await question(page, id).locator('.fold-body').last().isVisible(), hasMore);
  await axe(page, `${id}: right`);
}

test('the answer is shown on demand, and a question can be tried again', async () => {
  const page = await open(EVERY_KIND);
  const single = question(page, 'single');
  await single.getByLabel('You should have called.').check();
  await check(page, 'single').click();
  assert.match(await single.locator('.player-option.is-wrong').innerText(), /Your answer: not right\s+It sounds like blame/);
  await single.getByRole('button', { name: 'Show the answer' }).click();
  assert.match(await single.locator('.player-option.is-right').innerText(), /Correct answer\s+An open question/);
  assert.ok(await single.getByText('Open questions bring out what matters.').isVisible());
  await axe(page, 'shown');
  await single.getByRole('button', { name: 'Try again' }).click();
  assert.equal(await single.locator('input:checked').count(), 0);
  assert.match(await focused(page), /^single-field-/);
  assert.equal(await single.locator('.fold-answer').isVisible(), false);
  await page.context().close();
});

test('a reflection shows its model, and what is typed as a number must be one', async () => {
  const page = await open(EVERY_KIND);
  await check(page, 'reflect').click();
  assert.match(await question(page, 'reflect').getByRole('alert').innerText(), /Write a few words first/);
  await question(page, 'reflect').locator('textarea').fill('I would listen.');
  await check(page, 'reflect').click();
  assert.match(await result(page, 'reflect'), /Compare your words/);
  assert.ok(await question(page, 'reflect').getByText('I would begin with').isVisible());
  await question(page, 'number').locator('input').fill('1,500');
  await check(page, 'number').click();
  assert.match(await question(page, 'number').getByRole('alert').innerText(), /in digits, such as 90 or 0\.5/);
  assert.equal(await question(page, 'number').locator('input').getAttribute('aria-invalid'), 'true');
  await page.context().close();
});

test('an answer is told to whoever listens on the page', async () => {
  const page = await open(EVERY_KIND);
  await page.evaluate(() => {
    document.addEventListener('teachback:answered', (event) => { globalThis.heard = event.detail; });
  });
  await question(page, 'gaps').locator('input').fill('low');
  await question(page, 'gaps').locator('select').selectOption('fast');
  await check(page, 'gaps').click();
  const heard = await page.evaluate(() => globalThis.heard);
  assert.deepEqual(heard, { id: 'gaps', answer: ['low', 'fast'], score: { earned: 1, of: 2 }, points: 1, sure: null });
  await page.context().close();
});

/** What is mixed: options, items, places to choose, things to sort. */
const MIXED = {
  multiple: (page) => question(page, 'multiple').locator('label').allInnerTexts(),
  order: (page) => question(page, 'order').locator('.player-text').allInnerTexts(),
  match: (page) => question(page, 'match').locator('select').first().locator('option').allInnerTexts(),
  sort: (page) => question(page, 'sort').locator('label').allInnerTexts(),
};
const ANSWERED = {
  multiple: (page) => question(page, 'multiple').locator('input').first().check(),
  order: (page) => question(page, 'order').getByRole('button', { name: 'Down' }).first().click(),
  match: async (page) => { for (const row of await question(page, 'match').locator('select').all()) await row.selectOption({ index: 1 }); },
  sort: async (page) => { for (const row of await question(page, 'sort').locator('select').all()) await row.selectOption({ index: 1 }); },
};
const SOLVED = ['Explain one thing', "Ask for it in the patient's own words", 'Explain again what did not come across'];

test('each try has an order of its own that is never the answer, and a reload keeps it', async () => {
  const page = await open(EVERY_KIND);
  for (const [id, shown] of Object.entries(MIXED)) {
    let last = await shown(page);
    const items = last.toSorted();
    for (let tries = 0; tries < 5; tries += 1) {
      if (id === 'order') assert.notDeepEqual(last, SOLVED);
      await ANSWERED[id](page);
      await check(page, id).click();
      await question(page, id).getByRole('button', { name: 'Try again' }).click();
      const now = await shown(page);
      assert.deepEqual(now.toSorted(), items, id);
      assert.notDeepEqual(now, last, `${id}, try ${tries}`);
      last = now;
    }
    await ANSWERED[id](page);
    const answered = await shown(page);
    await check(page, id).click();
    await page.reload();
    assert.deepEqual(await shown(page), answered, id);
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

/** The middle of an element in the window. */
async function middle(locator) {
  await locator.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + Math.min(width / 2, 40), y: y + height / 2 };
}

async function mouseDrag(page, from, to, { cancel = false } = {}) {
  const [start, end] = [await middle(from), await middle(to)];
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(end.x, end.y, { steps: 4 });
  if (cancel) await page.keyboard.press('Escape');
  await page.mouse.up();
}

async function fingerDrag(page, from, to) {
  const [start, end] = [await middle(from), await middle(to)];
  const finger = await page.context().newCDPSession(page);
  const touch = (type, at) => finger.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', start);
  for (let step = 1; step <= 6; step += 1)
    await touch('touchMove', { x: start.x + ((end.x - start.x) * step) / 6, y: start.y + ((end.y - start.y) * step) / 6 });
  await touch('touchEnd');
  await finger.detach();
}

test('order, match and sort can be dragged as well, by mouse and by finger', async () => {
  for (const drag of [mouseDrag, fingerDrag]) {
    const page = await open(EVERY_KIND);
    const texts = () => MIXED.order(page);
    const [first, second, third] = await texts();
    const row = (text) => question(page, 'order').locator('.player-moving li', { hasText: text });
    await question(page, 'order').evaluate((element) => element.scrollIntoView({ block: 'center' }));
    await drag(page, row(first).locator('.player-grip'), row(third));
    assert.deepEqual(await texts(), [second, third, first], drag.name);
    assert.equal(await question(page, 'order').locator('[data-part="moved"]').innerText(), 'Now number 3 of 3');
    await drag(page, row(first).locator('.player-grip'), row(second));
    assert.deepEqual(await texts(), [first, second, third], drag.name);
    for (const id of ['match', 'sort']) {
      await question(page, id).evaluate((element) => element.scrollIntoView({ block: 'center' }));
      const chip = question(page, id).locator('.player-chip').last();
      const target = question(page, id).locator('select').nth(1);
      await drag(page, chip.locator('.icon'), question(page, id).locator('.player-rows li').nth(1));
      assert.equal(await target.locator('option:checked').innerText(), await chip.innerText(), `${id} by ${drag.name}`);
      assert.equal(await question(page, id).locator('select').first().inputValue(), '');
    }
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
});

test('a drag that is given up changes nothing, and a finger beside the grip scrolls', async () => {
  const page = await open(EVERY_KIND, { view: { name: 'phone', width: 360, scheme: 'light' } });
  const before = await MIXED.order(page);
  const rows = question(page, 'order').locator('.player-moving li');
  await question(page, 'order').evaluate((element) => element.scrollIntoView({ block: 'center' }));
  await mouseDrag(page, rows.first().locator('.player-grip'), rows.last(), { cancel: true });
  assert.deepEqual(await MIXED.order(page), before);
  const scrolled = await page.evaluate(() => scrollY);
  await fingerDrag(page, rows.last().locator('.player-text'), rows.first());
  assert.deepEqual(await MIXED.order(page), before);
  assert.ok((await page.evaluate(() => scrollY)) > scrolled, 'the page follows the finger');
  assert.equal(await page.locator('.is-dragged, .is-aim').count(), 0);
  await page.context().close();
});

test('Spanish pages speak Spanish, with Spanish numbers', async () => {
  const page = await open('pages/every-kind.es.html');
  await check(page, 'dosis').click();
  assert.match(await question(page, 'dosis').getByRole('alert').innerText(), /Hay un problema\s+Escriba un número/);
  await question(page, 'dosis').locator('input').fill('0,5');
  await check(page, 'dosis').click();
  assert.match(await result(page, 'dosis'), /^Correcto\n+2 de 2 puntos/);
  await page.context().close();
});

for (const view of [{ name: 'phone', width: 320, scheme: 'light' }, { name: 'dark', width: 360, scheme: 'dark' }])
  test(`answered questions fit and read well: ${view.name}`, async () => {
    const page = await open(EVERY_KIND, { view });
    for (const form of await page.locator('[data-part="check"]').all()) await form.click();
    await axe(page, 'errors');
    await question(page, 'single').getByLabel('You should have called.').check();
    await question(page, 'gaps').locator('input').fill('high');
    await question(page, 'gaps').locator('select').selectOption('fast');
    for (const id of ['single', 'gaps']) {
      await check(page, id).click();
      await question(page, id).getByRole('button', { name: 'Show the answer' }).click();
    }
    await axe(page, 'answered');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(wide, 0);
    for (const controls of await page.locator('.player-controls').all()) {
      const share = await controls.evaluate((inner) => inner.offsetWidth / inner.parentElement.parentElement.offsetWidth);
      const first = await controls.evaluate((inner) => inner.firstElementChild?.offsetWidth / inner.offsetWidth);
      assert.ok(share > 0.9 && !(first < 0.9), `controls use the width that is there: ${share}, ${first}`);
    }
    await page.context().close();
  });

test('on paper, and without scripts, questions stand as written', async () => {
  const page = await open(EVERY_KIND);
  await question(page, 'gaps').locator('input').fill('high');
  await check(page, 'gaps').click();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('form :is(input, select, textarea, button):visible').count(), 0);
  assert.equal(await page.locator('.question-task .option-letter:visible').count(), 3 + 4 + 2 + 2);
  const words = async (shown) => (await shown.locator('.question').allInnerTexts()).map((text) => text.split(/\s+/).join(' '));
  const played = await words(page);
  await page.context().close();

  const plain = await open(EVERY_KIND, { view: { ...VIEW, withoutJavaScript: true } });
  assert.equal(await plain.locator('form').count(), 0);
  assert.ok(await plain.getByText('Show the answer').first().isVisible());
  await plain.emulateMedia({ media: 'print' });
  assert.deepEqual(played, await words(plain));
  await plain.context().close();
});

test('only pages with questions load their scripts, and no page loads much', () => {
  const scripts = (file) => {
    const names = readFileSync(path.join(folder, file), 'utf8').matchAll(/<script src="[^"]*?([^"/]+\.js)"/g);
    return [...names].map(([, name]) => name);
  };
  const weight = (names) => names.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, 'assets', name))).length, 0);
  const [reading, asking] = [scripts('pages/reading.html'), scripts(EVERY_KIND)];
  assert.ok(readdirSync(path.join(folder, 'assets')).some((name) => name.startsWith('questions.')));
  assert.ok(!reading.some((name) => name.startsWith('questions.')) && asking.some((name) => name.startsWith('questions.')));
  assert.ok(weight(reading) <= 10 * 1024, `${weight(reading)} bytes`);
  assert.ok(weight(asking) <= 25 * 1024, `${weight(asking)} bytes`);
});
