/* Another order, the same for the same seed. */
(function () {
  "use strict";

  /**
   * @template T
   * @param {readonly T[]} items
   * @param {string} seed
   * @returns {T[]} the items in an order that the seed decides
   */
  function shuffle(items, seed) {
    const next = generator(seed);
    const out = items.slice();
    for (let at = out.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      [out[at], out[other]] = [out[other], out[at]];
    }
    return out;
  }

  /**
   * Numbers from 0 up to 1: mulberry32, started with the FNV-1a hash of a text.
   * @param {string} seed
   */
  function generator(seed) {
    let state = 0x811c9dc5;
    for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) || 0), 0x01000193);
    return function () {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
    };
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { shuffle: shuffle });
})();
