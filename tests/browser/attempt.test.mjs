// The scripts of quizzes that need no page: what is drawn, what it comes to, what is kept; and SHA-256.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const scripts = path.join(import.meta.dirname, '../../themes/default/assets/js');
const require = createRequire(import.meta.url);
for (const script of ['questions/10-shuffle.js', 'algorithms/10-sha256.js', 'concealed/10-concealed.js', 'questions/20-score.js', 'quiz/10-attempt.js', 'quiz/20-record.js'])
  require(path.join(scripts, script));
const { bits, grade, hash, percent, plan, record, score, unlock } = globalThis.teachback;

const item = (id, { print = id, graded = true } = {}) => ({ id, print, graded });
const items = (names) => [...names].map((id) => item(id));

test('a draw is that of its seed, without reflections and without doubles', () => {
  const bank = [...items('abcdef'), item('thought', { graded: false })];
  const parts = [{ items: items('xy'), draw: null, shuffle: false }, { items: bank, draw: 3, shuffle: true }];
  const first = plan(parts, 'one');
  assert.deepEqual(first, plan(parts, 'one'));
  assert.deepEqual(first.slice(0, 2), ['x', 'y']);
  assert.equal(new Set(first).size, 5);
  const drawn = Array.from({ length: 200 }, (_, seed) => plan(parts, String(seed)));
  const signs = drawn.flatMap((ids) => ids.slice(2));
  assert.ok(!signs.includes('thought'), 'never the reflection');
  // Each of six is expected in half of 200 draws; the chance of 60 or fewer is below one in a million.
  for (const id of 'abcdef') assert.ok(signs.filter((one) => one === id).length > 60, id);
  const twice = [{ items: items('abc'), draw: 2, shuffle: false }, { items: items('abc'), draw: 2, shuffle: false }];
  for (let seed = 0; seed < 20; seed += 1) assert.equal(new Set(plan(twice, String(seed))).size, 3, 'the same text is not asked twice');
});

test('without shuffle a draw keeps the order of the page, and a bank that is too small gives what it has', () => {
  const part = { items: items('abcdef'), draw: 4, shuffle: false };
  for (let seed = 0; seed < 20; seed += 1) {
    const ids = plan([part], String(seed));
    assert.deepEqual(ids, ids.toSorted());
  }
  assert.equal(plan([{ ...part, draw: 9 }], 'x').length, 6);
});

const answer = (id, points, score, more = {}) => ({ id, points, score, objective: null, given: true, answer: [0], sure: null, ...more });

test('points become a percent that is never rounded up to a pass', () => {
  // 2 + 1/3 of 3 points are 77.7 %, 79.99 % is 79, and three times 0.1 of 0.3 is all, though binary numbers say less.
  assert.equal(grade([answer('a', 2, { earned: 2, of: 2 }), answer('b', 1, { earned: 1, of: 3 })], 78).percent, 77);
  assert.equal(percent(79.99, 100), 79);
  assert.equal(percent(0.1 + 0.1 + 0.1, 0.3), 100);
  assert.equal(percent(0.7 * 3, 2.1), 100);
  const result = grade([answer('a', 4, { earned: 4, of: 4 }), answer('b', 1, { earned: 0, of: 1 })], 80);
  assert.deepEqual([result.earned, result.points, result.percent, result.passed], [4, 5, 80, true]);
  assert.equal(grade([answer('a', 1, { earned: 1, of: 1 })], null).passed, null);
  assert.equal(grade([answer('thought', 5, null)], 80).percent, 100, 'a reflection counts in no sum');
});

