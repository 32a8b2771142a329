// A robot plays every way through the scripts of the repository and of dialogue-site: every choice in every state. What the
// page offers is always what the machine says, no way is without an ending, and every step can be taken back.
import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { buildSite } from './dialogue-site.mjs';

const projects = { fixtures: undefined, repository: path.join(import.meta.dirname, '../..') };
const sites = {};

before(async () => {
  for (const [name, project] of Object.entries(projects)) sites[name] = await buildSite(project);
});

after(() => Promise.all(Object.values(sites).map((site) => site.close())));

/** Plays in the page, by its own buttons, without drawing it. States that no condition tells apart are one. */
function playEverything() {
  const { course, fingerprint } = JSON.parse(document.querySelector('.script-data').textContent);
  const { machine, runs, store } = globalThis.teachback;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const words = (element) => element.textContent.replace(/\s+/g, ' ').trim();
  const faults = [];
  const check = (holds, what) => { if (!holds && faults.length < 10) faults.push(`${what}: ${JSON.stringify(path)}`); };
  const path = [];

  const compared = new Set(JSON.stringify([course.pass, course.scenes]).match(/"is":\["[^"]+"/g)?.map((found) => found.slice(7, -1)));
  const key = (state) =>
    JSON.stringify([state.scene, state.turn, state.failed, state.stopped, [...compared].map((name) => state.values[name]), [...state.used].sort()]);
  const seen = new Set();
  /** Results that were looked back on. */
  const results = new Set();
  const count = { states: 0, choices: 0, endings: {}, passed: 0, failed: 0 };

  /** What the page keeps is what the machine makes of it. */
  const stateOf = () => {
    const saved = store.get('scripts', document.documentElement.dataset.item).current;
    check(saved.fingerprint === fingerprint, 'another script');
    const { run, whole } = runs.restore(course, saved);
    check(whole, 'not taken up again');
    return runs.state(run);
  };
  /** Goes on to where a choice is asked for, or to the end. */
  const settle = () => {
    for (let steps = 0; steps < 200; steps += 1) {
      if (all('.talk-choice').length > 0 || all('.talk-now > .button').length !== 1) return;
      const [next] = all('.talk-now > .button');
      if (words(next) === 'Look back on the conversation') return;
      next.click();
    }
    check(false, 'goes on for ever');
  };
  const shown = () => words(document.querySelector('.talk-log')) + words(document.querySelector('.talk-now'));
  const look = (state) => {
    const scene = course.scenes[state.scene];
    if (!state.stopped) check(scene.ending !== null, 'no ending');
    const passed = machine.passed(course, state);
    const result = JSON.stringify([state.scene, state.failed, state.stopped, course.goals.map((goal) => machine.holds(goal.test, state.values))]);
    const ending = state.stopped ? 'none' : scene.ending;
    count.endings[ending] = (count.endings[ending] ?? 0) + 1;
    count[passed ? 'passed' : 'failed'] += 1;
    const back = all('.talk-now > .button').find((button) => words(button) === 'Look back on the conversation');
    check(back !== undefined, 'no way to look back');
    if (results.has(result)) return;
    results.add(result);
    back.click();
    const verdict = words(document.querySelector('.verdict'));
    check((verdict === 'Passed') === passed, `says ${verdict}`);
    check((verdict === 'Not passed: one choice ended it') === state.failed, `says ${verdict}`);
    check(all('.talk-retry').length === path.length, 'a choice without a way back');
  };

  const explore = () => {
    settle();
    const state = stateOf();
    const place = machine.at(course, state);
    if (seen.has(key(state)) || faults.length >= 10) return;
    seen.add(key(state));
    count.states += 1;
    if (place.ended) return look(state);
    check(place.kind === 'choices', `is ${place.kind}`);
    const turn = all('.scenes > .scene')[state.scene].querySelectorAll(':scope > :is(.turn, .narration, .choices, .continue)')[state.turn];
    const written = [...turn.querySelectorAll('.choice-text')].map(words);
    const offered = all('.talk-choice').map(words);
    check(offered.join('|') === place.open.map((choice) => written[choice]).join('|'), `offers ${offered}`);
    const before = shown();
    for (let at = 0; at < offered.length; at += 1) {
      count.choices += 1;
      path.push(offered[at]);
      all('.talk-choice')[at].click();
      explore();
      path.pop();
      document.querySelector('[data-part="back"]').click();
      check(shown() === before, 'is another place after one choice back');
    }
  };

  document.querySelector('main').style.display = 'none';
  document.querySelector('[data-part="pace"]').click();
  document.querySelector('[data-part="begin"]').click();
  explore();
  const ids = all('[id]').map((element) => element.id);
  check(new Set(ids).size === ids.length, 'an id twice');
  return { faults, count };
}

for (const name of Object.keys(projects)) {
  test(`every way through the scripts, ${name}`, { timeout: 540_000 }, async (context) => {
    const site = sites[name];
    // The map, the cards and the reading of a script are pages beside it.
    const scripts = site.pages.filter((page) => /^scripts\/[^.]+(\.[a-z]{2})?\.html$/.test(page) && !/index(\.[a-z]+)?\.html$/.test(page));
    assert.notEqual(scripts.length, 0);
    for (const script of scripts) {
      const page = await site.open(script);
      const { faults, count } = await page.evaluate(playEverything);
      context.diagnostic(`${script}: ${JSON.stringify(count)}`);
      assert.deepEqual(faults, [], script);
      assert.deepEqual(page.complaints, [], script);
      assert.ok(count.states > 0 && (count.choices === 0 || count.passed > 0), script);
      await page.context().close();
    }
  });
}
