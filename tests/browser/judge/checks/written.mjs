// What is wrong with a page as it is written, before any script ran: head, policy, inline code, links.
import { locate } from '../site.mjs';

/** The host shows the one for a page that is not there, the worker the other where there is no network. */
const SHOWN_BY_OTHERS = new Set(['404.html', 'offline.html']);

/** Reads a page; runs in the browser with JavaScript off. */
export function readPage(describe) {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const ids = all('[id]').map((element) => element.id);
  const policy = all('meta[http-equiv="Content-Security-Policy" i]');
  const governed = document.querySelector('script, style, link[rel~="stylesheet"]');
  const isData = (script) => /^application\/(ld\+)?json$/.test(script.type);
  const inline = [
    ...all('script:not([src])').filter((script) => !isData(script)),
    ...all('style, [style]'),
    ...all('*').filter((element) => element.getAttributeNames().some((name) => /^on[a-z]/.test(name))),
  ];
  const addresses = [
    ['a, area, link', 'href'],
    ['img, script, iframe, source, video, audio, track, embed', 'src'],
    ['video', 'poster'],
    ['object', 'data'],
    ['form', 'action'],
  ].flatMap(([tags, attribute]) =>
    all(tags)
      .filter((element) => element.hasAttribute(attribute))
      .map((element) => ({ element, written: element.getAttribute(attribute) })),
  );
  const candidates = all('[srcset]').flatMap((element) =>
    element.srcset.split(/,\s+/).map((candidate) => ({ element, written: candidate.trim().split(/\s+/)[0] })),
  );
  return {
    title: document.title.trim(),
    description: document.querySelector('meta[name="description"]')?.content.trim() ?? '',
    published: all('link[rel="canonical"], meta[property="og:url"]').map((element) => ({
      written: element.getAttribute('href') ?? element.content,
      isCanonical: element.localName === 'link',
    })),
    loaded: all('link[rel~="stylesheet"], script[src]').map((element) => element.href || element.src),
    language: document.documentElement.lang.trim(),
    viewport: document.querySelector('meta[name="viewport"]')?.content ?? '',
    headings: all('h1').length,
    mains: all('main').length,
    ids: [...new Set(ids)],
    repeatedIds: [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))],
    policies: policy.map((meta) => meta.content),
    policyComesLate: Boolean(
      policy[0] && governed && policy[0].compareDocumentPosition(governed) & Node.DOCUMENT_POSITION_PRECEDING,
    ),
    inline: inline.map(describe),
    links: [...addresses, ...candidates].map(({ element, written }) => ({
      written,
      address: URL.canParse(written, document.baseURI) ? new URL(written, document.baseURI).href : '',
      isOutgoing: element.matches('a, area') || (element.localName === 'link' && /canonical|alternate|license|author/.test(element.rel)),
      element: describe(element),
    })),
    text: document.body.innerText.replace(/\s+/g, ' ').trim(),
  };
}

/** Faults of the head and the outline. */
export function outlineFaults(read) {
  const faults = [];
  const add = (kind, what) => faults.push({ kind, what });
  if (!read.title) add('title', 'has no title');
  if (!read.description) add('description', 'has no meta description');
  const canonical = read.published.filter((one) => one.isCanonical);
  if (canonical.length > 1) add('address', `names ${canonical.length} canonical addresses`);
  for (const { written } of read.published) {
    if (!/^https:\/\/[^/]/.test(written)) add('address', `"${written}" is no full address`);
    if (canonical.length > 0 && written !== canonical[0].written) add('address', `"${written}" is not "${canonical[0].written}"`);
  }
  if (!read.language) add('language', 'has no lang on its html element');
  if (!/width=device-width/.test(read.viewport)) add('viewport', 'has no viewport of width=device-width');
  if (/user-scalable=(no|0)|maximum-scale=1(\.0)?\b/.test(read.viewport)) add('viewport', 'forbids zooming');
  if (read.headings !== 1) add('one-heading', `has ${read.headings} h1 elements`);
  if (read.mains !== 1) add('one-main', `has ${read.mains} main elements`);
  for (const id of read.repeatedIds) add('duplicate-id', `uses the id "${id}" more than once`);
  for (const element of read.inline) faults.push({ kind: 'inline-code', what: 'has inline code', element });
  return faults;
}

/**
 * Faults of the Content-Security-Policy: everything starts from 'none' or 'self', nothing unsafe, no other origin,
 * `data:` for pictures only, and the two directives that do not fall back to default-src are there.
 */
export function policyFaults(read) {
  const faults = [];
  const add = (what) => faults.push({ kind: 'policy', what });
  if (read.policies.length !== 1) add(`has ${read.policies.length} Content-Security-Policy elements, not one`);
  if (read.policyComesLate) add('names its policy after a script or style that it should govern');
  for (const policy of read.policies) {
    const directives = new Map(
      policy
        .split(';')
        .map((part) => part.trim().split(/\s+/))
        .filter(([name]) => name)
        .map(([name, ...sources]) => [name.toLowerCase(), sources]),
    );
    for (const needed of ['default-src', 'base-uri', 'form-action'])
      if (!directives.has(needed)) add(`its policy has no ${needed}`);
    for (const [name, sources] of directives)
      for (const source of sources)
        if (!isStrict(name, source)) add(`its policy allows ${source} in ${name}`);
  }
  return faults;
}

function isStrict(directive, source) {
  if (source === "'self'" || source === "'none'") return true;
  if (/^'(sha(256|384|512)|nonce)-/.test(source)) return true;
  if (source === 'data:') return directive === 'img-src';
  return source === 'blob:' && ['img-src', 'media-src'].includes(directive);
}

/**
 * Faults of the links and references of one page.
 * @param {string} home                          address the site is served at
 * @param {{files: Set<string>}} site
 * @param {Map<string, {ids: string[]}>} pages   every page of the site, by its file
 */
export function linkFaults(read, home, site, pages) {
  return read.links.flatMap((link) => {
    const fault = linkFault(link, home, site, pages);
    return fault ? [{ ...fault, element: link.element }] : [];
  });
}

function linkFault({ written, address, isOutgoing }, home, site, pages) {
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(written)?.[1].toLowerCase();
  if (isOutgoing && ['http', 'https', 'mailto', 'tel', 'sms'].includes(scheme)) return null;
  if (scheme === 'data' && !isOutgoing) return null;
  if (scheme || written.startsWith('/')) return { kind: 'absolute-link', what: `"${written}" is not relative` };
  if (!address) return { kind: 'dead-link', what: `"${written}" is no address` };
  const { file, anchor, outside } = locate(home, address);
  if (outside) return { kind: 'dead-link', what: `"${written}" leaves the site` };
  if (!site.files.has(file)) return { kind: 'dead-link', what: `"${written}" names no file of the site` };
  const target = pages.get(file);
  if (anchor && target && !target.ids.includes(anchor))
    return { kind: 'dead-anchor', what: `"${written}": ${file} has no id "${anchor}"` };
  return null;
}

/**
 * The pages that no chain of links from index.html reaches. Some are meant to be shown by the host or the worker, not
 * linked.
 * @param {Map<string, {links: {address: string}[]}>} pages
 */
export function unreachablePages(pages, home) {
  const reached = new Set();
  const next = ['index.html'];
  while (next.length > 0) {
    const page = next.pop();
    if (reached.has(page) || !pages.has(page)) continue;
    reached.add(page);
    for (const { address } of pages.get(page).links)
      if (address) next.push(locate(home, address).file ?? '');
  }
  return [...pages.keys()].filter((page) => !reached.has(page) && !SHOWN_BY_OTHERS.has(page));
}
