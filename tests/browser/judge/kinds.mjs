// The kinds of fault the judge knows. A kind that is not in this table cannot be reported, and the self-test demands
// that the bad fixture shows every one of them.

/** What a site without this kind of fault does, by kind. */
export const KINDS = {
  'title': 'every page has a title',
  'description': 'every page says what it is to who finds it in a search engine',
  'address': 'a page that says where it is published says so once, and in full',
  'weight': 'a page with its style sheets and scripts stays below its limit, compressed',
  'language': 'every page names its language',
  'viewport': 'every page fits itself to the screen and lets the reader zoom',
  'one-heading': 'every page has exactly one h1',
  'one-main': 'every page has exactly one main part',
  'duplicate-id': 'an id is used once on a page',
  'policy': 'every page carries a strict Content-Security-Policy before anything it governs',
  'inline-code': 'no page has an inline script, style or event handler',
  'markup': 'the Nu HTML checker finds no error',
  'absolute-link': 'links inside the site are relative',
  'dead-link': 'every link names a file of the site',
  'dead-anchor': 'every link to a place on a page finds it',
  'unreachable-page': 'every page can be reached from index.html',
  'console-error': 'no page writes an error to the console',
  'failed-request': 'everything a page asks for is there',
  'foreign-request': 'no page asks another place for anything',
  'accessibility': 'axe finds no violation of WCAG 2.0 to 2.2, A and AA',
  'sideways-scroll': 'no page scrolls sideways at 320 px',
  'sideways-scroll-spaced': 'nor with the text spacing of WCAG 1.4.12',
  'skip-link': 'the first Tab stop leads to the main part',
  'focus-unseen': 'the focused element has an outline',
  'focus-covered': 'the focused element is in view and nothing lies over it',
  'focus-trap': 'Tab leads through the page and out of it',
  'print-fixed': 'nothing fixed is printed',
  'print-overflow': 'a printed page fits the paper',
  'print-small': 'printed text has at least 9 points',
  'print-pale': 'printed text can be read on white paper',
  'needs-script': 'without JavaScript a page keeps its text and its links',
  'file-text': 'from file:// a page has the same text',
  'file-style': 'from file:// a page looks the same',
};

/**
 * @typedef {object} Fault
 * @property {string} kind     a key of KINDS
 * @property {string} page     path of the page below the site's folder
 * @property {string} what     what is wrong, in plain words
 * @property {string} element  where on the page, or ''
 * @property {string} view     the width, colours or protocol it shows in, or '' when it does not depend on them
 */

/** A list of faults that joins the views in which one and the same fault shows. */
export class Faults {
  #byKey = new Map();

  /** @param {Omit<Fault, 'element' | 'view'> & Partial<Fault>} fault */
  add({ kind, page, what, element = '', view = '' }) {
    if (!(kind in KINDS)) throw new Error(`invariant: ${kind} is a known kind of fault`);
    const key = JSON.stringify([kind, page, what, element]);
    const known = this.#byKey.get(key);
    if (known) known.views.add(view);
    else this.#byKey.set(key, { kind, page, what, element, views: new Set([view]) });
  }

  /** @returns {Fault[]} in the order of KINDS, then of pages */
  list() {
    const order = Object.keys(KINDS);
    return [...this.#byKey.values()]
      .map(({ views, ...fault }) => ({ ...fault, view: [...views].filter(Boolean).join('; ') }))
      .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind) || a.page.localeCompare(b.page));
  }
}
