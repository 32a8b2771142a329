/* The text for checking a certificate, as `teachback verify-certificate` reads it. */
(function () {
  "use strict";

  const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const CODE_LEN = 16;

  /** @param {string} value */
  function tidy(value) {
    return value.normalize("NFC").trim().replace(/\s+/g, " ");
  }

  /** @param {string} text */
  function code(text) {
    const bits = Array.from(teachback.sha256(text), function (byte) { return byte.toString(2).padStart(8, "0"); }).join("");
    let out = "";
    for (let at = 0; at < CODE_LEN; at++) {
      if (at > 0 && at % 4 === 0) out += "-";
      out += SIGNS[parseInt(bits.slice(at * 5, at * 5 + 5), 2)];
    }
    return out;
  }

  /**
   * @param {CertificateFacts} facts
   * @returns {string}
   */
  function certificate(facts) {
    const lines = ["teachback certificate 1"].concat([
      "Name: " + tidy(facts.name), "Module: " + facts.module, "Site: " + facts.site, "Version: " + facts.version,
      "Date: " + facts.date, "Score: " + (facts.score === null ? "-" : facts.score),
      "Minutes: " + (facts.minutes === null ? "-" : facts.minutes),
    ]);
    return lines.concat("Code: " + code(lines.join("\n"))).join("\n");
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { certificate: certificate });
})();
