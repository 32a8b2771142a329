// A page has to say the same without JavaScript, and to look and say the same from file://.
import { ask } from '../browser.mjs';

const LEAST_TEXT_WITHOUT_JAVASCRIPT = 0.8;

/** What a page says and how it is set, for comparing one way of opening it with another. */
export function lookAt(page) {
  return ask(page, look);
}

function look() {
  const set = ['body', 'main', 'h1', 'a'].map((selector) => {
    const element = document.querySelector(selector);
    if (!element) return '';
    const { fontFamily, fontSize, color, backgroundColor, maxWidth, marginTop } = getComputedStyle(element);
    return [selector, fontFamily, fontSize, color, backgroundColor, maxWidth, marginTop].join(' ');
  });
  return {
    text: document.body.innerText.replace(/\s+/g, ' ').trim(),
    links: document.querySelectorAll('a[href]').length,
    style: set.join('; '),
  };
}

/** Faults of a page without JavaScript, beside the same page with it. */
export function scriptFaults(withoutScript, withScript) {
  const faults = [];
  const share = withScript.text.length === 0 ? 1 : withoutScript.text.length / withScript.text.length;
  if (share < LEAST_TEXT_WITHOUT_JAVASCRIPT)
    faults.push({ kind: 'needs-script', what: `shows ${Math.floor(share * 100)} % of its text without JavaScript` });
  if (withScript.links > 0 && withoutScript.links.length === 0)
    faults.push({ kind: 'needs-script', what: 'has no links without JavaScript' });
  return faults;
}

/** Faults of a page from file://, beside the same page from a server. */
export function fileFaults(fromFile, fromServer) {
  const faults = [];
  if (fromFile.text !== fromServer.text)
    faults.push({ kind: 'file-text', what: `has other text from file://, from here on: ${firstDifference(fromFile, fromServer)}` });
  if (fromFile.style !== fromServer.style) faults.push({ kind: 'file-style', what: 'is styled otherwise from file://' });
  return faults;
}

function firstDifference(fromFile, fromServer) {
  const at = [...fromServer.text].findIndex((character, index) => character !== [...fromFile.text][index]);
  const start = at < 0 ? fromServer.text.length : at;
  return `"${fromFile.text.slice(start, start + 40)}" instead of "${fromServer.text.slice(start, start + 40)}"`;
}
