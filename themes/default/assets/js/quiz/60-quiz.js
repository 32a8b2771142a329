/* Plays each quiz of the page: the start, an attempt with answers that can be changed until they are handed in, the result
   and the review. Without this file, its questions read as on paper. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  const panels = globalThis.teachback && teachback.panels;
  if (!ui || !panels) return;
  const { say } = panels;
  const { record: keeping, store, attempt } = teachback;

  /**
   * The questions in runs: those of the page itself, and those of each block that draws.
   * @param {Quiz} quiz
   * @returns {QuizPart[]}
   */
  function pool(quiz) {
    /** @type {QuizPart[]} */
    const parts = [];
    let before = null;
    for (const [id, game] of quiz.games) {
      const block = game.question.closest(".quiz-draw");
      if (parts.length === 0 || block !== before) {
        const said = block instanceof HTMLElement ? block.dataset : {};
        parts.push({ items: [], draw: said.draw ? Number(said.draw) : null, shuffle: said.shuffle !== undefined });
      }
      parts[parts.length - 1].items.push({ id: id, print: game.data.print, graded: game.data.key.form !== "reflection" });
      before = block;
    }
    return parts;
  }

  /**
   * The first thing to see, with what is kept of earlier visits.
   * @param {Quiz} quiz
   */
  function open(quiz) {
    const record = quiz.kept();
    const panel = panels.copy("start");
    const found = record.current ? keeping.mend(record.current, quiz.prints).sitting : null;
    const current = found && found.ids.length > 0 ? found : null;
    const left = keeping.left(record, quiz.data.attempts);
    panels.figures(ui.part(panel, "figures"), facts(quiz, record, current));
    panels.list(ui.part(panel, "rules"), rules(quiz));
    const notes = [];
    if (found && !current) notes.push(say("allGone"));
    if (current) notes.push(say("underWay", { date: panels.date(current.started), done: Object.keys(current.answers).length, total: current.ids.length }));
    else if (left === 0) notes.push(say(record.best && record.best.passed ? "noneLeftPassed" : "noneLeft"));
    panels.list(ui.part(panel, "notes"), notes);
    const buttons = ui.part(panel, "buttons");
    const word = current ? "goOn" : left === 0 ? "practise" : record.tries > 0 ? "tryAgain" : "start";
    buttons.append(panels.button(say(word), function () { begin(quiz); }));
    if (record.last) buttons.append(panels.button(say("seeLast"), function () { look(quiz); }, true));
    quiz.stage.replaceChildren(panel);
    panels.enter(quiz, "start");
  }

  /**
   * @param {Quiz} quiz
   * @param {QuizRecord} record
   * @param {Sitting | null} current
   * @returns {[string, string][]}
   */
  function facts(quiz, record, current) {
    const { pass, attempts } = quiz.data;
    const count = (current ? current.ids : teachback.plan(pool(quiz), "")).length;
    const left = keeping.left(record, attempts);
    /** @type {[string, string][]} */
    const rows = [[say("questions"), say("plain", { number: count })]];
    if (pass !== null) rows.push([say("toPass"), say("percentOf", { percent: pass })]);
    rows.push([say("attemptsLeft"), left === null ? say("noLimit") : say("leftOf", { left: left, attempts: attempts || 0 })]);
    if (record.best) rows.push([say("best"), say(record.best.passed ? "percentPassed" : "percentOf", { percent: record.best.percent })]);
    return rows;
  }

  /**
   * What counts, in sentences.
   * @param {Quiz} quiz
   */
  function rules(quiz) {
    const parts = pool(quiz);
    const draws = parts.some(function (part) { return part.draw !== null && part.draw < part.items.length; });
    const reflects = parts.some(function (part) { return part.draw === null && part.items.some(function (item) { return !item.graded; }); });
    return [
      say(store.state() === "kept" ? "ruleChange" : "ruleNotKept"),
      draws ? say("ruleDraw") : "",
      say("rulePartly"),
      reflects ? say("ruleReflection") : "",
      quiz.data.attempts === 1 ? "" : say("ruleBest"),
    ].filter(Boolean);
  }

  /**
   * Goes on with the attempt that is under way, or begins one.
   * @param {Quiz} quiz
   */
  function begin(quiz) {
    const record = quiz.kept();
    const found = record.current ? keeping.mend(record.current, quiz.prints) : null;
    const notes = [];
    if (found && found.sitting.ids.length > 0) {
      quiz.sitting = found.sitting;
      if (found.gone) notes.push(say("gone", { number: found.gone }));
      if (found.changed.length) notes.push(say("changedSome", { number: found.changed.length }));
    } else {
      const seed = teachback.seed();
      const ids = teachback.plan(pool(quiz), seed);
      quiz.sitting = keeping.begin(record, quiz.data.attempts, { seed: seed, ids: ids, prints: quiz.prints, now: new Date().toISOString() });
    }
    quiz.keep(Object.assign(record, { current: quiz.sitting }));
    attempt.ask(quiz, notes);
    if (found) found.changed.forEach(function (id) { attempt.note(quiz, id, say("changed")); });
  }

  /** @param {Quiz} quiz */
  function handIn(quiz) {
    const done = quiz.sitting;
    if (!done) return;
    attempt.save(quiz);
    quiz.sitting = null;
    const answered = attempt.answers(quiz, done);
    const result = teachback.grade(answered, quiz.data.pass);
    const record = keeping.finish(quiz.kept(), done, result, new Date().toISOString());
    quiz.keep(record);
    review(quiz, record, done, answered, result);
    const { earned, points, percent, passed, objectives } = result;
    quiz.section.dispatchEvent(new CustomEvent("teachback:finished", {
      bubbles: true,
      detail: {
        quiz: quiz.place, attempt: done.attempt, counts: done.counts, percent: percent, passed: passed, earned: earned, points: points,
        objectives: objectives, seconds: Math.round(done.seconds), questions: answered,
      },
    }));
  }

  /**
   * @param {Quiz} quiz
   * @param {QuizRecord} record
   * @param {Sitting} done
   * @param {Answered[]} answered
   * @param {QuizResult} result
   */
  function review(quiz, record, done, answered, result) {
    answered.forEach(function (one) { attempt.explain(/** @type {Game} */ (quiz.games.get(one.id)), one); });
    const panel = teachback.resultPanel({ quiz: quiz, record: record, sitting: done, result: result });
    const word = keeping.left(record, quiz.data.attempts) === 0 ? "practise" : "tryAgain";
    ui.part(panel, "buttons").append(panels.button(say(word), function () { begin(quiz); }));
    quiz.stage.replaceChildren(panel);
    panels.enter(quiz, "result");
    ui.part(panel, "heading").focus();
  }

  /**
   * The last result once more; questions that were changed since are not marked.
   * @param {Quiz} quiz
   */
  function look(quiz) {
    const record = quiz.kept();
    if (!record.last) return;
    const { sitting, changed } = keeping.mend(record.last, quiz.prints);
    attempt.lay(quiz, sitting);
    const same = sitting.ids.filter(function (id) { return !changed.includes(id); });
    const answered = attempt.answers(quiz, Object.assign({}, sitting, { ids: same }));
    const result = Object.assign(teachback.grade(answered, quiz.data.pass), { percent: record.last.percent, passed: record.last.passed });
    review(quiz, record, sitting, answered, result);
    changed.forEach(function (id) { attempt.note(quiz, id, say("changedSince")); });
  }

  /**
   * @param {HTMLElement} section
   * @param {QuizData} data
   * @returns {Quiz}
   */
  function make(section, data) {
    /** @type {Map<string, Game>} */
    const games = new Map();
    section.querySelectorAll(".question").forEach(function (question) {
      const game = teachback.game(/** @type {HTMLElement} */ (question));
      if (game) games.set(question.id, game);
    });
    const place = teachback.placed(section.id);
    return {
      section: section,
      data: data,
      place: place,
      games: games,
      prints: Object.fromEntries(Array.from(games, function ([id, game]) { return [id, game.data.print]; })),
      stage: panels.copy("stage"),
      bar: panels.copy("bar"),
      sitting: null,
      at: "",
      since: 0,
      waiting: 0,
      kept: function () { return keeping.read(store.get("quizzes", place)); },
      keep: function (record) { store.put("quizzes", place, Object.fromEntries(Object.entries(record))); },
    };
  }

  /** @param {Quiz} quiz */
  function play(quiz) {
    quiz.games.forEach(function (game) {
      /** @type {HTMLElement} */ (game.form.querySelector(".player-buttons")).remove();
      // All results come at once: the heading of the result has the focus, and each is found at its question.
      game.status.removeAttribute("role");
      game.form.addEventListener("submit", function (event) { event.preventDefault(); });
      game.form.addEventListener("input", function () { attempt.changed(quiz, game); });
    });
    quiz.section.prepend(quiz.stage);
    quiz.section.append(quiz.bar);
    ui.part(quiz.bar, "next").addEventListener("click", function () { attempt.next(quiz); });
    ui.part(quiz.bar, "hand-in").addEventListener("click", function () { if (!attempt.complain(quiz)) handIn(quiz); });
    ui.part(quiz.bar, "all-the-same").addEventListener("click", function () { handIn(quiz); });
    document.addEventListener("visibilitychange", function () {
      if (document.visibilityState === "hidden") attempt.save(quiz);
      else quiz.since = Date.now();
    });
    window.addEventListener("pagehide", function () { attempt.save(quiz); });
    open(quiz);
  }

  document.querySelectorAll(".quiz").forEach(function (section) {
    const carried = section.querySelector("script.quiz-data");
    if (section instanceof HTMLElement && carried) play(make(section, JSON.parse(carried.textContent || "null")));
  });
})();
