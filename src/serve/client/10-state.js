/* Where the reader is in a page, kept over a reload: scroll, focus, open folds, what is filled in. Pages that know more
   about themselves take part through two events: `teachback:save`, whose `detail` they write to, and
   `teachback:restore`, which brings it back. */
(function () {
  "use strict";

  const KEY = "teachback-preview-state";
  const FIELDS = "main input, main select, main textarea";

  /**
   * @typedef {object} PageState
   * @property {string} path
   * @property {number} at                    when it was kept, in milliseconds
   * @property {{ id: string, top: number }} anchor  the last element with an id above the window's top, and its place
   * @property {number} x
   * @property {number} y
   * @property {string} focus
   * @property {[string, boolean][]} folds
   * @property {[string, string | boolean][]} fields
   * @property {string[]} checked             questions whose result is shown
   * @property {Record<string, unknown>} own  what scripts of the page keep
   */

  /**
   * Names an element so that it is found again in a page that has changed elsewhere.
   * @param {Element} element
   * @returns {string}
   */
  function nameOf(element) {
    if (element.id) return "#" + element.id;
    const parent = element.parentElement;
    if (!parent || parent === document.documentElement) return element.tagName;
    const same = Array.from(parent.children).filter(function (child) { return child.tagName === element.tagName; });
    return nameOf(parent) + ">" + element.tagName + ":" + same.indexOf(element);
  }

  /**
   * @param {string} name
   * @returns {Element | null}
   */
  function named(name) {
    const steps = name.split(">");
    const first = steps[0];
    /** @type {Element | null} */
    let here = first.startsWith("#") ? document.getElementById(first.slice(1)) : document.querySelector(first);
    steps.slice(1).forEach(function (step) {
      const parts = step.split(":");
      const same = here ? Array.from(here.children).filter(function (child) { return child.tagName === parts[0]; }) : [];
      here = same[Number(parts[1])] || null;
    });
    return here;
  }

  /** @returns {{ id: string, top: number }} */
  function anchor() {
    let best = { id: "", top: 0 };
    document.querySelectorAll("main [id]").forEach(function (element) {
      const top = element.getBoundingClientRect().top;
      if (element.getClientRects().length && top <= 8) best = { id: element.id, top: top };
    });
    return best;
  }

  /** @param {Element} field */
  function isChoice(field) {
    return field instanceof HTMLInputElement && (field.type === "radio" || field.type === "checkbox");
  }

  /** Keeps what the page is like now. */
  function save() {
    /** @type {Record<string, unknown>} */
    const own = {};
    document.dispatchEvent(new CustomEvent("teachback:save", { detail: own }));
    const fields = Array.from(document.querySelectorAll(FIELDS)).filter(function (field) {
      return !(field instanceof HTMLInputElement && field.type === "file");
    });
    /** @type {PageState} */
    const state = {
      path: location.pathname,
      at: Date.now(),
      anchor: anchor(),
      x: window.scrollX,
      y: window.scrollY,
      focus: document.activeElement && document.activeElement !== document.body ? nameOf(document.activeElement) : "",
      folds: Array.from(document.querySelectorAll("details")).map(function (fold) { return [nameOf(fold), fold.open]; }),
      fields: fields.map(function (element) {
        const field = /** @type {HTMLInputElement} */ (element);
        return [nameOf(field), isChoice(field) ? field.checked : field.value];
      }),
      checked: Array.from(document.querySelectorAll(".question"))
        .filter(function (question) {
          const status = question.querySelector(".question-status");
          return status !== null && status.childElementCount > 0;
        })
        .map(nameOf),
      own: own,
    };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(state));
    } catch (_) {
      // Without storage the page begins at its top.
    }
  }

  /** @returns {PageState | null} */
  function taken() {
    try {
      const text = sessionStorage.getItem(KEY);
      sessionStorage.removeItem(KEY);
      const state = text ? JSON.parse(text) : null;
      return state && state.path === location.pathname && Date.now() - state.at < 60000 ? state : null;
    } catch (_) {
      return null;
    }
  }

  /** @param {PageState} state */
  function fill(state) {
    state.fields.forEach(function (entry) {
      const field = named(entry[0]);
      if (field instanceof HTMLInputElement && typeof entry[1] === "boolean") {
        if (field.checked === entry[1]) return;
        field.checked = entry[1];
      } else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement || field instanceof HTMLTextAreaElement) {
        if (typeof entry[1] !== "string" || field.value === entry[1]) return;
        field.value = entry[1];
      } else {
        return;
      }
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    });
    state.checked.forEach(function (name) {
      const question = named(name);
      const form = question && question.querySelector("form");
      if (form) form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    });
  }

  /** @param {PageState} state */
  function place(state) {
    const focus = state.focus ? named(state.focus) : null;
    if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
    const held = state.anchor.id ? document.getElementById(state.anchor.id) : null;
    const y = held ? window.scrollY + held.getBoundingClientRect().top - state.anchor.top : state.y;
    window.scrollTo({ left: state.x, top: y, behavior: "instant" });
  }

  /** Brings back what was kept before the reload. */
  function restore() {
    const state = taken();
    if (!state) return;
    if ("scrollRestoration" in history) history.scrollRestoration = "manual";
    document.dispatchEvent(new CustomEvent("teachback:restore", { detail: state.own }));
    fill(state);
    state.folds.forEach(function (entry) {
      const fold = named(entry[0]);
      if (fold instanceof HTMLDetailsElement) fold.open = entry[1];
    });
    place(state);
    // Pictures and fonts that come later move the text.
    window.addEventListener("load", function () { place(state); });
  }

  globalThis.teachbackPreview = Object.assign(globalThis.teachbackPreview || {}, { save: save, restore: restore });
})();
