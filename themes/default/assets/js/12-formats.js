/* Numbers and dates as the language of the interface writes them: the same that the build writes (words/formats.rs). */
(function () {
  "use strict";

  const html = document.documentElement;
  /** The language of the words, which is not that of the page where nobody translated them. */
  const lang = html.dataset.spoken || html.lang || "en";
  const mirrored = html.dir === "rtl" && !html.dataset.spoken;
  const isKnown = Intl.DateTimeFormat.supportedLocalesOf(lang).length > 0;
  const dates = isKnown ? new Intl.DateTimeFormat(lang, { dateStyle: "long" }) : null;

  /** @type {Formats["number"]} */
  function number(value, digits) {
    return new Intl.NumberFormat([lang, "en"], { maximumFractionDigits: digits || 0 }).format(value);
  }

  /** @type {Formats["date"]} */
  function date(time) {
    const pad = function (/** @type {number} */ part) { return String(part).padStart(2, "0"); };
    return dates ? dates.format(time) : [time.getFullYear(), pad(time.getMonth() + 1), pad(time.getDate())].join("-");
  }

  /**
   * A Latin name in a sentence that is written from right to left keeps its own direction (UAX #9: FSI and PDI).
   * @param {string} text
   */
  function apart(text) {
    const fromLeft = /\p{L}/u.test(text) && !/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text);
    return mirrored && fromLeft ? "\u2068" + text + "\u2069" : text;
  }

  /** @type {Formats["fill"]} */
  function fill(pattern, values) {
    return (pattern || "").replace(/\{(\w+)\}/g, function (gap, name) {
      const value = values ? values[name] : undefined;
      return typeof value === "number" ? number(value, 2) : value === undefined ? gap : apart(value);
    });
  }

  /** @type {Formats} */
  const formats = { number: number, date: date, fill: fill };
  globalThis.teachback = Object.assign(globalThis.teachback || {}, { formats: formats });
})();
