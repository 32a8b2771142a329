// Conversations in the browser: played by keyboard, taken back, kept over a reload, looked back on; served and from file://.
// Expected values are derived by hand from dialogue-site. dialogue-robot.test.mjs plays every way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSite } from './dialogue-site.mjs';
import { accessibility } from './judge/checks/accessibility.mjs';
import { keyboard } from './judge/checks/keyboard.mjs';
import { narrow } from './judge/checks/narrow.mjs';
import { paper } from './judge/checks/paper.mjs';

const TALK = 'scripts/first-talk.html';
const ITEM = 'scripts/first-talk';
let site;

before(async () => {
  site = await buildSite();
});

after(() => site?.close());

const button = (page, name) => page.getByRole('button', { name, exact: true });
const choices = (page) => page.locator('.talk-choice').allInnerTexts();
const log = (page) => page.getByRole('log').innerText();
const focused = (page) => page.evaluate(() => document.activeElement.innerText);
const stored = (page) => page.evaluate((id) => teachback.store.get('scripts', id), ITEM);

/** Gets to a button by Tab alone and presses it. */
async function press(page, name) {
  const wanted = await button(page, name).elementHandle();
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
  }
  return assert.fail(`the keyboard does not get to "${name}"`);
}

async function pressAll(page, names) {
  for (const name of names) await press(page, name);
}

test('a face stands beside the name where there is a picture, else the initials', async () => {
  const page = await site.open(TALK);
  const faces = (root) => page.locator(`${root} .avatar`).evaluateAll((all) => all.map((one) => {
    const picture = one.querySelector('img');
    return picture ? [picture.alt, picture.complete && picture.naturalWidth > 0, picture.offsetWidth === picture.offsetHeight] : one.innerText;
  }));
  const face = ['', true, true];
  assert.deepEqual(await faces('.cast'), [face, 'Y']);
  await pressAll(page, ['Begin', 'Next', 'You look worn out.']);
  assert.deepEqual(await faces('[role="log"]'), [face, 'Y']);
  for (const paper of ['map', 'cards']) {
    const own = await site.open(`scripts/first-talk.${paper}.html`);
    const found = await own.locator('.avatar img').evaluateAll((all) => all.map((one) => one.complete && one.naturalWidth > 0));
    assert.ok(found.length > 0 && found.every(Boolean), `${paper}: ${found}`);
    assert.deepEqual(own.complaints, []);
    await own.context().close();
  }
  await page.context().close();
});

const TO_THE_PLAN = [
  'Begin', 'Next', 'You look worn out.', 'Next', 'What do you do?', 'Next', 'Go on, say it again.', 'Next',
  'Work matters to you.', 'Next', 'May I tell you what could help?', 'Next',
];

for (const place of ['served', 'file']) {
  test(`one turn at a time by keyboard alone, ${place}`, async () => {
    const page = await site.open(TALK, place);
    assert.ok(await page.locator('.scenes').isHidden());
    await press(page, 'Begin');
    assert.equal(await focused(page), 'It is late.');
    assert.deepEqual(await choices(page), []);
    await press(page, 'Next');
    assert.match(await focused(page), /Ana Ruiz \(at the door\)\s+I am here again\./);
    assert.deepEqual(await choices(page), ['What worries you most?', 'You look worn out.', 'Not again.']);
    await press(page, 'You look worn out.');
    assert.match(await focused(page), /You\s+You look worn out\.\s+You saw it\./);
    await press(page, 'Next');
    await press(page, 'What do you do?');
    await press(page, 'Next');
    assert.match(await focused(page), /\(slowly\)\s+It is all I have\./);
    assert.deepEqual(await choices(page), ['Go on, say it again.', 'That is enough for today.'], 'trust is 2, not 3');
    await pressAll(page, ['Go on, say it again.', 'Next', 'Work matters to you.', 'Next']);
    assert.deepEqual(await choices(page), ['May I tell you what could help?', 'That is enough for today.'], 'once is once');
    await pressAll(page, ['May I tell you what could help?', 'Next']);
    assert.match(await log(page), /Let us plan it together\.\s+Plan\s+A good ending$/);
    assert.deepEqual(page.complaints, []);
    await page.close();
  });
}

