/* How the page is shown: style sheets that change without a reload, paper on the screen, one reader's role. */
(function () {
  "use strict";

  /** @returns {HTMLLinkElement[]} */
  function sheets() {
    return Array.from(document.querySelectorAll('link[rel="stylesheet"]:not([data-going])'));
  }

  /**
   * Gives the page other style sheets. An old one goes when its successor is there, so that the page is never bare.
   * @param {string[]} wanted  addresses as the page names them
   */
  function restyle(wanted) {
    const now = sheets();
    const same = now.length === wanted.length && now.every(function (link, at) { return link.getAttribute("href") === wanted[at]; });
    if (same) return;
    let waiting = wanted.length;
    const done = function () {
      waiting -= 1;
      if (waiting > 0) return;
      now.forEach(function (link) { link.remove(); });
      if (onPaper) paper(true);
    };
    let last = now[now.length - 1] || null;
    now.forEach(function (link) { link.dataset.going = ""; });
    wanted.forEach(function (href) {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.addEventListener("load", done);
      link.addEventListener("error", done);
      link.href = href;
      if (last) last.after(link);
      else document.head.append(link);
      last = link;
    });
  }

  let onPaper = false;
  /** @type {Map<CSSMediaRule, string>} */
  const onScreen = new Map();

  /**
   * @param {CSSRuleList} rules
   * @param {(rule: CSSMediaRule) => void} visit
   */
  function eachMedia(rules, visit) {
    Array.from(rules).forEach(function (rule) {
      if (rule instanceof CSSMediaRule) visit(rule);
      if ("cssRules" in rule) eachMedia(/** @type {CSSGroupingRule} */ (rule).cssRules, visit);
    });
  }

  /**
   * Shows the page with the rules for paper, or with those for the screen again.
   * @param {boolean} wanted
   */
  function paper(wanted) {
    if (wanted !== onPaper) window.dispatchEvent(new Event(wanted ? "beforeprint" : "afterprint"));
    onPaper = wanted;
    if (!wanted) {
      onScreen.forEach(function (media, rule) { rule.media.mediaText = media; });
      onScreen.clear();
      return;
    }
    Array.from(document.styleSheets).forEach(function (sheet) {
      eachMedia(sheet.cssRules, function (rule) {
        const media = rule.media.mediaText;
        const other = media.replace(/\bprint\b/g, "all").replace(/\bscreen\b/g, "not all");
        if (other === media) return;
        onScreen.set(rule, media);
        rule.media.mediaText = other;
      });
    });
  }

  /**
   * Hides what is marked for other roles than this one; every role when it is empty.
   * @param {string} role
   */
  function only(role) {
    document.querySelectorAll("[data-for-roles]").forEach(function (mark) {
      const block = mark.closest(".block") || mark;
      const roles = (mark.getAttribute("data-for-roles") || "").split(" ");
      if (block instanceof HTMLElement) block.hidden = role !== "" && !roles.includes(role);
    });
  }

  globalThis.teachbackPreview = Object.assign(globalThis.teachbackPreview || {}, { restyle: restyle, paper: paper, only: only });
})();