test('each objective has its own sum, and certainty its four cells', () => {
  const full = { earned: 1, of: 1 };
  const half = { earned: 1, of: 2 };
  const result = grade([
    answer('a', 1, full, { objective: 'x', sure: true }),
    answer('b', 2, half, { objective: 'x', sure: true }),
    answer('c', 1, full, { objective: 'y', sure: false }),
    answer('d', 1, { earned: 0, of: 1 }, { objective: 'y', sure: false }),
    answer('e', 1, { earned: 0, of: 1 }, { given: false, sure: true }),
    answer('f', 1, full),
  ], 80);
  assert.deepEqual(result.objectives, [{ id: 'x', earned: 2, points: 3 }, { id: 'y', earned: 1, points: 2 }]);
  assert.deepEqual(result.certainty, { sureRight: ['a'], sureWrong: ['b'], unsureRight: ['c'], unsureWrong: ['d'] });
});

const outcome = (percent, passed) => ({ earned: 0, points: 0, percent, passed, objectives: [], certainty: null });
const begin = (kept, attempts, ids = ['a', 'b']) => record.begin(kept, attempts, { seed: 's', ids, prints: { a: '1', b: '2', c: '3' }, now: 'then' });

test('attempts are counted, the best stays, and what comes after the last is practice', () => {
  let kept = record.read(null);
  assert.deepEqual([kept.tries, record.left(kept, 2), record.left(kept, null)], [0, 2, null]);
  kept = record.finish(kept, { ...begin(kept, 2), seconds: 90 }, outcome(85, true), 'now');
  kept = record.finish(kept, { ...begin(kept, 2), seconds: 30 }, outcome(40, false), 'later');
  assert.deepEqual(kept.best, { percent: 85, passed: true, at: 'now', attempt: 1 });
  assert.deepEqual([kept.tries, kept.minutes, kept.last.percent, record.left(kept, 2)], [2, 2, 40, 0]);
  const practice = begin(kept, 2);
  assert.equal(practice.counts, false);
  kept = record.finish(kept, practice, outcome(100, true), 'after');
  assert.deepEqual([kept.best.percent, kept.tries, kept.last.percent], [85, 2, 100]);
});

test('a quiz that changed keeps the rest of an attempt', () => {
  const sitting = { ...begin(record.read(null), 3, ['a', 'b', 'c']), answers: { a: [0], b: [1], c: [2] }, sure: { b: true } };
  const { sitting: now, gone, changed } = record.mend(sitting, { a: '1', b: 'new', d: '4' });
  assert.deepEqual([now.ids, gone, changed], [['a', 'b'], 1, ['b']]);
  assert.deepEqual([now.answers, now.sure, now.prints], [{ a: [0] }, {}, { a: '1', b: 'new' }]);
});

test('what is kept may be anything', () => {
  const empty = { best: null, tries: 0, current: null, last: null, minutes: 0 };
  for (const value of [null, 7, 'x', [], { tries: -1, minutes: 'a', current: [], last: {}, best: 'b' }, { current: { ids: [1, {}], seed: 's' } }])
    assert.deepEqual(record.read(value), empty, JSON.stringify(value));
  const read = record.read({ current: { ids: ['a', 5], seed: 's', answers: 3 }, best: { percent: 900 } });
  assert.deepEqual([read.current.ids, read.current.answers, read.best.percent], [['a'], {}, 100]);
});

test('hashes are SHA-256, and concealed answers are found among what can be chosen', () => {
  for (const text of ['', 'naloxone', 'é😀', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(300)])
    assert.equal(hash('salt', 2, text), createHash('sha256').update(`salt:2:${text}`).digest('hex').slice(0, 32), text);
  assert.equal(bits(90), '4056800000000000');
  assert.equal(bits(-0), bits(0));
  const hashes = ['0', '1', '1'].map((right, part) => hash('s', part, right));
  const open = unlock({ key: { form: 'choice', multiple: true, salt: 's', hashes }, shown: [] });
  assert.deepEqual(open.key.right, [false, true, true]);
  const typed = { form: 'texts', salt: 's', hashes: [hash('s', 0, 'cafe')] };
  assert.equal(score(typed, ' Café ').earned, 1);
  assert.equal(score(typed, 'tea').earned, 0);
});
