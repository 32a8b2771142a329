// How long an author waits: from saving one page to the changed page over HTTP, while `teachback serve` runs.
//
//   node benches/latency.mjs PROGRAM [PAGES] [EDITS]     for example: node benches/latency.mjs target/release/teachback 1000
//
// Makes a site of so many pages in a temporary folder, saves pages at random places, and prints the median, the 90th
// percentile and the slowest of the times in milliseconds. The title stays, then changes too, which other pages show.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';

const [program = 'target/release/teachback', pages = '1000', edits = '15'] = process.argv.slice(2);
const total = Number(pages);
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-latency-'));
const sentence = 'Listen first, then say in plain words what will happen next and why it helps. ';

const file = (n) => path.join(folder, 'content/modules', `m${Math.floor(n / 20)}`, `${String(n % 20).padStart(2, '0')}-page.md`);
const address = (n) => `/modules/m${Math.floor(n / 20)}/${String(n % 20).padStart(2, '0')}-page.html`;

function text(n, mark, title = `Lesson ${n}`) {
  const body = Array.from({ length: 8 }, (_, at) => `## Part ${at + 1}\n\n${sentence.repeat(6)}\n`).join('\n');
  const next = `[Go on with the next lesson](${String((n + 1) % 20).padStart(2, '0')}-page.md)`;
  const table = '| When | What |\n|---|---|\n| today | call |\n| tomorrow | meet |\n';
  return `---\ntitle: ${title}\n---\n\n${mark}\n\n${body}\n${table}\n${(n + 1) % 20 && n + 1 < total ? next : ''}\n`;
}

function build() {
  writeFileSync(path.join(folder, 'teachback.yaml'), 'title: Latency\n');
  for (let n = 0; n < total; n += 1) {
    mkdirSync(path.dirname(file(n)), { recursive: true });
    if (n % 20 === 0) writeFileSync(path.join(path.dirname(file(n)), 'module.md'), `---\ntitle: Module ${n / 20}\n---\n\nWords.\n`);
    writeFileSync(file(n), text(n, 'Begin.'));
  }
}

const agent = new http.Agent({ keepAlive: true });

function get(base, at) {
  return new Promise((resolve, reject) => {
    http.get(base + at, { agent }, (answer) => {
      let body = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece) => { body += piece; });
      answer.on('end', () => resolve(body));
    }).on('error', reject);
  });
}

async function until(base, at, mark) {
  while (!(await get(base, at)).includes(mark)) await sleep(1);
}

function start() {
  const server = spawn(program, ['--project', folder, 'serve', '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve) => {
    let said = '';
    server.stderr.on('data', (piece) => {
      said += piece;
      const found = /preview at (http:[^ ]+)\//.exec(said);
      if (found) resolve({ server, base: found[1] });
    });
  });
}

async function measure(base, name, change) {
  const times = [];
  for (let edit = 0; edit < Number(edits); edit += 1) {
    const n = (edit * 7919) % total;
    const mark = `${name}-${edit}.`;
    const begin = performance.now();
    writeFileSync(file(n), change(n, mark, edit));
    await until(base, address(n), mark);
    times.push(performance.now() - begin);
    await sleep(300);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(0);
  console.log(`${total} pages, ${name}: median ${at(0.5)} ms, 90% ${at(0.9)} ms, slowest ${at(1)} ms`);
}

build();
const begin = performance.now();
const { server, base } = await start();
console.log(`${total} pages, first build: ${(performance.now() - begin).toFixed(0)} ms`);
try {
  await measure(base, 'text', (n, mark) => text(n, mark));
  await measure(base, 'title', (n, mark, edit) => text(n, mark, `Lesson ${n} again ${edit}`));
} finally {
  server.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
}
