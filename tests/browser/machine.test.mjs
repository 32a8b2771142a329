// The scripts of conversations that need no page: what a run is, and how it is kept and taken up again. Every state of
// generated conversations is compared with the program's in tests/scripts/machine.rs.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const scripts = path.join(import.meta.dirname, '../../themes/default/assets/js/dialogue');
const require = createRequire(import.meta.url);
for (const script of ['10-machine.js', '20-run.js']) require(path.join(scripts, script));
const { machine, runs } = globalThis.teachback;

const scene = (id, turns, ending = null) => ({ id, ending, bad: ending === 'poor', turns });
const course = (scenes, more = {}) => ({
  meters: [{ id: 'trust', name: 'trust', start: 1 }],
  skills: [{ id: 'ask', name: 'ask' }],
  pass: null,
  goals: [],
  late: false,
  ratio: { reflections: [], questions: [] },
  scenes,
  ...more,
});

const TALK = course([
  scene('hello', ['text', 'text', { choices: [{ key: 'a', to: 1, skills: ['ask'], effects: [['trust', 1]] }, { key: 'b', critical: true }] }]),
  scene('middle', ['text', { choices: [{ key: 'c', if: { is: ['trust', '>=', 3] } }] }, 'text', { to: 2 }]),
  scene('end', ['text'], 'good'),
]);

const play = (talk, ...steps) => steps.reduce((run, step) => {
  if (step === 'next') return runs.advance(run, false);
  return step === 'lead' ? runs.lead(run) : runs.choose(run, step);
}, runs.begin(talk));

test('texts come one by one, a closed list is passed by, and a link waits', () => {
  const run = play(TALK, 'next', 'next', 0, 'next');
  assert.deepEqual(runs.state(run).values, { trust: 2, ask: 1 });
  assert.equal(runs.place(run).kind, 'text', 'trust is 2: the list is closed, its text comes next');
  const on = runs.advance(run, false);
  assert.equal(runs.place(on).kind, 'lead');
  assert.equal(runs.place(runs.advance(on, true)).kind, 'lead', 'a link is never followed by itself');
  const end = runs.advance(runs.lead(on), true);
  assert.deepEqual([runs.place(end).ended, machine.passed(TALK, runs.state(end))], [true, true]);
});

test('a critical choice without a link stops the run', () => {
  const run = play(TALK, 'next', 'next', 1);
  assert.deepEqual([runs.place(run).ended, runs.state(run).failed], [true, true]);
  assert.equal(machine.passed(TALK, runs.state(run)), false);
  assert.equal(runs.advance(run, true).moves.length, run.moves.length);
});

test('without a rule a bad ending does not pass, with one the rule alone says so', () => {
  const scenes = [scene('end', ['text'], 'poor')];
  const state = (talk) => runs.state(play(talk, 'next'));
  assert.equal(machine.passed(course(scenes), state(course(scenes))), false);
  const ruled = course(scenes, { pass: { all: [{ is: ['trust', '>=', 1] }, { not: { is: ['ask', '>', 0] } }] } });
  assert.equal(machine.passed(ruled, state(ruled)), true);
});

test('a run is kept and taken up at the very move', () => {
  for (const steps of [['next'], ['next', 'next'], ['next', 'next', 0], ['next', 'next', 0, 'next', 'next'], ['next', 'next', 0, 'next', 'next', 'lead']]) {
    const run = play(TALK, ...steps);
    const { run: again, whole } = runs.restore(TALK, runs.save(run, 'x'));
    assert.deepEqual([again.moves, runs.state(again), whole], [run.moves, runs.state(run), true]);
  }
});

test('what no longer fits is left out, and links that lead round end', () => {
  const saved = runs.save(play(TALK, 'next', 'next', 0, 'next', 'next'), 'x');
  const renamed = structuredClone(TALK);
  renamed.scenes[0].turns[2].choices[0].key = 'z';
  const { run, whole } = runs.restore(renamed, saved);
  assert.deepEqual([whole, run.moves], [false, [null]]);
  const round = course([scene('hello', [{ to: 1 }]), scene('middle', ['text', { to: 0 }])]);
  assert.equal(runs.restore(round, saved).whole, false);
  const moved = structuredClone(saved);
  moved.from = 'gone';
  assert.equal(runs.restore(TALK, moved).whole, false);
});

test('back goes to where the choice was made', () => {
  const run = play(TALK, 'next', 'next', 0, 'next');
  const back = runs.rewind(run, runs.lastChoice(run));
  assert.deepEqual(runs.state(back), runs.state(play(TALK, 'next', 'next')));
  assert.equal(runs.lastChoice(back), -1);
});
