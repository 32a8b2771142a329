// The second theme of the repository: made without Rust, and as readable as the first.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { judge } from './judge/judge.mjs';

const PAGES = 8;
const repository = path.join(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(tmpdir(), 'teachback-theme-'));

after(() => rmSync(scratch, { recursive: true, force: true }));

test('the site has no fault in the theme "warm", with everything that teachback.yaml can add', async () => {
  for (const part of ['content', 'themes/warm', 'teachback.yaml']) cpSync(path.join(repository, part), path.join(scratch, part), { recursive: true });
  const file = path.join(scratch, 'teachback.yaml');
  const settings = readFileSync(file, 'utf8').replace(/^theme:.*$/m, 'theme: warm').replace(/^brand:.*$/m, '');
  const brand = 'brand: {logo: media/logo.svg, footer: Open day and night., banner: {text: Closed today., link: "tel:555-0100"}}\n';
  writeFileSync(file, `${settings}\n${brand}base_url: https://example.org/training\noffline: true\n`);
  const folder = path.join(scratch, 'site');
  execFileSync('cargo', ['run', '--quiet', '--locked', '--', '--quiet', '--project', scratch, 'build', '--output', folder], { cwd: repository, stdio: 'inherit' });
  assert.match(readFileSync(path.join(folder, 'index.html'), 'utf8'), /class="warm-owner"/);
  const verdict = await judge(folder, { maxPages: PAGES, jobs: 2 });
  assert.deepEqual(verdict.faults.map(({ page, kind, what }) => `${page}: ${kind}: ${what}`), []);
});
