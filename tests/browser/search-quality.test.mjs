// How well the search finds things: questions that people bring to the repository's own site, and the pages that answer
// them, written down from reading the content. A page stands for all its levels and languages.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { openSite } from './search-engine.mjs';

const M = 'modules/difficult-conversations/';
const QUERIES = [
  // Words of titles, as they are and in other forms.
  ['naloxone', ['handouts/naloxone', 'glossary#naloxone']],
  ['tapering', ['handouts/tapering', 'scripts/taper-together', 'glossary#taper']],
  ['lower my dose', ['handouts/tapering']],
  ['first visit', ['handouts/first-visit', 'scripts/first-visit']],
  ['early refill', ['scripts/early-refill', `${M}02-friction-points`]],
  ['patient rights', ['handouts/your-rights']],
  ['handoffs', [`${M}04-handoffs-and-team`, 'forms/handoff-note']],
  ['handoff note', ['forms/handoff-note', `${M}04-handoffs-and-team`]],
  ['living with pain', ['handouts/living-with-pain']],
  ['building rapport', [`${M}01-building-rapport`]],
  ['long-term opioids', ['handouts/long-term-opioids']],
  // Words of the text.
  ['interpreter', ['handouts/your-rights', 'handouts/first-visit']],
  ['copy of my medical records', ['handouts/your-rights']],
  ['yoga tai chi', ['handouts/living-with-pain']],
  ['poor sleep makes pain worse', ['handouts/living-with-pain']],
  ['pacing yourself', ['handouts/living-with-pain']],
  ['mindfulness', ['handouts/living-with-pain']],
  ['nose spray', ['handouts/naloxone', 'glossary#naloxone', 'scripts/night-call']],
  ['blue lips', ['handouts/naloxone']],
  ['Good Samaritan law', ['handouts/naloxone']],
  ['someone cannot be woken', ['handouts/naloxone']],
  ['withdrawal feelings', ['handouts/tapering', 'glossary#withdrawal']],
  ['pregnant', ['handouts/tapering']],
  ['morphine conversion factors', [`${M}03-honest-evidence`]],
  ['SPACE trial', [`${M}03-honest-evidence`, 'handouts/long-term-opioids']],
  ['drug screen surprise', [`${M}02-friction-points`, 'scripts/unexpected-screen']],
  ['confirmatory test', ['glossary#confirmatory-test', `${M}02-friction-points`, 'scripts/unexpected-screen']],
  ['piano tuner amphetamine', ['scripts/unexpected-screen']],
  ['sleep apnea breathing mask', ['scripts/night-call']],
  ['roofer back pain article', ['scripts/only-thing-that-works']],
  ['fell in her kitchen', ['scripts/taper-together']],
  ['prescriber closed the practice', ['scripts/first-visit']],
  ['how pages are reviewed', ['pages/about']],
  ['creative commons license', ['pages/about']],
  ['front desk telephone', [`${M}01-building-rapport`, 'scripts/first-visit']],
  ['warm handoff', ['glossary#warm-handoff', `${M}04-handoffs-and-team`]],
  ['PEG score', ['glossary#peg-score', `${M}03-honest-evidence`]],
  ['what does MME mean', ['glossary#mme', `${M}03-honest-evidence`]],
  // A stem of a question, and a phrase.
  ['most urgent date in a handoff note', [`${M}04-handoffs-and-team`, 'forms/handoff-note']],
  ['"reading level"', ['pages/about']],
  // Beginnings and typing mistakes.
  ['nalox', ['handouts/naloxone', 'glossary#naloxone']],
  ['naloxne', ['handouts/naloxone', 'glossary#naloxone']],
  ['tapper', ['handouts/tapering', 'glossary#taper', 'scripts/taper-together']],
  ['withdrawl', ['handouts/tapering', 'glossary#withdrawal']],
  ['motivatonal interveiwing', ['glossary#motivational-interviewing', `${M}01-building-rapport`]],
  // Spanish, also without its accents.
  ['naloxona', ['handouts/naloxone', 'glossary#naloxone'], 'es'],
  ['primera cita', ['handouts/first-visit'], 'es'],
  ['como reconocer una sobredosis', ['handouts/naloxone', 'glossary#overdose'], 'es'],
  ['intérprete', ['handouts/first-visit'], 'es'],
  ['labios azules', ['handouts/naloxone'], 'es'],
  ['guardar los opioides con llave', ['handouts/naloxone'], 'es'],
  ['espray en la nariz', ['handouts/naloxone', 'glossary#naloxone'], 'es'],
];
const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-quality-'));

before(() => {
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', 'build', '--output', path.join(folder, 'site')], { cwd: repository });
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** `handouts/naloxone.easy.es.html` is `handouts/naloxone`; entries of the glossary keep their place. */
const name = (address) => address.replace(/^([^.]*)\.[^#]*/, '$1');

test('of the first three results one is right, for 95 of 100 queries', async () => {
  const { find } = openSite(path.join(folder, 'site'));
  const missed = [];
  let first = 0;
  for (const [typed, right, lang] of QUERIES) {
    const { paths } = await find(typed, { lang: lang ?? 'en' });
    const at = paths.slice(0, 3).findIndex((found) => right.includes(name(found)));
    if (at === 0) first += 1;
    if (at < 0) missed.push(`${typed}: ${paths.slice(0, 3).map(name).join(', ') || 'nothing'}`);
  }
  const found = QUERIES.length - missed.length;
  console.log(`${QUERIES.length} queries: ${found} in the first three, ${first} first`);
  assert.ok(QUERIES.length >= 40 && found / QUERIES.length >= 0.95, missed.join('\n'));
  assert.ok(first / QUERIES.length >= 0.8, `only ${first} first`);
});
