// `teachback serve` in a real browser: what an author sees after saving.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { accessibility } from './judge/checks/accessibility.mjs';
import { launch } from './judge/browser.mjs';

const repository = path.join(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(tmpdir(), 'teachback-serve-'));
let browser;
let server;

const write = (file, text) => {
  const place = path.join(folder, file);
  mkdirSync(path.dirname(place), { recursive: true });
  writeFileSync(place, text);
};
const page = (title, text) => `---\ntitle: ${title}\n---\n\n# ${title}\n\n${text}\n`;
const long = Array.from({ length: 40 }, (_, n) => `## Part ${n}\n\n${'Some words to fill the page. '.repeat(12)}\n`).join('\n');
const quiz = '::: question {#pain}\nWhat helps?\n\n- [ ] Nothing\n- [x] Listening {feedback="Yes."}\n:::\n\n::: details {title="More"}\nHidden words.\n:::\n';

before(async () => {
  execFileSync('cargo', ['build', '--quiet', '--locked'], { cwd: repository, stdio: 'inherit' });
  write('teachback.yaml', 'title: Preview\nlevels:\n  - {id: easy, name: Easy to read, max_grade: 5}\nroles:\n  - {id: nurse, name: Nurses}\n  - {id: desk, name: Front desk}\n');
  write('content/index.md', page('Start', 'Welcome.'));
  write('content/pages/one.md', page('One', 'First words.'));
  write('content/pages/two.md', page('Two', 'Other words.'));
  write('content/pages/long.md', page('Long', `${quiz}\n${long}`));
  write('content/pages/roles.md', page('Roles', '::: role {nurse}\nFor nurses only.\n:::\n\n::: role {desk}\nFor the desk only.\n:::\n'));
  server = await start();
  browser = await launch();
});

after(async () => {
  await browser?.close();
  server?.child.kill('SIGINT');
  rmSync(folder, { recursive: true, force: true });
});

/** A server at a port; a free one when none is asked for. */
function start(port = 0) {
  const child = spawn(path.join(repository, 'target/debug/teachback'), ['--project', folder, 'serve', '--port', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    child.on('exit', () => reject(new Error(said)));
    child.stderr.on('data', (piece) => {
      said += piece;
      const found = /preview at (http:[^ ]+\/)/.exec(said);
      if (found) resolve({ child, home: found[1], port: Number(new URL(found[1]).port) });
    });
  });
}

/** An open page that counts its loads and its complaints. */
async function open(file) {
  const view = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  view.setDefaultTimeout(20_000);
  view.loads = 0;
  view.complaints = [];
  view.on('domcontentloaded', () => { view.loads += 1; });
  view.on('pageerror', (error) => view.complaints.push(error.message));
  view.on('console', (message) => {
    if (/Content Security Policy|Uncaught/.test(message.text())) view.complaints.push(message.text());
  });
  await view.goto(server.home + file);
  await view.locator('#teachback-preview').waitFor({ state: 'attached' });
  await view.waitForFunction(() => document.getElementById('teachback-preview')?.shadowRoot?.querySelector('.toggle .unseen')?.textContent);
  return view;
}

/** What axe finds on the page with everything of the preview that is open. */
async function violations(view) {
  const found = [];
  await accessibility({ page: view, report: (_check, words, element) => found.push(`${words} ${element}`) });
  return found;
}

const overlay = (view) => view.locator('#teachback-preview .overlay');

test('a saved page is shown, and no other page is loaded again', async () => {
  const [one, two] = [await open('pages/one.html'), await open('pages/two.html')];
  write('content/pages/one.md', page('One', 'New words.'));
  await one.getByText('New words.').waitFor();
  assert.equal(one.loads, 2);
  assert.equal(two.loads, 1);
  assert.deepEqual([one.complaints, two.complaints], [[], []]);
  await one.close();
  await two.close();
});

test('a style sheet is swapped without a load', async () => {
  const view = await open('pages/two.html');
  await view.evaluate(() => { window.mark = true; });
  write('themes/default/assets/css/99-own.css', 'main { border-top: 7px solid rgb(1, 2, 3) }');
  await view.waitForFunction(() => getComputedStyle(document.querySelector('main')).borderTopWidth === '7px');
  await view.waitForFunction(() => document.querySelectorAll('link[rel="stylesheet"]').length === 2);
  assert.deepEqual([view.loads, await view.evaluate(() => window.mark), view.complaints], [1, true, []]);
  rmSync(path.join(folder, 'themes'), { recursive: true });
  await view.waitForFunction(() => getComputedStyle(document.querySelector('main')).borderTopWidth === '0px');
  assert.equal(view.loads, 1);
  await view.close();
});

