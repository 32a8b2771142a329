/* Keys whose right answers are hashes: the program's question/concealed.rs, the other way round. This keeps answers from a
   glance at the page, not from who tries every option. */
(function () {
  "use strict";

  /** @param {number} byte */
  function hex(byte) {
    return byte.toString(16).padStart(2, "0");
  }

  /**
   * @param {string} salt
   * @param {number} part
   * @param {string} text
   */
  function hash(salt, part, text) {
    return Array.from(teachback.sha256(salt + ":" + part + ":" + text).slice(0, 16), hex).join("");
  }

  /**
   * The IEEE 754 bits of a number; zero has no sign.
   * @param {number} number
   */
  function bits(number) {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, number + 0);
    return Array.from(new Uint8Array(view.buffer), hex).join("");
  }

  /**
   * Finds what is chosen among few things; what is typed stays hashed.
   * @param {QuestionData} data
   * @returns {QuestionData}
   */
  function unlock(data) {
    const key = data.key;
    const salt = key.salt;
    if (!salt) return data;
    const numbers = (key.hashes || []).map(function (wanted, part) {
      let number = 0;
      while (number < 1000 && hash(salt, part, String(number)) !== wanted) number++;
      return number;
    });
    switch (key.form) {
      case "choice": return changed(data, { form: "choice", multiple: key.multiple, right: numbers.map(Boolean) });
      case "truth": return changed(data, { form: "truth", answer: numbers[0] === 1 });
      case "match": return changed(data, { form: "match", targets: numbers });
      case "sort": return changed(data, { form: "sort", groups: numbers });
      case "order": return changed(data, { form: "order", items: numbers.length }, numbers);
      case "gaps": return changed(data, { form: "gaps", salt: salt, gaps: key.gaps.map(function (gap, part) {
        const right = gap.chosen && gap.texts.find(function (text) { return hash(salt, part, text) === (gap.hashes || [])[0]; });
        if (typeof right !== "string") return gap;
        return { chosen: true, texts: [right].concat(gap.texts.filter(function (text) { return text !== right; })) };
      }) });
      default: return data;
    }
  }

  /**
   * @param {QuestionData} data
   * @param {QuestionKey} key
   * @param {number[]} [shown]
   */
  function changed(data, key, shown) {
    return Object.assign({}, data, { key: key }, shown ? { shown: shown } : {});
  }

  /**
   * The text that was scrambled with a salt.
   * @param {string} scrambled
   * @param {string} salt
   */
  function unscramble(scrambled, salt) {
    /** @type {ArrayLike<number>} */
    let mask = [];
    const pairs = scrambled.match(/../g) || [];
    const bytes = pairs.map(function (pair, at) {
      if (at % 32 === 0) mask = teachback.sha256(salt + ":" + at / 32);
      return parseInt(pair, 16) ^ mask[at % 32];
    });
    return new TextDecoder().decode(new Uint8Array(bytes));
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { hash: hash, bits: bits, unlock: unlock, unscramble: unscramble });
})();
