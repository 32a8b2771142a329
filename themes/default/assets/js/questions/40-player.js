/* Turns each question of the page into a form that can be answered. Without this file, questions read as on paper. */
(function () {
  "use strict";

  const ui = globalThis.teachback && teachback.ui;
  if (!ui) return;

  /**
   * Puts the question into the form: the prompt becomes the legend where it is one paragraph.
   * @param {HTMLElement} question
   * @param {HTMLFormElement} form
   */
  function dress(question, form) {
    const prompt = /** @type {HTMLElement} */ (question.querySelector(".question-prompt"));
    const task = /** @type {HTMLElement} */ (question.querySelector(".question-task"));
    const legend = ui.part(form, "legend");
    const only = prompt.children.length === 1 ? prompt.children[0] : null;
    prompt.before(form);
    if (only instanceof HTMLParagraphElement && !prompt.querySelector(".gap")) {
      legend.append.apply(legend, Array.from(only.childNodes));
      legend.classList.add("question-prompt");
      prompt.remove();
    } else {
      legend.textContent = question.dataset.kindWords || "";
      legend.classList.add("visually-hidden");
      prompt.id = question.id + "-prompt";
      ui.part(form, "fields").setAttribute("aria-describedby", prompt.id);
      legend.after(prompt);
    }
    ui.part(form, "controls").before(task);
    question.classList.add("is-played");
  }

  /**
   * One question that is played.
   * @typedef {object} Game
   * @property {HTMLElement} question
   * @property {HTMLFormElement} form
   * @property {QuestionData} data
   * @property {Fields} fields
   * @property {HTMLElement} status
   * @property {HTMLDetailsElement} answer  the answer with its reasons
   * @property {boolean} checked           whether a result is shown
   */

  /** @param {Game} game */
  function sureness(game) {
    return /** @type {HTMLInputElement[]} */ (Array.from(game.form.querySelectorAll(".player-sure input")));
  }

  /** @param {Game} game */
  function prepare(game) {
    const graded = game.data.key.form !== "reflection";
    if (!graded) ui.part(game.form, "check").textContent = game.form.dataset.done || "";
    if (!graded || !game.data.confidence) {
      ui.part(game.form, "sure").remove();
      return;
    }
    sureness(game).forEach(function (radio, at) {
      radio.name = game.question.id + "-sure";
      radio.id = radio.name + "-" + at;
      /** @type {HTMLLabelElement} */ (radio.nextElementSibling).htmlFor = radio.id;
    });
  }

  /**
   * Shows what there is to answer again: no fault, no mark, no result.
   * @param {Game} game
   */
  function reset(game) {
    teachback.forgive(game.form);
    if (!game.checked) return;
    game.checked = false;
    game.fields.unmark();
    game.status.replaceChildren();
    show(game, false);
    ui.part(game.form, "again").hidden = ui.part(game.form, "reveal").hidden = true;
  }

  /**
   * Opens or hides the answer with its reasons.
   * @param {Game} game
   * @param {boolean} shown
   */
  function show(game, shown) {
    game.answer.classList.toggle("is-shown", shown);
    game.answer.open = shown;
    if (shown) ui.part(game.form, "reveal").hidden = true;
  }

  /**
   * @param {Game} game
   * @param {QuestionAnswer | null} given
   * @returns {Fault[]}
   */
  function faults(game, given) {
    const said = game.form.dataset;
    const fault = given === null ? "missing" : game.fields.fault();
    const radios = sureness(game);
    const out = [];
    if (fault) out.push({ place: "error", control: game.fields.first(), text: said[fault] || game.question.dataset.missing || "" });
    if (radios.length && !radios.some(function (radio) { return radio.checked; }))
      out.push({ place: "sure-error", control: radios[0], text: said.missingSure || "" });
    return out;
  }

  /** @param {Game} game */
  function check(game) {
    reset(game);
    const given = game.fields.read();
    const wrong = faults(game, given);
    if (wrong.length) teachback.complain(game.form, wrong, game.question.id);
    else if (given !== null) judge(game, given);
  }

  /**
   * @param {Game} game
   * @param {QuestionAnswer} given
   */
  function judge(game, given) {
    const said = game.form.dataset;
    const score = teachback.score(game.data.key, given);
    const sure = game.form.querySelector(".player-sure input:checked");
    const isSure = sure instanceof HTMLInputElement ? sure.value === "sure" : null;
    const right = !score || score.earned === score.of;
    game.checked = true;
    if (score) {
      game.fields.mark(given, right);
      game.status.replaceChildren.apply(game.status, result(game, score, isSure));
    } else {
      game.status.replaceChildren(line(game.answer.querySelector(".model") ? said.compare : said.noted));
    }
    ui.part(game.form, "again").hidden = !score;
    ui.part(game.form, "reveal").hidden = right;
    show(game, right);
    game.question.dispatchEvent(new CustomEvent("teachback:answered", {
      bubbles: true,
      detail: { id: game.data.id, answer: given, score: score, points: game.data.points, sure: isSure },
    }));
  }

  /**
   * @param {Game} game
   * @param {Score} score
   * @param {boolean | null} isSure
   */
  function result(game, score, isSure) {
    const said = game.form.dataset;
    const right = score.earned === score.of;
    const number = new Intl.NumberFormat(document.documentElement.lang || undefined, { maximumFractionDigits: 2 });
    const earned = number.format(teachback.points(score, game.data.points));
    const lines = [
      ui.copy(right ? "right" : score.earned > 0 ? "partly" : "wrong"),
      line((game.question.dataset.earned || "").replace("{earned}", earned)),
    ];
    if (score.of > 1 && game.data.key.form !== "choice")
      lines.push(line((said.parts || "").replace("{right}", String(score.earned)).replace("{total}", String(score.of))));
    if (isSure !== null) lines.push(line(said[(isSure ? "sure" : "unsure") + (right ? "Right" : "Wrong")]));
    game.form.querySelectorAll(".player-option .feedback").forEach(function (feedback) {
      lines.push(unseen(feedback.textContent || ""));
    });
    return lines;
  }

  /** @param {Game} game */
  function tryAgain(game) {
    game.fields.clear();
    sureness(game).forEach(function (radio) { radio.checked = false; });
    reset(game);
    game.fields.first().focus();
  }

  /** @param {Game} game */
  function reveal(game) {
    const given = game.fields.read();
    if (given !== null) game.fields.mark(given, true);
    show(game, true);
    game.form.querySelectorAll(".player-option.is-right label").forEach(function (label) {
      game.status.append(unseen(game.form.dataset.correct + ": " + label.textContent));
    });
    const body = /** @type {HTMLElement} */ (game.answer.querySelector(".fold-body"));
    body.tabIndex = -1;
    (body.getClientRects().length ? body : ui.part(game.form, "again")).focus();
  }

  /** @param {string} [text] */
  function line(text) {
    const out = ui.make("p");
    out.textContent = text || "";
    return out;
  }

  /**
   * What stands beside an option already, for who hears the page.
   * @param {string} text
   */
  function unseen(text) {
    const out = line(text);
    out.className = "visually-hidden";
    return out;
  }

  /**
   * @param {HTMLElement} question
   * @param {QuestionData} data
   */
  function play(question, data) {
    const form = /** @type {HTMLFormElement} */ (ui.copy("form"));
    const setting = { question: question, form: form, place: ui.part(form, "controls"), data: data, seed: question.id };
    const fields = teachback.kinds[data.key.form](setting);
    const status = question.querySelector(".question-status");
    const answer = question.querySelector(".fold-answer");
    if (!fields || !(status instanceof HTMLElement) || !(answer instanceof HTMLDetailsElement)) return;
    const game = { question: question, form: form, data: data, fields: fields, status: status, answer: answer, checked: false };
    dress(question, form);
    prepare(game);
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      check(game);
    });
    form.addEventListener("input", function () { reset(game); });
    ui.part(form, "again").addEventListener("click", function () { tryAgain(game); });
    ui.part(form, "reveal").addEventListener("click", function () { reveal(game); });
  }

  document.querySelectorAll(".question").forEach(function (question) {
    const key = question.querySelector("script.question-key");
    if (question instanceof HTMLElement && key) play(question, JSON.parse(key.textContent || "null"));
  });
})();
