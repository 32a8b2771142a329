// Sideways scrolling on the narrowest screen WCAG asks for (1.4.10), also with the text spacing of WCAG 1.4.12.
import { ask } from '../browser.mjs';

/** Opens the folded parts, then measures the page at 320 px, as it is and with wide text spacing. */
export async function narrow({ page, report }) {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  const plain = await ask(page, sideways);
  if (plain) report('sideways-scroll', `scrolls sideways by ${plain.by} px at 320 px`, plain.element);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
      p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets.push(sheet);
  });
  const spaced = await ask(page, sideways);
  if (spaced && !plain) report('sideways-scroll-spaced', `scrolls sideways by ${spaced.by} px at 320 px with wide text`, spaced.element);
}

/** By how much the page is wider than its window, and the innermost element that sticks out furthest. Runs in the page. */
export function sideways(describe) {
  const root = document.documentElement;
  const by = root.scrollWidth - root.clientWidth;
  if (by <= 0) return null;
  const isClipped = (element) => {
    for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement)
      if (getComputedStyle(outer).overflowX !== 'visible') return true;
    return false;
  };
  const right = (element) => element.getBoundingClientRect().right + scrollX;
  const widest = [...document.body.querySelectorAll('*')]
    .filter((element) => right(element) > root.clientWidth + 0.5 && !isClipped(element))
    .reduce((best, element) => (best && right(best) > right(element) ? best : element), null);
  return { by, element: widest ? describe(widest) : '' };
}
