// The scripts of questions that need no page: scoring and mixing. tests/scoring compares scoring with the program.
import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const scripts = path.join(import.meta.dirname, '../../themes/default/assets/js/questions');
const require = createRequire(import.meta.url);
for (const script of ['10-shuffle.js', '20-score.js']) require(path.join(scripts, script));
const { fold, marks, number, points, score, shuffle } = globalThis.teachback;

test('several options earn and cost the same and never less than nothing', () => {
  const key = { form: 'choice', multiple: true, right: [true, false, true, true, false] };
  for (const [chosen, earned] of [[[0, 2, 3], 3], [[0, 2], 2], [[0, 1, 2, 3], 2], [[0, 1, 4], 0], [[], 0]])
    assert.deepEqual(score(key, chosen), { earned, of: 3 }, String(chosen));
});

test('one option, true or false, and a reflection', () => {
  const single = { form: 'choice', multiple: false, right: [false, true] };
  assert.deepEqual(score(single, [1]), { earned: 1, of: 1 });
  assert.deepEqual(score(single, [0, 1]), { earned: 0, of: 1 });
  assert.deepEqual(score({ form: 'truth', answer: false }, false), { earned: 1, of: 1 });
  assert.equal(score({ form: 'reflection' }, 'words'), null);
});

test('typed answers are folded', () => {
  assert.equal(fold('\u00a0 Café '), 'cafe');
  assert.equal(score({ form: 'texts', texts: ['Café'] }, 'CAFE ').earned, 1);
  assert.equal(score({ form: 'pattern', pattern: String.raw`\d+ ?mg` }, '5 MG').earned, 1);
  assert.equal(score({ form: 'pattern', pattern: String.raw`\d+ ?mg` }, '5 mg a day').earned, 0);
});

test('numbers are read as people type them, and the boundary is right', () => {
  for (const [typed, value] of [['0,125', 0.125], ['\u22125', -5], ['5.', 5], ['1,500', null], ['90 mg', null], ['', null]])
    assert.equal(number(typed), value, typed);
  const key = { form: 'number', answer: 1, tolerance: 0.1 };
  assert.equal(score(key, '1.1').earned, 1);
  assert.equal(score(key, '1.1000001').earned, 0);
});

test('parts are marked one by one', () => {
  assert.deepEqual(marks({ form: 'order', items: 3 }, [0, 2, 1]), [true, false, false]);
  assert.deepEqual(marks({ form: 'match', targets: [0, 1, 0] }, [0, 0, null]), [true, false, false]);
  const gaps = [{ texts: ['low'], chosen: false }, { texts: ['slow', 'fast'], chosen: true }];
  assert.deepEqual(marks({ form: 'gaps', gaps }, ['LOW', 'Slow']), [true, false]);
  assert.equal(points({ earned: 2, of: 3 }, 1.5), 1);
});

test('a seed decides the order, and nothing is lost', () => {
  const items = ['a', 'b', 'c', 'd', 'e'];
  assert.deepEqual(shuffle(items, 'one'), shuffle(items, 'one'));
  assert.deepEqual(shuffle(items, 'one').toSorted(), items);
  const orders = new Set(Array.from({ length: 60 }, (_, seed) => shuffle(items, String(seed)).join('')));
  assert.ok(orders.size > 30, `${orders.size} orders from 60 seeds`);
  assert.deepEqual(items, ['a', 'b', 'c', 'd', 'e']);
});
