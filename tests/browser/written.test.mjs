// The checks that need no browser: policies, addresses, samples.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkFaults, policyFaults } from './judge/checks/written.mjs';
import { Faults } from './judge/kinds.mjs';
import { addressOf, locate, sample } from './judge/site.mjs';

const HOME = 'http://127.0.0.1:1/sub/';
const faultsOf = (policy) => policyFaults({ policies: [policy], policyComesLate: false }).map((fault) => fault.what);

test('a strict policy has no fault', () => {
  assert.deepEqual(faultsOf("default-src 'none'; img-src 'self' data:; base-uri 'none'; form-action 'none'"), []);
});

test('data: is for pictures only', () => {
  assert.deepEqual(faultsOf("default-src 'none'; script-src data:; base-uri 'none'; form-action 'none'"), [
    'its policy allows data: in script-src',
  ]);
});

test('an empty policy lacks all that has no fallback', () => {
  assert.deepEqual(faultsOf(''), [
    'its policy has no default-src',
    'its policy has no base-uri',
    'its policy has no form-action',
  ]);
});

test('an address leads to the file whose name it escapes', () => {
  const name = 'a folder/100 % #1 é.html';
  assert.deepEqual(locate(HOME, `${addressOf(HOME, name)}?x=1#b%20c`), { file: name, anchor: 'b c' });
  assert.deepEqual(locate(HOME, 'http://127.0.0.1:1/other/index.html'), { outside: true });
});

test('a page may link to other sites, to mail and to itself, but may load nothing from them', () => {
  const link = (written, isOutgoing) => ({ written, isOutgoing, address: new URL(written, `${HOME}a.html`).href, element: '' });
  const links = [link('https://example.org/', true), link('mailto:a@example.org', true), link('#here', true)];
  const site = { files: new Set(['a.html']) };
  const pages = new Map([['a.html', { ids: ['here'] }]]);
  assert.deepEqual(linkFaults({ links }, HOME, site, pages), []);
  const loaded = linkFaults({ links: [link('https://example.org/', false)] }, HOME, site, pages);
  assert.deepEqual(loaded.map((fault) => fault.kind), ['absolute-link']);
});

test('a sample takes from every folder in turn', () => {
  const pages = ['index.html', 'a/1.html', 'a/2.html', 'a/3.html', 'b/1.html'];
  assert.deepEqual(sample(pages, 3), ['index.html', 'a/1.html', 'b/1.html']);
  assert.deepEqual(sample(pages, 9).toSorted(), pages.toSorted());
});

test('one fault in two views is one fault', () => {
  const faults = new Faults();
  for (const view of ['light', 'dark']) faults.add({ kind: 'title', page: 'a.html', what: 'x', view });
  assert.deepEqual(faults.list(), [{ kind: 'title', page: 'a.html', what: 'x', element: '', view: 'light; dark' }]);
  assert.throws(() => faults.add({ kind: 'unheard-of', page: 'a.html', what: 'x' }));
});
