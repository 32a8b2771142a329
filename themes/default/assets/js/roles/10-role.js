/* The learner's role: chosen on the home page or a start page, kept in the browser. Text for other roles leaves the screen,
   never the paper, and one button brings it back. The start page of a role shows the time left and what is next. */
(function () {
  "use strict";

  const store = teachback.store;
  const SECTION = "settings";
  const ITEM = "role";
  const names = teachback.part("roles", "names");
  if (!names) return;
  const roles = Array.from(names.children);

  /** @param {string} name */
  function copy(name) {
    return /** @type {HTMLElement} */ (teachback.part("roles", name));
  }

  /** @param {string} role */
  function nameOf(role) {
    const found = roles.find(function (item) {
      return /** @type {HTMLElement} */ (item).dataset.role === role;
    });
    return found ? found.textContent || "" : "";
  }

  /** @returns {string} the chosen role; empty when there is none, or none that this site still has */
  function chosen() {
    const item = store.get(SECTION, ITEM);
    const role = item && typeof item.value === "string" ? item.value : "";
    return nameOf(role) ? role : "";
  }

  /** @param {string} role */
  function choose(role) {
    store.put(SECTION, ITEM, role ? { value: role } : null);
  }

  /* Text for some roles only. */

  /** @type {HTMLElement | null} */
  let note = null;
  let showAll = false;
  const marks = Array.from(document.querySelectorAll("main [data-for-roles]"));

  /** @param {Element} mark */
  function block(mark) {
    return /** @type {HTMLElement} */ (mark.closest(".block-role") || mark);
  }

  /**
   * @param {Element} mark
   * @param {string} role
   */
  function isForOthers(mark, role) {
    const roles = (/** @type {HTMLElement} */ (mark).dataset.forRoles || "").split(" ");
    return role !== "" && !roles.includes(role);
  }

  function blocks() {
    const role = chosen();
    let hidden = 0;
    marks.forEach(function (mark) {
      const others = isForOthers(mark, role);
      if (others) hidden += 1;
      block(mark).toggleAttribute("data-other-role", others && !showAll);
    });
    if (hidden === 0) {
      if (note) note.remove();
      note = null;
      return;
    }
    const shown = note || madeNote();
    const words = /** @type {HTMLElement} */ (shown.querySelector("[data-words]"));
    words.textContent = teachback.formats.fill(words.dataset.words, { role: nameOf(role) });
    /** @type {HTMLElement} */ (shown.querySelector("button")).setAttribute("aria-pressed", String(showAll));
  }

  function madeNote() {
    note = copy("note");
    /** @type {HTMLElement} */ (note.querySelector("button")).addEventListener("click", function () {
      showAll = !showAll;
      blocks();
    });
    block(marks[0]).before(note);
    return note;
  }

  /** A link may lead into text for another role: then everything is shown. */
  function follow() {
    const place = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!place || !place.closest("[data-other-role]")) return;
    showAll = true;
    blocks();
    place.scrollIntoView();
  }

  /* The choice on the home page and on the start page of a role. */

  const list = document.querySelector(".role-list");
  const forget = document.querySelector('[data-part="forget-role"]');
  const mine = document.querySelector("[data-role-switch]");

  function choices() {
    const role = chosen();
    if (list) list.querySelectorAll("a[data-role]").forEach(function (link) {
      const old = link.querySelector(".role-chosen");
      if (old) old.remove();
      if (/** @type {HTMLElement} */ (link).dataset.role === role) link.append(copy("chosen"));
    });
    if (forget) forget.toggleAttribute("hidden", role === "");
    if (!(mine instanceof HTMLElement)) return;
    mine.setAttribute("aria-pressed", String(mine.dataset.roleSwitch === role));
    mine.hidden = false;
  }

  if (list) list.addEventListener("click", function (event) {
    const link = /** @type {Element} */ (event.target).closest("a[data-role]");
    if (link instanceof HTMLElement) choose(link.dataset.role || "");
  });
  if (forget instanceof HTMLElement) forget.addEventListener("click", function () {
    choose("");
    const first = list && list.querySelector("a");
    if (first) first.focus();
  });
  if (mine instanceof HTMLElement) mine.addEventListener("click", function () {
    const role = mine.dataset.roleSwitch || "";
    choose(chosen() === role ? "" : role);
  });

  /* The path of a role: a module counts in the share of its lessons that are still to be read. */

  /** @param {HTMLElement} step */
  function stepOf(step) {
    const card = step.querySelector("[data-course-card]");
    const course = teachback.progress.course(card instanceof HTMLElement ? card.dataset.courseCard : "");
    const now = course ? teachback.progress.standing(course) : null;
    const done = Boolean(now && now.state === "passed");
    const share = done ? 0 : now && now.total > 0 ? 1 - now.read / now.total : 1;
    const link = /** @type {HTMLAnchorElement} */ (step.querySelector(".card-title a"));
    return { done: done, begun: Boolean(now && now.state !== "not-started"), left: Number(step.dataset.minutes || 0) * share, link: link };
  }

  function path() {
    const steps = Array.from(document.querySelectorAll("[data-step]")).map(function (step) {
      return stepOf(/** @type {HTMLElement} */ (step));
    });
    if (!steps.some(function (step) { return step.begun; })) return;
    const open = steps.filter(function (step) { return !step.done; });
    const left = document.querySelector('.role-time [data-part="left"]');
    if (left instanceof HTMLElement) {
      const minutes = Math.ceil(open.reduce(function (sum, step) { return sum + step.left; }, 0));
      left.textContent = teachback.formats.fill(left.dataset.words, { minutes: minutes });
      left.hidden = false;
    }
    const next = /** @type {HTMLAnchorElement} */ (document.querySelector('[data-part="next"]'));
    const done = /** @type {HTMLElement} */ (document.querySelector('[data-part="done"]'));
    done.hidden = open.length > 0;
    next.toggleAttribute("hidden", open.length === 0);
    if (open.length === 0) return;
    next.href = open[0].link.href;
    const label = /** @type {HTMLElement} */ (next.querySelector("span"));
    label.textContent = teachback.formats.fill(next.dataset.words, { title: open[0].link.textContent || "" });
  }

  function show() {
    blocks();
    choices();
    path();
  }

  document.addEventListener("teachback:stored", show);
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) show();
  });
  window.addEventListener("hashchange", follow);
  show();
  follow();
})();
