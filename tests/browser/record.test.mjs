// The record of what a learner did, without a page: what is read, brought up to date and merged.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import path from 'node:path';
import { test } from 'node:test';

const scripts = path.join(import.meta.dirname, '../../themes/default/assets/js');
const require = createRequire(import.meta.url);
for (const script of ['20-record.js', 'algorithms/10-sha256.js']) require(path.join(scripts, script));
const { records, sha256 } = globalThis.teachback;

const DAY = (n) => `2026-11-0${n}T08:00:00.000Z`;
const record = (sections, more = {}) => ({ ...records.empty('s'), sections, ...more });
const quiz = (at, best, more = {}) => ({ quizzes: { q: { at: DAY(at), best, ...more } } });

test('what is no record is told apart', () => {
  for (const [text, fault] of [
    ['', 'damaged'], ['{', 'damaged'], ['null', 'damaged'], ['[]', 'damaged'], ['{"format":"other"}', 'damaged'],
    [JSON.stringify({ ...record({}), version: 0 }), 'damaged'],
    [JSON.stringify({ ...record({}), version: '2' }), 'damaged'],
    [JSON.stringify({ ...record({}), sections: [] }), 'damaged'],
    [JSON.stringify({ ...record({}), version: 3 }), 'newer'],
    [JSON.stringify({ ...record({}), site: 'other' }), 'foreign'],
  ]) assert.deepEqual(records.read(text, 's'), { fault }, text);
});

test('parts that are no items are left out, the others stay', () => {
  const text = JSON.stringify(record({ pages: { a: { read: true, at: DAY(1) }, b: 7, c: null }, quizzes: 'none' }));
  assert.deepEqual(records.read(text, 's').record.sections, { pages: { a: { read: true, at: DAY(1) } } });
});

test('a record of the first version is brought up to date', () => {
  const old = { format: 'teachback-progress', version: 1, site: 's', sections: { pages: { a: { read: true } } } };
  const now = records.read(JSON.stringify(old), 's').record;
  assert.equal(now.version, 2);
  assert.deepEqual(now.sections.pages.a, { read: true, at: '' });
});

test('of two states the newer one holds, with the better result and the larger count', () => {
  const best = (percent, passed) => ({ percent, passed, at: DAY(1) });
  for (const [one, other, expected] of [
    [best(70, false), best(90, true), best(90, true)],
    [best(90, true), best(70, false), best(90, true)],
    [best(79, false), best(60, true), best(60, true)],
    [best(70, false), undefined, best(70, false)],
  ]) {
    const merged = records.merge(record(quiz(2, one, { tries: 3 })), record(quiz(5, other, { tries: 1, current: 'new' })));
    assert.deepEqual(merged.sections.quizzes.q, { at: DAY(5), tries: 3, current: 'new', best: expected });
  }
});

test('merging the other way round gives the same', () => {
  const one = record({ ...quiz(2, { percent: 50, passed: false }), pages: { a: { read: true, at: DAY(1) } } });
  const other = record({ ...quiz(3, { percent: 40, passed: false }), pages: { b: { read: true, at: DAY(2) } } });
  assert.deepEqual(records.merge(one, other).sections, records.merge(other, one).sections);
});

test('what was taken away or erased later does not come back', () => {
  const read = record({ pages: { a: { read: true, at: DAY(1) }, b: { read: true, at: DAY(4) } } });
  const taken = record({ pages: { a: { gone: true, at: DAY(2) } } });
  assert.equal(records.merge(read, taken).sections.pages.a.gone, true);
  const erased = record({}, { erased: DAY(3) });
  assert.deepEqual(records.merge(read, erased).sections, { pages: { b: { read: true, at: DAY(4) } } });
});

test('the hash is that of the standard, also across blocks', () => {
  for (const text of ['', 'abc', 'ä🙂', ...[55, 56, 63, 64, 65, 119, 120, 1000].map((n) => 'x'.repeat(n))])
    assert.equal(Buffer.from(sha256(text)).toString('hex'), createHash('sha256').update(text).digest('hex'));
});
