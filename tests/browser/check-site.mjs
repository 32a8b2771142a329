#!/usr/bin/env node
// Judges the folder of a built site: check-site.mjs DIR [--max-pages N] [--jobs N]
// Exit code 0: no fault, 1: faults, 2: could not judge.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { judge } from './judge/judge.mjs';
import { KINDS } from './judge/kinds.mjs';

const MOST_EXAMPLES = 12;
const USAGE = 'usage: check-site.mjs DIR [--max-pages N] [--jobs N]   (DIR holds index.html)';

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'max-pages': { type: 'string', default: '60' }, 'jobs': { type: 'string', default: '2' } },
  });
  const [folder] = positionals;
  const [maxPages, jobs] = [Number(values['max-pages']), Number(values.jobs)];
  if (positionals.length !== 1 || !(maxPages >= 1) || !(jobs >= 1)) throw new Error(USAGE);
  if (!existsSync(path.join(folder, 'index.html'))) throw new Error(`${folder} holds no index.html\n${USAGE}`);

  const verdict = await judge(folder, { maxPages, jobs });
  for (const kind of Object.keys(KINDS)) printKind(kind, verdict.faults.filter((fault) => fault.kind === kind));
  const failed = new Set(verdict.faults.map((fault) => fault.kind)).size;
  console.log(`${verdict.pages} pages read, ${verdict.opened} opened in every way, ${verdict.faults.length} faults`);
  console.log(`${Object.keys(KINDS).length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** One line for the kind, and one for each different fault with the number of pages that have it. */
function printKind(kind, faults) {
  console.log(`${faults.length === 0 ? 'ok  ' : 'FAIL'} ${kind}: ${KINDS[kind]}`);
  const pagesOf = new Map();
  for (const { page, what, element, view } of faults) {
    const fault = [what, element && `at ${element}`, view && `in ${view}`].filter(Boolean).join('\n         ');
    pagesOf.set(fault, [...(pagesOf.get(fault) ?? []), page]);
  }
  for (const [fault, [page, ...others]] of [...pagesOf].slice(0, MOST_EXAMPLES))
    console.log(`     ${page}${others.length > 0 ? ` and ${others.length} more pages` : ''}: ${fault}`);
  if (pagesOf.size > MOST_EXAMPLES) console.log(`     and ${pagesOf.size - MOST_EXAMPLES} more`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
