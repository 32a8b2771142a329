/* Words as the index knows them: the browser's half of src/search/words.rs and stem.rs. */
(function () {
  "use strict";

  const LONGEST = 40;
  const RUN = /[\p{Alphabetic}\p{N}\p{M}]+(?:['’]+[\p{Alphabetic}\p{N}\p{M}]+)*/gu;
  const PART = /[^'’]+/g;
  const OTHER = /[^\p{Alphabetic}\p{N}\p{M}]/gu;
  /* Accents, points, the stretching of Arabic lines. */
  const DROPPED = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
  const SAME = /[ßæœøłđıςٱىیکة]/g;
  /** @type {Record<string, string>} */
  const AS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ", ٱ: "ا", ى: "ي", ی: "ي", ک: "ك", ة: "ه" };
  /* Signs of scripts that are written without spaces, and Hangul. */
  const UNSPACED = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]$/u;

  /**
   * @param {string} word
   * @returns {string} without case, accents and forms of the same letter
   */
  function fold(word) {
    const bare = word.normalize("NFKD").replace(DROPPED, "").replace(OTHER, "").toLowerCase();
    const same = bare.replace(SAME, function (letter) { return AS[letter]; }).normalize("NFC");
    return Array.from(same).slice(0, LONGEST).join("");
  }

  /**
   * Every word of a text with its place.
   * @param {string} text
   * @returns {SearchWord[]}
   */
  function words(text) {
    /** @type {SearchWord[]} */
    const out = [];
    let at = 0;
    for (const run of text.matchAll(RUN)) {
      pieces(run[0], /** @type {number} */ (run.index)).forEach(function (piece) {
        if (UNSPACED.test(String.fromCodePoint(/** @type {number} */ (piece.text.codePointAt(0))))) {
          at = pairs(piece, at, out);
          return;
        }
        const folded = fold(piece.text);
        if (!folded) return;
        out.push({ text: folded, at: at, pair: false, last: false, from: piece.from, to: piece.from + piece.text.length });
        at += 1;
      });
    }
    return out;
  }

  /**
   * What stands between apostrophes, without the short pieces beside a longer one, cut where the script changes.
   * @param {string} run
   * @param {number} start
   */
  function pieces(run, start) {
    const parts = Array.from(run.matchAll(PART));
    /** @param {string} part */
    const long = function (part) { return Array.from(part).length > 2; };
    const kept = parts.some(function (part) { return long(part[0]); }) ? parts.filter(function (part) { return long(part[0]); }) : parts;
    /** @type {{ text: string, from: number }[]} */
    const out = [];
    kept.forEach(function (part) {
      let from = start + /** @type {number} */ (part.index);
      let before = null;
      for (const sign of part[0]) {
        const unspaced = UNSPACED.test(sign);
        if (before === unspaced) out[out.length - 1].text += sign;
        else out.push({ text: sign, from: from });
        before = unspaced;
        from += sign.length;
      }
    });
    return out;
  }

  /**
   * @param {{ text: string, from: number }} run
   * @param {number} at
   * @param {SearchWord[]} out takes every pair of neighbours, and the last sign alone
   * @returns {number} the place behind the run
   */
  function pairs(run, at, out) {
    const signs = Array.from(run.text);
    let from = run.from;
    signs.forEach(function (sign, i) {
      const text = sign + (signs[i + 1] || "");
      const last = i > 0 && i === signs.length - 1;
      out.push({ text: text, at: at + i, pair: true, last: last, from: from, to: from + text.length });
      from += sign.length;
    });
    return at + signs.length;
  }

  /**
   * @param {Stemmer} stemmer
   * @param {string} word folded
   * @returns {string}
   */
  function stem(stemmer, word) {
    if (/\p{N}/u.test(word)) return word;
    const out = stemmer.steps.reduce(apply, word);
    const signs = Array.from(out);
    const last = signs.pop();
    const double = last && stemmer.single.includes(last) && signs[signs.length - 1] === last;
    return double ? signs.join("") : out;
  }

  /**
   * @param {string} word
   * @param {StemStep} step the longest of its endings that fits is replaced
   */
  function apply(word, step) {
    let best = word;
    let length = 0;
    step.rules.forEach(function (rule) {
      const cut = rule.indexOf(">");
      const first = rule[0] === "^";
      const ending = rule.slice(first ? 1 : 0, cut);
      if (ending.length <= length || !(first ? word.startsWith(ending) : word.endsWith(ending))) return;
      const rest = first ? word.slice(ending.length) : word.slice(0, word.length - ending.length);
      const signs = Array.from(rest);
      if (signs.length < step.keep || (step.needs && !signs.some(function (sign) { return step.needs.includes(sign); }))) return;
      length = ending.length;
      best = first ? rule.slice(cut + 1) + rest : rest + rule.slice(cut + 1);
    });
    return best;
  }

  /**
   * @param {string} one
   * @param {string} other
   * @param {number} most
   * @returns {number} letters to change, add, leave out or swap with their neighbour; more than `most` is told as `most + 1`
   */
  function distance(one, other, most) {
    const a = Array.from(one);
    const b = Array.from(other);
    if (Math.abs(a.length - b.length) > most) return most + 1;
    /** @type {number[]} */
    let before = [];
    let row = b.map(function (_, at) { return at; }).concat(b.length);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const change = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
        next[j] = Math.min(change, row[j] + 1, next[j - 1] + 1);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      if (Math.min.apply(null, next) > most) return most + 1;
      before = row;
      row = next;
    }
    return Math.min(row[b.length], most + 1);
  }

  const root = /** @type {any} */ (globalThis);
  root.teachback = Object.assign(root.teachback || {}, { search: { fold: fold, words: words, stem: stem, distance: distance } });
})();
