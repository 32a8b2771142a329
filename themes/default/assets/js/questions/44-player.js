/* Plays each question of the page by itself, but those of quizzes. Without this file, questions read as on paper. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Shows what there is to answer again: no fault, no mark, no result.
   * @param {Game} game
   */
  function reset(game) {
    teachback.forgive(game.form);
    game.question.querySelectorAll(".question-before").forEach(function (note) { note.remove(); });
    if (!game.checked) return;
    game.checked = false;
    game.fields.unmark();
    game.status.replaceChildren();
    teachback.show(game, false);
    ui.part(game.form, "again").hidden = ui.part(game.form, "reveal").hidden = true;
  }

  /** @param {Game} game */
  function check(game) {
    reset(game);
    const given = game.fields.read();
    const wrong = teachback.faults(game, given);
    if (wrong.length) teachback.complain(game.form, wrong, game.question.id);
    else if (given !== null) judge(game, given);
  }

  /**
   * Marks an answer, and says nothing yet.
   * @param {Game} game
   * @param {QuestionAnswer} given
   */
  function mark(game, given) {
    const score = teachback.score(game.data.key, given);
    const right = !score || score.earned === score.of;
    game.checked = true;
    teachback.show(game, right);
    if (score) game.fields.mark(given, right);
    ui.part(game.form, "again").hidden = !score;
    ui.part(game.form, "reveal").hidden = right;
    return score;
  }

  /**
   * @param {Game} game
   * @param {QuestionAnswer} given
   */
  function judge(game, given) {
    const said = game.form.dataset;
    const isSure = teachback.sure(game);
    const score = mark(game, given);
    const lines = score ? teachback.result(game, score, isSure) : [ui.line(game.answer.querySelector(".model") ? said.compare : said.noted)];
    if (score) game.form.querySelectorAll(".player-option .feedback").forEach(function (feedback) {
      lines.push(unseen(feedback.textContent || ""));
    });
    game.status.replaceChildren.apply(game.status, lines);
    remember(game, given, score, isSure);
    game.question.dispatchEvent(new CustomEvent("teachback:answered", {
      bubbles: true,
      detail: { id: game.data.id, answer: given, score: score, points: game.data.points, sure: isSure },
    }));
  }

  /** @param {Game} game */
  function place(game) {
    return teachback.placed(game.question.id);
  }

  /**
   * @param {Game} game
   * @param {QuestionAnswer} given
   * @param {Score | null} score
   * @param {boolean | null} isSure
   */
  function remember(game, given, score, isSure) {
    const found = teachback.store.get("questions", place(game));
    const known = found && found.print === game.data.print ? found : {};
    const share = score && score.earned / score.of;
    teachback.store.put("questions", place(game), {
      print: game.data.print,
      answer: given,
      sure: isSure,
      score: score,
      best: share === null ? null : Math.max(share, Number(known.best) || 0),
      points: game.data.points,
      tries: (Number(known.tries) || 0) + 1,
      mix: game.mix,
      at: new Date().toISOString(),
    });
  }

  /**
   * Shows the answer of another visit; one to a question that was changed since is not shown.
   * @param {Game} game
   */
  function recall(game) {
    const known = teachback.store.get("questions", place(game));
    if (!known) return;
    const said = game.form.dataset;
    if (known.print !== game.data.print) return before(game, said.changed);
    game.mix = Number(known.mix) || 1;
    mix(game);
    game.fields.write(/** @type {QuestionAnswer} */ (known.answer));
    teachback.sure(game, typeof known.sure === "boolean" ? known.sure : null);
    const given = game.fields.read();
    if (given === null) return mix(game);
    const score = mark(game, given);
    const word = !score ? "noted" : score.earned === score.of ? "right" : score.earned > 0 ? "partly" : "wrong";
    before(game, said["before" + word[0].toUpperCase() + word.slice(1)]);
  }

  /**
   * @param {Game} game
   * @param {string} [text]
   */
  function before(game, text) {
    const note = ui.line(text);
    note.className = "question-before";
    game.status.after(note);
  }

  /**
   * Nothing chosen, and everything in the order of the attempt: after a reload it is the same.
   * @param {Game} game
   */
  function mix(game) {
    game.fields.clear(game.question.id + game.mix);
  }

  /** @param {Game} game */
  function tryAgain(game) {
    reset(game);
    teachback.sure(game, null);
    mix(game);
    const before = game.form.textContent;
    // Few things have few orders: the next one may be the same.
    for (let more = 8; more > 0 && game.form.textContent === before; more--) {
      game.mix += 1;
      mix(game);
    }
    game.fields.first().focus();
  }

  /** @param {Game} game */
  function reveal(game) {
    const given = game.fields.read();
    if (given !== null) game.fields.mark(given, true);
    teachback.show(game, true);
    ui.part(game.form, "reveal").hidden = true;
    game.form.querySelectorAll(".player-option.is-right label").forEach(function (label) {
      game.status.append(unseen(game.form.dataset.correct + ": " + label.textContent));
    });
    const body = /** @type {HTMLElement} */ (game.answer.querySelector(".fold-body"));
    body.tabIndex = -1;
    (body.getClientRects().length ? body : ui.part(game.form, "again")).focus();
  }

  /**
   * What stands beside an option already, for who hears the page.
   * @param {string} text
   */
  function unseen(text) {
    const out = ui.line(text);
    out.className = "visually-hidden";
    return out;
  }

  /** @param {Game} game */
  function play(game) {
    game.form.addEventListener("submit", function (event) {
      event.preventDefault();
      check(game);
    });
    game.form.addEventListener("input", function () { reset(game); });
    ui.part(game.form, "again").addEventListener("click", function () { tryAgain(game); });
    ui.part(game.form, "reveal").addEventListener("click", function () { reveal(game); });
    recall(game);
  }

  document.querySelectorAll(".question").forEach(function (question) {
    const game = question instanceof HTMLElement && !question.closest(".quiz") ? teachback.game(question) : null;
    if (game) play(game);
  });
})();