test('the debrief says what was reached, what was better, and that it was enough', async () => {
  const page = await site.open(TALK);
  const told = page.evaluate(() => new Promise((done) => {
    document.addEventListener('teachback:finished', (event) => done(event.detail), { once: true });
  }));
  await pressAll(page, TO_THE_PLAN);
  assert.deepEqual(await told, { script: ITEM, passed: true, ending: 'good' });
  const kept = await stored(page);
  assert.equal(kept.runs, 1);
  assert.deepEqual([kept.best.passed, kept.best.ending], [true, 'good']);
  await press(page, 'Look back on the conversation');
  assert.equal(await focused(page), 'Looking back');
  const verdict = await page.locator('.talk-verdict').innerText();
  assert.match(verdict, /A good ending\s+Passed\s+To pass:\s+trust ≥ 3\s+You reached: trust 3\s+reflection ≥ 1\s+You reached: reflection 2/);
  assert.equal(await page.getByRole('img', { name: 'trust: 1, 2, 2, 2, 3, 3' }).count(), 1);
  const rows = await page.locator('[data-part="rows"] tr').evaluateAll((all) => all.map((row) => row.textContent));
  assert.deepEqual(rows, ['Start1', '12', '22', '32', '43', '53']);
  const tally = await page.locator('.tally li').evaluateAll((all) => all.map((item) => item.innerText.replace(/\s+/g, ' ').trim()));
  assert.deepEqual(tally, ['open question 1', 'reflection 2', 'confront 0']);
  assert.match(await page.locator('.ratio').innerText(), /Reflections\s+2\s+Questions\s+1\s+Reflections for each question\s+2 : 1/);
  assert.match(await page.locator('[data-part="level"]').innerText(), /calls good/);
  const better = await page.locator('.talk-better').allInnerTexts();
  assert.equal(better.length, 2, 'the third choice had no open model answer, the others were model answers');
  assert.match(better[0], /What worries you most\?\s+You asked what nobody had asked\./);
  assert.match(better[1], /Work matters to you\.\s+You gave it back\./);
  await page.close();
});

test('one choice taken back, another moment tried again, and the beginning', async () => {
  const page = await site.open(TALK);
  await pressAll(page, TO_THE_PLAN.slice(0, 6));
  const at = { log: await log(page), choices: await choices(page) };
  await press(page, 'Go on, say it again.');
  await press(page, 'Back one choice');
  assert.deepEqual({ log: await log(page), choices: await choices(page) }, at);
  assert.equal(await focused(page), 'What do you say?');
  await pressAll(page, TO_THE_PLAN.slice(6));
  await press(page, 'Look back on the conversation');
  await press(page, 'Try again from this moment : What do you do?');
  assert.deepEqual(await choices(page), ['Work matters to you.', 'What do you do?', 'Then stop working.', 'Please leave.']);
  await press(page, 'Work matters to you.');
  await press(page, 'Next');
  assert.ok((await choices(page)).includes('May I tell you what could help?'), 'trust is 3 on this way');
  await press(page, 'Begin again');
  assert.equal((await log(page)).trim(), 'It is late.');
  assert.equal((await stored(page)).current.choices.length, 0);
  await page.close();
});

test('a critical choice ends the run: at once, or with the scene it leads to', async () => {
  const page = await site.open(TALK);
  await pressAll(page, ['Begin', 'Next', 'What worries you most?', 'Next', 'Please leave.']);
  assert.deepEqual(await choices(page), []);
  await press(page, 'Look back on the conversation');
  let verdict = await page.locator('.talk-verdict').innerText();
  assert.match(verdict, /^Not passed: one choice ended it\s+We send nobody away\./);
  await press(page, 'Back one choice');
  await pressAll(page, ['Then stop working.', 'Next']);
  await press(page, 'Look back on the conversation');
  verdict = await page.locator('.talk-verdict').innerText();
  assert.match(verdict, /^Left\s+A poor ending\s+Not passed: one choice ended it\s+Nobody asked for that advice\./);
  const kept = await stored(page);
  assert.deepEqual([kept.runs, kept.best.passed], [2, false]);
  await page.close();
});

test('a link that leads on, and one in an ending that starts another run', async () => {
  const page = await site.open(TALK);
  await pressAll(page, ['Begin', 'Next', 'Not again.', 'Next', 'Continue']);
  assert.match(await log(page), /Then I will go\.\s+Ana leaves\./);
  assert.equal((await stored(page)).runs, 1);
  await press(page, 'From the beginning');
  assert.equal((await log(page)).trim(), 'It is late.');
  await page.close();
});

