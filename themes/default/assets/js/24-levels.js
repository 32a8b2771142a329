/* Reading levels: the one that was chosen last is kept, links lead to it, and a switch leads to the same section. Without
   this every level is a page with its own link. */
(function () {
  "use strict";

  const store = teachback.store;
  const page = document.documentElement.dataset;
  /** A heading above this share of the window is the one being read. */
  const READING_LINE = 0.3;
  /** Milliseconds on a section after which it was read and not passed by. */
  const DWELL = 1500;
  /** Milliseconds that somebody may take from there up to the chooser. */
  const WAY_UP = 30000;

  /** @returns {string} the id of the level that was chosen last */
  function kept() {
    const item = store.get("settings", "level");
    return item && typeof item.value === "string" ? item.value : "";
  }

  /** @param {string} text */
  function words(text) {
    return text.split(" ").filter(Boolean);
  }

  /** @param {string} level */
  function links(level) {
    document.querySelectorAll("a[data-levels]").forEach(function (element) {
      const link = /** @type {HTMLAnchorElement} */ (element);
      const entry = words(link.dataset.levels || "").find(function (entry) { return entry.startsWith(level + "="); });
      if (entry) link.setAttribute("href", entry.slice(level.length + 1));
    });
  }

  /** The first level of a page stands at the name of the page too; whoever comes there is led to the level that is kept. */
  function arrive() {
    const own = last(page.path || "");
    const opened = last(decodeURIComponent(location.pathname));
    const link = document.querySelector('.variants-levels a[data-variant="' + CSS.escape(kept()) + '"]');
    if (!opened || opened === own || !own.startsWith(opened + ".")) return;
    if (link instanceof HTMLAnchorElement && !link.hasAttribute("aria-current")) location.replace(link.href + location.hash);
  }

  /** @param {string} path  its last part, without the ending that some servers hide */
  function last(path) {
    return (path.split("/").pop() || "").replace(/\.html$/, "");
  }

  /**
   * The place of another variant that fits what is being read: the same one, else the one as far from a place that both
   * have, else the one at the same number.
   * @param {string[]} here  places of this page, in order
   * @param {string[]} there
   * @param {number} at  the place being read
   */
  function match(here, there, at) {
    if (at < 0 || !there.length) return "";
    for (let away = 0; away < here.length; away++) {
      for (const near of [at - away, at + away]) {
        const same = near in here ? there.indexOf(here[near]) : -1;
        if (same >= 0) return there[Math.max(0, Math.min(there.length - 1, same + at - near))];
      }
    }
    return there[Math.min(at, there.length - 1)];
  }

  /** @param {string[]} places  @returns {number} the last one that was reached; -1 at the top of the page */
  function reading(places) {
    let at = -1;
    places.forEach(function (id, number) {
      const place = document.getElementById(id);
      if (place && place.getBoundingClientRect().top < innerHeight * READING_LINE) at = number;
    });
    return scrollY > 0 ? at : -1;
  }

  /* The chooser stands at the top of the page: whoever comes up to it from a section means that section. */
  const own = document.querySelector(".variants a[aria-current]");
  const here = words(own instanceof HTMLElement ? own.dataset.places || "" : "");
  let seen = -1;
  let since = 0;
  let left = { place: -1, at: -WAY_UP };

  function watch() {
    const now = performance.now();
    const at = reading(here);
    if (at === seen) return;
    if (seen >= 0 && now - since >= DWELL) left = { place: seen, at: now };
    seen = at;
    since = now;
  }

  /** @returns {number} the place being read, or read just before the way up */
  function read() {
    watch();
    return seen < 0 && performance.now() - left.at < WAY_UP ? left.place : seen;
  }

  if (here.length) {
    addEventListener("scroll", function () { requestAnimationFrame(watch); }, { passive: true });
    addEventListener("load", watch);
  }

  document.addEventListener("click", function (event) {
    const link = /** @type {Element} */ (event.target).closest("a[data-variant]");
    if (!(link instanceof HTMLAnchorElement)) return;
    const chooser = link.closest(".variants");
    if (!chooser || chooser.classList.contains("variants-levels")) store.put("settings", "level", { value: link.dataset.variant });
    if (!chooser) return;
    const place = match(here, words(link.dataset.places || ""), read());
    link.hash = place ? "#" + encodeURIComponent(place) : "";
  });

  if (kept()) {
    arrive();
    links(kept());
  }
  document.addEventListener("teachback:stored", function () { if (kept()) links(kept()); });

  globalThis.teachback = Object.assign(globalThis.teachback || {}, { matchPlace: match });
})();
