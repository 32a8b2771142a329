// The judge must find nothing on a good site, and every kind of fault on a bad one.
import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { judge } from './judge/judge.mjs';
import { KINDS } from './judge/kinds.mjs';

const fixture = (name) => path.join(import.meta.dirname, 'fixtures', name);

/** What the bad site holds: kind, page, and words of the message, the element or the view that must be told. */
const FAULTS_ON_PURPOSE = [
  ['title', 'outline.html', 'no title'],
  ['description', 'outline.html', 'no meta description'],
  ['address', 'links.html', '"links.html" is no full address'],
  ['address', 'links.html', '"https://example.org/other.html" is not'],
  ['address', 'lost.html', '2 canonical'],
  ['weight', 'heavy.html', 'more than 2'],
  ['language', 'outline.html', 'no lang'],
  ['viewport', 'outline.html', 'device-width'],
  ['viewport', 'outline.html', 'forbids zooming'],
  ['one-heading', 'outline.html', '2 h1'],
  ['one-main', 'outline.html', '2 main'],
  ['duplicate-id', 'outline.html', '"twice"'],
  ['policy', 'outline.html', 'has 0'],
  ['policy', 'policy.html', 'after a script or style'],
  ['policy', 'policy.html', 'no form-action'],
  ['policy', 'policy.html', "'unsafe-inline' in script-src"],
  ['policy', 'policy.html', 'https://example.org in script-src'],
  ['policy', 'policy.html', "'unsafe-inline' in style-src"],
  ['inline-code', 'policy.html', 'script "document.title'],
  ['inline-code', 'policy.html', 'style "em'],
  ['inline-code', 'policy.html', 'A style of its own'],
  ['inline-code', 'policy.html', 'A handler of its own'],
  ['markup', 'outline.html', 'Duplicate ID'],
  ['absolute-link', 'links.html', '"/index.html"'],
  ['dead-link', 'links.html', '"missing.html"'],
  ['dead-link', 'links.html', '"missing.png"'],
  ['dead-link', 'links.html', '"./"'],
  ['dead-link', 'links.html', '"../outside.html" leaves the site'],
  ['dead-anchor', 'links.html', '"nowhere"'],
  ['unreachable-page', 'lost.html', 'index.html'],
  ['console-error', 'requests.html', 'a message that nobody should see'],
  ['failed-request', 'links.html', '404 for missing.png'],
  ['foreign-request', 'requests.html', 'https://example.org/picture.png'],
  ['accessibility', 'accessibility.html', 'target-size'],
  ['accessibility', 'accessibility.html', 'image-alt'],
  ['accessibility', 'accessibility.html', 'details > .pale'],
  ['accessibility', 'accessibility.html', '.pale-when-dark in 1280 px dark; 360 px dark'],
  ['accessibility', 'accessibility.html', '.pale-on-phones in 360 px light'],
  ['sideways-scroll', 'wide.html', 'div.wide'],
  ['sideways-scroll-spaced', 'spaced.html', 'p.unbroken'],
  ['skip-link', 'keyboard.html', 'main part'],
  ['focus-unseen', 'keyboard.html', 'a.no-outline'],
  ['focus-covered', 'keyboard.html', 'div.covered > a'],
  ['focus-trap', 'trap.html', 'input#trap'],
  ['print-fixed', 'paper.html', 'p.fixed-in-print'],
  ['print-overflow', 'paper.html', 'p.wide-in-print'],
  ['print-small', 'paper.html', 'p.small-in-print'],
  ['print-pale', 'paper.html', 'p.pale-in-print'],
  ['needs-script', 'scripted.html', 'without JavaScript'],
  ['file-text', 'file.html', '"file." instead of "server."'],
  ['file-style', 'file.html', 'file://'],
];

test('a good site has no fault', async () => {
  const { faults, pages, opened } = await judge(fixture('good'));
  assert.deepEqual(faults, []);
  assert.equal(pages, 3);
  assert.equal(opened, 3);
});

test('a bad site', async (t) => {
  const { faults } = await judge(fixture('bad'), { mostKilobytes: 2 });
  const told = (fault) => `${fault.what} ${fault.element} in ${fault.view}`;

  for (const [kind, page, words] of FAULTS_ON_PURPOSE)
    await t.test(`${kind} on ${page}: ${words}`, () => {
      const found = faults.filter((fault) => fault.kind === kind && fault.page === page).map(told);
      assert.ok(found.some((text) => text.includes(words)), `found only: ${JSON.stringify(found)}`);
    });

  await t.test('shows every kind of fault the judge knows', () => {
    assert.deepEqual(new Set(FAULTS_ON_PURPOSE.map(([kind]) => kind)), new Set(Object.keys(KINDS)));
  });

  await t.test('its first page, which only holds links, has no fault', () => {
    assert.deepEqual(faults.filter((fault) => fault.page === 'index.html'), []);
  });
});
