/* Small parts of the preview's own surface, and how it looks. It stands in a shadow tree with a style sheet of its own, so
   that neither the page nor the preview changes the other. */
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
   * Where a fault is, as a link to the editor when there is one.
   * @param {PreviewFault} fault
   * @returns {HTMLElement}
   */
  function place(fault) {
    const text = fault.path + ":" + fault.line + ":" + fault.column;
    return fault.editor ? make("a", { href: fault.editor, class: "place" }, text) : make("code", { class: "place" }, text);
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

  const style = [
    ":host { all: initial; position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; }",
    ":host, button, input, select { font: 15px/1.45 system-ui, sans-serif; color: #1b1b1f; }",
    "* { box-sizing: border-box; }",
    "[hidden] { display: none !important; }",
    "a { color: #0b4a8f; } a:focus-visible, button:focus-visible, select:focus-visible, [tabindex]:focus-visible { outline: 3px solid #c25700; outline-offset: 2px; }",
    "button, select { min-height: 32px; padding: 4px 10px; border: 1px solid #5c5c66; border-radius: 6px; background: #fff; }",
    "button { cursor: pointer; } button:hover { background: #e9eef6; }",
    "h2 { margin: 0; font-size: 17px; } h3 { margin: 16px 0 4px; font-size: 15px; } p, ul, dl { margin: 4px 0; } ul { padding: 0; list-style: none; }",
    "dl { display: grid; grid-template-columns: auto 1fr; gap: 2px 12px; } dt { color: #4a4a55; } dd { margin: 0; overflow-wrap: anywhere; }",
    ".toggle, .panel, .overlay > div { pointer-events: auto; background: #fff; border: 1px solid #5c5c66; box-shadow: 0 2px 12px #0005; }",
    ".toggle { position: absolute; inset-block-end: 12px; inset-inline-end: 12px; border-radius: 18px; min-height: 36px; padding: 4px 14px; }",
    ".count { display: inline-block; min-width: 20px; margin-inline-start: 6px; padding: 0 6px; border-radius: 10px; text-align: center; background: #6b4b00; color: #fff; font-size: 13px; }",
    ".unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }",
    ".count.error { background: #a11212; }",
    ".panel { position: absolute; inset-block: 0; inset-inline-end: 0; width: min(360px, 100vw); overflow: auto; padding: 12px 16px 60px; }",
    ".bar { display: flex; gap: 8px; align-items: center; justify-content: space-between; }",
    ".choices { display: flex; flex-wrap: wrap; gap: 6px 10px; align-items: center; } .choices [aria-current] { font-weight: 700; }",
    ".fault { padding: 8px 0; border-block-start: 1px solid #c9c9d2; } .fault p { overflow-wrap: anywhere; }",
    ".severity { font-weight: 700; } .severity.error { color: #a11212; } .severity.warning { color: #6b4b00; }",
    ".draft { display: inline-block; padding: 0 8px; border-radius: 4px; background: #6b4b00; color: #fff; font-weight: 700; }",
    ".overlay { position: absolute; inset: 0; background: #0008; pointer-events: auto; display: grid; place-items: center; padding: 12px; }",
    ".overlay > div { width: min(920px, 100%); max-height: 100%; overflow: auto; padding: 16px 20px; border-block-start: 6px solid #a11212; border-radius: 6px; }",
    "pre { margin: 4px 0; padding: 8px; overflow: auto; background: #f2f2f5; font: 13px/1.4 ui-monospace, monospace; }",
    ".notice { pointer-events: auto; position: absolute; inset-block-end: 12px; inset-inline-start: 12px; max-width: min(520px, 60vw); padding: 6px 12px; border-radius: 6px; background: #fff3d6; border: 1px solid #6b4b00; }",
    "@media (prefers-reduced-motion: no-preference) { .overlay > div { animation: come .15s ease-out; } @keyframes come { from { transform: translateY(8px); } } }",
    "@media print { :host { display: none; } }",
  ].join("\n");

  globalThis.teachbackPreview = Object.assign(globalThis.teachbackPreview || {}, {
    parts: { make: make, place: place, remembered: remembered, remember: remember, style: style },
  });
})();
