/* What scripts put into pages: markup with its words, the same on every page in a language. It stands in front of the
   scripts of its bundle, as the theme drew it (templates/parts), and is read when it is asked for. */
(function () {
  "use strict";

  /** @type {Record<string, DocumentFragment>} */
  const read = {};

  /**
   * A copy of a part of a bundle; null when the theme has none.
   * @type {Teachback["part"]}
   */
  function part(bundle, name) {
    if (!read[bundle]) {
      const holder = document.createElement("template");
      holder.innerHTML = (teachback.parts || {})[bundle] || "";
      read[bundle] = holder.content;
    }
    const found = read[bundle].querySelector('[data-part="' + name + '"]');
    return found && /** @type {HTMLElement} */ (found.cloneNode(true));
  }

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { part: part });
})();
