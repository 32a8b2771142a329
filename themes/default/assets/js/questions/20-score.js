/* What an answer earns: the rule of the program's question/score.rs, said again. A test runs both on the same answers. */
(function () {
  "use strict";

  /**
   * @param {QuestionKey} key
   * @param {QuestionAnswer} answer
   * @returns {Score | null} null for a reflection, which is not graded
   */
  function score(key, answer) {
    if (key.form === "reflection") return null;
    const parts = marks(key, answer);
    if (key.form !== "choice" || !key.multiple) return { earned: count(parts, true), of: Math.max(parts.length, 1) };
    /** @type {unknown[]} */
    const chosen = Array.isArray(answer) ? answer : [];
    const hits = key.right.filter(function (right, at) { return right && chosen.includes(at); }).length;
    const misses = key.right.filter(function (right, at) { return !right && chosen.includes(at); }).length;
    return { earned: Math.max(hits - misses, 0), of: Math.max(count(key.right, true), 1) };
  }

  /**
   * Which parts of an answer are right, in the order of the key. For several options: which were rightly chosen or left.
   * @param {QuestionKey} key
   * @param {QuestionAnswer} answer
   * @returns {boolean[]}
   */
  function marks(key, answer) {
    /** @type {unknown[]} */
    const list = Array.isArray(answer) ? answer : [];
    const typed = typeof answer === "string" ? answer : null;
    switch (key.form) {
      case "choice": {
        const fits = key.right.map(function (right, at) { return right === list.includes(at); });
        if (key.multiple) return fits;
        const chosen = key.right.filter(function (_, at) { return list.includes(at); });
        return [chosen.length === 1 && chosen[0]];
      }
      case "truth": return [answer === key.answer];
      case "texts": return [typed !== null && isOneOf(key.texts, typed, key.salt, 0, key.hashes)];
      case "pattern": return [typed !== null && accepts(key.pattern, typed)];
      case "number": return [typed !== null && isRight(key, measured(typed, key.unit))];
      case "gaps": return key.gaps.map(function (gap, at) {
        const filled = String(list[at] ?? "");
        return gap.chosen ? gap.texts[0] === filled : isOneOf(gap.texts, filled, key.salt, at, gap.hashes);
      });
      case "match": return key.targets.map(function (place, at) { return list[at] === place; });
      case "sort": return key.groups.map(function (place, at) { return list[at] === place; });
      case "order": return Array.from({ length: key.items }, function (_, at) { return list[at] === at; });
      default: return [];
    }
  }

  /**
   * The points of those that the question is worth. First multiplied, then divided, as in the program.
   * @param {Score} score
   * @param {number} worth
   */
  function points(score, worth) {
    return (worth * score.earned) / score.of;
  }

  /** @param {string} text */
  function trim(text) {
    return text.replace(/^\p{White_Space}+|\p{White_Space}+$/gu, "");
  }

  /**
   * The form in which answers are compared: outer spaces, accents and case removed.
   * @param {string} text
   */
  function fold(text) {
    return trim(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  }

  /**
   * @param {string[] | undefined} texts
   * @param {string} typed
   * @param {string} [salt] where the texts are concealed
   * @param {number} [part]
   * @param {string[]} [hashes]
   */
  function isOneOf(texts, typed, salt, part, hashes) {
    const folded = fold(typed);
    if (salt && hashes) return hashes.includes(teachback.hash(salt, part || 0, folded));
    return (texts || []).some(function (text) { return fold(text) === folded; });
  }

  /**
   * @param {string} pattern
   * @param {string} typed
   */
  function accepts(pattern, typed) {
    const whole = new RegExp("^(?:" + pattern + ")$", "iu");
    return [trim(typed).normalize("NFC"), fold(typed)].some(function (text) { return whole.test(text.replaceAll("\u017f", "s")); });
  }

  /**
   * A number, behind which the unit of the question may stand.
   * @param {string} typed
   * @param {string} [unit]
   */
  function measured(typed, unit) {
    const [folded, behind] = [fold(typed), fold(unit || "")];
    return number(behind && folded.endsWith(behind) ? folded.slice(0, -behind.length) : typed);
  }

  /**
   * A number as people type it. A comma is a decimal mark, but not where it may as well group thousands (1,500).
   * @param {string} typed
   * @returns {number | null} null for what is no number
   */
  function number(typed) {
    const text = trim(typed).replaceAll("\u2212", "-");
    const parts = /^([+-]?)([0-9]*)([.,]?)([0-9]*)$/.exec(text);
    if (!parts || !(parts[2] || parts[4])) return null;
    if (parts[3] === "," && /^[1-9][0-9]{0,2}$/.test(parts[2]) && parts[4].length === 3) return null;
    const value = Number("0" + parts[2] + "." + parts[4] + "0");
    return Number.isFinite(value) ? (parts[1] === "-" ? -value : value) : null;
  }

  /**
   * @param {QuestionKey & { form: "number" }} key
   * @param {number | null} x
   */
  function isRight(key, x) {
    if (!key.salt || !key.hashes) return isNear(x, key.answer, key.tolerance);
    return x !== null && key.hashes[0] === teachback.hash(key.salt, 0, teachback.bits(x));
  }

  /**
   * Decimal numbers are not exact in binary: 1.1 is a little more than 0.1 from 1. The slack is that of the program.
   * @param {number | null} x
   * @param {number} answer
   * @param {number} tolerance
   */
  function isNear(x, answer, tolerance) {
    if (x === null) return false;
    const largest = Math.max(Math.abs(x), Math.abs(answer), tolerance);
    return Math.abs(x - answer) <= tolerance + 4 * Number.EPSILON * largest;
  }

  /**
   * @param {boolean[]} parts
   * @param {boolean} wanted
   */
  function count(parts, wanted) {
    return parts.filter(function (part) { return part === wanted; }).length;
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, {
    score: score, marks: marks, points: points, number: number, measured: measured, fold: fold,
  });
})();
