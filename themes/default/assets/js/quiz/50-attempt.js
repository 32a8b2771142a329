/* An attempt under way: its questions in their order, what is answered, and what is kept of it. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  const panels = globalThis.teachback && teachback.panels;
  if (!ui || !panels) return;
  const { say } = panels;

  /* Answers are kept when nothing was typed for so long, in milliseconds. */
  const PAUSE = 400;
  /* Time away from the page does not count: no step is longer than this, in seconds. */
  const LONGEST = 300;

  /**
   * @param {Quiz} quiz
   * @param {string} id
   */
  function asked(quiz, id) {
    return /** @type {Game} */ (quiz.games.get(id));
  }

  /**
   * What a question is called: "Question 3".
   * @param {Quiz} quiz
   * @param {string} id
   */
  function named(quiz, id) {
    return (asked(quiz, id).question.querySelector("[data-number]")?.textContent || "").trim();
  }

  /**
   * Something to know about a question, above it.
   * @param {Quiz} quiz
   * @param {string} id
   * @param {string} text
   */
  function note(quiz, id, text) {
    const line = ui.line(text);
    line.className = "question-before";
    asked(quiz, id).question.querySelector(".question-label")?.after(line);
  }

  /**
   * @param {Game} game
   * @param {boolean} locked
   */
  function lock(game, locked) {
    game.form.querySelectorAll("fieldset").forEach(function (fields) { fields.disabled = locked; });
  }

  /**
   * Puts the questions of an attempt in their order, with the answers that were given.
   * @param {Quiz} quiz
   * @param {Sitting} sitting
   */
  function lay(quiz, sitting) {
    quiz.games.forEach(function (game, id) {
      game.question.classList.toggle("is-left-out", !sitting.ids.includes(id));
      game.fields.unmark();
      game.status.replaceChildren();
      game.question.querySelectorAll(".question-before").forEach(function (old) { old.remove(); });
      teachback.show(game, false);
      lock(game, false);
      game.fields.clear(sitting.seed + id);
      if (Object.hasOwn(sitting.answers, id)) game.fields.write(sitting.answers[id]);
      teachback.sure(game, typeof sitting.sure[id] === "boolean" ? sitting.sure[id] : null);
    });
    sitting.ids.forEach(function (id, at) {
      const question = asked(quiz, id).question;
      const block = question.closest(".quiz-draw");
      if (block) block.append(question);
      const label = question.querySelector(".question-label strong");
      if (label) label.textContent = say("question", { number: at + 1 });
    });
  }

  /**
   * @param {Quiz} quiz
   * @param {string[]} notes
   */
  function ask(quiz, notes) {
    const sitting = /** @type {Sitting} */ (quiz.sitting);
    quiz.since = Date.now();
    quiz.at = "";
    lay(quiz, sitting);
    const panel = panels.copy("attempt");
    const heading = ui.part(panel, "heading");
    const word = !sitting.counts ? "practice" : quiz.data.attempts === null ? "attempt" : "attemptOf";
    heading.textContent = say(word, { attempt: sitting.attempt, attempts: quiz.data.attempts || 0 });
    panels.list(ui.part(panel, "notes"), notes);
    quiz.stage.replaceChildren(panel);
    panels.enter(quiz, "attempt");
    count(quiz);
    heading.focus();
  }

  /**
   * An answer was given or changed.
   * @param {Quiz} quiz
   * @param {Game} game
   */
  function changed(quiz, game) {
    const sitting = quiz.sitting;
    if (!sitting) return;
    const id = quiz.at = game.question.id;
    const given = game.fields.read(true);
    if (given === null) delete sitting.answers[id];
    else sitting.answers[id] = given;
    const sure = teachback.sure(game);
    if (sure !== null) sitting.sure[id] = sure;
    count(quiz);
    clearTimeout(quiz.waiting);
    quiz.waiting = setTimeout(function () { save(quiz); }, PAUSE);
  }

  /** @param {Quiz} quiz */
  function save(quiz) {
    clearTimeout(quiz.waiting);
    if (!quiz.sitting) return;
    const now = Date.now();
    quiz.sitting.seconds += Math.min(Math.max((now - quiz.since) / 1000, 0), LONGEST);
    quiz.since = now;
    quiz.keep(Object.assign(quiz.kept(), { current: quiz.sitting }));
  }

  /**
   * The questions that count and are not answered, or not in all parts.
   * @param {Quiz} quiz
   */
  function missing(quiz) {
    const ids = quiz.sitting ? quiz.sitting.ids : [];
    return ids.flatMap(function (id) {
      const game = asked(quiz, id);
      if (game.data.key.form === "reflection") return [];
      const [fault] = teachback.faults(game, game.fields.read());
      return fault ? [{ id: id, fault: fault }] : [];
    });
  }

  /** @param {Quiz} quiz */
  function count(quiz) {
    const ids = quiz.sitting ? quiz.sitting.ids : [];
    const graded = ids.filter(function (id) { return asked(quiz, id).data.key.form !== "reflection"; });
    const open = missing(quiz).length;
    ui.part(quiz.bar, "count").textContent = say("answered", { done: graded.length - open, total: graded.length });
    ui.part(quiz.bar, "next").hidden = open === 0;
    ui.part(quiz.bar, "missing").hidden = true;
  }

  /**
   * To the next question without an answer, after the one that was answered or led to last; after the last one, to the first.
   * @param {Quiz} quiz
   */
  function next(quiz) {
    const ids = quiz.sitting ? quiz.sitting.ids : [];
    const open = missing(quiz);
    const found = open.find(function (one) { return ids.indexOf(one.id) > ids.indexOf(quiz.at); }) || open[0];
    if (!found) return;
    quiz.at = found.id;
    found.fault.control.focus();
  }

  /**
   * Says what is not answered, with a way to each.
   * @param {Quiz} quiz
   * @returns {boolean} whether something is not
   */
  function complain(quiz) {
    const open = missing(quiz);
    if (open.length === 0) return false;
    const box = ui.part(quiz.bar, "missing");
    ui.part(box, "heading").textContent = say("missing", { number: open.length });
    panels.list(ui.part(box, "list"), open.map(function (one) {
      const control = one.fault.control;
      return [panels.link("#" + control.id, named(quiz, one.id) + ": " + one.fault.text, function () { return control; })];
    }));
    box.hidden = false;
    box.focus();
    return true;
  }

  /**
   * What was answered, with what it earns.
   * @param {Quiz} quiz
   * @param {Sitting} sitting
   * @returns {Answered[]}
   */
  function answers(quiz, sitting) {
    return sitting.ids.map(function (id) {
      const { data, fields } = asked(quiz, id);
      const given = fields.read(true);
      const graded = data.key.form !== "reflection";
      return {
        id: id,
        objective: data.objective || null,
        points: data.points,
        given: given !== null,
        answer: given,
        score: !graded ? null : given === null ? { earned: 0, of: 1 } : teachback.score(data.key, given),
        sure: typeof sitting.sure[id] === "boolean" ? sitting.sure[id] : null,
      };
    });
  }

  /**
   * Shows what an answer was worth, what is right, and why.
   * @param {Game} game
   * @param {Answered} one
   */
  function explain(game, one) {
    const choice = game.data.key.form === "choice" || game.data.key.form === "truth";
    teachback.show(game, true);
    if (one.score && (one.given || choice)) game.fields.mark(one.answer === null ? [] : one.answer, true);
    const lines = one.score ? teachback.result(game, one.score, one.given ? one.sure : null) : [];
    if (!one.given) lines.splice(1, 0, ui.line(say("unanswered")));
    game.status.replaceChildren.apply(game.status, lines);
    lock(game, true);
  }

  Object.assign(teachback, {
    attempt: { ask: ask, lay: lay, changed: changed, save: save, next: next, complain: complain, answers: answers, explain: explain, named: named, note: note },
  });
})();
