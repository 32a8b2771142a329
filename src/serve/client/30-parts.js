/* Small parts of the preview's own surface. */
(function () {
  "use strict";

  /** @type {PreviewParts["make"]} */
  function make(tag, attributes) {
    const element = document.createElement(tag);
    Object.entries(attributes || {}).forEach(function (entry) { element.setAttribute(entry[0], entry[1]); });
    element.append.apply(element, Array.prototype.slice.call(arguments, 2));
    return element;
  }

  /**
   * Where something is, as a link to the editor when there is one.
   * @param {PreviewPlace} at
   * @returns {HTMLElement}
   */
  function place(at) {
    const text = at.path + ":" + at.line + ":" + at.column;
    return at.editor ? make("a", { href: at.editor, class: "place" }, text) : make("code", { class: "place" }, text);
  }

  /** @param {string} key */
  function remembered(key) {
    try {
      return sessionStorage.getItem("teachback-preview-" + key) || "";
    } catch (_) {
      return "";
    }
  }

  /**
   * @param {string} key
   * @param {string} value
   */
  function remember(key, value) {
    try {
      sessionStorage.setItem("teachback-preview-" + key, value);
    } catch (_) {
      // Without storage the preview begins anew on each page.
    }
  }

  globalThis.teachbackPreview = Object.assign(globalThis.teachbackPreview || {}, {
    parts: { make: make, place: place, remembered: remembered, remember: remember },
  });
})();
