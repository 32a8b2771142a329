/* Keys whose right answers are hashes: the program's question/concealed.rs, the other way round. This keeps answers from a
   glance at the page, not from who tries every option. */
(function () {
  "use strict";

  /* The first bits of the fractional parts of square roots (start) and cube roots (steps) of the first primes. */
  const primes = firstPrimes(64);
  const steps = primes.map(function (prime) { return fraction(Math.cbrt(prime)); });
  const start = primes.slice(0, 8).map(function (prime) { return fraction(Math.sqrt(prime)); });

  /** @param {number} count */
  function firstPrimes(count) {
    /** @type {number[]} */
    const found = [];
    for (let number = 2; found.length < count; number++)
      if (found.every(function (prime) { return number % prime !== 0; })) found.push(number);
    return found;
  }

  /** @param {number} root */
  function fraction(root) {
    return Math.floor((root % 1) * 0x100000000) | 0;
  }

  /**
   * @param {number} word
   * @param {number} by
   */
  function turned(word, by) {
    return (word >>> by) | (word << (32 - by));
  }

  /**
   * The SHA-256 of a text.
   * @param {string} text
   * @returns {number[]} 32 bytes
   */
  function sha256(text) {
    const bytes = new TextEncoder().encode(text);
    const blocks = new DataView(new ArrayBuffer(Math.ceil((bytes.length + 9) / 64) * 64));
    bytes.forEach(function (byte, at) { blocks.setUint8(at, byte); });
    blocks.setUint8(bytes.length, 0x80);
    blocks.setUint32(blocks.byteLength - 4, bytes.length * 8);
    let state = start;
    for (let at = 0; at < blocks.byteLength; at += 64) state = mixed(state, blocks, at);
    return state.flatMap(function (word) { return [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]; });
  }

  /**
   * @param {number[]} before
   * @param {DataView} blocks
   * @param {number} at
   */
  function mixed(before, blocks, at) {
    /** @type {number[]} */
    const words = [];
    let [a, b, c, d, e, f, g, h] = before;
    for (let i = 0; i < 64; i++) {
      if (i < 16) words[i] = blocks.getInt32(at + i * 4);
      else {
        const [x, y] = [words[i - 15], words[i - 2]];
        const small = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
        words[i] = (words[i - 16] + small + words[i - 7] + (turned(y, 17) ^ turned(y, 19) ^ (y >>> 10))) | 0;
      }
      const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + steps[i] + words[i]) | 0;
      const two = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
      [a, b, c, d, e, f, g, h] = [(one + two) | 0, a, b, c, (d + one) | 0, e, f, g];
    }
    return [a, b, c, d, e, f, g, h].map(function (word, i) { return (word + before[i]) | 0; });
  }

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
    return sha256(salt + ":" + part + ":" + text).slice(0, 16).map(hex).join("");
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
    /** @type {number[]} */
    let mask = [];
    const pairs = scrambled.match(/../g) || [];
    const bytes = pairs.map(function (pair, at) {
      if (at % 32 === 0) mask = sha256(salt + ":" + at / 32);
      return parseInt(pair, 16) ^ mask[at % 32];
    });
    return new TextDecoder().decode(new Uint8Array(bytes));
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { hash: hash, bits: bits, unlock: unlock, unscramble: unscramble });
})();
