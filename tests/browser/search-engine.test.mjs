// The search without a page: words, stems, typing mistakes, phrases, scripts without spaces, filters, and how much a search
// of a thousand pages loads. tests/search.rs compares words and stems with the program.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { openSite, search } from './search-engine.mjs';

const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-search-'));
let site;

const build = (project, output) => {
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', project, 'build', '--output', output], { cwd: repository });
  return output;
};
before(() => {
  site = openSite(build(path.join(import.meta.dirname, 'search-site'), path.join(folder, 'site')));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const paths = async (typed, filter) => (await site.find(typed, filter)).paths;

test('distances count changes, letters more or less, and swaps', () => {
  for (const [one, other, distance] of [['naloxone', 'naloxone', 0], ['nalxone', 'naloxone', 1], ['naloxnoe', 'naloxone', 1], ['teh', 'the', 1], ['box', 'fax', 2]])
    assert.equal(search.distance(one, other, 2), distance, `${one} ${other}`);
  assert.equal(search.distance('medicine', 'bandage', 2), 3);
  assert.equal(search.distance('a', 'abcdef', 2), 3);
});

test('what is typed is cut into words, phrases and a beginning', () => {
  const read = (typed) => search.parse(typed).map(({ words, phrase, open }) => [words.map((word) => word.text).join(' '), phrase, open]);
  assert.deepEqual(read('Sore thro'), [['sore', false, false], ['thro', false, true]]);
  assert.deepEqual(read('honey "sore throat" honey '), [['honey', false, false], ['sore throat', true, false]]);
  assert.deepEqual(read('“sore throat'), [['sore throat', true, false]]);
  assert.deepEqual(read('疼痛'), [['疼痛', false, true]]);
  assert.deepEqual(read(' … '), []);
});

test('other forms of a word find it, and the passage is marked', async () => {
  const { results } = await site.find('locking boxes');
  assert.equal(results[0].path, 'pages/storing.html');
  assert.equal(results[0].anchor, 'locked-away');
  assert.equal(results[0].passage, 'Children open [boxes]. A [locked] [box] keeps medicine from them.');
});

test('the beginning of the last word, and typing mistakes', async () => {
  assert.deepEqual(await paths('prescr'), ['pages/travel.html']);
  assert.deepEqual(await paths('prescr '), []);
  for (const typed of ['luggege', 'lugage', 'lguggage', 'xuggage']) {
    const { paths: found, instead } = await site.find(typed);
    assert.deepEqual([found, instead], [['pages/travel.html'], 'luggage'], typed);
  }
  assert.deepEqual(await paths('xyz'), [], 'three letters have to be right');
});

test('phrases stand together', async () => {
  assert.equal((await paths('medicine box')).length, 2);
  assert.deepEqual(await paths('"locked box"'), ['pages/storing.html']);
  assert.deepEqual(await paths('"box locked"'), []);
  // A word that says nothing alone keeps its place in a phrase.
  assert.deepEqual(await paths('"belongs in the hand"'), ['pages/travel.html']);
  assert.deepEqual(await paths('"belongs hand"'), []);
});

test('levels and languages of a page are one result, narrowed down by filters', async () => {
  const { results } = await site.find('honey throat');
  assert.equal(results[0].title, 'Cough');
  assert.equal(results[0].others, 1);
  assert.equal(results.filter((result) => result.title === 'Cough').length, 1);
  const { levels, kinds, roles } = site.site;
  const at = (list, id) => list.findIndex((option) => option.id === id);
  assert.deepEqual(await paths('honey', { level: at(levels, 'easy') }), ['handouts/cough.easy.html']);
  assert.deepEqual(await paths('honey', { kind: at(kinds, 'script') }), ['scripts/counter.html']);
  // What is for nobody in particular is for everybody.
  assert.deepEqual((await paths('medicine', { role: at(roles, 'nurse') })), ['pages/storing.html']);
  assert.equal((await paths('bandage', { role: at(roles, 'nurse') })).length, 10);
});

test('tags are found; what may be said in a script is not', async () => {
  assert.deepEqual(await paths('cupboard'), ['pages/storing.html']);
  assert.deepEqual(await paths('depends'), []);
  assert.deepEqual(await paths('the of and'), []);
});

test('German, French, Arabic and Chinese', async () => {
  for (const [lang, ...all] of [
    ['de', 'Schmerz', 'schmerzen', 'HONIGS'],
    ['fr', 'hopitaux', 'médicaments', 'calmer'],
    ['ar', 'مستشفى', 'السُّعال', 'دواء', 'للدواء', 'طبيب'],
    ['zh', '疼痛', '慢性疼痛', '咳', '医生咨询'],
  ])
    for (const typed of all) assert.deepEqual(await paths(typed, { lang }), [`handouts/cough.standard.${lang}.html`], typed);
  assert.deepEqual(await paths('Honig', { lang: 'en' }), []);
  assert.deepEqual(await paths('Honig', { lang: 'all' }), ['handouts/cough.standard.de.html']);
});

test('the first results of a thousand pages come with at most 100 KB', async () => {
  const project = path.join(folder, 'large');
  mkdirSync(path.join(project, 'content/pages'), { recursive: true });
  writeFileSync(path.join(project, 'teachback.yaml'), 'title: Large\n');
  const lexicon = Array.from({ length: 9000 }, (_, at) => {
    const parts = ['ba', 'dor', 'fen', 'gil', 'hum', 'kas', 'lom', 'mir', 'nap', 'rus'];
    return [...String(at + 1000)].map((digit) => parts[Number(digit)]).join('');
  });
  let state = 7;
  // Words as often as in texts: the n-th is n times as rare as the first (Zipf).
  const word = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return lexicon[Math.floor(lexicon.length ** (state / 2 ** 32)) - 1];
  };
  for (let page = 0; page < 1000; page++) {
    const sections = Array.from({ length: 5 }, (_, at) => `## ${word()} ${at}\n\n${Array.from({ length: 100 }, word).join(' ')}.\n`);
    writeFileSync(path.join(project, `content/pages/page-${page}.md`), `---\ntitle: ${word()} ${word()} ${page}\n---\n\n${sections.join('\n')}`);
  }
  const output = build(project, path.join(folder, 'large-site'));
  const zipped = (file) => gzipSync(readFileSync(path.join(output, file))).length;
  const page = readFileSync(path.join(output, 'search.html'), 'utf8');
  const engine = [...page.matchAll(/ (?:src|href)="(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file);
  assert.ok(engine.length > 3);
  const fixed = ['search.html', ...engine].reduce((sum, file) => sum + zipped(file), 0);
  for (const typed of [lexicon[40], `${lexicon[300]} ${lexicon[7000]}`, lexicon[2000].slice(0, 7)]) {
    // Another language name makes the engine forget what it has loaded.
    const fresh = openSite(output);
    const lang = `en-${typed}`;
    fresh.site.catalogs[lang] = fresh.site.catalogs.en;
    const given = globalThis.teachback.searchData;
    globalThis.teachback.searchData = (key, data) => given(key.replace('en/', `${lang}/`), data);
    const { results } = await fresh.find(typed, { lang });
    globalThis.teachback.searchData = given;
    const bytes = fixed + fresh.loaded.reduce((sum, file) => sum + zipped(file), 0);
    console.log(`${typed}: ${results.length} results, ${fresh.loaded.length} files, ${bytes} bytes with page and scripts`);
    assert.ok(results.length > 0 && bytes <= 100_000, `${typed}: ${results.length} results after ${bytes} bytes`);
  }
});
