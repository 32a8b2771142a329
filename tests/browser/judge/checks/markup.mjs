// The Nu HTML checker over all pages at once.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const JAR = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');
/** Files a run: a command line has a largest length. */
const MOST_FILES = 500;

/**
 * @param {{folder: string, pages: string[]}} site
 * @returns {Promise<{kind: 'markup', page: string, what: string, element: string}[]>}
 */
export async function markupFaults(site) {
  const faults = [];
  for (let start = 0; start < site.pages.length; start += MOST_FILES) {
    const files = site.pages.slice(start, start + MOST_FILES).map((page) => path.join(site.folder, page));
    const { messages } = JSON.parse(await runChecker(files));
    for (const { url, message, lastLine, extract } of messages) {
      const page = url ? path.relative(site.folder, fileURLToPath(url)).split(path.sep).join('/') : '';
      const element = (extract ?? '').replace(/\s+/g, ' ').trim();
      faults.push({ kind: 'markup', page, what: `line ${lastLine}: ${message}`, element });
    }
  }
  return faults;
}

/** Runs the checker; it writes its answer, one JSON object, to stderr. */
function runChecker(files) {
  const options = ['-Xss8m', '-jar', JAR, '--errors-only', '--format', 'json', '--exit-zero-always'];
  return new Promise((resolve, reject) => {
    const checker = spawn('java', [...options, ...files], { stdio: ['ignore', 'ignore', 'pipe'] });
    const answer = [];
    checker.stderr.on('data', (chunk) => answer.push(chunk));
    checker.on('error', reject);
    checker.on('close', () => {
      const text = Buffer.concat(answer).toString('utf8');
      const start = text.search(/^\{/m); // Java may print warnings of its own first
      if (start < 0) reject(new Error(`the Nu HTML checker did not run: ${text.slice(0, 300)}`));
      else resolve(text.slice(start));
    });
  });
}
