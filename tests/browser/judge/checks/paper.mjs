// The page as a printer gets it: A4 without its margins, white paper, backgrounds left out.
import { ask } from '../browser.mjs';
import { sideways } from './narrow.mjs';

/** Width between 10 mm margins on A4, in CSS pixels. */
const PAPER_WIDTH = 718;
/** 9 points in CSS pixels: the smallest that footnotes are set in. */
const SMALLEST = 12;

/** Prints from whatever colours the page was opened in, as a dark page that stays dark would print white on white. */
export async function paper({ page, report }) {
  await page.setViewportSize({ width: PAPER_WIDTH, height: 1000 });
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  const wide = await ask(page, sideways);
  if (wide) report('print-overflow', `is ${wide.by} px wider than the paper`, wide.element);
  const { fixed, small, pale } = await ask(page, onPaper, SMALLEST);
  for (const element of fixed) report('print-fixed', 'has position: fixed and would repeat on every sheet', element);
  for (const element of small) report('print-small', 'is printed in less than 9 points', element);
  for (const element of pale) report('print-pale', 'has less than 4.5:1 contrast with white paper', element);
}

/** Fixed elements, and elements whose own text is too small or too pale. Runs in the page. */
function onPaper(describe, smallest) {
  const brush = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
  const linear = (channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  const contrastWithPaper = (color) => {
    brush.fillStyle = '#fff';
    brush.fillRect(0, 0, 1, 1);
    brush.fillStyle = color;
    brush.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...brush.getImageData(0, 0, 1, 1).data].map((byte) => linear(byte / 255));
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  };
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
    element.getBoundingClientRect().width > 1 &&
    element.getBoundingClientRect().height > 1;
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const keepsBackground = (style) => style.printColorAdjust === 'exact';
  const shown = [...document.body.querySelectorAll('*')].filter(isShown);
  return {
    fixed: shown.filter((element) => getComputedStyle(element).position === 'fixed').map(describe),
    small: shown
      .filter((element) => !element.closest('svg') && hasText(element) && parseFloat(getComputedStyle(element).fontSize) < smallest)
      .map(describe),
    pale: shown
      .filter((element) => {
        const style = getComputedStyle(element);
        return hasText(element) && !keepsBackground(style) && contrastWithPaper(style.color) < 4.5;
      })
      .map(describe),
  };
}
