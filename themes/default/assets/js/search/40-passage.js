/* The passage of a text in which the words that were looked for stand closest together. */
(function () {
  "use strict";

  const search = teachback.search;
  const LENGTH = 190;
  const LEAD = 60;

  /**
   * @param {SearchCatalog} catalog
   * @param {Set<string>} stems
   * @param {string} text
   * @returns {{ from: number, to: number, stem: string }[]} where the stems stand
   */
  function places(catalog, stems, text) {
    /** @type {{ from: number, to: number, stem: string }[]} */
    const out = [];
    search.words(text).forEach(function (word) {
      const stem = word.pair ? word.text : search.stem(catalog.stemmer, word.text);
      if (stems.has(stem)) out.push({ from: word.from, to: word.to, stem: stem });
    });
    return out;
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {Set<string>} stems
   * @param {string} text
   * @returns {SearchPiece[]} the whole text
   */
  function marked(catalog, stems, text) {
    return pieces(text, places(catalog, stems, text), 0, text.length);
  }

  /**
   * @param {SearchCatalog} catalog
   * @param {Set<string>} stems
   * @param {string} text
   * @returns {SearchPiece[]} some two lines of it
   */
  function passage(catalog, stems, text) {
    const found = places(catalog, stems, text);
    let from = start(text, found);
    let to = Math.min(text.length, from + LENGTH);
    if (to < text.length) to = edge(text, to, from);
    if (to === text.length && from > 0 && text.length <= LENGTH) from = 0;
    const out = pieces(text, found, from, to);
    if (from > 0) out.unshift({ text: "… ", mark: false });
    if (to < text.length) out.push({ text: " …", mark: false });
    return out;
  }

  /**
   * @param {string} text
   * @param {{ from: number, stem: string }[]} found
   * @returns {number} where a passage with as many different words as possible begins
   */
  function start(text, found) {
    let best = 0;
    let most = 0;
    found.forEach(function (first, at) {
      const inside = found.slice(at, at + 40).filter(function (other) { return other.from < first.from + LENGTH - LEAD; });
      const worth = new Set(inside.map(function (other) { return other.stem; })).size + inside.length / 100;
      if (worth > most) {
        most = worth;
        best = first.from;
      }
    });
    if (best < LEAD) return 0;
    const lead = text.slice(best - LEAD, best);
    const sentence = Math.max(lead.lastIndexOf(". "), lead.lastIndexOf("? "), lead.lastIndexOf("! "), lead.lastIndexOf("· "));
    if (sentence >= 0) return best - LEAD + sentence + 2;
    const space = lead.indexOf(" ");
    return best - LEAD + (space >= 0 ? space + 1 : 0);
  }

  /**
   * @param {string} text
   * @param {number} to
   * @param {number} from
   * @returns {number} the end of the word before, where there is one
   */
  function edge(text, to, from) {
    const space = text.lastIndexOf(" ", to);
    if (space > from + LENGTH / 2) return space;
    const code = text.charCodeAt(to - 1);
    return code >= 0xd800 && code < 0xdc00 ? to - 1 : to;
  }

  /**
   * @param {string} text
   * @param {{ from: number, to: number }[]} found
   * @param {number} from
   * @param {number} to
   * @returns {SearchPiece[]}
   */
  function pieces(text, found, from, to) {
    /** @type {SearchPiece[]} */
    const out = [];
    let done = from;
    found.forEach(function (place) {
      const begin = Math.max(place.from, done);
      if (place.to <= begin || place.to > to) return;
      if (begin > done) out.push({ text: text.slice(done, begin), mark: false });
      const last = out[out.length - 1];
      if (last && last.mark) last.text += text.slice(begin, place.to);
      else out.push({ text: text.slice(begin, place.to), mark: true });
      done = place.to;
    });
    if (done < to) out.push({ text: text.slice(done, to), mark: false });
    return out;
  }

  Object.assign(search, { passage: passage, marked: marked });
})();
