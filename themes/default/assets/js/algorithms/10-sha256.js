/* SHA-256 (FIPS 180-4). The browser's own is missing on pages that a plain http server gives out. */
(function () {
  "use strict";

  /** The first 32 bits of the fractional parts of the square (2) or cube (3) roots of the first primes. */
  const PRIMES = Array.from({ length: 310 }, function (_, n) { return n + 2; }).filter(function (n) {
    for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
    return true;
  });
  const START = PRIMES.slice(0, 8).map(function (prime) { return fraction(Math.sqrt(prime)); });
  const ROUNDS = PRIMES.slice(0, 64).map(function (prime) { return fraction(Math.cbrt(prime)); });

  /** @param {number} root */
  function fraction(root) {
    return ((root - Math.floor(root)) * 0x100000000) >>> 0;
  }

  /**
   * @param {number} word
   * @param {number} by
   */
  function turned(word, by) {
    return (word >>> by) | (word << (32 - by));
  }

  /**
   * @param {Uint8Array} bytes
   * @returns {Uint32Array} the text with a bit, zeros and its length, in 32-bit words
   */
  function padded(bytes) {
    const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
    bytes.forEach(function (byte, at) { words[at >> 2] |= byte << (24 - (at % 4) * 8); });
    words[bytes.length >> 2] |= 0x80 << (24 - (bytes.length % 4) * 8);
    words[words.length - 2] = bytes.length / 0x20000000;
    words[words.length - 1] = bytes.length << 3;
    return words;
  }

  /**
   * @param {number[]} hash
   * @param {Uint32Array} block
   */
  function compress(hash, block) {
    const w = new Uint32Array(64);
    w.set(block);
    for (let t = 16; t < 64; t++) {
      const one = w[t - 15];
      const two = w[t - 2];
      w[t] = w[t - 16] + w[t - 7] + (turned(one, 7) ^ turned(one, 18) ^ (one >>> 3)) + (turned(two, 17) ^ turned(two, 19) ^ (two >>> 10));
    }
    let [a, b, c, d, e, f, g, h] = hash;
    for (let t = 0; t < 64; t++) {
      const first = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + ROUNDS[t] + w[t]) | 0;
      const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
    }
    return [a, b, c, d, e, f, g, h].map(function (word, at) { return (word + hash[at]) | 0; });
  }

  /**
   * @param {string} text
   * @returns {Uint8Array} 32 bytes
   */
  function sha256(text) {
    const words = padded(new TextEncoder().encode(text));
    let hash = START.slice();
    for (let at = 0; at < words.length; at += 16) hash = compress(hash, words.subarray(at, at + 16));
    const out = new Uint8Array(32);
    hash.forEach(function (word, at) { new DataView(out.buffer).setInt32(at * 4, word); });
    return out;
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { sha256: sha256 });
})();
