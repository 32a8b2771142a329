/* Shows on the pages what was done: lessons read, the state of a module, and what to do where nothing can be kept. */
(function () {
  "use strict";

  const store = teachback.store;
  const html = document.documentElement;
  const words = teachback.part("site", "progress");
  /** A reader at full speed; who is faster has not read the page. */
  const WORDS_A_SECOND = 10;
  const LEAST_SECONDS = 5;
  const MOST_SECONDS = 60;

  /**
   * @param {string | undefined} json
   * @returns {Course | null}
   */
  function course(json) {
    return json ? JSON.parse(json) : null;
  }

  /** @param {string} lesson */
  function isRead(lesson) {
    const item = store.get("pages", lesson);
    return Boolean(item && item.read);
  }

  /**
   * Where the learner stands in a module. Passed is who passed its quiz; where it has none, who read every lesson.
   * @param {Course} of
   * @returns {Standing}
   */
  function standing(of) {
    const read = of.lessons.filter(isRead).length;
    const best = of.quiz ? result(of.quiz) : null;
    const begun = read > 0 || answers(of.lessons) > 0 || (of.quiz ? tried(of.quiz) : false);
    const done = of.quiz ? Boolean(best && best.passed) : read > 0 && read === of.lessons.length;
    const failed = Boolean(best && !best.passed);
    /** @type {Standing["state"]} */
    const state = done ? "passed" : failed ? "not-passed" : begun ? "in-progress" : "not-started";
    const answered = Math.min(answers(of.lessons), of.questions);
    return { state: state, read: read, total: of.lessons.length, answered: answered, questions: of.questions, best: best };
  }

  /** @param {string[]} lessons */
  function answers(lessons) {
    return Object.keys(store.all("questions")).filter(function (id) { return lessons.includes(id.split("#")[0]); }).length;
  }

  /** @param {string} quiz */
  function entries(quiz) {
    const all = store.all("quizzes");
    return Object.keys(all).filter(function (id) { return id === quiz || id.startsWith(quiz + "#"); })
      .map(function (id) { return all[id]; });
  }

  /** @param {string} quiz */
  function tried(quiz) {
    return entries(quiz).length > 0;
  }

  /**
   * @param {string} quiz
   * @returns {QuizBest | null} the best result of a quiz page
   */
  function result(quiz) {
    /** @type {QuizBest | null} */
    let best = null;
    entries(quiz).forEach(function (entry) {
      const one = /** @type {QuizBest | undefined} */ (entry.best);
      if (one && (!best || Number(one.passed) > Number(best.passed) || one.percent > best.percent)) best = one;
    });
    return best;
  }

  teachback.progress = { course: course, standing: standing };
  if (!words || !html.dataset.progress) return;
  const said = words.dataset;

  /** @param {string} name */
  function copy(name) {
    return /** @type {HTMLElement} */ (teachback.part("site", name));
  }

  /**
   * The state and the figures of a module in a list of facts.
   * @param {Element} place
   * @param {Course} of
   */
  function fill(place, of) {
    const now = standing(of);
    const facts = document.createElement("ul");
    facts.className = "facts";
    const lines = [teachback.formats.fill(said.read, now)];
    if (of.questions > 0) lines.push(teachback.formats.fill(said.answered, now));
    if (now.best) lines.push(teachback.formats.fill(said.best, { percent: now.best.percent }));
    if (of.lessons.length === 0) lines.shift();
    lines.forEach(function (line) {
      const item = document.createElement("li");
      item.textContent = line;
      facts.append(item);
    });
    place.replaceChildren(copy(now.state), facts);
    place.toggleAttribute("hidden", false);
  }

  teachback.progress.fill = fill;

  function cards() {
    document.querySelectorAll("[data-course-card]").forEach(function (card) {
      const of = course(/** @type {HTMLElement} */ (card).dataset.courseCard);
      if (of && (card.hasAttribute("data-always") || standing(of).state !== "not-started")) fill(card, of);
      else card.toggleAttribute("hidden", true);
    });
  }

  /** Lessons in lists of the page, each with a mark once it was read. */
  function marks() {
    document.querySelectorAll("[data-lesson]").forEach(function (element) {
      const lesson = /** @type {HTMLElement} */ (element).dataset.lesson || "";
      const best = result(lesson);
      const old = element.querySelector(".lesson-mark");
      if (old) old.remove();
      if (isRead(lesson) || (best && best.passed)) element.append(copy("mark"));
    });
  }

  /** @param {Course} of */
  function header(of) {
    const place = document.querySelector(".site-state");
    if (!place) return;
    const now = standing(of);
    const mark = copy(now.state);
    const about = document.createElement("span");
    about.className = "visually-hidden";
    about.textContent = said.thisModule + " ";
    mark.prepend(about);
    place.replaceChildren(mark);
    place.toggleAttribute("hidden", now.state === "not-started");
  }

  /**
   * The button of a module leads to the first lesson that was not read.
   * @param {Course} of
   */
  function start(of) {
    const button = document.querySelector(".start a[data-continue]");
    if (!(button instanceof HTMLAnchorElement)) return;
    const next = Array.from(document.querySelectorAll(".lesson-list [data-lesson]")).find(function (element) {
      const lesson = /** @type {HTMLElement} */ (element).dataset.lesson || "";
      const best = result(lesson);
      return !isRead(lesson) && !(best && best.passed);
    });
    const link = next && next.querySelector("a");
    if (standing(of).state === "not-started" || !link) return;
    button.href = link.href;
    /** @type {ChildNode} */ (button.firstChild).textContent = button.dataset.continue || "";
  }

  const told = copy("store-notice");
  const mine = /** @type {HTMLAnchorElement} */ (told.querySelector("a"));
  mine.href = html.dataset.progress;
  if (document.body.dataset.kind === "progress") mine.remove();
  document.body.append(told);

  function notice() {
    const state = store.state();
    if (!said[state]) return;
    /** @type {HTMLElement} */ (told.querySelector("[data-words]")).textContent = said[state] || "";
    told.hidden = false;
  }

  const here = course(html.dataset.course);

  function show() {
    cards();
    marks();
    if (here) {
      header(here);
      start(here);
    }
  }

  /* The foot of a lesson: read by pressing the button, or by getting there at the pace of a reader. */
  function foot() {
    const place = document.querySelector(".lesson-done");
    const lesson = html.dataset.item || "";
    if (!(place instanceof HTMLElement) || !here || !here.lessons.includes(lesson)) return;
    const button = copy("done-button");
    const status = copy("done-status");
    place.append(button, status);
    const label = /** @type {HTMLElement} */ (button.querySelector("span"));

    function draw() {
      const read = isRead(lesson);
      button.setAttribute("aria-pressed", String(read));
      label.textContent = (read ? button.dataset.done : button.dataset.todo) || "";
    }
    button.addEventListener("click", function () {
      const read = !isRead(lesson);
      store.put("pages", lesson, read ? { read: true } : null);
      status.textContent = (read ? status.dataset.done : status.dataset.todo) || "";
      watch.disconnect();
    });
    document.addEventListener("teachback:stored", draw);
    draw();
    place.hidden = false;

    const prose = document.querySelector("article");
    const length = prose ? (prose.textContent || "").split(/\s+/).length : 0;
    const least = Math.min(Math.max(length / WORDS_A_SECOND, LEAST_SECONDS), MOST_SECONDS) * 1000;
    const opened = performance.now();
    let timer = 0;
    const watch = new IntersectionObserver(function (seen) {
      clearTimeout(timer);
      if (!seen.some(function (one) { return one.isIntersecting; }) || isRead(lesson)) return;
      timer = window.setTimeout(function () {
        watch.disconnect();
        if (document.visibilityState !== "visible" || isRead(lesson)) return;
        store.put("pages", lesson, { read: true });
        status.textContent = status.dataset.auto || "";
      }, Math.max(least - (performance.now() - opened), 1000));
    });
    watch.observe(place);
  }

  document.addEventListener("teachback:stored", function () {
    show();
    notice();
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) show();
  });
  show();
  foot();
  if (here) notice();
})();