test('faults lie over the page as long as they are there; warnings do not', async () => {
  const view = await open('pages/one.html');
  await assert.doesNotReject(overlay(view).waitFor({ state: 'hidden' }));
  write('content/pages/two.md', page('Two', 'See [the other page](none.md).'));
  await overlay(view).waitFor();
  assert.match(await overlay(view).innerText(), /content\/pages\/two\.md:7:\d+[\s\S]*error\[TB301 broken-link\]/);
  const link = overlay(view).locator('a.place').first();
  assert.match(await link.getAttribute('href'), /^vscode:\/\/file\/.*content\/pages\/two\.md:7:\d+$/);
  assert.deepEqual(await violations(view), []);
  // Put away by hand, it does not come back for the same fault, on no page.
  await view.keyboard.press('Escape');
  await overlay(view).waitFor({ state: 'hidden' });
  await view.reload();
  await view.waitForTimeout(300);
  assert.equal(await overlay(view).isVisible(), false);
  write('content/pages/two.md', page('Two', 'See [the other page](none.md) and [one more](nothing.md).'));
  await overlay(view).waitFor();
  write('content/pages/two.md', page('Two', 'Other words.'));
  await overlay(view).waitFor({ state: 'hidden' });
  assert.equal(view.loads, 2);
  write('content/pages/one.md', `---\ntitle: One\n---\n\n# One\n\nSee [here](two.md).\n`);
  const toggle = view.locator('#teachback-preview .toggle');
  await toggle.filter({ hasText: '1' }).waitFor();
  assert.equal(await overlay(view).isVisible(), false);
  await toggle.click();
  const panel = view.locator('#teachback-preview .panel');
  assert.match(await panel.innerText(), /content\/pages\/one\.md[\s\S]*warning \[TB\d+ [\s\S]*content\/pages\/one\.md:7:/);
  assert.deepEqual(await violations(view), []);
  await view.reload();
  await panel.waitFor();
  await view.keyboard.press('Tab');
  await panel.getByRole('button', { name: 'Close' }).click();
  await panel.waitFor({ state: 'hidden' });
  assert.deepEqual(view.complaints, []);
  await view.close();
});

test('scroll, focus, folds and answers survive', async () => {
  const view = await open('pages/long.html');
  const options = view.locator('#pain .player-fields input');
  await options.nth(1).check();
  const chosen = await view.locator('#pain .player-fields label').nth(1).innerText();
  await view.locator('#pain [data-part="check"]').click();
  const result = await view.locator('#pain .question-status').innerText();
  assert.ok(result.trim());
  await view.locator('main details.block-details, main details').last().evaluate((fold) => { fold.open = true; fold.dataset.mark = ''; });
  const folds = await view.locator('main details').evaluateAll((all) => all.map((fold) => fold.open));
  await view.locator('#part-25').scrollIntoViewIfNeeded();
  await view.evaluate(() => window.scrollTo(0, document.getElementById('part-25').getBoundingClientRect().top + scrollY + 40));
  await view.locator('#pain .player-fields input').nth(1).evaluate((input) => input.focus({ preventScroll: true }));
  write('content/pages/long.md', page('Long', `A new paragraph at the top.\n\n${quiz}\n${long}`));
  await view.getByText('A new paragraph at the top.').waitFor({ state: 'attached' });
  await view.waitForFunction(() => Math.abs(document.getElementById('part-25').getBoundingClientRect().top + 40) < 3);
  assert.equal(view.loads, 2);
  assert.equal(await view.locator('#pain .player-fields label', { hasText: chosen }).count(), 1);
  assert.ok(await options.nth(1).isChecked());
  assert.equal(await view.locator('#pain .question-status').innerText(), result);
  assert.deepEqual(await view.locator('main details').evaluateAll((all) => all.map((fold) => fold.open)), folds);
  assert.ok(await options.nth(1).evaluate((input) => input === document.activeElement));
  assert.deepEqual(view.complaints, []);
  await view.close();
});

test('a page can be seen as others see it', async () => {
  const view = await open('pages/roles.html');
  await view.locator('#teachback-preview .toggle').click();
  const panel = view.locator('#teachback-preview .panel');
  await panel.getByLabel('Role:').selectOption('Nurses');
  const desk = view.locator('main').getByText('For the desk only.');
  await desk.waitFor({ state: 'hidden' });
  assert.ok(await view.locator('main').getByText('For nurses only.').isVisible());
  await panel.getByLabel('Role:').selectOption('everybody');
  await desk.waitFor();
  const header = view.locator('.site-header');
  assert.ok(await header.locator('nav').first().isVisible());
  await panel.getByRole('button', { name: 'On paper' }).click();
  await header.locator('nav').first().waitFor({ state: 'hidden' });
  await panel.getByRole('button', { name: 'On paper' }).click();
  await header.locator('nav').first().waitFor();
  await panel.getByRole('link', { name: 'Without JavaScript' }).click();
  await view.waitForURL(/\?__nojs$/);
  assert.equal(await view.locator('#teachback-preview').count(), 0);
  await view.locator('.site-header a.site-name').click();
  await view.waitForURL(/index\.html\?__nojs$/);
  await view.getByRole('link', { name: /Show this page with JavaScript/ }).click();
  await view.locator('#teachback-preview').waitFor({ state: 'attached' });
  assert.match(view.url(), /index\.html$/);
  await view.close();
});

test('the reading level follows the text', async () => {
  const plain = 'Take one pill a day. Call us if it hurts. We are here to help you. You can stop when you want.';
  const hard = 'Pharmacological interventions necessitating continuous multidisciplinary reassessment of individual circumstances deteriorate considerably throughout hospitalisation.';
  const handout = (text) => `---\ntitle: Pills\n---\n\n${text}\n`;
  write('content/handouts/pills.easy.md', handout(plain));
  const view = await open('handouts/pills.easy.html');
  await view.locator('#teachback-preview .toggle').click();
  const panel = view.locator('#teachback-preview .panel');
  await panel.getByText(/for Easy to read: at most 5/).waitFor();
  assert.match(await panel.innerText(), /Grade -?\d+\.\d within for Easy to read: at most 5[\s\S]*22 words, 4 sentences, 1 minute to read/);
  write('content/handouts/pills.easy.md', handout(`${plain}\n\n${hard}`));
  await panel.getByText('too hard').waitFor();
  const first = panel.locator('.hardest li').first();
  assert.match(await first.innerText(), /Pharmacological[\s\S]*long words: [\s\S]*Without it the page measures [\s\S]*pills\.easy\.md:7:1/);
  assert.match(await first.locator('a.place').getAttribute('href'), /^vscode:\/\/file\/.*pills\.easy\.md:7:1$/);
  assert.deepEqual(await violations(view), []);
  assert.deepEqual(view.complaints, []);
  // A page without a level is measured too.
  await view.goto(`${server.home}pages/long.html`);
  await panel.getByText('the page has no reading level').waitFor();
  await view.close();
});

test('a draft is shown and marked', async () => {
  write('content/pages/early.md', '---\ntitle: Early\ndraft: true\n---\n\nNot ready.\n');
  const view = await open('pages/early.html');
  await view.getByText('Not ready.').waitFor();
  await view.locator('.draft-mark').waitFor();
  await view.locator('#teachback-preview .toggle .draft').waitFor();
  await view.locator('#teachback-preview .toggle').click();
  const mark = view.locator('#teachback-preview .panel').getByText('A build leaves this page out.');
  await mark.waitFor();
  write('content/pages/early.md', page('Early', 'Ready.'));
  await mark.waitFor({ state: 'detached' });
  await view.close();
});

test('the search knows what was just written', async () => {
  write('content/pages/two.md', page('Two', 'Words about a zebrafinch.'));
  const view = await open('search.html?q=zebrafinch');
  await view.locator('main').getByRole('link', { name: 'Two' }).first().waitFor();
  // An open page would load itself again at the same moment.
  await view.goto('about:blank');
  write('content/pages/two.md', page('Two', 'Words about a capybara.'));
  await view.goto(`${server.home}search.html?q=capybara`);
  await view.locator('main').getByRole('link', { name: 'Two' }).first().waitFor();
  assert.deepEqual(view.complaints, []);
  write('content/pages/two.md', page('Two', 'Other words.'));
  await view.close();
});

test('a page that goes and comes back is shown so', async () => {
  write('content/pages/three.md', page('Three', 'Here.'));
  const late = await browser.newPage();
  await late.goto(`${server.home}pages/later.html`);
  const view = await browser.newPage();
  await view.waitForTimeout(200);
  await view.goto(`${server.home}pages/three.html`);
  await view.getByText('Here.').waitFor();
  rmSync(path.join(folder, 'content/pages/three.md'));
  await view.getByText('Here.').waitFor({ state: 'detached' });
  write('content/pages/three.md', page('Three', 'Here again.'));
  await view.getByText('Here again.').waitFor();
  write('content/pages/later.md', page('Later', 'Written now.'));
  await late.getByText('Written now.').waitFor();
  await view.close();
  await late.close();
});

test('a page waits for a server that is started again', async () => {
  const view = await open('pages/two.html');
  const notice = view.locator('#teachback-preview .notice');
  const gone = new Promise((resolve) => { server.child.on('exit', resolve); });
  server.child.kill('SIGINT');
  assert.equal(await gone, 0);
  await notice.waitFor();
  write('content/pages/two.md', page('Two', 'Written meanwhile.'));
  server = await start(server.port);
  await view.getByText('Written meanwhile.').waitFor();
  await notice.waitFor({ state: 'hidden' });
  await view.close();
});

test('another site hears nothing of the preview', async () => {
  const view = await browser.newPage();
  await view.route('http://evil.example/**', (route) => route.fulfill({ contentType: 'text/html', body: '<title>evil</title>' }));
  await view.goto('http://evil.example/');
  const heard = await view.evaluate(async (home) => {
    const read = await fetch(`${home}pages/two.html`).then((answer) => answer.text(), () => 'refused');
    const channel = await new Promise((resolve) => {
      const source = new EventSource(`${home}__teachback/live?page=index.html`);
      source.addEventListener('site', () => resolve('heard'));
      source.onerror = () => resolve('refused');
    });
    return [read, channel];
  }, server.home);
  assert.deepEqual(heard, ['refused', 'refused']);
  await view.close();
});
