/* Comforts of a reading page. Everything here has a way without it: folds open by hand, terms lead to the glossary. */
(function () {
  "use strict";

  /* Paper shows what is folded, also in browsers whose style sheets cannot open it. */
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll("main details:not([open])"));
    opened.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () {
    opened.forEach(function (fold) { fold.open = false; });
    opened = [];
  });

  /* A slash goes to the search field, unless somebody is typing or has switched that off on the search page. */
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    const target = /** @type {HTMLElement} */ (event.target);
    if (target.isContentEditable || target.closest("input, textarea, select, dialog")) return;
    const field = document.querySelector("[data-search] input[type=search]");
    const link = document.querySelector("a.site-search");
    if (!(field instanceof HTMLElement || link instanceof HTMLAnchorElement) || teachback.store.get("settings", "slash")) return;
    event.preventDefault();
    if (field instanceof HTMLElement) field.focus();
    else if (link instanceof HTMLAnchorElement) location.href = link.href + "#search-field";
  });

  /* A glossary term shows its plain words in a card beside it. */
  if (!("popover" in HTMLElement.prototype)) return;

  /**
   * @param {HTMLElement} card
   * @param {HTMLAnchorElement} term
   */
  function show(card, term) {
    const words = /** @type {HTMLElement} */ (card.querySelector("[data-words]"));
    const more = /** @type {HTMLAnchorElement} */ (card.querySelector("a"));
    words.textContent = term.dataset.plain || "";
    words.dir = "auto";
    if (term.dataset.plainLang) words.lang = term.dataset.plainLang;
    more.href = term.href;
    card.addEventListener("toggle", function (event) {
      if (/** @type {ToggleEvent} */ (event).newState === "closed") card.remove();
    });
    term.after(card);
    card.showPopover();
    place(card, term);
    card.focus({ preventScroll: true });
  }

  /**
   * Puts the card below its term, or above when there is no room, always inside the window.
   * @param {HTMLElement} card
   * @param {HTMLElement} term
   */
  function place(card, term) {
    const at = term.getClientRects()[0];
    const room = document.documentElement.clientWidth - card.offsetWidth - 16;
    const below = at.bottom + 8 + card.offsetHeight < window.innerHeight;
    const top = below ? at.bottom + 8 : at.top - card.offsetHeight - 8;
    card.style.left = Math.max(16, Math.min(at.left, room)) + window.scrollX + "px";
    card.style.top = Math.max(top, 0) + window.scrollY + "px";
  }

  document.addEventListener("click", function (event) {
    const target = /** @type {Element} */ (event.target);
    const term = target.closest("a.term[data-plain]");
    if (!(term instanceof HTMLAnchorElement) || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const card = teachback.part("site", "term-card");
    if (!card) return;
    event.preventDefault();
    show(card, term);
  });
})();