test('a reload keeps the very place; a changed script as much as still fits', async () => {
  const page = await site.open(TALK);
  await pressAll(page, TO_THE_PLAN.slice(0, 5));
  const at = { log: await log(page), now: await page.locator('.talk-now').innerText() };
  await page.reload();
  assert.deepEqual({ log: await log(page), now: await page.locator('.talk-now').innerText() }, at);
  assert.ok(await page.locator('.talk-changed').isHidden());
  await page.evaluate((id) => {
    const item = teachback.store.get('scripts', id);
    item.current.fingerprint = 'of another day';
    item.current.choices[1].choice = 'gone';
    teachback.store.put('scripts', id, item);
  }, ITEM);
  await page.reload();
  assert.ok(await page.locator('.talk-changed').isVisible());
  assert.match(await log(page), /You look worn out\.[\s\S]*That I cannot work\.$/);
  assert.equal((await choices(page)).length, 4);
  await page.close();
});

test('an end that was told is told one time, and the debrief stays open over a reload', async () => {
  const page = await site.open(TALK);
  await pressAll(page, TO_THE_PLAN);
  await press(page, 'Look back on the conversation');
  await page.reload();
  assert.match(await page.locator('.talk-verdict').innerText(), /Passed/);
  assert.equal((await stored(page)).runs, 1);
  await page.close();
});

test('all lines at once is a setting that stays', async () => {
  const page = await site.open(TALK);
  await press(page, 'Begin');
  await page.getByLabel('Show all lines at once').check();
  await page.reload();
  await press(page, 'Begin again');
  assert.equal((await choices(page)).length, 3);
  await press(page, 'You look worn out.');
  assert.match(await log(page), /You saw it[\s\S]*That I cannot work\.$/);
  await page.close();
});

test('feedback that waits for the debrief, a cast without the reader, and skills named by the author', async () => {
  const page = await site.open('scripts/late-words.html');
  assert.match(await page.locator('.talk-start').innerText(), /told at the end/);
  await press(page, 'Begin');
  assert.match(await page.getByRole('log').getByLabel('Hear Ben').getAttribute('src'), /ben\.wav$/);
  assert.doesNotMatch(await log(page), /Hear Ben/);
  await press(page, 'Why?');
  assert.doesNotMatch(await log(page), /blame/);
  assert.match(await log(page), /Why\?\s+B\s+Ben\s+I was afraid\./, 'with no feedback to read the talk goes on');
  await press(page, 'Look back on the conversation');
  const debrief = await page.locator('.talk-debrief').innerText();
  assert.match(debrief, /Passed[\s\S]*Reflections\s+0\s+Questions\s+1\s[\s\S]*0 : 1[\s\S]*It sounds like blame\.[\s\S]*You stopped them\./);
  await page.close();
});

test('a link to a scene opens all scenes; without JavaScript they stand there', async () => {
  const page = await site.open(TALK);
  await page.evaluate(() => { location.hash = '#door'; });
  await page.waitForFunction(() => document.querySelector('.whole-script').open);
  const plain = await site.open(TALK, 'served', { withoutJavaScript: true });
  assert.ok(await plain.locator('#plan').isVisible());
  assert.equal(await plain.locator('.talk').count(), 0);
});

for (const scheme of ['light', 'dark']) {
  test(`every state is good for everyone, ${scheme}`, async () => {
    const page = await site.open(TALK, 'served', { scheme });
    const found = [];
    const report = (kind, what, element) => found.push(`${kind}: ${what} at ${element}`);
    const looked = async (state) => {
      await accessibility({ page, report });
      assert.deepEqual(found, [], state);
    };
    await looked('start');
    await pressAll(page, ['Begin', 'Next']);
    await looked('choices');
    await press(page, 'You look worn out.');
    await looked('feedback');
    await pressAll(page, TO_THE_PLAN.slice(3));
    await looked('end');
    await press(page, 'Look back on the conversation');
    await looked('debrief');
    await page.reload();
    for (const check of [keyboard, paper, narrow]) await check({ page, report });
    assert.deepEqual(found, [], 'debrief, other ways');
    await page.close();
  });
}

test('a script costs no more than 25 KB of JavaScript', () => {
  const assets = path.join(site.folder, 'assets');
  const scripts = readdirSync(assets).filter((name) => /^(site|dialogue)\..*js$/.test(name));
  assert.equal(scripts.length, 2);
  const size = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(assets, name))).length, 0);
  assert.ok(size <= 25_000, `${size} bytes`);
});
