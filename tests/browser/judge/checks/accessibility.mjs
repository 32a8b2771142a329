// axe on a page as it opens, and again with everything on it opened and answered.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ask } from '../browser.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];
const MOST_PRESSES = 40;

/** Runs axe on the page as it is. */
export async function accessibility({ page, report }) {
  await page.evaluate(AXE);
  for (const violation of await ask(page, runAxe, RULES))
    report('accessibility', `${violation.rule}: ${violation.help}`, violation.element);
}

/** Opens and answers what the page holds, then runs axe again: folded parts have to be as good as the others. */
export async function accessibilityOpened({ page, report }) {
  const address = page.url();
  const touched = await ask(page, openEverything, MOST_PRESSES);
  if (touched > 0 && page.url().split('#')[0] === address.split('#')[0]) await accessibility({ page, report });
}

async function runAxe(_describe, rules) {
  const options = { runOnly: { type: 'tag', values: rules }, resultTypes: ['violations'], preload: false };
  const { violations } = await globalThis.axe.run(document, options);
  return violations.flatMap((violation) =>
    violation.nodes.map((node) => ({ rule: violation.id, help: violation.help, element: node.target.flat().join(' ') })),
  );
}

async function openEverything(_describe, mostPresses) {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const usable = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.disabled;
  globalThis.print = () => {};
  const folded = all('details:not([open])');
  for (const details of folded) details.open = true;
  const options = all('main input:is([type="radio"], [type="checkbox"])').filter(usable);
  for (const option of options) option.click();
  const buttons = all('main button').filter(usable).slice(0, mostPresses);
  for (const button of buttons) if (button.isConnected && usable(button)) button.click();
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  return folded.length + options.length + buttons.length;
}
