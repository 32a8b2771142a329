/* Plays the conversation of the page. Without this file all its scenes stand one below the other, joined by links. */
(function () {
  "use strict";

  const found = teachback.stage;
  const scenes = document.querySelector(".scenes");
  if (!found || !scenes) return;
  const stage = found;
  const data = stage.data;
  const course = data.course;
  const runs = teachback.runs;
  const store = teachback.store;
  const path = document.documentElement.dataset.path || "";
  /** Variants of a conversation share their result; the run belongs to one of them. */
  const id = document.documentElement.dataset.item || path;

  const talk = stage.copy("talk");
  const log = stage.part(talk, "log");
  const now = stage.part(talk, "now");
  const whole = /** @type {HTMLDetailsElement} */ (stage.copy("whole"));
  const pace = /** @type {HTMLInputElement} */ (stage.part(talk, "pace"));

  /** @type {Run | null} */
  let run = null;
  /** How many moves of the run the log shows. */
  let shown = 0;
  /** Whether the debrief is open, and whether the end of the run was told. */
  let looking = false;
  let told = false;

  function kept() {
    return /** @type {{current?: any, best?: any, runs?: number}} */ (store.get("scripts", id) || {});
  }

  /** @param {object} change */
  function keep(change) {
    store.put("scripts", id, Object.assign({ runs: 0 }, kept(), change));
  }

  function save() {
    if (run) keep({ current: Object.assign(runs.save(run, data.fingerprint), { path: path, told: told, looking: looking }) });
  }

  /**
   * A button with words.
   * @param {string} className
   * @param {string | DocumentFragment} label
   * @param {() => void} press
   */
  function button(className, label, press) {
    const out = /** @type {HTMLButtonElement} */ (stage.make("button", className));
    out.type = "button";
    out.append(label);
    out.addEventListener("click", press);
    return out;
  }

  /**
   * Shows in the log what happened, one element for each moment.
   * @param {RunMoment} moment
   */
  function element(moment) {
    const out = stage.make("div", "talk-moment");
    out.tabIndex = -1;
    out.dataset.move = String(moment.move);
    if (moment.choice === null) {
      out.append(stage.text(moment.scene, moment.turn));
      return out;
    }
    out.append(stage.reply(moment));
    const feedback = course.late ? null : stage.feedback(moment);
    if (feedback) out.append(feedback);
    return out;
  }

  /**
   * Brings the log to where the run is; gives the first new element.
   * @param {Run} played
   */
  function write(played) {
    Array.from(log.children).forEach(function (child) {
      const move = Number(/** @type {HTMLElement} */ (child).dataset.move);
      if (move >= played.moves.length) child.remove();
    });
    const from = Math.min(shown, played.moves.length);
    const fresh = runs.moments(played).filter(function (moment) { return moment.move >= from; }).map(element);
    log.append.apply(log, fresh);
    shown = played.moves.length;
    const place = runs.place(played);
    const mark = place.ended ? stage.ending(runs.state(played).scene) : null;
    if (mark && place.kind === "end" && !runs.state(played).stopped) {
      mark.dataset.move = String(shown);
      log.append(mark);
    }
    return fresh[0] || null;
  }

  /**
   * What can be done now.
   * @param {Run} played
   */
  function offer(played) {
    const place = runs.place(played);
    const state = runs.state(played);
    now.replaceChildren();
    if (place.ended) now.append(button("button", stage.words.look || "", look));
    if (place.kind === "text") now.append(button("button", stage.words.next || "", function () { go(runs.advance(played, pace.checked)); }));
    if (place.kind === "lead") {
      const label = stage.lead(state.scene, state.turn);
      now.append(button(place.ended ? "button button-quiet" : "button", label, function () { go(opened(runs.lead(played))); }));
    }
    if (place.kind === "choices") {
      const list = stage.make("ul", "talk-choices");
      place.open.forEach(function (number) {
        const item = stage.make("li");
        item.append(button("talk-choice", stage.choice(state.scene, state.turn, number), function () { go(answered(runs.choose(played, number))); }));
        list.append(item);
      });
      now.append(stage.copy("ask"), list);
    }
    stage.part(talk, "back").hidden = runs.lastChoice(played) < 0;
  }

  /**
   * A run after a link: something of it shows.
   * @param {Run} played
   */
  function opened(played) {
    return runs.advance(played, pace.checked);
  }

  /**
   * A run after a choice: its feedback is read before the talk goes on.
   * @param {Run} played
   */
  function answered(played) {
    const last = runs.moments(played).pop();
    const read = last && last.choice !== null && !course.late && stage.feedback(last);
    return read && !pace.checked ? played : opened(played);
  }

  /**
   * Shows a run and keeps it.
   * @param {Run} played
   */
  function go(played) {
    const fresh = show(played);
    save();
    finish(played);
    follow(fresh || stage.part(talk, "title"));
  }

  /**
   * Gives the focus to what is new, and shows it with what can be done now, as far as both fit into the window.
   * @param {HTMLElement} fresh
   */
  function follow(fresh) {
    const top = fresh.getBoundingClientRect().top - 16;
    const below = now.getBoundingClientRect().bottom + 16 - window.innerHeight;
    const moving = window.matchMedia("(prefers-reduced-motion: no-preference)").matches;
    fresh.focus({ preventScroll: true });
    if (top < 0 || below > 0) window.scrollBy({ top: Math.min(top, below), behavior: moving ? "smooth" : "auto" });
  }

  /** @param {Run} played */
  function show(played) {
    const grown = run && played.states[0] === run.states[0];
    if (!grown) {
      log.replaceChildren();
      shown = 0;
      told = false;
    }
    run = played;
    if (!runs.place(played).ended) told = false;
    looking = false;
    talk.dataset.state = "playing";
    document.body.classList.remove("debriefed");
    stage.part(talk, "title").textContent = stage.words.title || "";
    stage.part(talk, "debrief").replaceChildren();
    const fresh = write(played);
    offer(played);
    return fresh;
  }

  /**
   * Tells that a run has ended, each run one time.
   * @param {Run} played
   */
  function finish(played) {
    const state = runs.state(played);
    if (told || !runs.place(played).ended) return;
    told = true;
    const passed = teachback.machine.passed(course, state);
    const ending = state.stopped ? null : course.scenes[state.scene].ending;
    const best = kept().best;
    const better = !best || (passed && !best.passed);
    const result = { passed: passed, ending: ending, at: new Date().toISOString() };
    keep({ runs: (kept().runs || 0) + 1, best: better ? result : best });
    save();
    talk.dispatchEvent(new CustomEvent("teachback:finished", { bubbles: true, detail: { script: id, passed: passed, ending: ending } }));
  }

  function look() {
    debrief();
    save();
    follow(stage.part(talk, "title"));
  }

  function debrief() {
    if (!run) return;
    const played = run;
    looking = true;
    talk.dataset.state = "debrief";
    document.body.classList.add("debriefed");
    stage.part(talk, "title").textContent = stage.words.looking || "";
    stage.part(talk, "debrief").replaceChildren(teachback.debrief(stage, played, again));
  }

  /**
   * Back to where a choice was made: the list of choices takes the focus.
   * @param {number} move
   */
  function again(move) {
    if (!run || move < 0) return;
    show(runs.rewind(run, move));
    save();
    const ask = now.querySelector(".choices-label");
    if (ask instanceof HTMLElement) follow(ask);
  }

  function restart() {
    go(opened(runs.begin(course)));
  }

  /** Takes up the run that was kept. */
  function resume() {
    const saved = kept().current;
    const usable = saved && saved.path === path && typeof saved.from === "string" && Array.isArray(saved.choices);
    if (!usable) return;
    const taken = runs.restore(course, saved);
    stage.part(talk, "changed").hidden = taken.whole && saved.fingerprint === data.fingerprint;
    show(taken.run);
    told = Boolean(saved.told) && runs.place(taken.run).ended;
    if (saved.looking && runs.place(taken.run).ended) debrief();
    save();
  }

  /** Opens all scenes for a link that leads to one. */
  function reveal() {
    const target = document.querySelector(":target");
    if (!target || !whole.contains(target)) return;
    whole.open = true;
    target.scrollIntoView();
  }

  const settings = store.get("settings", "dialogue");
  pace.checked = Boolean(settings && settings.all);
  pace.addEventListener("change", function () { store.put("settings", "dialogue", { all: pace.checked }); });
  stage.part(talk, "begin").addEventListener("click", restart);
  stage.part(talk, "restart").addEventListener("click", restart);
  stage.part(talk, "back").addEventListener("click", function () { if (run) again(runs.lastChoice(run)); });
  scenes.before(talk, whole);
  whole.append(scenes);
  window.addEventListener("hashchange", reveal);
  if (!course.late) stage.part(talk, "late").remove();
  stage.part(talk, "passed").hidden = !(kept().best || {}).passed;
  resume();
  reveal();

  /* The contents beside the text are hidden while the conversation is played: nothing is left to scroll there. */
  document.querySelectorAll(".rail[tabindex]").forEach(function (rail) { rail.removeAttribute("tabindex"); });
})();
