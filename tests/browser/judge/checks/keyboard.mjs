// Tab through a page as someone without a mouse does.
import { ask } from '../browser.mjs';

const MOST_STOPS = 150;
/** Stops that one element may have inside itself: the parts of a date, the buttons of a player. */
const MOST_INNER_STOPS = 12;

/** Follows Tab from the top of the page until it leaves the page or comes back to the first stop. */
export async function keyboard({ page, report }) {
  const visited = new Set();
  let last = 0;
  let inner = 0;
  for (let press = 0; press < MOST_STOPS; press += 1) {
    await page.keyboard.press('Tab');
    const stop = await ask(page, focusedElement);
    if (press === 0 && !stop?.skips) report('skip-link', 'Tab does not first reach a link to the main part', stop?.element);
    if (!stop || (stop.number === 1 && visited.size > 1)) return;
    inner = stop.number === last ? inner + 1 : 0;
    if (inner > MOST_INNER_STOPS || (inner === 0 && visited.has(stop.number))) {
      report('focus-trap', 'Tab does not get past it', stop.element);
      return;
    }
    if (inner === 0 && !stop.outlined) report('focus-unseen', 'has no outline when focused', stop.element);
    if (inner === 0 && !stop.clear) report('focus-covered', 'is out of view or covered when focused', stop.element);
    visited.add(stop.number);
    last = stop.number;
  }
}

/** The focused element, numbered in the order of the first visits; null outside the page. Runs in the page. */
async function focusedElement(describe) {
  await new Promise((done) => requestAnimationFrame(done));
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const numbers = (globalThis.focusNumbers ??= new Map());
  if (!numbers.has(element)) numbers.set(element, numbers.size + 1);

  const target = element.localName === 'a' && element.hash ? document.getElementById(element.hash.slice(1)) : null;
  const targets = [element, ...(element.labels ?? [])];
  const isSolid = (color) => !/^transparent$|[,/] 0\)$/.test(color);
  const isOutlined = (candidate) => {
    const style = getComputedStyle(candidate);
    return style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0 && isSolid(style.outlineColor);
  };
  const isHit = (box) => {
    const left = Math.max(box.left, 0);
    const right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 2 || bottom - top < 2) return false;
    return [0.5, 0.15, 0.85].some((part) => {
      const found = document.elementFromPoint(left + (right - left) * part, top + (bottom - top) * part);
      return found && targets.some((candidate) => candidate.contains(found) || found.contains(candidate));
    });
  };
  return {
    number: numbers.get(element),
    element: describe(element),
    skips: Boolean(target?.closest('main') ?? target?.querySelector('main')),
    outlined: [...targets, element.parentElement].some(isOutlined),
    clear: targets.some((candidate) => [...candidate.getClientRects()].some(isHit)),
  };
}
